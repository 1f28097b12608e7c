// SPDX-License-Identifier: Apache-2.0
// Bookings as they stood before each change, so that a late change can be told with its before and after.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "planning/words/booking.hpp"

namespace ankao::planning {

struct PastBooking {
  std::string booking;
  Instant at;
  std::string action; ///< "booking.create", "booking.import", "booking.change", "booking.withdraw"
  std::string person, role, reason;
  std::optional<Booking> before; ///< nothing: it did not exist; of the rest only candidates, days and state are kept
};

void put_past(db::Transaction& transaction, const PastBooking& past);
/// Made after `since` and not after `until`, oldest first.
std::vector<PastBooking> past_between(db::Transaction& transaction, Instant since, Instant until);

} // namespace ankao::planning
