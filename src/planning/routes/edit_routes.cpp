// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints.hpp"
#include "planning/routes/edit_api.hpp"
#include "planning/routes/parts.hpp"
#include "planning/service/late_edits.hpp"

namespace ankao::planning {

using ::ankao::api::Call;

namespace {

dto::EffectItem effect_item(const World& world, const draw::EditEffect& effect, Language language) {
  dto::EffectItem out{effect.appeared, effect.vanished, effect.sites, effect.bands, effect.places, effect.people, effect.days, {}};
  for (const auto& one : effect.seats) out.seats.push_back({one.subject, subject_name(world, one.subject, language), one.before, one.after});
  return out;
}

dto::RecordEditItem edit_item(const World& world, const RecordEdits& edits, Language language) {
  dto::RecordEditItem out{edits.kind, edits.id, edits.name, !edits.effect.nothing(), {}, {}, effect_item(world, edits.effect, language)};
  for (const auto& one : edits.steps) out.steps.push_back({to_string(one.at), one.person, one.role, one.action, one.reason});
  for (const auto& one : edits.fields) out.fields.push_back({one.field, one.of, one.before, one.after});
  return out;
}

} // namespace

void add_edit_routes(::ankao::api::Endpoints& endpoints, const World& world) {
  ::ankao::api::Spec spec;
  spec.verb = ::ankao::api::Verb::Get;
  spec.path = "/api/desk/{month}/edits";
  spec.operation = "plan.edits";
  spec.access = ::ankao::api::Access::Permission;
  spec.summary = "Who changed what since the bookings closed, and for whom it changes anything";
  spec.clauses = {"S-3.1", "S-3.7", "G-18"};
  spec.permission = "plan.view_draft";
  endpoints.add<dto::EditsQuery, dto::LateEditsView>(spec, [&world](const Call& call, const dto::EditsQuery& query) {
    return look(world.database, [&](db::Transaction& transaction) -> Result<dto::LateEditsView> {
      const auto found = late_edits(transaction, world, query.month, query.since, call.now);
      if (!found.ok()) return found.problem();
      dto::LateEditsView out;
      out.month = to_string(query.month);
      out.since = to_string(found->since);
      out.until = to_string(found->until);
      out.left_out = found->left_out;
      for (const auto& one : found->edits) {
        out.items.push_back(edit_item(world, one, call.language));
        out.matter += out.items.back().matters ? 1 : 0;
      }
      return out;
    });
  });
}

} // namespace ankao::planning
