// SPDX-License-Identifier: Apache-2.0
#include "planning/rules/openings.hpp"

#include <algorithm>

namespace ankao::planning {

namespace {

bool opens(const registry::OpeningRule& rule, Date day, const Workdays& calendar) {
  if (day < rule.from || rule.to < day) return false;
  const int weekday = static_cast<int>(day.weekday());
  if (std::find(rule.weekdays.begin(), rule.weekdays.end(), weekday) == rule.weekdays.end()) return false;
  return rule.on_rest_days || calendar.working(day).value_or(false);
}

} // namespace

std::map<Date, std::set<std::string>> openings(const registry::RoomRecord& room, Month month, const Workdays& calendar) {
  std::map<Date, std::set<std::string>> open;
  for (Date day = month.first(); day <= month.last(); day = day + 1)
    for (const auto& rule : room.openings)
      if (opens(rule, day, calendar)) open[day].insert(rule.slots.begin(), rule.slots.end());
  for (const auto& exception : room.exceptions)
    if (month.contains(exception.date)) open[exception.date] = {exception.slots.begin(), exception.slots.end()};
  std::erase_if(open, [](const auto& day) { return day.second.empty(); });
  return open;
}

} // namespace ankao::planning
