// SPDX-License-Identifier: Apache-2.0
#include "planning/words/workdays.hpp"

namespace ankao::planning {

std::optional<Date> add_workdays(const Workdays& calendar, Date from, int count) {
  Date day = from;
  while (count > 0) {
    day = day + 1;
    const auto working = calendar.working(day);
    if (!working) return std::nullopt;
    if (*working) --count;
  }
  return day;
}

std::optional<int> workdays_between(const Workdays& calendar, Date from, Date to) {
  int count = 0;
  for (Date day = from + 1; day <= to; day = day + 1) {
    const auto working = calendar.working(day);
    if (!working) return std::nullopt;
    if (*working) ++count;
  }
  return count;
}

} // namespace ankao::planning
