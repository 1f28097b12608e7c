// SPDX-License-Identifier: Apache-2.0
#include "api/ranged.hpp"

#include "http/words/fields.hpp"

namespace ankao::api {
namespace {

http::RangeAnswer asked(const http::Request& request, const std::string& tag, std::size_t size) {
  const auto range = request.header("range");
  if (!range || request.verb != http::Verb::Get || request.header("if-range").value_or(tag) != tag) return {};
  return http::parse_range(*range, size);
}

} // namespace

Reply<Download> ranged(Download whole, const std::string& digest, const http::Request& request) {
  const std::string tag = '"' + digest + '"';
  const std::string size = std::to_string(whole.bytes.size());
  // The parts of a content must be those of the whole, so it is never compressed on its way.
  Reply<Download> out{std::move(whole), {{"etag", tag}, {"accept-ranges", "bytes"}, {"content-encoding", "identity"}}};
  const http::RangeAnswer answer = asked(request, tag, out.value.bytes.size());
  if (answer.finding == http::RangeFinding::Whole) return out;
  const bool part = answer.finding == http::RangeFinding::Part;
  out.status = part ? 206 : 416;
  out.headers.emplace_back("content-range", part ? "bytes " + std::to_string(answer.range.first) + "-" + std::to_string(answer.range.last) + "/" + size : "bytes */" + size);
  out.value.bytes = part ? out.value.bytes.substr(answer.range.first, answer.range.last - answer.range.first + 1) : std::string();
  return out;
}

} // namespace ankao::api
