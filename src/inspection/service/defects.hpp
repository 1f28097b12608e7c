// SPDX-License-Identifier: Apache-2.0
// Following a defect: measure, limit and person; correction with evidence; the check by somebody else; escalation when the limit passes.
#pragma once

#include <functional>
#include <string>

#include "base/result.hpp"
#include "db/db.hpp"
#include "inspection/service/news.hpp"
#include "inspection/words/defect.hpp"
#include "inspection/words/visit.hpp"
#include "ledger/words/event.hpp"

namespace ankao::inspection {

std::string digest_of(const Defect& defect);

/// `tell`: whose turn it is learns of each step.

struct AssignForm {
  std::string id, measure, person;
  Date limit;
};
/// A date is always named (G-43). Problems inspection.defect_unknown, not_yours, defect_state, text_missing, limit_past.
Result<Defect> assign_defect(db::Database& database, const ledger::Actor& actor, Instant now, const Viewer& viewer, const AssignForm& form, const Tell& tell = {});

struct CorrectForm {
  std::string id, correction, before, after; ///< evidence before and after
};
/// By the unit itself. Problems as above.
Result<Defect> correct_defect(db::Database& database, const ledger::Actor& actor, Instant now, const Viewer& viewer, const CorrectForm& form, const Tell& tell = {});

/// Accepts (closed) or returns it with a reason (assigned again). Never the person who corrected: inspection.defect_own.
Result<Defect> check_defect(db::Database& database, const ledger::Actor& actor, Instant now, const Viewer& viewer, const std::string& id, bool accept, const std::string& reason, const Tell& tell = {});

/// Defects whose limit has passed are told to the city once, each with event defect.escalate. Returns how many.
int escalate_defects(db::Database& database, Instant now, const std::function<void(db::Transaction&, const Defect&)>& tell);

} // namespace ankao::inspection
