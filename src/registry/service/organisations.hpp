// SPDX-License-Identifier: Apache-2.0
// Exam organisations of districts (G-09): entered, changed and ended by the city bureau, read by their district too.
#pragma once

#include <optional>
#include <string>

#include "registry/service/act.hpp"
#include "registry/store/organisations.hpp"

namespace ankao::registry {

/// The district is said once, when it is entered: another district is another organisation.
struct OrganisationForm {
  std::string name, district, address, contact, telephone;
  std::optional<Date> from; ///< absent: today, or the day that stands
};

/// City only. register.invalid (names, district, telephone), register.organisation_from, register.organisation_stands.
Result<Organisation> enter_organisation(db::Transaction& transaction, const Act& act, const OrganisationForm& form);
/// `version` is the newest that was seen. register.entry_unknown, version_stale, organisation_ended, nothing_changed and those above.
Result<Organisation> change_organisation(db::Transaction& transaction, const Act& act, const std::string& id, int version, const OrganisationForm& form, const std::string& reason);
/// `last` is the last day on which it stands; it may be put right later. register.organisation_until, organisation_stands.
Result<Organisation> end_organisation(db::Transaction& transaction, const Act& act, const std::string& id, int version, Date last, const std::string& reason);

/// The city all, a district its own, nobody else any.
bool may_see(const ledger::Actor& actor, const OrganisationRecord& record);
/// The district whose rows the actor reads, "" all; nothing for strangers.
std::optional<std::string> organisations_reach(const ledger::Actor& actor);

} // namespace ankao::registry
