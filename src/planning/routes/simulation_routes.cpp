// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "api/endpoints.hpp"
#include "planning/routes/parts.hpp"
#include "planning/routes/simulation_views.hpp"
#include "planning/service/quotas.hpp"
#include "planning/service/studies.hpp"
#include "planning/store/plans.hpp"
#include "planning/store/studies.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::planning {

using ::ankao::api::Access;
using ::ankao::api::Call;
using ::ankao::api::Endpoints;
using ::ankao::api::Spec;
using ::ankao::api::Verb;

namespace {

Spec spec(Verb verb, const char* path, const char* operation, const char* summary, std::vector<std::string> clauses, const char* permission) {
  Spec out;
  out.verb = verb;
  out.path = path;
  out.operation = operation;
  out.access = Access::Permission;
  out.summary = summary;
  out.clauses = std::move(clauses);
  out.permission = permission;
  return out;
}

Act act_of(const Call& call) { return {call.caller.actor(), call.now}; }

Result<dto::StudyItem> item(const Result<StudyRow>& asked) {
  if (!asked.ok()) return asked.problem();
  return study_item(*asked);
}

PolicyIf policy_of(const dto::PolicyIfBody& in) {
  return {in.visits_per_year, in.order_depth, in.min_fragment, in.vacancy_free_percent, in.max_sessions_per_slot, in.max_sites_per_institution_slot,
          in.bands_m,         in.imbalance,   in.waiting,      in.distance,             in.split,                 in.retake_alone};
}

/// planning.whatif_unknown for a site that the register does not have.
Result<WhatIfRequest> request_of(const World& world, const Call& call, const dto::WhatIfBody& body) {
  const auto sites = look(world.database, [&](db::Transaction& transaction) { return registry::snapshot(transaction, date_of(call.now)).sites; });
  const auto site = [&](const std::string& id) {
    return std::find_if(sites.begin(), sites.end(), [&](const auto& one) { return one.record.id == id; });
  };
  WhatIfRequest out;
  if (body.policy) out.wish.policy = policy_of(*body.policy);
  for (const auto& one : body.rooms.value_or(std::vector<dto::RoomIfBody>{})) {
    if (one.percent < 1 || one.percent > 400) return problem("planning.study_range", {{"value", std::to_string(one.percent)}, {"low", "1"}, {"high", "400"}}, "/rooms");
    const bool is_site = site(one.id) != sites.end();
    out.wish.rooms.push_back({is_site ? one.id : "", is_site ? "" : one.id, one.percent});
  }
  out.wish.closed = body.closed.value_or(std::vector<std::string>{});
  for (const auto& one : body.bases.value_or(std::vector<dto::BaseIfBody>{})) {
    const auto near = site(one.near);
    if (near == sites.end()) return problem("planning.whatif_unknown", {{"value", one.near}}, "/bases");
    if (one.rooms < 1 || one.rooms > 20 || one.seats < 1 || one.seats > 500)
      return problem("planning.study_range", {{"value", std::to_string(one.rooms < 1 || one.rooms > 20 ? one.rooms : one.seats)}, {"low", "1"}, {"high", one.rooms < 1 || one.rooms > 20 ? "20" : "500"}}, "/bases");
    const auto place = registry::place_of(near->record.place, near->record.district);
    out.wish.bases.push_back({one.name, {place.longitude_e6, place.latitude_e6}, one.rooms, one.seats, one.subjects});
  }
  out.draws = body.draws.value_or(1);
  out.work = body.work.value_or(0);
  return out;
}

void add_questions(Endpoints& endpoints, const World& world) {
  endpoints.add<dto::WhatIfBody, dto::StudyItem>(
      spec(Verb::Post, "/api/desk/{month}/studies/what-if", "study.ask_what_if", "Simulate the month otherwise than it is: policy, rooms, a base more, a site less", {"S-6.2", "P-2.2a"}, "study.ask"),
      [&world](const Call& call, const dto::WhatIfBody& body) -> Result<dto::StudyItem> {
        const auto request = request_of(world, call, body);
        if (!request.ok()) return request.problem();
        return item(ask_what_if(world, act_of(call), body.month, body.title, *request));
      });
  endpoints.add<dto::YearBody, dto::StudyItem>(spec(Verb::Post, "/api/desk/{month}/studies/year", "study.ask_year", "Simulate up to twelve months, one after another, from a demand", {"S-2.1"}, "study.ask"),
                                               [&world](const Call& call, const dto::YearBody& body) {
                                                 return item(ask_year(world, act_of(call), body.month, body.title, {body.percents, body.work.value_or(0)}));
                                               });
  endpoints.add<dto::ChancesBody, dto::StudyItem>(spec(Verb::Post, "/api/desk/{month}/studies/chances", "study.ask_chances", "Simulate the month's chances by many draws", {"S-1.2a"}, "study.ask"),
                                                  [&world](const Call& call, const dto::ChancesBody& body) {
                                                    return item(ask_chances(world, act_of(call), body.month, "", {body.draws.value_or(50), body.work.value_or(0)}));
                                                  });
}

/// The newest drawn or frozen version for the desk, else the version in force.
std::optional<PlanVersion> plan_for(db::Transaction& transaction, const Call& call, Month month) {
  if (call.caller.can("plan.view_draft")) return newest_version(transaction, month);
  return published_version(transaction, month);
}

void add_answers(Endpoints& endpoints, const World& world) {
  endpoints.add<dto::StudyQuery, dto::DemandAheadView>(spec(Verb::Get, "/api/desk/{month}/demand-ahead", "study.demand_ahead", "The demand of a year from the forecast, to simulate it", {"S-2.1"}, "study.ask"),
                                                       [&world](const Call& call, const dto::StudyQuery& query) -> Result<dto::DemandAheadView> {
                                                         const auto percents = look(world.database, [&](db::Transaction& transaction) { return demand_from(transaction, query.month, date_of(call.now)); });
                                                         if (!percents.ok()) return percents.problem();
                                                         return dto::DemandAheadView{*percents};
                                                       });
  endpoints.add<dto::StudyQuery, dto::StudyList>(spec(Verb::Get, "/api/desk/{month}/studies", "study.list", "Simulations of a month", {"S-6.2", "S-2.1"}, "plan.view_draft"),
                                                 [&world](const Call&, const dto::StudyQuery& query) {
                                                   return look(world.database, [&](db::Transaction& transaction) -> Result<dto::StudyList> {
                                                     dto::StudyList out;
                                                     for (const auto& one : studies_of(transaction, query.month, 100)) out.items.push_back(study_item(one));
                                                     return out;
                                                   });
                                                 });
  endpoints.add<dto::StudyItemQuery, dto::StudyView>(spec(Verb::Get, "/api/desk/{month}/studies/{id}", "study.show", "A simulation and its answer", {"S-6.2", "S-2.1"}, "plan.view_draft"),
                                                     [&world](const Call& call, const dto::StudyItemQuery& query) {
                                                       return look(world.database, [&](db::Transaction& transaction) -> Result<dto::StudyView> {
                                                         const auto study = find_study(transaction, query.id);
                                                         if (!study || study->month != query.month) return problem("planning.study_unknown", {{"value", query.id}});
                                                         return study_view(transaction, world, *study, call.language);
                                                       });
                                                     });
  endpoints.add<dto::StudyQuery, dto::ChancesView>(
      spec(Verb::Get, "/api/studies/chances", "study.chances", "Where batches may come to sit, by simulated draws; after the draw beside what was drawn", {"S-1.2a"}, "study.view"),
      [&world](const Call& call, const dto::StudyQuery& query) {
        return look(world.database, [&](db::Transaction& transaction) -> Result<dto::ChancesView> {
          const auto study = newest_done(transaction, query.month, StudyKind::Chances);
          if (!study) return problem("planning.study_none", {{"month", to_string(query.month)}});
          const std::string institution = call.caller.scope_kind == "institution" ? call.caller.scope_id : "";
          return chances_view(transaction, world, *study, institution, plan_for(transaction, call, query.month), call.language);
        });
      });
}

} // namespace

void add_simulation_routes(Endpoints& endpoints, const World& world) {
  add_questions(endpoints, world);
  add_answers(endpoints, world);
}

} // namespace ankao::planning
