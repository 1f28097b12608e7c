// SPDX-License-Identifier: Apache-2.0
// The edges where bytes of a stranger become values: target, query, cookies, range, encodings, languages, JSON, multipart.
// The first byte chooses the edge. Each says what must hold for anything that was accepted.
#include <cstdint>
#include <string>
#include <string_view>

#include "api/binding/instant_text.hpp"
#include "api/binding/json_text.hpp"
#include "api/binding/multipart.hpp"
#include "base/ensure.hpp"
#include "http/server/events.hpp"
#include "http/words/fields.hpp"

namespace {

using namespace ankao;

void target(std::string_view text) {
  const auto parsed = http::parse_target(text);
  if (!parsed) return;
  ensure(parsed->path.front() == '/' && api::is_utf8(parsed->path), "an accepted path starts with / and is UTF-8");
  ensure((parsed->path + "/").find("/../") == std::string::npos && parsed->path.find('\\') == std::string::npos,
         "an accepted path stays where it is");
  ensure(parsed->path.find('\0') == std::string::npos, "an accepted path has no NUL");
}

void query(std::string_view text) {
  if (const auto parsed = http::parse_query(text))
    for (const auto& [name, value] : *parsed) ensure(api::is_utf8(name) && api::is_utf8(value), "accepted query values are UTF-8");
}

void range(std::string_view text) {
  for (const std::uint64_t size : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{10}, UINT64_MAX}) {
    const auto answer = http::parse_range(text, size);
    if (answer.finding == http::RangeFinding::Part)
      ensure(answer.range.first <= answer.range.last && answer.range.last < size, "a part lies inside the file");
  }
}

void json(std::string_view text) {
  if (const auto parsed = api::parse_json(text); parsed.ok())
    ensure(api::parse_json(parsed->dump()).ok(), "what was accepted is accepted again");
}

void multipart(std::string_view text) {
  const std::size_t line = text.find('\n');
  if (line == std::string_view::npos) return;
  const auto upload = api::parse_upload(text.substr(0, line), text.substr(line + 1));
  if (upload.ok())
    ensure(upload->bytes.size() < text.size() && !upload->name.empty() && upload->name.find('/') == std::string::npos,
           "a file lies inside the body");
}

void fields(std::string_view text) {
  (void)http::cookie_value(text, "ankao_session");
  (void)http::accepted_encoding(text);
  (void)http::accepted_language(text);
  (void)http::matches_etag(text, "\"a\"");
  const std::string event = http::event_text(text, text);
  ensure(event.size() >= 2 && event.substr(event.size() - 2) == "\n\n" && event.find("\n\n") == event.size() - 2, "an event ends once");
  if (const auto instant = api::parse_instant(text))
    ensure(api::parse_instant(to_string(*instant)) == instant, "a moment survives its text");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  void (*const edges[])(std::string_view) = {target, query, range, json, multipart, fields};
  edges[bytes[0] % 6](text);
  return 0;
}
