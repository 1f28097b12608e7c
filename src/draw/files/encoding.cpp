// SPDX-License-Identifier: Apache-2.0
#include "draw/files/encoding.hpp"

#include <algorithm>

namespace ankao::draw {
namespace {

unsigned byte_at(std::string_view text, std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; }

bool between(unsigned value, unsigned low, unsigned high) { return low <= value && value <= high; }

/// Length of the GB18030 character at the start; 0 when there is none.
std::size_t gb18030_length(std::string_view text) {
  const unsigned a = byte_at(text, 0), b = byte_at(text, 1);
  if (a < 0x80) return 1;
  if (!between(a, 0x81, 0xFE)) return 0;
  if (between(b, 0x40, 0x7E) || between(b, 0x80, 0xFE)) return 2;
  const bool four = between(b, 0x30, 0x39) && between(byte_at(text, 2), 0x81, 0xFE) && between(byte_at(text, 3), 0x30, 0x39);
  return four ? 4 : 0;
}

bool is_gb18030(std::string_view text) {
  constexpr std::size_t k_enough = 1 << 20;
  const bool cut = text.size() > k_enough;
  std::string_view rest = text.substr(0, k_enough);
  while (!rest.empty()) {
    const std::size_t n = gb18030_length(rest);
    if (n == 0) return cut && rest.size() < 4;
    rest.remove_prefix(std::min(n, rest.size()));
  }
  return true;
}

} // namespace

std::size_t utf8_length(std::string_view text) {
  const unsigned a = byte_at(text, 0), b = byte_at(text, 1);
  if (text.empty()) return 0;
  if (a < 0x80) return 1;
  const auto tail = [&](std::size_t i) { return between(byte_at(text, i), 0x80, 0xBF); };
  if (between(a, 0xC2, 0xDF)) return tail(1) ? 2 : 0;
  if (between(a, 0xE0, 0xEF)) {
    const bool first = between(b, a == 0xE0 ? 0xA0U : 0x80U, a == 0xED ? 0x9FU : 0xBFU);
    return first && tail(2) ? 3 : 0;
  }
  if (between(a, 0xF0, 0xF4)) {
    const bool first = between(b, a == 0xF0 ? 0x90U : 0x80U, a == 0xF4 ? 0x8FU : 0xBFU);
    return first && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

bool is_cut_off_utf8(std::string_view text) {
  const unsigned a = byte_at(text, 0);
  const std::size_t needed = between(a, 0xC2, 0xDF) ? 2 : between(a, 0xE0, 0xEF) ? 3 : between(a, 0xF0, 0xF4) ? 4 : 0;
  const std::string_view tail = text.substr(std::min<std::size_t>(1, text.size()));
  return text.size() < needed &&
         std::all_of(tail.begin(), tail.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; });
}

void append_utf8(std::string& out, std::uint32_t code_point) {
  const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

bool looks_like_wide_characters(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") return true;
  return bytes.size() >= 2 && bytes.substr(0, 2).find('\0') != std::string_view::npos;
}

std::string likely_encoding(std::string_view bytes) {
  if (looks_like_wide_characters(bytes)) {
    const std::string_view start = bytes.substr(0, 4);
    const bool four = start == std::string_view("\xFF\xFE\0\0", 4) || start == std::string_view("\0\0\xFE\xFF", 4) ||
                      (start.size() == 4 && std::count(start.begin(), start.end(), '\0') == 3);
    return four ? "UTF-32" : "UTF-16";
  }
  return is_gb18030(bytes) ? "GB18030" : "?";
}

} // namespace ankao::draw
