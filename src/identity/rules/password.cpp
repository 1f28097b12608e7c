// SPDX-License-Identifier: Apache-2.0
#include "identity/rules/password.hpp"

#include <algorithm>
#include <set>

namespace ankao::identity {
namespace {

constexpr std::size_t k_fewest_different = 5;
constexpr std::size_t k_name_that_counts = 3; ///< a shorter account name may stand in a password by chance

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// "Guangzhou2024!" is the word guangzhou with an ending that guessers try first.
std::string core(const std::string& text) {
  const auto first = std::find_if(text.begin(), text.end(), is_letter);
  const auto last = std::find_if(text.rbegin(), text.rend(), is_letter).base();
  return first < last ? std::string(first, last) : std::string();
}

/// Few different characters, or each one the next or the one before: "aaaabbbb", "abcdefghij".
bool is_monotonous(const std::string& text) {
  if (std::set<char>(text.begin(), text.end()).size() < k_fewest_different) return true;
  const auto follows = [&](int step) {
    return std::adjacent_find(text.begin(), text.end(), [step](char a, char b) { return b - a != step; }) == text.end();
  };
  return follows(1) || follows(-1);
}

bool holds_account(const std::string& text, const std::string& account) {
  return account.size() >= k_name_that_counts && text.find(lower(account)) != std::string::npos;
}

} // namespace

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

Result<void> check_password(const std::string& password, const std::string& account, const PasswordLimits& limits) {
  const std::size_t length = characters(password);
  const std::string text = lower(password);
  if (length < limits.shortest) return problem("identity.password_short", {{"shortest", std::to_string(limits.shortest)}}, "/password");
  if (length > limits.longest) return problem("identity.password_long", {{"longest", std::to_string(limits.longest)}}, "/password");
  if (std::none_of(text.begin(), text.end(), is_letter)) return problem("identity.password_digits", {}, "/password");
  if (is_monotonous(text)) return problem("identity.password_monotonous", {}, "/password");
  if (holds_account(text, account)) return problem("identity.password_account", {}, "/password");
  if (limits.common_words.contains(text) || limits.common_words.contains(core(text)))
    return problem("identity.password_common", {}, "/password");
  return {};
}

} // namespace ankao::identity
