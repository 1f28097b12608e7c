// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints.hpp"
#include "lists/routes/add.hpp"
#include "planning/routes/arrangement_api.hpp"
#include "planning/routes/before_lists.hpp"
#include "planning/routes/parts.hpp"
#include "planning/service/arrangements.hpp"

namespace ankao::planning {

using ::ankao::api::Access;
using ::ankao::api::Call;
using ::ankao::api::Endpoints;
using ::ankao::api::Spec;
using ::ankao::api::Verb;

namespace {

Spec spec(Verb verb, const char* path, const char* operation, const char* summary, const char* permission = "") {
  Spec out;
  out.verb = verb;
  out.path = path;
  out.operation = operation;
  out.access = Access::Permission;
  out.summary = summary;
  out.clauses = {"P-2.3d", "P-2.6b", "G-51"};
  out.permission = permission;
  return out;
}

dto::ArrangementItem item_of(const World& world, const Arrangement& a, Language language) {
  return {a.id, a.kind, a.kind == ArrangementKind::OwnSchool ? "P-2.3d" : "P-2.6b", a.booking, a.institution, a.institution_name, a.subject, subject_name(world, a.subject, language), a.candidates,
          a.party, a.authority, a.evidence, a.held_from, a.held_until, a.reason, a.recorded_name, a.recorded_at, a.ended_at, a.ended_name, a.end_reason, !a.ended_at};
}

Result<dto::ArrangementItem> answered(const World& world, const Call& call, const Result<Arrangement>& made) {
  if (!made.ok()) return made.problem();
  return item_of(world, *made, call.language);
}

} // namespace

void add_arrangement_routes(Endpoints& endpoints, const World& world) {
  lists::add<dto::ArrangementQuery, dto::ArrangementPage>(
      endpoints, world.database, arrangement_list(), spec(Verb::Get, "/api/arrangements", "arrangement.list", "Own-school bases and examinations in other cities", "booking.list"), "arrangement.export",
      [&world](const Call& call, const dto::ArrangementQuery& q, const lists::Window& window) -> Result<dto::ArrangementPage> {
        const auto list = find_arrangements(world, call.caller.actor(), {q.q, q.kind, q.institution, q.subject, window.order, q.live, window.limit, window.offset});
        if (!list.ok()) return list.problem();
        dto::ArrangementPage page{list->total, q.page, q.size, list->candidates, {}};
        for (const auto& one : list->items) page.items.push_back(item_of(world, one, call.language));
        return page;
      });
  endpoints.add<dto::ArrangementBody, dto::ArrangementItem>(spec(Verb::Post, "/api/arrangements", "arrangement.record", "Record the basis of own-school students, or an examination in another city", "booking.create"),
                                                            [&world](const Call& call, const dto::ArrangementBody& body) {
                                                              return answered(world, call, record_arrangement(world, {call.caller.actor(), call.now}, {body.kind, body.booking, body.party, body.authority.value_or(""), body.evidence, body.reason, body.held_from, body.held_until}));
                                                            });
  endpoints.add<dto::ArrangementEnd, dto::ArrangementItem>(spec(Verb::Post, "/api/arrangements/{id}/end", "arrangement.end", "End it: the candidates take part like all others", "booking.create"),
                                                           [&world](const Call& call, const dto::ArrangementEnd& body) { return answered(world, call, finish_arrangement(world, {call.caller.actor(), call.now}, body.id, body.reason)); });
}

} // namespace ankao::planning
