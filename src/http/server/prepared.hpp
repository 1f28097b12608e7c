// SPDX-License-Identifier: Apache-2.0
// A response made ready for the wire: everything but the lines that differ from request to request. Immutable, shared by threads.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "http/message.hpp"
#include "http/server/files.hpp"
#include "http/words/fields.hpp"

namespace ankao::http {

struct Prepared {
  int status = 200;
  std::string fields;  ///< header lines that a 304 carries too
  std::string content; ///< header lines about the body: type, length, encoding, range
  std::string body;
  std::shared_ptr<const OpenFile> file; ///< set: `part` of the file instead of the body
  Range part;
  std::string etag; ///< with quotes; empty: none
  std::string route;
  std::function<void(std::shared_ptr<EventStream>)> stream;
  bool cacheable = false;
  std::uint64_t source_hash = 0; ///< of the body before compression
  bool plain_source = false;     ///< the route set no headers of its own: same hash, same answer

  std::uint64_t body_bytes() const { return file ? part.last - part.first + 1 : body.size(); }
};
using PreparedPtr = std::shared_ptr<const Prepared>;

/// What of a request decides about the form of its answer.
struct Wanted {
  Encoding encoding = Encoding::Identity;
  std::string range = {};    ///< Range header, GET only
  std::string if_range = {}; ///< If-Range header
  bool api = false;          ///< below /api/
};

/// `previous` is an earlier answer to the same request; when nothing changed it is given back instead of compressing again.
/// Throws for a header that would break the message and for a file that cannot be read.
PreparedPtr prepare(Response response, const Wanted& wanted, const std::string& route, const PreparedPtr& previous = nullptr);

/// The start of the message up to the lines of the single request: "HTTP/1.1 200 OK\r\n" + fields (+ content).
std::string head_of(const Prepared& prepared, int status);
std::string_view reason(int status);

} // namespace ankao::http
