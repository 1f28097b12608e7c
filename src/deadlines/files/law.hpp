// SPDX-License-Identifier: Apache-2.0
// The law of holidays from law/holidays.yaml.
#pragma once

#include <vector>

#include "deadlines/words/entry.hpp"

namespace ankao::deadlines {

/// Ascending by from_year; a broken file is a broken invariant. Safe to call from several threads.
const std::vector<HolidayLaw>& shipped_holiday_law();

} // namespace ankao::deadlines
