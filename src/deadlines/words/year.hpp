// SPDX-License-Identifier: Apache-2.0
// One year of the working-day calendar: the State Council's arrangement, which moves rest days onto weekdays and work onto weekends.
#pragma once

#include <map>
#include <string>

#include "base/date.hpp"

namespace ankao::deadlines {

struct CalendarYear {
  int year = 0;
  std::string source;                 ///< the notice the days come from
  std::map<Date, std::string> rest;   ///< day -> name of the holiday, weekends within it included
  std::map<Date, std::string> worked; ///< Saturdays and Sundays that are worked -> the holiday they make up for
};

/// Why a day is what it is; `holiday` is empty for an ordinary weekday or weekend.
struct DayKind {
  enum class Kind { Workday, WorkedWeekend, Weekend, Holiday };
  Kind kind = Kind::Workday;
  std::string holiday;
  bool is_working() const { return kind == Kind::Workday || kind == Kind::WorkedWeekend; }
};

} // namespace ankao::deadlines
