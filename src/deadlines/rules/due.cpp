// SPDX-License-Identifier: Apache-2.0
#include "deadlines/rules/due.hpp"

#include <algorithm>

#include "base/ensure.hpp"

namespace ankao::deadlines {
namespace {

constexpr std::int64_t k_minute = 60'000;

Date clipped(Month month, unsigned day) { return std::min(month.last(), month.first() + static_cast<int>(day) - 1); }

Result<Date> decided_day(const Deadline& deadline, const Anchor& anchor) {
  const Length& length = deadline.length;
  if (!anchor.decided_until) return problem("deadlines.period_missing", {{"clause", deadline.clause}}, "until");
  const int first = length.first_day ? 1 : 0;
  const Date shortest = add_months(anchor.day, length.months_from) - first;
  const Date longest = add_months(anchor.day, length.months_to) - first;
  if (*anchor.decided_until < shortest || *anchor.decided_until > longest)
    return problem("deadlines.period_out_of_range",
                   {{"value", to_string(*anchor.decided_until)}, {"from", to_string(shortest)}, {"to", to_string(longest)}, {"clause", deadline.clause}},
                   "until");
  return *anchor.decided_until;
}

Result<Date> last_day(const Deadline& deadline, const Anchor& anchor, const WorkingDays& calendar) {
  const Length& length = deadline.length;
  const int first = length.first_day ? 1 : 0;
  switch (length.unit) {
  case Unit::WorkingDay:
    return calendar.add_working_days(anchor.day - first, length.count);
  case Unit::Day:
    return anchor.day + (length.count - first);
  case Unit::Month:
    return add_months(anchor.day, length.count) - first;
  case Unit::Year:
    return add_months(anchor.day, length.count * 12) - first;
  case Unit::DayOfMonth:
    return clipped(month_of(anchor.day), static_cast<unsigned>(length.count));
  case Unit::DayOfYear:
    return clipped({anchor.day.year(), length.month}, length.day);
  case Unit::OnDate:
    return length.last;
  case Unit::Decided:
    return decided_day(deadline, anchor);
  case Unit::Minute:
  case Unit::AnyTime:
    break;
  }
  ensure(false, "a length in minutes or without end has no last day");
  return anchor.day;
}

} // namespace

Date add_months(Date day, int months) {
  const int all = day.year() * 12 + static_cast<int>(day.month()) - 1 + months;
  return clipped({all / 12, static_cast<unsigned>(all % 12) + 1}, day.day());
}

Result<std::optional<Due>> due(const Deadline& deadline, const Anchor& anchor, const WorkingDays& calendar) {
  if (deadline.length.unit == Unit::AnyTime) return std::optional<Due>{};
  if (deadline.length.unit == Unit::Minute) {
    if (!anchor.moment) return problem("deadlines.moment_missing", {{"clause", deadline.clause}}, "moment");
    const Instant at{anchor.moment->ms + deadline.length.count * k_minute};
    return std::optional<Due>(Due{date_of(at), at});
  }
  const auto day = last_day(deadline, anchor, calendar);
  if (!day) return day.problem();
  return std::optional<Due>(Due{*day, start_of(deadline.length.last_day ? *day + 1 : *day)});
}

std::vector<CountedDay> counted_days(const Deadline& deadline, const Anchor& anchor, const WorkingDays& calendar) {
  std::vector<CountedDay> days;
  const Length& length = deadline.length;
  if (length.unit != Unit::WorkingDay || length.count <= 0) return days;
  int number = 0;
  for (Date day = anchor.day; number < length.count; day = day + 1) {
    const auto kind = calendar.kind(day);
    if (!kind) return days;
    const bool counts = kind->is_working() && (day > anchor.day || length.first_day);
    days.push_back({day, *kind, counts ? ++number : 0});
  }
  return days;
}

Result<Date> moved(const Deadline& deadline, Date day, int count, const WorkingDays& calendar) {
  if (deadline.calendar == DayCalendar::StateHolidays) return calendar.add_working_days(day, count);
  return day + count;
}

Result<int> days_left(const Deadline& deadline, const Due& due, Instant now, const WorkingDays& calendar) {
  const Date today = date_of(now);
  if (deadline.calendar == DayCalendar::StateHolidays) return calendar.working_days_between(today, due.day);
  return due.day - today;
}

} // namespace ankao::deadlines
