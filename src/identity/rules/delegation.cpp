// SPDX-License-Identifier: Apache-2.0
#include "identity/rules/delegation.hpp"

#include "identity/rules/account.hpp"

namespace ankao::identity {
namespace {

constexpr std::int64_t k_ms_per_day = 86'400'000;

} // namespace

bool is_personal(const std::string& permission) {
  return permission.rfind("session.", 0) == 0 || permission.rfind("delegation.", 0) == 0;
}

bool may_take(const Account& taker, const Account& giver, const Role& giver_role) {
  return taker.id != giver.id && taker.enabled && !taker.left_at && taker.scope_id == giver.scope_id &&
         giver_role.deputies.contains(taker.role);
}

Result<void> check_delegation(const Delegation& wanted, const Account& giver, const Role& giver_role, const Account& taker, Instant now,
                              const DelegationLimits& limits) {
  if (!may_take(taker, giver, giver_role)) return problem("identity.delegation_taker", {{"account", taker.id}}, "/taker");
  if (wanted.permissions.empty()) return problem("identity.delegation_permission", {{"permission", ""}}, "/permissions");
  for (const std::string& permission : wanted.permissions)
    if (is_personal(permission) || !giver_role.permissions.contains(permission))
      return problem("identity.delegation_permission", {{"permission", permission.substr(0, 64)}}, "/permissions");
  const bool sound = wanted.starts_at < wanted.ends_at && now < wanted.ends_at && wanted.ends_at.ms - wanted.starts_at.ms <= limits.longest_ms;
  if (!sound) return problem("identity.delegation_time", {{"days", std::to_string(limits.longest_ms / k_ms_per_day)}}, "/ends_at");
  return check_reason(wanted.reason);
}

bool in_force(const Delegation& delegation, const Account& giver, Instant now) {
  return !delegation.ended_at && !(now < delegation.starts_at) && now < delegation.ends_at && giver.enabled && !giver.left_at &&
         giver.role == delegation.role && giver.scope_id == delegation.scope_id;
}

} // namespace ankao::identity
