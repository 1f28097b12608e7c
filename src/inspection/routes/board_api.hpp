// SPDX-License-Identifier: Apache-2.0
// The board of a campaign: figures, each with the list behind it.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "api/api.hpp"

namespace ankao::inspection::dto {

struct BoardOf {
  std::string id; ///< of the campaign
};
BOOST_DESCRIBE_STRUCT(BoardOf, (), (id))

struct BoardDistrict {
  std::string district, district_name;
  std::int64_t targets = 0, inspected = 0, failed = 0, self = 0;
  std::int64_t found = 0, open = 0, overdue = 0, closed = 0; ///< problems
};
BOOST_DESCRIBE_STRUCT(BoardDistrict, (), (district, district_name, targets, inspected, failed, self, found, open, overdue, closed))

struct BoardItem {
  std::string checklist, item, number, clause, title_zh, title_en;
  std::int64_t found = 0, repeats = 0, open = 0;
};
BOOST_DESCRIBE_STRUCT(BoardItem, (), (checklist, item, number, clause, title_zh, title_en, found, repeats, open))

struct BoardDay {
  Date day;
  std::int64_t found = 0, closed = 0;
};
BOOST_DESCRIBE_STRUCT(BoardDay, (), (day, found, closed))

/// Open problems by days since they were found.
struct BoardAges {
  std::int64_t week = 0, month = 0, quarter = 0, older = 0;
};
BOOST_DESCRIBE_STRUCT(BoardAges, (), (week, month, quarter, older))

/// Units that inspected themselves and were inspected. Means in tenths of a point and tenths of a problem, rounded half up.
struct BoardHonesty {
  std::string checklist;
  bool scored = true;
  std::int64_t units = 0, self_mean = 0, official_mean = 0, self_problems = 0, official_problems = 0;
};
BOOST_DESCRIBE_STRUCT(BoardHonesty, (), (checklist, scored, units, self_mean, official_mean, self_problems, official_problems))

/// A figure counted on the spot that did not agree: with the register (differs), or with the part it was called met for (below).
struct BoardDifference {
  std::string name, title_zh, title_en;
  std::int64_t visits = 0, differs = 0, below = 0;
};
BOOST_DESCRIBE_STRUCT(BoardDifference, (), (name, title_zh, title_en, visits, differs, below))

struct BoardView {
  std::string campaign, title;
  Date today;
  std::vector<BoardDistrict> districts;
  std::vector<BoardItem> items;
  std::vector<BoardDay> days;
  BoardAges ages;
  std::vector<BoardHonesty> honesty;
  std::int64_t visits = 0, visits_differ = 0; ///< signed by offices; with a figure that does not agree
  std::vector<BoardDifference> differences;
};
BOOST_DESCRIBE_STRUCT(BoardView, (), (campaign, title, today, districts, items, days, ages, honesty, visits, visits_differ, differences))

} // namespace ankao::inspection::dto
