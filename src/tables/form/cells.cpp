// SPDX-License-Identifier: Apache-2.0
#include "tables/form/cells.hpp"

#include <charconv>
#include <vector>

namespace ankao::tables {
namespace {

/// The numbers between whatever stands between them; more than four digits make it no number of a date.
std::vector<int> numbers_in(const std::string& text) {
  std::vector<int> numbers;
  std::string digits;
  const auto flush = [&] {
    if (!digits.empty()) numbers.push_back(digits.size() <= 4 ? std::stoi(digits) : -1);
    digits.clear();
  };
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      digits += c;
    else
      flush();
  }
  flush();
  return numbers;
}

std::string iso(const std::vector<int>& numbers) {
  std::string text;
  for (const int number : numbers) {
    std::string digits = std::to_string(number);
    if (!text.empty() && digits.size() < 2) digits.insert(0, "0");
    text += (text.empty() ? "" : "-") + digits;
  }
  return text;
}

bool only_date_signs(std::string text) {
  for (const std::string_view sign : {"年", "月", "日"})
    for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign)) text.replace(at, sign.size(), "-");
  return text.find_first_not_of("0123456789-/. :T") == std::string::npos;
}

} // namespace

std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  constexpr std::string_view wide = "\xe3\x80\x80"; // the ideographic blank
  for (bool again = true; again;) {
    again = false;
    while (!text.empty() && blanks.find(text.front()) != std::string_view::npos) text.remove_prefix(1), again = true;
    while (!text.empty() && blanks.find(text.back()) != std::string_view::npos) text.remove_suffix(1), again = true;
    if (text.starts_with(wide)) text.remove_prefix(wide.size()), again = true;
    if (text.ends_with(wide)) text.remove_suffix(wide.size()), again = true;
  }
  return std::string(text);
}

std::size_t characters_in(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

std::optional<int> number_in(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Date> date_in(const std::string& text) {
  if (!only_date_signs(text)) return std::nullopt;
  auto numbers = numbers_in(text);
  // A date cell of a spreadsheet may carry a time of 00:00:00.
  if (numbers.size() > 3) numbers.resize(3);
  return numbers.size() == 3 ? parse_date(iso(numbers)) : std::nullopt;
}

std::optional<Month> month_in(const std::string& text) {
  if (!only_date_signs(text)) return std::nullopt;
  auto numbers = numbers_in(text);
  if (numbers.size() > 2) numbers.resize(2);
  return numbers.size() == 2 ? parse_month(iso(numbers)) : std::nullopt;
}

std::optional<bool> yes_in(std::string_view text) {
  if (text == "是" || text == "1" || text == "yes") return true;
  if (text == "否" || text == "0" || text == "no") return false;
  return std::nullopt;
}

} // namespace ankao::tables
