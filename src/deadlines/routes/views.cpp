// SPDX-License-Identifier: Apache-2.0
#include "deadlines/routes/views.hpp"

#include "base/ensure.hpp"
#include "deadlines/rules/entry.hpp"

namespace ankao::deadlines {
namespace {

dto::HolidayKind kind_of(DayKind::Kind kind) {
  switch (kind) {
  case DayKind::Kind::Workday:
    return dto::HolidayKind::Work;
  case DayKind::Kind::WorkedWeekend:
    return dto::HolidayKind::WorkedWeekend;
  case DayKind::Kind::Weekend:
    return dto::HolidayKind::Weekend;
  case DayKind::Kind::Holiday:
    return dto::HolidayKind::Rest;
  }
  return dto::HolidayKind::Work;
}

dto::HolidayMonth month_of(const WorkingDays& days, Month month) {
  dto::HolidayMonth out{month, 0, {}};
  for (Date date = month.first(); date <= month.last(); date = date + 1) {
    const DayKind kind = *days.kind(date);
    out.days.push_back({date, static_cast<int>(date.weekday()), kind_of(kind.kind), kind.holiday});
    if (kind.is_working()) ++out.working_days;
  }
  return out;
}

std::vector<dto::HolidayRange> rest_of(const std::map<Date, std::string>& rest) {
  std::vector<dto::HolidayRange> out;
  for (const RestRange& one : ranges(rest)) out.push_back({one.from, one.to, one.name});
  return out;
}

std::vector<dto::HolidayWorked> worked_of(const std::map<Date, std::string>& worked) {
  std::vector<dto::HolidayWorked> out;
  for (const auto& [date, name] : worked) out.push_back({date, name});
  return out;
}

} // namespace

dto::CalendarYearRow row_of(const WorkingDays& days, int year, const std::optional<EnteredYear>& entered) {
  const CalendarYear* known = days.year(year);
  ensure(known != nullptr, "the year shown stands in the calendar");
  dto::CalendarYearRow row;
  row.year = year;
  row.source = known->source;
  row.rest_days = static_cast<std::int64_t>(known->rest.size());
  row.worked_days = static_cast<std::int64_t>(known->worked.size());
  for (Date date = make_date(year, 1, 1); date.year() == year; date = date + 1) row.working_days += *days.is_working_day(date) ? 1 : 0;
  if (!entered) return row;
  row.origin = dto::CalendarOrigin::Entered;
  row.version = entered->version;
  row.entered_at = entered->at;
  return row;
}

dto::HolidayYear view_of(const WorkingDays& days, int year, const std::optional<EnteredYear>& entered) {
  dto::HolidayYear view{row_of(days, year, entered), entered ? entered->reason : "", {}, {}, {}};
  view.rest = rest_of(entered ? entered->rest : days.year(year)->rest);
  view.worked = worked_of(entered ? entered->worked : days.year(year)->worked);
  for (unsigned month = 1; month <= 12; ++month) view.months.push_back(month_of(days, {year, month}));
  return view;
}

dto::CalendarVersion view_of(const EnteredYear& version) {
  return {version.version, version.source, version.reason, version.person, version.at, rest_of(version.rest), worked_of(version.worked)};
}

YearEntry entry_of(const dto::CalendarForm& form) {
  YearEntry entry{form.year, form.version.value_or(0), form.source, form.reason.value_or(""), {}, {}, form.compared.value_or(false)};
  for (const auto& one : form.rest) entry.rest.push_back({one.from, one.to, one.name});
  for (const auto& one : form.worked) entry.worked.push_back({one.date, one.name});
  return entry;
}

} // namespace ankao::deadlines
