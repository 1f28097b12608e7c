// SPDX-License-Identifier: Apache-2.0
// The holiday calendar over HTTP (G-63): everybody reads it, the holder of calendar.enter enters a year.
#pragma once

#include <boost/describe.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "api/endpoints.hpp"
#include "db/db.hpp"

namespace ankao::deadlines {

/// `changed` is called after a year was entered: what was computed or cached with the old calendar is out of date. All must outlive the
/// endpoints.
void add_routes(api::Endpoints& endpoints, db::Database& database, std::function<void()> changed);

namespace dto {

enum class CalendarOrigin { Shipped, Entered };
BOOST_DESCRIBE_ENUM(CalendarOrigin, Shipped, Entered)

/// Rest: a day of a holiday, weekends within it included. Weekend: an ordinary Saturday or Sunday.
enum class HolidayKind { Work, Rest, WorkedWeekend, Weekend };
BOOST_DESCRIBE_ENUM(HolidayKind, Work, Rest, WorkedWeekend, Weekend)

struct CalendarYearRow {
  int year = 0;
  std::string source;
  CalendarOrigin origin = CalendarOrigin::Shipped;
  int version = 0; ///< of the entered year; 0: none was entered
  std::int64_t rest_days = 0;
  std::int64_t worked_days = 0;  ///< worked weekend days
  std::int64_t working_days = 0; ///< of the whole year
  std::optional<Instant> entered_at;
};
BOOST_DESCRIBE_STRUCT(CalendarYearRow, (), (year, source, origin, version, rest_days, worked_days, working_days, entered_at))

struct CalendarList {
  std::vector<CalendarYearRow> years; ///< newest first
};
BOOST_DESCRIBE_STRUCT(CalendarList, (), (years))

struct CalendarOf {
  int year = 0;
};
BOOST_DESCRIBE_STRUCT(CalendarOf, (), (year))

struct HolidayCell {
  Date date;
  int weekday = 1; ///< 1 = Monday … 7 = Sunday
  HolidayKind kind = HolidayKind::Work;
  std::string name; ///< of the holiday; empty for ordinary days
};
BOOST_DESCRIBE_STRUCT(HolidayCell, (), (date, weekday, kind, name))

struct HolidayMonth {
  Month month;
  std::int64_t working_days = 0;
  std::vector<HolidayCell> days;
};
BOOST_DESCRIBE_STRUCT(HolidayMonth, (), (month, working_days, days))

struct HolidayRange {
  Date from;
  Date to;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(HolidayRange, (), (from, to, name))

struct HolidayWorked {
  Date date;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(HolidayWorked, (), (date, name))

/// `rest` and `worked` are the lines as they were entered, days of the December before included; `months` what holds now.
struct HolidayYear {
  CalendarYearRow year;
  std::string reason; ///< of the last correction
  std::vector<HolidayRange> rest;
  std::vector<HolidayWorked> worked;
  std::vector<HolidayMonth> months;
};
BOOST_DESCRIBE_STRUCT(HolidayYear, (), (year, reason, rest, worked, months))

struct CalendarForm {
  int year = 0;               ///< path
  std::optional<int> version; ///< the version shown when the form was opened; none: 0
  std::string source;
  std::optional<std::string> reason;
  std::vector<HolidayRange> rest;
  std::vector<HolidayWorked> worked;
  std::optional<bool> compared;
};
BOOST_DESCRIBE_STRUCT(CalendarForm, (), (year, version, source, reason, rest, worked, compared))

struct CalendarVersion {
  int version = 1;
  std::string source;
  std::string reason;
  std::string person;
  Instant entered_at;
  std::vector<HolidayRange> rest;
  std::vector<HolidayWorked> worked;
};
BOOST_DESCRIBE_STRUCT(CalendarVersion, (), (version, source, reason, person, entered_at, rest, worked))

struct CalendarHistory {
  std::vector<CalendarVersion> versions; ///< newest first
};
BOOST_DESCRIBE_STRUCT(CalendarHistory, (), (versions))

} // namespace dto
} // namespace ankao::deadlines
