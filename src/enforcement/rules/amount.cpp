// SPDX-License-Identifier: Apache-2.0
#include "enforcement/rules/amount.hpp"

namespace ankao::enforcement {
namespace {

constexpr int k_most_digits = 12; ///< of whole yuan

} // namespace

Result<std::int64_t> fen_of(const std::string& yuan) {
  if (yuan.empty()) return std::int64_t{0};
  std::int64_t fen = 0;
  int digits = 0, after = -1;
  for (const char c : yuan) {
    if (c == '.' && after < 0 && digits > 0) {
      after = 0;
      continue;
    }
    if (c < '0' || c > '9' || (after >= 0 ? ++after > 2 : ++digits > k_most_digits)) return problem("enforcement.amount_form", {{"value", yuan.substr(0, 40)}}, "amount");
    fen = fen * 10 + (c - '0');
  }
  if (after == 0) return problem("enforcement.amount_form", {{"value", yuan.substr(0, 40)}}, "amount");
  for (int i = after < 0 ? 0 : after; i < 2; ++i) fen *= 10;
  return fen;
}

std::string yuan_of(std::int64_t fen) {
  std::string out = std::to_string(fen / 100);
  if (fen % 100 != 0) out += "." + std::string(fen % 100 < 10 ? "0" : "") + std::to_string(fen % 100);
  return out;
}

} // namespace ankao::enforcement
