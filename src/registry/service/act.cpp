// SPDX-License-Identifier: Apache-2.0
#include "registry/service/act.hpp"

#include <algorithm>

namespace ankao::registry {
namespace {

bool is_city(const Scope& scope) { return scope.kind == "city"; }
Problem out_of_scope(const ledger::Actor& actor, const std::string& subject) {
  return problem("register.out_of_scope", {{"scope", actor.scope}, {"subject", subject}});
}

} // namespace

Scope scope_of(const ledger::Actor& actor) {
  const auto colon = actor.scope.find(':');
  if (colon == std::string::npos) return {actor.scope, {}};
  return {actor.scope.substr(0, colon), actor.scope.substr(colon + 1)};
}

Result<void> require_city(const ledger::Actor& actor) {
  if (is_city(scope_of(actor))) return {};
  return problem("register.city_only", {{"scope", actor.scope}});
}

Result<void> require_institution(const ledger::Actor& actor, const std::string& institution) {
  const Scope scope = scope_of(actor);
  if (is_city(scope) || (scope.kind == "institution" && !institution.empty() && scope.id == institution)) return {};
  return out_of_scope(actor, "institution:" + institution);
}

Result<void> require_site(const ledger::Actor& actor, const SiteRecord& site) {
  const Scope scope = scope_of(actor);
  const bool owns = scope.kind == "institution" && !site.owner.empty() && scope.id == site.owner;
  if (is_city(scope) || owns || (scope.kind == "site" && scope.id == site.id)) return {};
  return out_of_scope(actor, "site:" + site.id);
}

bool sees_inside(const ledger::Actor& actor, const InstitutionRecord& institution) {
  const Scope scope = scope_of(actor);
  if (scope.kind == "city") return true;
  if (scope.kind == "institution") return scope.id == institution.id;
  if (scope.kind != "district") return false;
  return scope.id == institution.supervising_district || std::any_of(institution.addresses.begin(), institution.addresses.end(),
                                                                     [&](const Address& one) { return one.district == scope.id; });
}

bool sees_inside(const ledger::Actor& actor, const SiteRecord& site) {
  const Scope scope = scope_of(actor);
  if (scope.kind == "city") return true;
  if (scope.kind == "district") return scope.id == site.district;
  if (scope.kind == "institution") return !site.owner.empty() && scope.id == site.owner;
  return scope.kind == "site" && scope.id == site.id;
}

} // namespace ankao::registry
