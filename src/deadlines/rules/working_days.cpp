// SPDX-License-Identifier: Apache-2.0
#include "deadlines/rules/working_days.hpp"

#include "base/ensure.hpp"

namespace ankao::deadlines {
namespace {

constexpr unsigned k_saturday = 6;

bool is_weekend(Date date) { return date.weekday() >= k_saturday; }

void check(const CalendarYear& year) {
  for (const auto& [date, name] : year.rest) {
    ensure(date.year() == year.year, "rest day lies in its year: " + to_string(date));
    ensure(!year.worked.contains(date), "day is either rest or worked: " + to_string(date));
  }
  for (const auto& [date, name] : year.worked) {
    ensure(date.year() == year.year, "worked day lies in its year: " + to_string(date));
    ensure(is_weekend(date), "worked day is a Saturday or Sunday: " + to_string(date));
  }
}

} // namespace

WorkingDays::WorkingDays(std::vector<CalendarYear> years) {
  for (CalendarYear& one : years) {
    check(one);
    const int number = one.year;
    ensure(years_.emplace(number, std::move(one)).second, "a year stands once in the calendar: " + std::to_string(number));
  }
}

Result<DayKind> WorkingDays::kind(Date date) const {
  const CalendarYear* known = year(date.year());
  if (known == nullptr) return problem("deadlines.year_without_data", {{"year", std::to_string(date.year())}}, to_string(date));
  if (const auto found = known->rest.find(date); found != known->rest.end()) return DayKind{DayKind::Kind::Holiday, found->second};
  if (const auto found = known->worked.find(date); found != known->worked.end())
    return DayKind{DayKind::Kind::WorkedWeekend, found->second};
  return DayKind{is_weekend(date) ? DayKind::Kind::Weekend : DayKind::Kind::Workday, ""};
}

Result<bool> WorkingDays::is_working_day(Date date) const {
  const auto found = kind(date);
  if (!found) return found.problem();
  return found->is_working();
}

Result<Date> WorkingDays::next_working_day(Date date) const { return add_working_days(date, 1); }

Result<Date> WorkingDays::working_day_on_or_after(Date date) const { return add_working_days(date - 1, 1); }

Result<Date> WorkingDays::add_working_days(Date date, int count) const {
  const int step = count < 0 ? -1 : 1;
  for (int left = count < 0 ? -count : count; left > 0;) {
    date = date + step;
    const auto working = is_working_day(date);
    if (!working) return working.problem();
    if (*working) --left;
  }
  return date;
}

Result<int> WorkingDays::working_days_between(Date from, Date to) const {
  if (to < from) {
    const auto back = working_days_between(to, from);
    if (!back) return back.problem();
    return -*back;
  }
  int count = 0;
  for (Date date = from + 1; date <= to; date = date + 1) {
    const auto working = is_working_day(date);
    if (!working) return working.problem();
    if (*working) ++count;
  }
  return count;
}

std::vector<int> WorkingDays::years() const {
  std::vector<int> out;
  for (const auto& [number, year] : years_) out.push_back(number);
  return out;
}

const CalendarYear* WorkingDays::year(int year) const {
  const auto found = years_.find(year);
  return found == years_.end() ? nullptr : &found->second;
}

} // namespace ankao::deadlines
