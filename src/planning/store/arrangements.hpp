// SPDX-License-Identifier: Apache-2.0
// Arrangements in the database.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "planning/words/arrangement.hpp"

namespace ankao::planning {

struct ArrangementFilter {
  std::string q, kind, institution, subject, order = "id";
  std::optional<bool> live;
  std::int64_t limit = 100'000, offset = 0;
};
struct ArrangementList {
  std::int64_t total = 0, candidates = 0;
  std::vector<Arrangement> items;
};

void insert_arrangement(db::Transaction& transaction, const Arrangement& arrangement);
/// False when it has ended already.
bool end_arrangement(db::Transaction& transaction, const Arrangement& arrangement);
std::optional<Arrangement> find_arrangement(db::Transaction& transaction, const std::string& id);
std::optional<Arrangement> live_arrangement(db::Transaction& transaction, ArrangementKind kind, const std::string& booking);
ArrangementList list_arrangements(db::Transaction& transaction, const ArrangementFilter& filter);
/// Bookings with a live arrangement of the kind.
std::set<std::string> arranged_bookings(db::Transaction& transaction, ArrangementKind kind);

} // namespace ankao::planning
