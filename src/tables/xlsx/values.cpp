// SPDX-License-Identifier: Apache-2.0
#include "tables/xlsx/values.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "base/date.hpp"

namespace ankao::tables {
namespace {

constexpr int k_seconds_per_day = 86'400;
constexpr double k_last_serial = 2'958'465.0; // 9999-12-31

/// The end of a part of a format code that shows as it stands or is no pattern; `at` itself when none begins there.
std::size_t skip_literal(std::string_view code, std::size_t at) {
  if (code[at] == '\\' || code[at] == '_' || code[at] == '*') return at + 2;
  const char closing = code[at] == '"' ? '"' : code[at] == '[' ? ']' : '\0';
  if (closing == '\0') return at;
  const auto end = code.find(closing, at + 1);
  return end == std::string_view::npos ? code.size() : end + 1;
}

/// "[h]", "[mm]", "[s]": time elapsed.
bool is_elapsed(std::string_view bracket) { return bracket.size() >= 3 && bracket.find_first_not_of("hHmMsS", 1) == bracket.size() - 1; }

void append_utf8(std::string& out, unsigned code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

std::optional<unsigned> escaped_code(std::string_view text) {
  if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return std::nullopt;
  unsigned code = 0;
  const auto end = std::from_chars(text.data() + 2, text.data() + 6, code, 16);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (end.ptr != text.data() + 6 || surrogate || code == 0) return std::nullopt;
  return code;
}

std::string time_text(int seconds) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return text;
}

} // namespace

bool is_date_format(std::string_view code) {
  for (std::size_t at = 0; at < code.size();) {
    const std::size_t after = skip_literal(code, at);
    if (after != at) {
      if (code[at] == '[' && is_elapsed(code.substr(at, after - at))) return true;
      at = after;
      continue;
    }
    if (code.substr(at, 7) == "General") {
      at += 7;
      continue;
    }
    if (std::string_view("yYmMdDhHsS").find(code[at]) != std::string_view::npos) return true;
    ++at;
  }
  return false;
}

bool is_builtin_date_format(int number) {
  // ECMA-376 18.8.30; 27-36 and 50-58 are dates in the Chinese and other East Asian editions.
  return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 45 && number <= 47) ||
         (number >= 50 && number <= 58);
}

std::optional<std::string> date_text(double serial, DateSystem system) {
  if (system == DateSystem::From1904) serial += 1462;
  if (!(serial >= 0) || serial > k_last_serial) return std::nullopt;
  auto day = static_cast<std::int32_t>(std::floor(serial));
  auto seconds = static_cast<int>(std::lround((serial - day) * k_seconds_per_day));
  if (seconds == k_seconds_per_day) {
    seconds = 0;
    ++day;
  }
  if (day == 0) return time_text(seconds);
  if (day == 60) return std::nullopt; // 1900-02-29, which Excel believes in, never was
  const Date date = make_date(1899, 12, day < 60 ? 31 : 30) + day;
  return seconds == 0 ? to_string(date) : to_string(date) + " " + time_text(seconds);
}

std::string number_text(const std::string& stored) {
  double value = 0;
  const auto end = std::from_chars(stored.data(), stored.data() + stored.size(), value);
  if (end.ec != std::errc() || end.ptr != stored.data() + stored.size() || !std::isfinite(value)) return stored;
  char text[64];
  if (value == std::floor(value) && std::fabs(value) < 1e15) {
    std::snprintf(text, sizeof text, "%.0f", value == 0 ? 0.0 : value);
  } else {
    std::snprintf(text, sizeof text, "%.15g", value);
  }
  return text;
}

std::string unescape(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto code = escaped_code(text.substr(at))) {
      append_utf8(out, *code);
      at += 7;
    } else {
      out += text[at++];
    }
  }
  return out;
}

} // namespace ankao::tables
