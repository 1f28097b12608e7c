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

/// Name, digest and size of each of its public files.
struct PublicFile {
  std::string name, sm3;
  std::int64_t size = 0;
};
std::vector<PublicFile> files_in(db::Transaction& transaction, const PlanVersion& plan);
/// One batch with its places, by time; nothing for a batch that is not in the plan.
std::vector<PlacedBatch> places_of_batch(db::Transaction& transaction, const PlanVersion& plan, const std::string& batch);
/// Why this version took the place of another: empty for the first.
std::string reason_of(const PlanVersion& plan);
/// Whether the plan was confirmed after the sites' feedback.
bool is_confirmed(db::Transaction& transaction, const PlanVersion& plan);

} // namespace ankao::planning
