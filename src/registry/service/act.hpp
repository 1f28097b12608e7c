// SPDX-License-Identifier: Apache-2.0
// Who acts and when, and which rows of the register the act may reach. Permissions are checked before a service is called; the
// row scope is checked here: the city reaches all, a district reads its own, an institution only itself, a site only itself.
#pragma once

#include <string>

#include "base/result.hpp"
#include "ledger/words/event.hpp"
#include "registry/words/record.hpp"

namespace ankao::registry {

struct Act {
  ledger::Actor actor;
  Instant at;
  Date today() const { return date_of(at); }
};

/// The parts of "institution:GZ-A01"; `id` is empty for the city.
struct Scope {
  std::string kind;
  std::string id;
};
Scope scope_of(const ledger::Actor& actor);

/// Decisions of the register belong to the city (P-1.2b): problem register.city_only.
Result<void> require_city(const ledger::Actor& actor);
/// The city or the institution itself: problem register.out_of_scope.
Result<void> require_institution(const ledger::Actor& actor, const std::string& institution);
/// The city, the owner or the site itself: problem register.out_of_scope.
Result<void> require_site(const ledger::Actor& actor, const SiteRecord& site);

/// Whether the actor sees what the public does not: telephones in full, persons, reasons, entries not yet published.
bool sees_inside(const ledger::Actor& actor, const InstitutionRecord& institution);
bool sees_inside(const ledger::Actor& actor, const SiteRecord& site);

} // namespace ankao::registry
