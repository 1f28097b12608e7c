// SPDX-License-Identifier: Apache-2.0
// Why a booking counts as late, or as in time (S-4.2, C-4.2.2).
#pragma once

#include "db/db.hpp"
#include "law/why.hpp"
#include "planning/words/booking.hpp"

namespace ankao::planning {

law::Why booking_why(db::Transaction& transaction, const Booking& booking);

} // namespace ankao::planning
