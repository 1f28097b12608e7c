// SPDX-License-Identifier: Apache-2.0
// A year's arrangement as an officer enters it from the State Council's notice (G-63), and as it is kept.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::deadlines {

/// Days off in a row, both ends included, weekends within included.
struct RestRange {
  Date from;
  Date to;
  std::string name; ///< "春节"
  bool operator==(const RestRange&) const = default;
};

struct WorkedDay {
  Date date;
  std::string name; ///< the holiday it makes up for
  bool operator==(const WorkedDay&) const = default;
};

/// The notice of a year may also arrange the last days of December before it (New Year's Day): these stand in the entry of that notice.
struct YearEntry {
  int year = 0;
  int version = 0;    ///< the version this one is made on; 0 when none was entered before
  std::string source; ///< title or number of the notice of the State Council's General Office
  std::string reason; ///< required when the year has data already
  std::vector<RestRange> rest;
  std::vector<WorkedDay> worked;
  bool compared = false; ///< compared with the notice although the number of days is unusual
};

/// One version of an entered year; older ones are kept.
struct EnteredYear {
  int year = 0;
  int version = 1; ///< from 1
  std::string source;
  std::string reason;
  std::map<Date, std::string> rest;   ///< also days of the December before
  std::map<Date, std::string> worked; ///< also days of the December before
  std::string account;
  std::string person;
  Instant at;
};

/// What the law says of a year's holidays (law/holidays.yaml).
struct MonthDay {
  unsigned month = 1;
  unsigned day = 1;
};
struct HolidayLaw {
  int from_year = 0;
  int statutory_days = 0;
  std::vector<MonthDay> fixed_days;
};

} // namespace ankao::deadlines
