// SPDX-License-Identifier: Apache-2.0
// Sessions in a person's reach: an institution its own trainees' seats and nobody else's, a site its own rooms, a district its sites,
// the city everything, an examiner the sessions of the assignment. Only plans that are published.
#pragma once

#include <string>
#include <vector>

#include "planning/service/world.hpp"
#include "planning/store/rows.hpp"
#include "planning/words/feed.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

/// What the actor asks for, within what the actor may see: problem planning.timetable_scope.
Result<Sight> sight_of(const ledger::Actor& actor, const Sight& asked);

struct SeenSeat {
  SeatRow seat;
  BatchRow batch;
};
struct SeenSession {
  SessionRow session;
  std::vector<SeenSeat> seats; ///< that may be seen
};
/// By time.
std::vector<SeenSession> seen_sessions(db::Transaction& transaction, PlanKey key, const Sight& sight);

/// The month to open with: this one or the next that has a plan, else the last.
std::optional<Month> month_to_show(const std::vector<Month>& published, Month today);

} // namespace ankao::planning
