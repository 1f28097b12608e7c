// SPDX-License-Identifier: Apache-2.0
#include "db/checks.hpp"

#include <algorithm>
#include <cstdint>

#include "base/ensure.hpp"

namespace ankao::db {
namespace {

/// Length of the UTF-8 sequence that starts at `at`, 0 when it is not well formed (RFC 3629: no surrogates, nothing over U+10FFFF).
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<std::uint8_t>(text[at + i]) : std::uint8_t{0}; };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const std::uint8_t first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return tail(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool in_range = !(first == 0xE0 && byte(1) < 0xA0) && !(first == 0xED && byte(1) > 0x9F);
    return in_range && tail(1) && tail(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool in_range = !(first == 0xF0 && byte(1) < 0x90) && !(first == 0xF4 && byte(1) > 0x8F);
    return in_range && tail(1) && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == ';'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

} // namespace

void check_text(std::string_view text, const std::string& place) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\0')
      throw Failure(Failure::Kind::Other, place + " 含有空字符 U+0000，请去掉后再保存 · the text holds U+0000 at byte " +
                                              std::to_string(at) + ", which no database here stores; remove it");
    const std::size_t length = sequence_length(text, at);
    if (length == 0)
      throw Failure(Failure::Kind::Other,
                    place + " 不是 UTF-8 文本，请先转换编码 · the text is not UTF-8 at byte " + std::to_string(at) + "; convert it first");
    at += length;
  }
}

void check_values(const Values& values) {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (const auto* text = std::get_if<std::string>(&values[i])) check_text(*text, "$" + std::to_string(i + 1));
}

void check_name(std::string_view name) {
  const bool plain = !name.empty() && std::all_of(name.begin(), name.end(),
                                                  [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
  if (!plain) ensure(false, "not a table or column name: " + std::string(name));
}

std::vector<std::string> split_statements(std::string_view script, std::string_view bytes_type) {
  std::string text(script);
  constexpr std::string_view place = "{bytes}";
  for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place, at)) text.replace(at, place.size(), bytes_type);
  std::vector<std::string> statements;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = rest.find(";\n");
    const std::string_view statement = trim(rest.substr(0, end));
    if (!statement.empty()) statements.emplace_back(statement);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 2);
  }
  return statements;
}

} // namespace ankao::db
