// SPDX-License-Identifier: Apache-2.0
// Arrangements beside bookings. Both kinds change what the next frozen instance says, so none is recorded or ended for a booking that
// stands in a frozen one.
#pragma once

#include <string>

#include "planning/service/world.hpp"
#include "planning/store/arrangements.hpp"

namespace ankao::planning {

struct ArrangementWanted {
  ArrangementKind kind = ArrangementKind::CrossCity;
  std::string booking, party, authority, evidence, reason;
};
/// Own school: the booking says so, and the school belongs to an authority the law names. Another city: the exam organisation alone,
/// for subjects of P-2.6b. Problems planning.arrangement_*, booking_*, text_*.
Result<Arrangement> record_arrangement(const World& world, const Act& act, const ArrangementWanted& wanted);
/// The candidates take part in the draw of the city again, or as all others. planning.arrangement_unknown, arrangement_ended.
Result<Arrangement> finish_arrangement(const World& world, const Act& act, const std::string& id, const std::string& reason);
/// An institution its own, the city all.
Result<ArrangementList> find_arrangements(const World& world, const ledger::Actor& actor, ArrangementFilter filter);

} // namespace ankao::planning
