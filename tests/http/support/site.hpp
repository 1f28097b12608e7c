// SPDX-License-Identifier: Apache-2.0
// A running server with a few routes and a folder of assets, on a free port.
#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "http/server.hpp"
#include "http/support/client.hpp"

namespace ankao::http::test {

/// A gate that a route waits at until the test opens it.
class Gate {
public:
  void open();
  void wait_for_arrival(); ///< by the test: somebody stands at the gate
  void pass();             ///< by the route

private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;
  int arrived_ = 0;
};

/// Routes: /api/echo (verb, path, query, body), /api/list (cacheable, counts its runs), /api/big?n=, /api/slow (waits at the gate),
/// /api/fails (throws), /api/events (three events), /api/endless, /api/file (the large asset), /api/headers?value=, /api/empty (204).
class Site {
public:
  explicit Site(Options options = {});
  ~Site();
  Client client() const { return Client(server->port()); }

  std::unique_ptr<Server> server;
  Gate gate;
  std::atomic<int> list_runs{0};
  std::atomic<int> list_version{1};
  std::filesystem::path folder; ///< assets: index.html, app.js(.gz .br), alone.html(.policy), assets/x-1.css, large.bin, .secret; beside it: outside.txt
  std::string log() const;

private:
  Response route(Request& request);
  Response list();
  Response events(const std::string& kind);
  mutable std::mutex log_mutex_;
  std::string log_;
  std::shared_ptr<EventStream> endless_;
};

std::string large_text(std::size_t size);

} // namespace ankao::http::test
