// SPDX-License-Identifier: Apache-2.0
#include "outbound/mime.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

namespace ankao::outbound {
namespace {

constexpr std::size_t k_longest_address = 254;
constexpr std::size_t k_longest_local = 64;
constexpr std::size_t k_line = 76;         ///< characters of a base64 line, a multiple of 4
constexpr std::size_t k_word_bytes = 42;   ///< of an encoded word: 12 + 56 characters, under the 75 allowed

bool ordinary(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool dotted(std::string_view text, std::string_view more) {
  if (text.empty() || text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [&](char c) { return ordinary(c) || c == '.' || more.find(c) != std::string_view::npos; });
}

std::string base64(std::string_view bytes) {
  static constexpr char k_digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) group = group << 8 | (i + k < bytes.size() ? static_cast<std::uint8_t>(bytes[i + k]) : 0u);
    for (unsigned k = 0; k < 4; ++k) out += i + k <= bytes.size() && (k < 2 || i + k - 1 < bytes.size()) ? k_digits[group >> (18 - 6 * k) & 63] : '=';
  }
  return out;
}

/// The length of the UTF-8 character at `i`; 0 when there is none.
std::size_t character(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) { return static_cast<std::uint8_t>(text[k]); };
  const std::uint8_t first = byte(i);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length == 0 || first >= 0xf5 || i + length > text.size()) return 0;
  for (std::size_t k = 1; k < length; ++k)
    if ((byte(i + k) & 0xc0) != 0x80) return 0;
  return length;
}

bool sound(std::string_view text, std::string_view allowed_control) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character(text, i);
    const bool control = static_cast<std::uint8_t>(text[i]) < 0x20 || text[i] == 0x7f;
    if (length == 0 || (control && allowed_control.find(text[i]) == std::string_view::npos)) return false;
    i += length;
  }
  return true;
}

/// RFC 2047: encoded words that never cut a character in two.
std::string encoded(std::string_view subject) {
  std::string out, word;
  const auto flush = [&] {
    out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(word) + "?=";
    word.clear();
  };
  for (std::size_t i = 0; i < subject.size();) {
    const std::size_t length = character(subject, i);
    if (word.size() + length > k_word_bytes) flush();
    word += subject.substr(i, length);
    i += length;
  }
  flush();
  return out;
}

std::string date_line(Instant at) {
  static constexpr std::array<const char*, 7> k_days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  static constexpr std::array<const char*, 12> k_months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const Date day = date_of(at);
  const std::int64_t second = (at.ms - start_of(day).ms) / 1000;
  std::array<char, 64> out{};
  std::snprintf(out.data(), out.size(), "%s, %02u %s %d %02d:%02d:%02d +0800", k_days[day.weekday() - 1], day.day(), k_months[day.month() - 1], day.year(),
                static_cast<int>(second / 3600), static_cast<int>(second / 60 % 60), static_cast<int>(second % 60));
  return out.data();
}

} // namespace

bool is_address(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos || text.size() > k_longest_address || at > k_longest_local) return false;
  const auto domain = text.substr(at + 1);
  return dotted(text.substr(0, at), "_+-") && text.front() != '-' && dotted(domain, "-") && domain.front() != '-';
}

Result<std::string> mime(const Letter& letter) {
  for (const auto& address : {letter.from, letter.to})
    if (!is_address(address)) return problem("outbound.address_wrong", {{"value", sound(address, "") ? address : "?"}});
  if (!is_address(letter.message_id)) return problem("outbound.letter_wrong", {{"part", "Message-ID"}});
  if (letter.subject.empty() || !sound(letter.subject, "")) return problem("outbound.letter_wrong", {{"part", "Subject"}});
  if (!sound(letter.text, "\r\n\t")) return problem("outbound.letter_wrong", {{"part", "text"}});
  std::string out = "From: <" + letter.from + ">\r\nTo: <" + letter.to + ">\r\nSubject: " + encoded(letter.subject) + "\r\nDate: " + date_line(letter.date) +
                    "\r\nMessage-ID: <" + letter.message_id +
                    ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                    "Content-Transfer-Encoding: base64\r\n\r\n";
  const std::string body = base64(letter.text);
  for (std::size_t i = 0; i < body.size(); i += k_line) out += body.substr(i, k_line) + "\r\n";
  return out;
}

} // namespace ankao::outbound
