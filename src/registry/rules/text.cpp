// SPDX-License-Identifier: Apache-2.0
#include "registry/rules/text.hpp"

#include <array>
#include <cstdint>

namespace ankao::registry {
namespace {

struct Decoded {
  char32_t code = 0xFFFD;
  std::size_t length = 1;
};

Decoded decode_one(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<std::uint8_t>(bytes[at]);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (length == 0 || lead > 0xF4 || at + length > bytes.size()) return {};
  char32_t code = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<std::uint8_t>(bytes[at + i]);
    if ((next & 0xC0U) != 0x80U) return {};
    code = (code << 6) | (next & 0x3FU);
  }
  return {code, length};
}

char32_t half_width(char32_t c) {
  if ((c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ')) return c - 0xFEE0;
  static constexpr std::u32string_view k_signs = U"（）＋－．／＃＆：";
  return k_signs.find(c) == std::u32string_view::npos ? c : c - 0xFEE0;
}

bool is_latin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || is_digit(c); }

} // namespace

std::u32string decode(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const Decoded one = decode_one(utf8, at);
    out += one.code;
    at += one.length;
  }
  return out;
}

std::string encode(std::u32string_view text) {
  std::string out;
  const auto add = [&out](char32_t byte) { out += static_cast<char>(byte); };
  for (const char32_t c : text) {
    if (c < 0x80) {
      add(c);
      continue;
    }
    if (c >= 0x10000) add(0xF0 | (c >> 18));
    if (c >= 0x10000) add(0x80 | ((c >> 12) & 0x3F));
    if (c >= 0x800 && c < 0x10000) add(0xE0 | (c >> 12));
    if (c >= 0x800) add(0x80 | ((c >> 6) & 0x3F));
    if (c < 0x800) add(0xC0 | (c >> 6));
    add(0x80 | (c & 0x3F));
  }
  return out;
}

bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF) ||
         c == U'〇';
}

bool is_blank(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x3000 || c == 0xFEFF;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_control(char32_t c) {
  return !is_blank(c) && (c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) || c == 0xFFFD);
}

Cleaned clean(std::string_view cell) {
  Cleaned out;
  bool blank = false;
  for (const char32_t printed : decode(cell)) {
    if (is_blank(printed)) {
      blank = true;
      continue;
    }
    const char32_t c = half_width(printed);
    if (blank && !out.text.empty()) {
      const char32_t before = out.text.back();
      if ((is_latin(before) || is_one_of(before, U".'&")) && (is_latin(c) || c == U'&')) out.text += U' ';
      if (is_han(before) && is_han(c)) out.closed_up = true;
      if (is_han(before) && before == c) out.doubled.push_back({before, c});
    }
    blank = false;
    out.text += c;
  }
  return out;
}

bool starts_with(std::u32string_view text, std::size_t at, std::u32string_view what) {
  return at <= text.size() && text.substr(at, what.size()) == what;
}

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

} // namespace ankao::registry
