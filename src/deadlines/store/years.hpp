// SPDX-License-Identifier: Apache-2.0
// Entered years in the database: every version is kept.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "db/db.hpp"
#include "deadlines/words/entry.hpp"

namespace ankao::deadlines::store {

void insert(db::Transaction& transaction, const EnteredYear& year);
std::optional<EnteredYear> newest(db::Transaction& transaction, int year);
/// The newest version of every year, ascending by year.
std::vector<EnteredYear> all_newest(db::Transaction& transaction);
/// Every version of a year, newest first.
std::vector<EnteredYear> versions(db::Transaction& transaction, int year);
/// How many versions of any year there are; it only grows.
std::int64_t count(db::Transaction& transaction);

} // namespace ankao::deadlines::store
