// SPDX-License-Identifier: Apache-2.0
// An arrangement of 2027 made up for tests: it has the form of a notice and is none.
#pragma once

#include "deadlines/words/entry.hpp"

namespace ankao::tests {

inline Date day_of(const char* text) { return *parse_date(text); }

inline deadlines::YearEntry year_2027() {
  const auto rest = [](const char* from, const char* to, const char* name) { return deadlines::RestRange{day_of(from), day_of(to), name}; };
  const auto worked = [](const char* date, const char* name) { return deadlines::WorkedDay{day_of(date), name}; };
  deadlines::YearEntry entry;
  entry.year = 2027;
  entry.source = "国务院办公厅关于2027年部分节假日安排的通知（测试用，非真实安排）";
  entry.rest = {rest("2027-01-01", "2027-01-03", "元旦"),   rest("2027-02-05", "2027-02-11", "春节"),
                rest("2027-04-03", "2027-04-05", "清明节"), rest("2027-05-01", "2027-05-05", "劳动节"),
                rest("2027-06-09", "2027-06-09", "端午节"), rest("2027-09-15", "2027-09-15", "中秋节"),
                rest("2027-10-01", "2027-10-07", "国庆节")};
  entry.worked = {worked("2027-02-13", "春节"), worked("2027-05-08", "劳动节"), worked("2027-09-26", "国庆节"),
                  worked("2027-10-09", "国庆节")};
  return entry;
}

} // namespace ankao::tests
