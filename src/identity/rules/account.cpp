// SPDX-License-Identifier: Apache-2.0
#include "identity/rules/account.hpp"

#include <algorithm>

#include "identity/rules/password.hpp"

namespace ankao::identity {
namespace {

constexpr std::size_t k_id_shortest = 2;
constexpr std::size_t k_id_longest = 32;
constexpr std::size_t k_name_longest = 64;
constexpr std::size_t k_reason_longest = 200;
constexpr std::size_t k_scope_longest = 64;
constexpr std::size_t k_district_digits = 6;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool is_register_id(const std::string& id) {
  return !id.empty() && id.size() <= k_scope_longest && std::all_of(id.begin(), id.end(), [](char c) {
    return is_lower(c) || is_digit(c) || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  });
}

bool fits(ScopeKind kind, const std::string& id) {
  switch (kind) {
  case ScopeKind::City:
  case ScopeKind::Own:
    return id.empty();
  case ScopeKind::District:
    return id.size() == k_district_digits && std::all_of(id.begin(), id.end(), is_digit);
  case ScopeKind::Institution:
  case ScopeKind::Site:
    return is_register_id(id);
  }
  return false;
}

} // namespace

std::string account_id(const std::string& typed) {
  const auto first = typed.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return "";
  std::string id = typed.substr(first, typed.find_last_not_of(" \t\r\n") - first + 1);
  for (char& c : id)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return id;
}

Result<void> check_account_id(const std::string& id) {
  const bool sound =
      id.size() >= k_id_shortest && id.size() <= k_id_longest && is_lower(id[0]) &&
      std::all_of(id.begin(), id.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '.' || c == '_' || c == '-'; });
  if (!sound) return problem("identity.account_name", {{"value", id.substr(0, k_name_longest)}}, "/account");
  return {};
}

Result<void> check_display_name(const std::string& name) {
  const bool blank = name.find_first_not_of(' ') == std::string::npos;
  if (blank || characters(name) > k_name_longest || std::any_of(name.begin(), name.end(), is_control))
    return problem("identity.display_name", {{"longest", std::to_string(k_name_longest)}}, "/name");
  return {};
}

Result<void> check_reason(const std::string& reason) {
  const bool blank = reason.find_first_not_of(' ') == std::string::npos;
  if (blank || characters(reason) > k_reason_longest || std::any_of(reason.begin(), reason.end(), is_control))
    return problem("identity.reason", {{"longest", std::to_string(k_reason_longest)}}, "/reason");
  return {};
}

Result<void> check_scope(const Role& role, const std::string& scope_id) {
  if (!fits(role.scope, scope_id))
    return problem("identity.scope", {{"role", role.id}, {"value", scope_id.substr(0, k_scope_longest)}}, "/scope_id");
  return {};
}

} // namespace ankao::identity
