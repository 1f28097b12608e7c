// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "db/db.hpp"
#include "ledger/words/finding.hpp"

namespace ankao::ledger {

/// Returns the id given.
std::int64_t insert_check(db::Transaction& transaction, const CheckReport& report);
std::optional<CheckReport> newest_check(db::Transaction& transaction);

} // namespace ankao::ledger
