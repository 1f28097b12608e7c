// SPDX-License-Identifier: Apache-2.0
// The events of a busy day, appended the way the platform does, and beside it the same rows without a tree.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "ledger/service/seal.hpp"
#include "ledger/words/event.hpp"

namespace ankao::bench {

/// What event `number` says; always the same.
ledger::Event event(std::int64_t number);

/// Appends up to `to` events, `batch` a transaction.
void grow(db::Database& database, std::int64_t to, int batch);
std::int64_t size_of(db::Database& database);

/// The peer: the same columns, key and index, one insert a batch, no hashes.
void make_plain(db::Database& database);
void grow_plain(db::Database& database, std::int64_t from, std::int64_t to, int batch);

} // namespace ankao::bench
