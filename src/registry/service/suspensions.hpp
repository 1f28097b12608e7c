// SPDX-License-Identifier: Apache-2.0
// Suspensions of exam business or of training and registration (P-3.2, C-1a, C-4.1a): recorded by the city, read by those concerned.
#pragma once

#include "registry/service/act.hpp"
#include "registry/store/suspensions.hpp"

namespace ankao::registry {

inline constexpr int k_max_suspension_days = 3660;

/// City only; `draft.id` is given by the platform. The subject must stand in the register; both days are included.
Result<RecordedSuspension> record_suspension(db::Database& database, const Act& act, const Suspension& draft);

/// The same in the transaction of the decision that suspends.
Result<RecordedSuspension> suspend(db::Transaction& transaction, const Act& act, const Suspension& draft);

/// In the transaction of the act that takes the decision back: it ends with the day before, or never begins. Problem register.entry_unknown.
Result<void> lift_suspension(db::Transaction& transaction, const Act& act, const std::string& id, const std::string& reason);

/// What the actor may see of them: the city all, a district its own, an institution and a site themselves.
SuspensionsFound list_suspensions(db::Database& database, const ledger::Actor& actor, SuspensionFilter filter);

} // namespace ankao::registry
