// SPDX-License-Identifier: Apache-2.0
// What other capabilities read of a published plan inside a transaction of their own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/store/rows.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

std::optional<PlanVersion> plan_in_force(db::Transaction& transaction, Month month);
/// By time; all of them, or those of one site.
std::vector<SessionRow> sessions_in(db::Transaction& transaction, const PlanVersion& plan, const std::string& site = "");

struct PlacedBatch {
  BatchRow batch;
  SeatRow seat;
  SessionRow session;
};
/// What an institution's batches got, by batch, then time.
std::vector<PlacedBatch> places_in(db::Transaction& transaction, const PlanVersion& plan, const std::string& institution);

} // namespace ankao::planning
