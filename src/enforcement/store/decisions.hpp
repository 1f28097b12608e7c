// SPDX-License-Identifier: Apache-2.0
// Decisions in the database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "enforcement/words/decision.hpp"

namespace ankao::enforcement {

/// Schema steps 1500-1549.
std::vector<db::Migration> migrations();

namespace store {

/// 1, 2, 3 ...
std::int64_t next_number(db::Transaction& transaction);
void insert(db::Transaction& transaction, const Decision& decision);
/// State, signature, end and effect: what was proposed never changes.
void update(db::Transaction& transaction, const Decision& decision);
std::optional<Decision> decision(db::Transaction& transaction, const std::string& id);
/// Of a problem or a visit, by number.
std::vector<Decision> resting_on(db::Transaction& transaction, const std::string& record);

struct Filter {
  Viewer viewer;
  std::string q, district, kind, ground, state, subject;
  int limit = 50;
  std::int64_t offset = 0;
  std::string order; ///< SQL
};
struct Found {
  std::int64_t total = 0;
  std::vector<Decision> rows;
};
Found decisions(db::Transaction& transaction, const Filter& filter);

/// Signed from the first moment and before the second and not annulled, oldest first; of one district when it is not empty.
std::vector<Decision> in_force(db::Transaction& transaction, const std::string& district, Instant from, Instant before);

} // namespace store
} // namespace ankao::enforcement
