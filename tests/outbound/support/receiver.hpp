// SPDX-License-Identifier: Apache-2.0
// A webhook receiver of its own for tests: the HTTP server on a free loopback port; it keeps what it was sent and answers as told.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "http/server.hpp"

namespace ankao::tests {

class Receiver {
public:
  Receiver() {
    http::Options options;
    options.address = "127.0.0.1";
    options.port = 0;
    server_ = std::make_unique<http::Server>(options, [this](http::Request& request) {
      const std::lock_guard lock(mutex_);
      got_.push_back(request);
      http::Response response;
      response.status = status_;
      return response;
    });
    server_->start();
  }
  ~Receiver() { server_->stop(); }
  Receiver(const Receiver&) = delete;
  Receiver& operator=(const Receiver&) = delete;

  std::string origin() const { return "http://127.0.0.1:" + std::to_string(server_->port()); }
  void answer(int status) {
    const std::lock_guard lock(mutex_);
    status_ = status;
  }
  std::vector<std::string> bodies() {
    return each([](const http::Request& one) { return one.body; });
  }
  std::vector<std::string> ids() {
    return each([](const http::Request& one) { return one.header("x-ankao-id").value_or(""); });
  }

private:
  template <class Part>
  std::vector<std::string> each(const Part& part) {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> out;
    for (const auto& one : got_) out.push_back(part(one));
    return out;
  }

  std::mutex mutex_;
  std::vector<http::Request> got_;
  int status_ = 200;
  std::unique_ptr<http::Server> server_;
};

} // namespace ankao::tests
