// SPDX-License-Identifier: Apache-2.0
#include "planning/service/timetable.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "planning/store/assignments.hpp"

namespace ankao::planning {
namespace {

constexpr std::int64_t k_all = 100'000;

Problem beyond(const std::string& what) { return problem("planning.timetable_scope", {{"value", what}}); }

} // namespace

Result<Sight> sight_of(const ledger::Actor& actor, const Sight& asked) {
  const auto scope = registry::scope_of(actor);
  Sight sight = asked;
  sight.own_seats = false;
  sight.examiner.clear();
  if (scope.kind == "city") return sight;
  if (scope.kind == "district") {
    sight.district = scope.id;
    return sight;
  }
  if (scope.kind == "site") {
    if (!asked.site.empty() && asked.site != scope.id) return beyond(asked.site);
    sight.site = scope.id;
    return sight;
  }
  if (scope.kind == "own" && actor.role == "examiner") {
    sight.examiner = actor.account;
    return sight;
  }
  if (scope.kind != "institution") return beyond(scope.kind);
  if (!asked.institution.empty() && asked.institution != scope.id) return beyond(asked.institution);
  sight.institution = scope.id;
  sight.own_seats = true;
  return sight;
}

std::vector<SeenSession> seen_sessions(db::Transaction& transaction, PlanKey key, const Sight& sight) {
  SessionFilter filter;
  filter.site = sight.site;
  filter.institution = sight.institution;
  filter.district = sight.district;
  filter.limit = k_all;
  std::vector<SeenSession> all;
  std::vector<std::string> ids, batch_ids;
  const auto assigned = sight.examiner.empty() ? std::set<std::string>() : sessions_assigned(transaction, sight.examiner, key.month);
  for (auto& row : list_sessions(transaction, key, filter).items) {
    if (!sight.examiner.empty() && !assigned.contains(row.id)) continue;
    if (!sight.room.empty() && row.room != sight.room) continue;
    ids.push_back(row.id);
    all.push_back({std::move(row), {}});
  }
  auto seats = seats_of_sessions(transaction, key, ids);
  if (sight.own_seats) std::erase_if(seats, [&](const SeatRow& one) { return one.institution != sight.institution; });
  for (const auto& seat : seats) batch_ids.push_back(seat.batch);
  std::sort(batch_ids.begin(), batch_ids.end());
  batch_ids.erase(std::unique(batch_ids.begin(), batch_ids.end()), batch_ids.end());
  std::map<std::string, BatchRow> batches;
  for (auto& batch : batches_by_id(transaction, key, batch_ids)) batches[batch.id] = std::move(batch);
  std::map<std::string, SeenSession*> by_id;
  for (auto& one : all) by_id[one.session.id] = &one;
  for (auto& seat : seats) {
    auto& session = *by_id.at(seat.session);
    const auto& batch = batches.at(seat.batch);
    session.seats.push_back({std::move(seat), batch});
  }
  return all;
}

std::optional<Month> month_to_show(const std::vector<Month>& published, Month today) {
  for (const Month& month : published)
    if (month >= today) return month;
  return published.empty() ? std::nullopt : std::optional(published.back());
}

} // namespace ankao::planning
