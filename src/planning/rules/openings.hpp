// SPDX-License-Identifier: Apache-2.0
// When a room is open: weekly rules on the working-day calendar, single days that differ.
#pragma once

#include <map>
#include <set>
#include <string>

#include "planning/words/workdays.hpp"
#include "registry/words/record.hpp"

namespace ankao::planning {

/// Day -> slots, for the days of the month on which the room is open at all.
/// A rule opens a day of its dates (both ends included) and weekdays when the day is worked, or when the rule says `on_rest_days`; a
/// worked Sunday stays a Sunday. An exception replaces everything the rules say of its day. Days of a year without calendar data are
/// opened by rules with `on_rest_days` and by exceptions only.
std::map<Date, std::set<std::string>> openings(const registry::RoomRecord& room, Month month, const Workdays& calendar);

} // namespace ankao::planning
