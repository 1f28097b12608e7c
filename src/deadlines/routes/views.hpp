// SPDX-License-Identifier: Apache-2.0
// From the calendar to what the API shows.
#pragma once

#include "deadlines/routes/routes.hpp"
#include "deadlines/rules/working_days.hpp"
#include "deadlines/words/entry.hpp"

namespace ankao::deadlines {

/// `year` stands in `days`.
dto::CalendarYearRow row_of(const WorkingDays& days, int year, const std::optional<EnteredYear>& entered);
dto::HolidayYear view_of(const WorkingDays& days, int year, const std::optional<EnteredYear>& entered);
dto::CalendarVersion view_of(const EnteredYear& version);
YearEntry entry_of(const dto::CalendarForm& form);

} // namespace ankao::deadlines
