// SPDX-License-Identifier: Apache-2.0
// What a signature needs, and what follows from it.
#pragma once

#include "db/db.hpp"
#include "inspection/service/visits.hpp"

namespace ankao::inspection {

/// inspection.items_open, answers_conflict, conclusion_missing.
Result<void> may_sign(const Standing& standing, const SignForm& form);
/// One defect for every failed item, of the level that follows from the last one at the place; each with its event.
void raise_defects(db::Transaction& transaction, const ledger::Actor& actor, Instant now, const Visit& visit, const Standing& standing);

} // namespace ankao::inspection
