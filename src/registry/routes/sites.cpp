// SPDX-License-Identifier: Apache-2.0
// Exam sites and rooms, entered on screen.
#include "registry/service/sites.hpp"
#include "registry/routes/parts.hpp"

namespace ankao::registry::routes {
namespace {

using api::Call;
using api::Verb;

Result<SiteDetail> shown_after(const Shared& shared, const Call& call, const Result<Version>& changed) {
  if (!changed.ok()) return changed.problem();
  shared.changed();
  return shown_site(shared, call, changed->record.at("id"));
}

Result<SiteDetail> add_site(const Shared& shared, const Call& call, const SiteRegistration& input) {
  const auto day = wanted_day(input.effective_date);
  if (!day.ok()) return day.problem();
  SiteDraft draft;
  draft.record.name = input.name;
  draft.record.owner = input.owner.value_or("");
  draft.record.public_base = input.public_base.value_or(false);
  draft.record.kind = input.kind;
  draft.record.kind_confirmed = true;
  draft.record.district = input.district;
  draft.record.address = {input.address, input.district, true};
  draft.record.place = place_in(input.place);
  draft.record.subjects = input.subjects;
  draft.record.override_reason = input.override_reason.value_or("");
  draft.effective = *day;
  draft.reason = input.reason;
  return shown_after(shared, call, register_site(shared.database, act_of(call), draft));
}

Result<SiteDetail> edit(const Shared& shared, const Call& call, const SiteEdit& input) {
  SiteChanges changes;
  changes.name = input.name;
  changes.kind = input.kind;
  changes.district = input.district;
  changes.address = input.address;
  changes.address_confirmed = input.address_confirmed;
  changes.place = place_in(input.place);
  changes.remove_place = input.remove_place.value_or(false);
  changes.subjects = input.subjects;
  changes.resolved_flags = input.resolved_flags.value_or(std::vector<std::string>{});
  return shown_after(shared, call, edit_site(shared.database, act_of(call), {input.id, input.version, input.reason}, changes));
}

Result<std::vector<OpeningRule>> rules_in(const std::vector<OpeningView>& views) {
  std::vector<OpeningRule> rules;
  for (std::size_t i = 0; i < views.size(); ++i) {
    const auto from = parse_date(views[i].from);
    const auto to = parse_date(views[i].to);
    const std::string at = "/openings/" + std::to_string(i);
    if (!from) return problem("register.date", {{"value", views[i].from}}, at + "/from");
    if (!to) return problem("register.date", {{"value", views[i].to}}, at + "/to");
    rules.push_back({*from, *to, views[i].weekdays, views[i].slots, views[i].on_rest_days});
  }
  return rules;
}

Result<std::vector<OpeningException>> exceptions_in(const std::vector<ExceptionView>& views) {
  std::vector<OpeningException> exceptions;
  for (std::size_t i = 0; i < views.size(); ++i) {
    const auto date = parse_date(views[i].date);
    if (!date) return problem("register.date", {{"value", views[i].date}}, "/exceptions/" + std::to_string(i) + "/date");
    exceptions.push_back({*date, views[i].slots});
  }
  return exceptions;
}

Result<SiteDetail> put(const Shared& shared, const Call& call, const RoomInput& input) {
  RoomDraft draft{input.room, input.name, input.exclusive, input.capacity, input.seats, {}, {}};
  if (input.openings) {
    auto rules = rules_in(*input.openings);
    if (!rules.ok()) return rules.problem();
    draft.openings = *rules;
  }
  if (input.exceptions) {
    auto exceptions = exceptions_in(*input.exceptions);
    if (!exceptions.ok()) return exceptions.problem();
    draft.exceptions = *exceptions;
  }
  return shown_after(shared, call, put_room(shared.database, act_of(call), {input.id, input.version, input.reason}, draft));
}

api::Spec spec(Verb verb, std::string path, std::string operation, std::string summary, std::vector<std::string> clauses,
               std::string permission = {}) {
  return {.verb = verb,
          .path = std::move(path),
          .operation = std::move(operation),
          .summary = std::move(summary),
          .clauses = std::move(clauses),
          .permission = std::move(permission)};
}

} // namespace

void add_sites(api::Endpoints& endpoints, const SharedPtr& shared) {
  endpoints.add<SiteRegistration, SiteDetail>(
      spec(Verb::Post, "/api/registry/sites", "site.register", "Register an exam site; one attached to an institution needs a reason",
           {"P-2.2b", "P-2.3a"}),
      [shared](const Call& call, const SiteRegistration& input) { return add_site(*shared, call, input); });
  endpoints.add<SiteEdit, SiteDetail>(spec(Verb::Put, "/api/registry/sites/{id}", "site.edit", "Change an exam site", {"A6-F9"}),
                                      [shared](const Call& call, const SiteEdit& input) { return edit(*shared, call, input); });
  endpoints.add<Deregistration, SiteDetail>(
      spec(Verb::Post, "/api/registry/sites/{id}/deregister", "site.deregister", "End the registration of an exam site", {"P-1.2c"},
           "site.register"),
      [shared](const Call& call, const Deregistration& input) -> Result<SiteDetail> {
        const auto day = wanted_day(input.effective_date);
        if (!day.ok()) return day.problem();
        return shown_after(*shared, call, deregister_site(shared->database, act_of(call), {input.id, input.version, input.reason}, *day));
      });
  endpoints.add<RoomInput, SiteDetail>(
      spec(Verb::Put, "/api/registry/sites/{id}/rooms/{room}", "room.edit", "Create a room or change it", {"A6-F9", "S-3.3"}),
      [shared](const Call& call, const RoomInput& input) { return put(*shared, call, input); });
  endpoints.add<RoomRemoval, SiteDetail>(
      spec(Verb::Delete, "/api/registry/sites/{id}/rooms/{room}", "room.delete", "Remove a room", {"A6-F9"}, "room.edit"),
      [shared](const Call& call, const RoomRemoval& input) {
        return shown_after(*shared, call, remove_room(shared->database, act_of(call), {input.id, input.version, input.reason}, input.room));
      });
}

} // namespace ankao::registry::routes
