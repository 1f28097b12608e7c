// SPDX-License-Identifier: Apache-2.0
#include "http/server/prepared.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include <fmt/format.h>

#include "base/ensure.hpp"
#include "http/server.hpp"
#include "http/server/compress.hpp"

namespace ankao::http {
namespace {

constexpr std::uint64_t k_file_in_memory_bytes = 1024 * 1024;

// No script but our own files; 'wasm-unsafe-eval' is what browsers ask for to run WebAssembly (the draw's checker), it does not
// allow eval. style-src-attr: Element Plus and ECharts' tooltips write style="..." attributes; <style> elements stay forbidden.
// An answer with a policy of its own (a file of somebody, which may do less) has that one in place of it.
constexpr std::string_view k_policy =
    "content-security-policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data: blob:; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'\r\n";
constexpr std::string_view k_no_frame = "x-frame-options: DENY\r\n";
constexpr std::string_view k_security =
    "x-content-type-options: nosniff\r\nreferrer-policy: same-origin\r\n"
    "cross-origin-opener-policy: same-origin\r\ncross-origin-resource-policy: same-origin\r\n"
    "permissions-policy: camera=(self), geolocation=(self), microphone=(self), payment=(), usb=()\r\n";

bool is_safe(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

void line(std::string& out, std::string_view name, std::string_view value) {
  ensure(!name.empty() && is_safe(name) && is_safe(value), "a header without line ends");
  out += name;
  out += ": ";
  out += value;
  out += "\r\n";
}

const std::string* own_header(const Response& response, std::string_view name) {
  const auto found =
      std::find_if(response.headers.begin(), response.headers.end(), [name](const auto& header) { return header.first == name; });
  return found == response.headers.end() ? nullptr : &found->second;
}

/// Headers that both the whole answer and its 304 carry.
void write_fields(const Response& response, const Wanted& wanted, Prepared& out) {
  out.fields = k_security;
  if (own_header(response, "content-security-policy") == nullptr) out.fields += k_policy;
  if (own_header(response, "x-frame-options") == nullptr) out.fields += k_no_frame;
  const bool by_language = wanted.api || !response.cacheable;
  line(out.fields, "vary", by_language ? "accept-encoding, accept-language" : "accept-encoding");
  if (own_header(response, "cache-control") == nullptr) line(out.fields, "cache-control", response.cacheable ? "no-cache" : "no-store");
  if (!out.etag.empty()) line(out.fields, "etag", out.etag);
  for (const auto& [name, value] : response.headers)
    if (name != "content-encoding" && name != "etag") line(out.fields, name, value);
}

void write_content(const Response& response, std::string_view encoding, Prepared& out) {
  if (out.status == 204) return;
  if (!response.content_type.empty()) line(out.content, "content-type", response.content_type);
  if (!encoding.empty() && encoding != "identity") line(out.content, "content-encoding", encoding);
  if (!out.stream) line(out.content, "content-length", std::to_string(out.body_bytes()));
}

void prepare_body(Response& response, const Wanted& wanted, Prepared& out) {
  const bool compress = wanted.encoding != Encoding::Identity && response.body.size() >= k_min_compressed_bytes &&
                        is_compressible(response.content_type) && own_header(response, "content-encoding") == nullptr;
  const Encoding encoding = compress ? wanted.encoding : Encoding::Identity;
  if (const std::string* own = own_header(response, "etag"))
    out.etag = *own;
  else if ((response.cacheable || !response.file.empty()) && response.status == 200)
    out.etag = fmt::format("\"{:016x}-{:x}{}\"", out.source_hash, response.body.size(),
                           compress ? (encoding == Encoding::Brotli ? "-br" : "-gz") : "");
  out.body =
      compress ? compressed(response.body, encoding, response.cacheable ? Effort::Thorough : Effort::Quick) : std::move(response.body);
  write_fields(response, wanted, out);
  if (!response.file.empty()) line(out.fields, "accept-ranges", "bytes");
  const std::string* own_encoding = own_header(response, "content-encoding");
  write_content(response, own_encoding != nullptr ? *own_encoding : name_of(encoding), out);
}

/// If-Range tells the version the client has a part of; another version is sent whole.
RangeAnswer wanted_range(const Wanted& wanted, const Prepared& out, std::uint64_t size) {
  if (wanted.range.empty() || out.status != 200) return {};
  if (!wanted.if_range.empty() && wanted.if_range != out.etag) return {};
  return parse_range(wanted.range, size);
}

void refuse_range(const Response& response, const Wanted& wanted, std::uint64_t size, Prepared& out) {
  out.status = 416;
  out.file = nullptr;
  write_fields(response, wanted, out);
  line(out.content, "content-range", fmt::format("bytes */{}", size));
  line(out.content, "content-length", "0");
}

void prepare_file(Response& response, const Wanted& wanted, Prepared& out) {
  out.file = OpenFile::open(response.file);
  if (!out.file) throw std::runtime_error("a file to be sent is missing or unreadable");
  const std::uint64_t size = out.file->size();
  const std::string* encoded = own_header(response, "content-encoding");
  const bool in_memory = size <= k_file_in_memory_bytes && wanted.range.empty();
  if (in_memory) {
    const std::string tag = out.file->etag("");
    response.body = std::exchange(out.file, nullptr)->read();
    out.source_hash = std::hash<std::string_view>()(tag);
    return prepare_body(response, wanted, out);
  }
  out.cacheable = false; // an open file is no memory to keep
  // The same bytes have the same tag whether they are sent from memory or from disk.
  out.etag = size <= k_file_in_memory_bytes ? fmt::format("\"{:016x}-{:x}{}\"", std::hash<std::string_view>()(out.file->etag("")), size, "")
                                            : out.file->etag(encoded != nullptr ? "-" + *encoded : std::string());
  const RangeAnswer range = wanted_range(wanted, out, size);
  if (range.finding == RangeFinding::Unsatisfiable) return refuse_range(response, wanted, size, out);
  const bool part = range.finding == RangeFinding::Part;
  out.part = part ? range.range : Range{0, size == 0 ? 0 : size - 1};
  if (part) out.status = 206;
  if (size == 0) out.file = nullptr;
  write_fields(response, wanted, out);
  line(out.fields, "accept-ranges", "bytes");
  if (part) line(out.content, "content-range", fmt::format("bytes {}-{}/{}", out.part.first, out.part.last, size));
  write_content(response, encoded != nullptr ? *encoded : std::string_view(), out);
}

} // namespace

PreparedPtr prepare(Response response, const Wanted& wanted, const std::string& route, const PreparedPtr& previous) {
  auto out = std::make_shared<Prepared>();
  out->status = response.status;
  out->route = route;
  out->cacheable = response.cacheable && response.status == 200 && !response.stream;
  out->plain_source = response.headers.empty() && response.file.empty();
  if (response.stream) {
    out->stream = std::move(response.stream);
    response.content_type = "text/event-stream";
    write_fields(response, wanted, *out);
    write_content(response, "", *out);
    return out;
  }
  if (!response.file.empty()) {
    prepare_file(response, wanted, *out);
    return out;
  }
  out->source_hash = std::hash<std::string_view>()(response.body);
  const bool unchanged = previous && out->cacheable && out->plain_source && previous->plain_source &&
                         previous->source_hash == out->source_hash && previous->status == out->status;
  if (unchanged) return previous;
  prepare_body(response, wanted, *out);
  return out;
}

std::string_view reason(int status) {
  switch (status) {
  case 200:
    return "OK";
  case 201:
    return "Created";
  case 202:
    return "Accepted";
  case 204:
    return "No Content";
  case 206:
    return "Partial Content";
  case 303:
    return "See Other";
  case 304:
    return "Not Modified";
  case 400:
    return "Bad Request";
  case 401:
    return "Unauthorized";
  case 403:
    return "Forbidden";
  case 404:
    return "Not Found";
  case 405:
    return "Method Not Allowed";
  case 408:
    return "Request Timeout";
  case 409:
    return "Conflict";
  case 410:
    return "Gone";
  case 412:
    return "Precondition Failed";
  case 413:
    return "Content Too Large";
  case 415:
    return "Unsupported Media Type";
  case 416:
    return "Range Not Satisfiable";
  case 417:
    return "Expectation Failed";
  case 422:
    return "Unprocessable Content";
  case 423:
    return "Locked";
  case 429:
    return "Too Many Requests";
  case 431:
    return "Request Header Fields Too Large";
  case 500:
    return "Internal Server Error";
  case 501:
    return "Not Implemented";
  case 503:
    return "Service Unavailable";
  default:
    return "Status";
  }
}

std::string head_of(const Prepared& prepared, int status) {
  std::string out;
  out.reserve(prepared.fields.size() + prepared.content.size() + 256);
  out += "HTTP/1.1 ";
  out += std::to_string(status);
  out += ' ';
  out += reason(status);
  out += "\r\n";
  out += prepared.fields;
  if (status != 304) out += prepared.content;
  return out;
}

} // namespace ankao::http
