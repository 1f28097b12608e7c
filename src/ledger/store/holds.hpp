// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "db/db.hpp"
#include "ledger/words/retention.hpp"

namespace ankao::ledger {

/// Newest first, lifted ones too.
std::vector<Hold> holds(db::Transaction& transaction);
void insert_hold(db::Transaction& transaction, const Hold& hold);
void lift(db::Transaction& transaction, const Hold& hold);

} // namespace ankao::ledger
