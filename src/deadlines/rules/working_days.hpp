// SPDX-License-Identifier: Apache-2.0
// Counting in working days 工作日 (G-63): the day of the event is not counted. A year whose arrangement is not known is refused
// (deadlines.year_without_data), never guessed.
#pragma once

#include <map>
#include <vector>

#include "base/result.hpp"
#include "deadlines/words/year.hpp"

namespace ankao::deadlines {

/// Immutable once built; safe to share between threads.
class WorkingDays {
public:
  /// Every rest and worked day lies in its year, no day is both, a worked day is a Saturday or Sunday; anything else is a broken invariant.
  explicit WorkingDays(std::vector<CalendarYear> years);

  Result<DayKind> kind(Date date) const;
  Result<bool> is_working_day(Date date) const;
  /// The first working day after `date`.
  Result<Date> next_working_day(Date date) const;
  /// `date` itself when it is a working day, else the next one: where a term that ends on a rest day ends.
  Result<Date> working_day_on_or_after(Date date) const;
  /// The last day of a term of `count` working days after the event on `date`; before it for a negative count. 0 gives `date` itself.
  /// Every day passed must lie in a year with data.
  Result<Date> add_working_days(Date date, int count) const;
  /// Working days after `from` up to and including `to`; negative when `to` lies before `from`. add_working_days(from, n) is the first
  /// day for which this is n.
  Result<int> working_days_between(Date from, Date to) const;

  /// Ascending.
  std::vector<int> years() const;
  /// Null when there is no data.
  const CalendarYear* year(int year) const;

private:
  std::map<int, CalendarYear> years_;
};

} // namespace ankao::deadlines
