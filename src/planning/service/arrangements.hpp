// SPDX-License-Identifier: Apache-2.0
// Arrangements beside bookings. Both kinds change what the next frozen instance says, so none is recorded or ended for a booking that
// stands in a frozen one.
#pragma once

#include <optional>
#include <string>

#include "planning/service/world.hpp"
#include "planning/store/arrangements.hpp"
#include "planning/words/booking.hpp"

namespace ankao::planning {

struct ArrangementWanted {
  ArrangementKind kind = ArrangementKind::CrossCity;
  std::string booking, party, authority, evidence, reason;
  std::optional<Date> held_from = std::nullopt, held_until = std::nullopt; ///< another city: the days agreed
};
/// Own school: the booking says so, and the school belongs to an authority the law names. Another city: the exam organisation alone,
/// for subjects of P-2.6b. Problems planning.arrangement_*, booking_*, text_*.
Result<Arrangement> record_arrangement(const World& world, const Act& act, const ArrangementWanted& wanted);
/// The candidates take part in the draw of the city again, or as all others. planning.arrangement_unknown, arrangement_ended.
Result<Arrangement> finish_arrangement(const World& world, const Act& act, const std::string& id, const std::string& reason);
/// An arrangement that stands, with its booking, for what other capabilities say of it.
struct ArrangedBooking {
  Arrangement arrangement;
  Booking booking;
};
std::optional<ArrangedBooking> arrangement_in(db::Transaction& transaction, const std::string& id);
/// An institution its own, the city all.
Result<ArrangementList> find_arrangements(const World& world, const ledger::Actor& actor, ArrangementFilter filter);

} // namespace ankao::planning
