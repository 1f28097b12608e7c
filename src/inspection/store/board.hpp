// SPDX-License-Identifier: Apache-2.0
// Figures of a campaign, each a count of rows that a list shows.
#pragma once

#include <string>
#include <vector>

#include "db/db.hpp"
#include "inspection/words/visit.hpp"

namespace ankao::inspection::store {

/// Found by offices, not by the units themselves; overdue on the day.
struct DistrictProblems {
  std::string district;
  std::int64_t found = 0, open = 0, overdue = 0, closed = 0;
};
struct ItemProblems {
  std::string checklist, item, number, clause;
  std::int64_t found = 0, repeats = 0, open = 0;
};
struct DayProblems {
  Date day;
  std::int64_t found = 0, closed = 0;
};
/// Open problems by how long ago they were found.
struct Ages {
  std::int64_t week = 0, month = 0, quarter = 0, older = 0; ///< up to 7, 30, 90 days, more
};
/// Units that inspected themselves and were inspected: sums over the pairs. Totals are tenths of a point.
struct Honesty {
  std::string checklist;
  std::int64_t units = 0, self_total = 0, official_total = 0, self_problems = 0, official_problems = 0;
};

/// `viewer` is the city or a district, which has the units of its own.
struct BoardScope {
  std::string campaign;
  Viewer viewer;
  Date today;
};
std::vector<DistrictProblems> problems_by_district(db::Transaction& transaction, const BoardScope& scope);
/// The most frequent first.
std::vector<ItemProblems> problems_by_item(db::Transaction& transaction, const BoardScope& scope, int most);
std::vector<DayProblems> problems_by_day(db::Transaction& transaction, const BoardScope& scope);
Ages ages_of_open(db::Transaction& transaction, const BoardScope& scope);
std::vector<Honesty> honesty(db::Transaction& transaction, const BoardScope& scope);

} // namespace ankao::inspection::store
