// SPDX-License-Identifier: Apache-2.0
// Who may sign a proposal learns of it; so do the proposer's office and the unit of what was decided.
#pragma once

#include "db/db.hpp"
#include "enforcement/words/decision.hpp"

namespace ankao::server {

void tell_decision(db::Transaction& transaction, const enforcement::Decision& decision, Instant now);

} // namespace ankao::server
