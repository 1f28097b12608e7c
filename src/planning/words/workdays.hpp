// SPDX-License-Identifier: Apache-2.0
// The working-day calendar as planning needs it, handed in from outside (capability deadlines).
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/date.hpp"

namespace ankao::planning {

struct Workdays {
  /// Whether a day is worked by the State Council's arrangement; nothing for a year without data.
  std::function<std::optional<bool>(Date)> working;
  /// The holiday's name, or that a weekend day is worked; empty for an ordinary day.
  std::function<std::string(Date)> label = [](Date) { return std::string(); };
};

/// The day `count` working days after `from`, the day itself not counted (G-63); nothing when the calendar has no data on the way.
std::optional<Date> add_workdays(const Workdays& calendar, Date from, int count);

/// Working days in (from, to]; nothing when the calendar has no data on the way. 0 when to <= from.
std::optional<int> workdays_between(const Workdays& calendar, Date from, Date to);

} // namespace ankao::planning
