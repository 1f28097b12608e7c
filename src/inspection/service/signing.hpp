// SPDX-License-Identifier: Apache-2.0
// What a signature needs, and what follows from it.
#pragma once

#include "db/db.hpp"
#include "inspection/service/visits.hpp"
#include "inspection/words/record.hpp"

namespace ankao::inspection {

/// inspection.items_open, answers_conflict, conclusion_missing.
Result<void> may_sign(const Standing& standing, const SignForm& form);
/// Everybody has signed or refused what stands now, and every question that the form asks was asked; a unit that inspects itself signs
/// by its account alone. inspection.question_missing, signatures_missing.
Result<void> all_signed(db::Transaction& transaction, const Visit& visit, const Standing& standing);
/// What a signature is for: SM3 of the answers that stand and the questions.
std::string content_of(const Standing& standing, const std::vector<Question>& questions);
/// One defect for every failed item, of the level that follows from the last one at the place; each with its event.
int raise_defects(db::Transaction& transaction, const ledger::Actor& actor, Instant now, const Visit& visit, const Standing& standing);

} // namespace ankao::inspection
