// SPDX-License-Identifier: Apache-2.0
#include "planning/service/reading.hpp"

#include "planning/store/answers.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {
namespace {

constexpr int k_all = 100'000;
PlanKey key_of(const PlanVersion& plan) { return {plan.month, plan.version}; }

} // namespace

std::optional<PlanVersion> plan_in_force(db::Transaction& transaction, Month month) { return published_version(transaction, month); }

std::vector<SessionRow> sessions_in(db::Transaction& transaction, const PlanVersion& plan, const std::string& site) {
  SessionFilter filter;
  filter.site = site;
  filter.limit = k_all;
  return list_sessions(transaction, key_of(plan), filter).items;
}

std::vector<PlacedBatch> places_in(db::Transaction& transaction, const PlanVersion& plan, const std::string& institution) {
  BatchFilter filter;
  filter.institution = institution;
  filter.limit = k_all;
  std::map<std::string, BatchRow> batches;
  std::vector<std::string> ids;
  for (BatchRow& batch : list_batches(transaction, key_of(plan), filter).items) {
    ids.push_back(batch.id);
    batches.emplace(ids.back(), std::move(batch));
  }
  std::vector<PlacedBatch> out;
  if (ids.empty()) return out;
  for (PlaceRow& place : places_of_batches(transaction, key_of(plan), ids)) {
    const BatchRow& batch = batches.at(place.seat.batch);
    out.push_back({batch, std::move(place.seat), std::move(place.session)});
  }
  return out;
}

std::vector<PublicFile> files_in(db::Transaction& transaction, const PlanVersion& plan) {
  std::vector<PublicFile> out;
  for (const PlanFile& file : files(transaction, plan.month, plan.version)) out.push_back({file.name, file.sm3, file.size});
  return out;
}

std::vector<PlacedBatch> places_of_batch(db::Transaction& transaction, const PlanVersion& plan, const std::string& batch) {
  const auto row = find_batch(transaction, key_of(plan), batch);
  std::vector<PlacedBatch> out;
  if (!row) return out;
  for (PlaceRow& place : places_of_batches(transaction, key_of(plan), {batch})) out.push_back({*row, std::move(place.seat), std::move(place.session)});
  return out;
}

std::string reason_of(const PlanVersion& plan) {
  for (const Step& step : plan.steps)
    if (step.step == "plan.redraw" || (step.step == "plan.create" && !step.reason.empty())) return step.reason;
  return "";
}

bool is_confirmed(db::Transaction& transaction, const PlanVersion& plan) { return find_confirmation(transaction, key_of(plan)).has_value(); }

} // namespace ankao::planning
