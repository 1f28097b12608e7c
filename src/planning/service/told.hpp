// SPDX-License-Identifier: Apache-2.0
// What planning tells the deadlines, in the transaction of the event.
#pragma once

#include <string>
#include <vector>

#include "planning/service/world.hpp"
#include "planning/words/booking.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

/// S-4.2: the class opened on its day and its examination is booked now; `district` supervises the institution. Of a retake S-3.5: its
/// two months run from the regular examination.
void tell_booked(db::Transaction& transaction, const Act& act, const Booking& booking, const std::string& district);
/// A retake that is no longer booked has no two months to keep: its open term ends with the reason.
void tell_withdrawn(db::Transaction& transaction, const Act& act, const Booking& booking);
/// S-2.3: the month's plan is published; S-5.1b: each of its sites has two working days to answer; retakes that
/// are wholly placed have met S-3.5.
void tell_published(db::Transaction& transaction, const World& world, const Act& act, const PlanVersion& plan);

} // namespace ankao::planning
