// SPDX-License-Identifier: Apache-2.0
// Records as canonical JSON and their SM3, as the ledger cites them.
#pragma once

#include <string>

#include "planning/words/booking.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

std::string digest_of(const Booking& booking);
std::string digest_of(const PlanVersion& plan);

} // namespace ankao::planning
