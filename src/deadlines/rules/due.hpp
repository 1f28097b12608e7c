// SPDX-License-Identifier: Apache-2.0
// When a deadline ends: the day, the moment, and how it was counted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "deadlines/rules/working_days.hpp"
#include "deadlines/words/deadline.hpp"

namespace ankao::deadlines {

/// What a running deadline counts from.
struct Anchor {
  Date day;                                 ///< of the event; for a month or a year any day within it
  std::optional<Instant> moment = {};       ///< lengths in minutes
  std::optional<Date> decided_until = {};   ///< Decided: the last day the decision names
};

struct Due {
  Date day;   ///< the last day
  Instant at; ///< what is done before this moment is in time
  bool operator==(const Due&) const = default;
};

/// Nothing for deadlines without an end (any_time). Problems: deadlines.year_without_data; deadlines.period_missing and
/// deadlines.period_out_of_range for a decided period; deadlines.moment_missing.
Result<std::optional<Due>> due(const Deadline& deadline, const Anchor& anchor, const WorkingDays& calendar);

/// One day of the count.
struct CountedDay {
  Date day;
  DayKind kind;
  int number = 0; ///< 1 for the first day that counts; 0 for a day that does not
};
/// The days from the event to the last day for a length in working days; empty for other lengths. A year without data ends the list.
std::vector<CountedDay> counted_days(const Deadline& deadline, const Anchor& anchor, const WorkingDays& calendar);

/// Moves a day by days of the deadline's own calendar.
Result<Date> moved(const Deadline& deadline, Date day, int count, const WorkingDays& calendar);

/// Days left until the last day, in the days of the deadline's calendar: 0 on the last day, below 0 when overdue.
Result<int> days_left(const Deadline& deadline, const Due& due, Instant now, const WorkingDays& calendar);

/// The same day of the month so many months on, or the month's last day.
Date add_months(Date day, int months);

} // namespace ankao::deadlines
