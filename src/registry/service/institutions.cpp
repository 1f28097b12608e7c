// SPDX-License-Identifier: Apache-2.0
#include "registry/service/institutions.hpp"

#include <algorithm>

#include "registry/service/checks.hpp"
#include "db/use_case.hpp"

namespace ankao::registry {
namespace {

Result<void> confirm(InstitutionRecord& record, const std::vector<std::string>& texts) {
  for (Address& address : record.addresses) address.confirmed = std::find(texts.begin(), texts.end(), address.text) != texts.end();
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (std::none_of(record.addresses.begin(), record.addresses.end(), [&](const Address& address) { return address.text == texts[i]; }))
      return problem("register.address_unknown", {{"value", texts[i]}, {"name", record.name}}, "/confirmed_addresses/" + std::to_string(i));
  return {};
}

/// A flag is settled by the city only: the institution cannot wave away a doubt about itself.
Result<void> resolve(std::vector<std::string>& flags, const std::vector<std::string>& resolved, const ledger::Actor& actor) {
  if (resolved.empty()) return {};
  if (const auto allowed = require_city(actor); !allowed.ok()) return allowed;
  for (const std::string& flag : resolved)
    if (std::erase(flags, flag) == 0) return problem("register.flag_unknown", {{"value", flag}}, "/resolved_flags");
  return {};
}

Result<InstitutionRecord> changed(InstitutionRecord record, const InstitutionChanges& changes, const ledger::Actor& actor) {
  if (changes.school) record.school = *changes.school;
  if (changes.credit_code) record.credit_code = *changes.credit_code;
  if (changes.place) record.place = changes.place;
  if (changes.remove_place) record.place.reset();
  if (changes.district) record.supervising_district = *changes.district;
  if (changes.confirmed_addresses)
    if (const auto confirmed = confirm(record, *changes.confirmed_addresses); !confirmed.ok()) return confirmed.problem();
  if (const auto resolved = resolve(record.flags, changes.resolved_flags, actor); !resolved.ok()) return resolved.problem();
  if (const auto checked = verdict(faults_of(record, City::shipped())); !checked.ok()) return checked.problem();
  return record;
}

} // namespace

Result<Version> edit_institution(db::Database& database, const Act& act, const Edit& edit, const InstitutionChanges& changes) {
  if (const auto allowed = require_institution(act.actor, edit.id); !allowed.ok()) return allowed.problem();
  const auto reason = checked_reason(edit.reason);
  if (!reason.ok()) return reason.problem();
  return decide(database, [&](db::Transaction& transaction) -> Result<Version> {
    const auto found = edited_head(transaction, EntryKind::Institution, edit.id, edit.version);
    if (!found.ok()) return found.problem();
    const InstitutionRecord before = institution_of(found->record);
    const auto after = changed(before, changes, act.actor);
    if (!after.ok()) return after.problem();
    if (*after == before) return problem("register.nothing_changed", {{"id", edit.id}});
    const auto day = effective_day({}, act.today(), *found);
    if (!day.ok()) return day.problem();
    return take_step(transaction, act, *after, {"institution.edit", Standing::Published, *day, *reason, "P-1.2b"}, *found);
  });
}

} // namespace ankao::registry
