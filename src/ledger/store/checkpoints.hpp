// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "db/db.hpp"
#include "ledger/words/checkpoint.hpp"

namespace ankao::ledger {

void insert_checkpoint(db::Transaction& transaction, const Checkpoint& checkpoint);
std::optional<Checkpoint> newest_checkpoint(db::Transaction& transaction);
std::optional<Checkpoint> checkpoint_at(db::Transaction& transaction, std::int64_t size);
/// The first that covers event `number`.
std::optional<Checkpoint> checkpoint_over(db::Transaction& transaction, std::int64_t number);
/// Oldest first, all with a size above `size`.
std::vector<Checkpoint> checkpoints_after(db::Transaction& transaction, std::int64_t size, std::int64_t limit);
/// Whole rows of the table as checkpoints.
std::vector<Checkpoint> read_checkpoints(const db::Rows& rows);

} // namespace ankao::ledger
