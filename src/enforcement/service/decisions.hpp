// SPDX-License-Identifier: Apache-2.0
// The life of a decision. Each step is one transaction with its ledger event; what a signed decision does to the register is done in the
// same transaction, so that the next draw and the next booking follow it without anybody's doing.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "enforcement/store/decisions.hpp"
#include "ledger/words/event.hpp"

namespace ankao::enforcement {

struct Act {
  ledger::Actor actor;
  Instant at;
  Viewer viewer;
};

/// Tells the people concerned, in the transaction of the step: who may sign a proposal, whom a decision in force or annulled is against.
using Tell = std::function<void(db::Transaction&, const Decision&, Instant now)>;

/// Whom a decision would be against, and what it would rest on, from a problem or a visit.
struct Basis {
  std::string subject, name, district;
  std::string facts;
  std::vector<std::string> problems, visits;
};
/// Of a record "Q-7" or "V-12". Problems enforcement.record_unknown, not_yours, no_subject.
Result<Basis> basis_of(db::Transaction& transaction, const Viewer& viewer, const std::string& record);

/// The city, or the district of the unit. Problems of rules/check, enforcement.subject_unknown, not_yours, record_unknown, record_foreign.
Result<Decision> propose(db::Database& database, const Act& act, const Draft& draft, const Tell& tell = {});

/// The second signature, or the refusal with a reason, by another person whose role the law names and who decides (law/roles.yaml).
/// Problems enforcement.unknown, wrong_state, same_person, not_decider, begins_past, reason_missing, and those of the register.
Result<Decision> sign(db::Database& database, const Act& act, const std::string& id, bool accept, const std::string& reason, const Tell& tell = {});

/// Before the signature it is withdrawn; afterwards it is annulled, by a role that may decide it: the register goes back. Problems
/// enforcement.unknown, wrong_state, not_decider, reason_missing.
Result<Decision> take_back(db::Database& database, const Act& act, const std::string& id, const std::string& reason, const Tell& tell = {});

/// Whether the actor may give the second signature.
bool may_sign(const Act& act, const Decision& decision);
bool may_take_back(const Act& act, const Decision& decision);

std::string digest_of(const Decision& decision);

} // namespace ankao::enforcement
