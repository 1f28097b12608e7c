// SPDX-License-Identifier: Apache-2.0
// Reads the whole log again and says what is not as it was written.
#pragma once

#include <optional>

#include "db/db.hpp"
#include "ledger/service/seal.hpp"
#include "ledger/words/event.hpp"
#include "ledger/words/finding.hpp"

namespace ankao::ledger {

/// Rows, leaves, subtrees, checkpoints and the witness, on one consistent view.
CheckReport examine(db::Transaction& transaction, const Sealer& sealer);
/// The same, kept as the last result and logged as ledger.check.
CheckReport check(db::Database& database, const Sealer& sealer, const Actor& actor, Instant now);
std::optional<CheckReport> last_check(db::Transaction& transaction);

} // namespace ankao::ledger
