// SPDX-License-Identifier: Apache-2.0
// Returns in the database: corrections, submissions and what was sent. The figures themselves are computed, never stored before that.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "reporting/words/figures.hpp"

namespace ankao::reporting {

/// Schema steps 1600-1649, those of the summary reports among them.
std::vector<db::Migration> migrations();

namespace store {

/// Of a campaign; of one district when it is not empty. Returns that nobody touched are not there.
std::vector<Kept> kept(db::Transaction& transaction, const std::string& campaign, const std::string& district);
void save(db::Transaction& transaction, const Kept& kept);
void put_correction(db::Transaction& transaction, const Kept& kept, const Correction& correction);
void remove_correction(db::Transaction& transaction, const Kept& kept, const std::string& row, Cell cell);
/// What `kept` sends under its version.
void put_sent(db::Transaction& transaction, const Kept& kept);

} // namespace store
} // namespace ankao::reporting
