// SPDX-License-Identifier: Apache-2.0
// The calendar of data/holidays/*.yaml, one file a year.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "deadlines/rules/working_days.hpp"

namespace ankao::deadlines {

/// One file. Problem deadlines.file_invalid, which names what is wrong.
Result<CalendarYear> read_year(std::string_view yaml);

/// The years carried inside the program; a broken file is a broken invariant. Safe to call from several threads.
const WorkingDays& shipped_calendar();

} // namespace ankao::deadlines
