// SPDX-License-Identifier: Apache-2.0
#include "registry/routes/routes.hpp"

#include "registry/routes/lists.hpp"
#include "registry/routes/parts.hpp"

namespace ankao::registry {
namespace routes {

ledger::Actor viewer_of(const api::Call& call) {
  ledger::Actor actor = call.caller.actor();
  const bool wide = call.caller.scope_kind == "city" || call.caller.scope_kind == "district";
  if (wide && !call.caller.can("institution.view_all")) actor.scope.clear();
  return actor;
}

Result<Date> day_or_today(const std::string& text, const api::Call& call) {
  const auto day = day_of(text, "/as_of");
  if (!day.ok()) return day.problem();
  return day->value_or(date_of(call.now));
}

Result<std::optional<Date>> wanted_day(const std::optional<std::string>& text) { return day_of(text.value_or(""), "/effective_date"); }

std::optional<Place> place_in(const std::optional<PlaceInput>& input) {
  if (!input) return std::nullopt;
  return Place{input->longitude_e6, input->latitude_e6, PlaceSource::Entered};
}

Result<InstitutionDetail> shown_institution(const Shared& shared, const api::Call& call, const std::string& id) {
  const auto card = show_institution(shared.database, viewer_of(call), id, date_of(call.now));
  if (!card.ok()) return card.problem();
  return detail_of(*card, date_of(call.now), call.language);
}

Result<SiteDetail> shown_site(const Shared& shared, const api::Call& call, const std::string& id) {
  const auto card = show_site(shared.database, viewer_of(call), id, date_of(call.now));
  if (!card.ok()) return card.problem();
  return detail_of(*card, date_of(call.now), call.language);
}

Result<bool> flag_in(const api::Upload& upload, std::string_view field) {
  const std::string value = upload.field(field).value_or("false");
  if (value == "true" || value == "false") return value == "true";
  return problem("register.form_field", {{"field", std::string(field)}, {"value", value}, {"known", "true, false"}},
                 "/" + std::string(field));
}

} // namespace routes

void add_routes(api::Endpoints& endpoints, db::Database& database, std::function<void()> changed) {
  const auto shared = std::make_shared<const routes::Shared>(routes::Shared{database, changed ? std::move(changed) : [] {}});
  routes::add_public(endpoints, shared);
  routes::add_imports(endpoints, shared);
  routes::add_life(endpoints, shared);
  routes::add_sites(endpoints, shared);
  routes::add_organisations(endpoints, shared);
}

void add_condition_routes(api::Endpoints& endpoints, db::Database& database, EvidenceOf evidence, TellConditions tell) {
  routes::add_conditions(endpoints, std::make_shared<const routes::Shared>(routes::Shared{database, [] {}}), evidence, tell);
}

std::vector<const lists::List*> described_lists() {
  return {&routes::institution_list(), &routes::site_list(), &routes::report_list(), &routes::suspension_list(), &routes::condition_list(), &routes::staff_list(), &routes::organisation_list()};
}

} // namespace ankao::registry
