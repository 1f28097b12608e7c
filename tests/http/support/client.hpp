// SPDX-License-Identifier: Apache-2.0
// A blunt client: sends the bytes it is given over a real socket and takes answers apart, so that tests can break every rule.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace ankao::http::test {

struct Answer {
  int status = 0;                             ///< 0: the connection ended without an answer
  std::map<std::string, std::string> headers; ///< names in lower case
  std::string body;
  std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
};

class Client {
public:
  explicit Client(unsigned short port);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  /// False once the server does not take bytes any more.
  bool send(std::string_view bytes);
  enum class Body { Expected, None }; ///< None: the answer to HEAD
  /// The next answer; waits for it at most ten seconds.
  Answer receive(Body body = Body::Expected);
  /// "GET target" with Host and the extra header lines ("a: b\r\n").
  Answer get(std::string_view target, std::string_view extra = {});
  Answer exchange(std::string_view bytes) { return send(bytes) ? receive() : Answer{}; }
  /// Bytes until the server closes.
  std::string rest();
  /// Waits until `text` has come; gives everything up to and with it.
  std::string until(std::string_view text);
  /// The server has closed, and nothing more came.
  bool ended() { return rest().empty(); }
  void close_sending();

private:
  bool fill();
  std::string take(std::size_t count);
  int handle_;
  std::string buffer_;
};

std::string gunzipped(std::string_view bytes);
std::string unbrotlied(std::string_view bytes);

} // namespace ankao::http::test
