// SPDX-License-Identifier: Apache-2.0
#include "documents/rules/code.hpp"

namespace ankao::documents {
namespace {

constexpr std::string_view k_signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr unsigned k_field = 0b100101; // x^5 + x^2 + 1

/// Times x in the field of 32 elements.
unsigned doubled(unsigned value) {
  value <<= 1U;
  return value > 31 ? value ^ k_field : value;
}

/// The sign at place i weighs x^(i+1): all weights differ, so one wrong sign or an exchange always shows.
unsigned check_of(std::string_view signs) {
  unsigned sum = 0;
  for (std::size_t i = signs.size(); i-- > 0;) sum = doubled(sum ^ static_cast<unsigned>(k_signs.find(signs[i])));
  return sum;
}

char plain(char typed) {
  const char sign = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
  if (sign == 'O') return '0';
  return sign == 'I' || sign == 'L' ? '1' : sign;
}

} // namespace

std::string code_of(const std::array<std::uint8_t, k_code_signs - 1>& chance) {
  std::string out;
  for (const std::uint8_t one : chance) out += k_signs[one & 31U];
  return out + k_signs[check_of(out)];
}

std::optional<std::string> read_code(std::string_view typed) {
  std::string code;
  for (const char one : typed) {
    if (one == '-' || one == ' ') continue;
    const char sign = plain(one);
    if (k_signs.find(sign) == std::string_view::npos || code.size() == k_code_signs) return std::nullopt;
    code += sign;
  }
  if (code.size() != k_code_signs) return std::nullopt;
  const std::string_view body = std::string_view(code).substr(0, k_code_signs - 1);
  return k_signs[check_of(body)] == code.back() ? std::optional(code) : std::nullopt;
}

std::string printed_code(const std::string& code) {
  std::string out;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (i > 0 && i % 4 == 0) out += '-';
    out += code[i];
  }
  return out;
}

} // namespace ankao::documents
