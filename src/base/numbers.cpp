// SPDX-License-Identifier: Apache-2.0
#include "base/numbers.hpp"

#include <algorithm>
#include <array>

#include "base/ensure.hpp"

namespace ankao {
namespace {

constexpr std::size_t k_length = 18;
constexpr std::string_view k_credit_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

// The first two digits of GB/T 2260: the provinces.
constexpr std::array<std::string_view, 34> k_provinces{"11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
                                                       "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82"};
constexpr std::string_view k_residents_abroad = "83"; // residence permits of Taiwan residents carry it

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Characters, not bytes: what a person counts.
std::string count_of(std::string_view text) {
  return std::to_string(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Problem wrong_place(const char* id, std::size_t index) { return problem(id, {{"place", std::to_string(index + 1)}}); }

bool is_province(std::string_view two) { return two == k_residents_abroad || std::find(k_provinces.begin(), k_provinces.end(), two) != k_provinces.end(); }

} // namespace

char national_id_check(std::string_view seventeen) {
  constexpr std::string_view k_checks = "10X98765432";
  ensure(seventeen.size() == k_length - 1, "the check digit is of seventeen digits");
  unsigned sum = 0;
  for (std::size_t i = 0; i < seventeen.size(); ++i) {
    unsigned weight = 1; // 2 to the power of the place, counted from the right, modulo 11
    for (std::size_t k = 0; k < k_length - 1 - i; ++k) weight = weight * 2 % 11;
    sum += static_cast<unsigned>(seventeen[i] - '0') * weight;
  }
  return k_checks[sum % 11];
}

Result<NationalId> NationalId::read(std::string_view text, Date today) {
  text = without_blanks(text);
  std::string number(text);
  if (!number.empty() && number.back() == 'x') number.back() = 'X';
  for (std::size_t i = 0; i < std::min(number.size(), k_length); ++i)
    if (!is_digit(number[i]) && !(i == k_length - 1 && number[i] == 'X')) return wrong_place("number.id_character", i);
  if (number.size() != k_length) return problem("number.id_length", {{"count", count_of(text)}});
  if (!is_province(std::string_view(number).substr(0, 2))) return problem("number.id_region", {{"region", number.substr(0, 2)}});
  const auto birthday = parse_date(number.substr(6, 4) + "-" + number.substr(10, 2) + "-" + number.substr(12, 2));
  if (!birthday) return problem("number.id_date");
  if (*birthday > today) return problem("number.id_future");
  const char check = national_id_check(std::string_view(number).substr(0, k_length - 1));
  if (number.back() != check) return problem("number.id_check", {{"expected", std::string(1, check)}, {"value", std::string(1, number.back())}});
  NationalId out;
  out.text_ = number;
  out.birthday_ = *birthday;
  return out;
}

char credit_code_check(std::string_view seventeen) {
  ensure(seventeen.size() == k_length - 1, "the check character is of seventeen");
  std::size_t sum = 0;
  std::size_t weight = 1; // 3 to the power of the place, counted from the left, modulo 31
  for (const char c : seventeen) {
    const auto value = k_credit_alphabet.find(c);
    ensure(value != std::string_view::npos, "a character outside the alphabet of GB 32100");
    sum += value * weight;
    weight = weight * 3 % 31;
  }
  return k_credit_alphabet[(31 - sum % 31) % 31];
}

Result<CreditCode> CreditCode::read(std::string_view text) {
  text = without_blanks(text);
  for (std::size_t i = 0; i < std::min(text.size(), k_length); ++i)
    if (k_credit_alphabet.find(text[i]) == std::string_view::npos)
      return problem("number.credit_character", {{"place", std::to_string(i + 1)}});
  if (text.size() != k_length) return problem("number.credit_length", {{"count", count_of(text)}});
  const char check = credit_code_check(text.substr(0, k_length - 1));
  if (text.back() != check) return problem("number.credit_check", {{"expected", std::string(1, check)}, {"value", std::string(1, text.back())}});
  CreditCode out;
  out.text_ = std::string(text);
  return out;
}

Result<std::string> read_mobile(std::string_view text) {
  text = without_blanks(text);
  if (text.starts_with("+86")) text.remove_prefix(3);
  std::string digits;
  for (const char c : text) {
    if (c == ' ' || c == '-') continue;
    if (!is_digit(c)) return problem("number.mobile");
    digits += c;
  }
  if (digits.size() != 11 || digits[0] != '1' || digits[1] < '3') return problem("number.mobile");
  return digits;
}

std::string masked_id(std::string_view number) {
  if (number.size() <= 8) return std::string(number.size(), '*');
  return std::string(number.substr(0, 4)) + std::string(number.size() - 8, '*') + std::string(number.substr(number.size() - 4));
}

std::string masked_telephone(std::string_view number) {
  if (number.size() <= 4) return std::string(number.size(), '*');
  const bool mobile = number.size() == 11 && number[0] == '1';
  return std::string(number.substr(0, mobile ? 3 : 0)) + "****" + std::string(number.substr(number.size() - 4));
}

std::string masked_email(std::string_view address) {
  const auto at = address.find('@');
  if (at == std::string_view::npos || at == 0) return std::string(address.empty() ? 0 : 4, '*');
  std::size_t first = 1; // a whole character
  while (first < at && (static_cast<unsigned char>(address[first]) & 0xC0U) == 0x80U) ++first;
  return std::string(address.substr(0, first)) + "****" + std::string(address.substr(at));
}

} // namespace ankao
