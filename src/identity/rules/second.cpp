// SPDX-License-Identifier: Apache-2.0
#include "identity/rules/second.hpp"

#include <algorithm>

namespace ankao::identity {
namespace {

constexpr std::int64_t k_ms_per_second = 1000;
constexpr const char* k_issuer = "Ankao"; ///< ASCII: some apps show percent signs otherwise

} // namespace

// The code comes before a password's change: whoever holds a reset password only must not choose the next one.
Step step_of(const Account& account, bool decides, bool proven) {
  if (account.second_at && !proven) return Step::Code;
  if (account.password == PasswordState::MustChange) return Step::Password;
  return decides && !proven ? Step::Enrol : Step::None;
}

std::int64_t code_step(Instant now) { return now.ms / (k_code_seconds * k_ms_per_second); }

std::vector<std::int64_t> code_window(Instant now) {
  std::vector<std::int64_t> out;
  for (std::int64_t step = code_step(now) - k_code_window; step <= code_step(now) + k_code_window; ++step) out.push_back(step);
  return out;
}

std::string typed_code(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' || c == '-' || c == '\t') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

bool is_device_code(const std::string& typed) {
  return typed.size() == k_code_digits && std::all_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string enrol_address(const std::string& account, const std::string& secret) {
  return std::string("otpauth://totp/") + k_issuer + ":" + account + "?secret=" + secret + "&issuer=" + k_issuer +
         "&algorithm=SHA1&digits=" + std::to_string(k_code_digits) + "&period=" + std::to_string(k_code_seconds);
}

} // namespace ankao::identity
