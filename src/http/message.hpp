// SPDX-License-Identifier: Apache-2.0
// Plain requests and responses: what a route sees of HTTP. Beast stays behind server.cpp.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ankao::http {

enum class Verb { Get, Head, Post, Put, Delete, Other };

struct Request {
  Verb verb = Verb::Get;
  std::string path;                                           ///< decoded, without query
  std::vector<std::pair<std::string, std::string>> query;     ///< decoded, in order
  std::map<std::string, std::string, std::less<>> headers;    ///< names in lower case
  std::map<std::string, std::string, std::less<>> parameters; ///< of the matched route: {id}
  std::string body;
  std::string peer;  ///< address of the client
  std::string id;    ///< request id, also in the log and in problems
  std::string route; ///< set by the router for the log: "/api/plans/{month}", never with values

  std::optional<std::string> query_value(std::string_view name) const;
  std::optional<std::string> header(std::string_view lower_case_name) const;
  std::optional<std::string> cookie(std::string_view name) const;
};

/// A stream of server-sent events: the producer calls send() from any thread; false once the client has gone.
class EventStream {
public:
  virtual ~EventStream() = default;
  virtual bool send(std::string_view event, std::string_view data) = 0;
  virtual void close() = 0;
};

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers; ///< the server adds security headers, date, length, ETag
  std::string content_type = "application/json; charset=utf-8";
  std::string body;
  std::string file;                                         ///< path of a file to send instead of `body` (ranges and ETag work)
  std::function<void(std::shared_ptr<EventStream>)> stream; ///< set: the response is a text/event-stream
  /// Public data that stays the same until Server::changed() is called, and is the same for every caller: the server may answer
  /// from memory (keyed by target, language and encoding) without calling the route again.
  bool cacheable = false;
};

} // namespace ankao::http
