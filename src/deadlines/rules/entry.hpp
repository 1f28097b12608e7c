// SPDX-License-Identifier: Apache-2.0
// Whether an entered year can be true, and how entered years lie over the shipped ones (G-63).
#pragma once

#include <vector>

#include "base/result.hpp"
#include "deadlines/words/entry.hpp"
#include "deadlines/words/year.hpp"

namespace ankao::deadlines {

inline constexpr std::size_t k_longest_text = 300; ///< bytes of source, reason
inline constexpr std::size_t k_longest_name = 60;  ///< bytes of a holiday's name
inline constexpr std::size_t k_most_lines = 60;    ///< rest ranges, and worked days

/// What an entry is judged by.
struct Judged {
  const std::vector<HolidayLaw>& law; ///< ascending by from_year, not empty
  Date today;                         ///< only the next year is announced in advance
  bool known = false;                 ///< the year has data already: a correction, which needs a reason
};

/// Everything that is wrong, each with the place as JSON pointer ("/rest/0/from"); empty when the entry can stand.
std::vector<Problem> faults(const YearEntry& entry, const Judged& judged);

/// The days of an entry without faults.
std::map<Date, std::string> rest_days(const YearEntry& entry);
std::map<Date, std::string> worked_days(const YearEntry& entry);

/// `newest`: the newest version of every entered year. An entered year replaces the shipped one whole; what its notice arranges in the
/// December before is laid over that year when that year is known.
std::vector<CalendarYear> laid_over(std::vector<CalendarYear> shipped, const std::vector<EnteredYear>& newest);

/// Days in a row with one name, as they were entered.
std::vector<RestRange> ranges(const std::map<Date, std::string>& rest);

} // namespace ankao::deadlines
