// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "identity/words/account.hpp"
#include "identity/words/delegation.hpp"
#include "identity/words/role.hpp"
#include "identity/words/settings.hpp"

namespace ankao::identity {

/// What concerns the person alone is nobody else's to use: own sign-ins, and delegating further.
bool is_personal(const std::string& permission);
/// Nobody who left, is disabled, is the giver, has another scope, or a role that may not stand in for the giver's.
bool may_take(const Account& taker, const Account& giver, const Role& giver_role);
/// Problems identity.delegation_taker, _permission, _time, _reason.
Result<void> check_delegation(const Delegation& wanted, const Account& giver, const Role& giver_role, const Account& taker, Instant now,
                              const DelegationLimits& limits);
/// At this moment, for a giver as it is now: another post, leaving or being disabled ends it.
bool in_force(const Delegation& delegation, const Account& giver, Instant now);

} // namespace ankao::identity
