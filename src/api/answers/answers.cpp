// SPDX-License-Identifier: Apache-2.0
#include "api/answers/json_writer.hpp"
#include "api/endpoints.hpp"

namespace ankao::api::detail {
namespace {

/// RFC 8187: everything but the attribute characters as %XX.
std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view plain = "!#$&+-.^_`|~";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || plain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
  return out;
}

/// For programs that do not read filename*: ASCII only, nothing that ends the quotes.
std::string ascii_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\' && c != '/' && c != ';')
      out += c;
    else if ((byte & 0xC0u) != 0x80u)
      out += '_';
  }
  return out;
}

} // namespace

http::Response json_answer(const Type& type, const void* object) {
  http::Response response;
  response.body = json_of(type, object);
  return response;
}

http::Response answer(const None&) {
  http::Response response;
  response.status = 204;
  response.content_type.clear();
  return response;
}

http::Response answer(const Download& download) {
  http::Response response;
  response.content_type = download.content_type;
  response.body = download.bytes;
  if (!download.name.empty())
    response.headers.emplace_back("content-disposition", "attachment; filename=\"" + ascii_name(download.name) + "\"; filename*=UTF-8''" +
                                                             percent_encoded(download.name));
  return response;
}

http::Response answer(const Stream& stream) {
  http::Response response;
  response.content_type = "text/event-stream";
  response.stream = stream.start;
  return response;
}

} // namespace ankao::api::detail
