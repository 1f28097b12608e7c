// SPDX-License-Identifier: Apache-2.0
// What a booking must be and what follows from it (S-4.2, S-3.5, S-3.7, G-17, G-18, G-63).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "planning/words/booking.hpp"
#include "planning/words/law.hpp"
#include "planning/words/workdays.hpp"

namespace ankao::planning {

/// The last day on which a class that opened then is booked in time; nothing when the calendar has no data for it.
std::optional<Date> book_by(const PlanningLaw& law, const Workdays& calendar, Date class_opened);

/// Working days after that last day; 0 in time; nothing when that depends on a year without data.
std::optional<int> working_days_late(const PlanningLaw& law, const Workdays& calendar, Date class_opened, Date booked);

/// The same day `months` later, or the last day of that month when it is shorter.
Date add_months(Date date, int months);

/// The day by which a retake should be held (S-3.5).
Date retake_by(const PlanningLaw& law, Date regular_exam);

/// The month a booking asks for when the institution names none: the one after the planned completion.
Month wanted_month(const BookingInput& input);

/// Faults of the input itself, each with the name of its member in Problem::at; ids planning.booking_*. Empty: fine.
std::vector<Problem> faults(const BookingInput& input, Date today);

} // namespace ankao::planning
