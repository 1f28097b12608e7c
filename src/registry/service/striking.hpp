// SPDX-License-Identifier: Apache-2.0
// An institution removed from the list, a site whose qualification is revoked, and the way back when such a decision is annulled: in the
// transaction of the decision, so that the next draw and the next booking follow it by themselves (P-3.2, C-2.0, C-3b, C-3c).
#pragma once

#include "db/db.hpp"
#include "registry/service/act.hpp"

namespace ankao::registry {

/// City only. `subject` is "institution:GZ-A01" or "site:GZ-A01-S1"; it leaves the register on the day. Problems register.entry_unknown,
/// entry_not_published, effective_date.
Result<void> strike_off(db::Transaction& transaction, const Act& act, const std::string& subject, Date effective, const std::string& reason, const std::string& clause);

/// It stands in the register again from today, or as if it had never left when that day was still to come.
Result<void> restore(db::Transaction& transaction, const Act& act, const std::string& subject, const std::string& reason, const std::string& clause);

} // namespace ankao::registry
