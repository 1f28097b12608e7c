// SPDX-License-Identifier: Apache-2.0
#include "registry/service/edits.hpp"

#include <algorithm>

#include "registry/store/register.hpp"
#include "registry/store/suspensions.hpp"

namespace ankao::registry {
namespace {

InstitutionRecord record_of(const nlohmann::json& record, const InstitutionRecord*) { return institution_of(record); }
SiteRecord record_of(const nlohmann::json& record, const SiteRecord*) { return site_of(record); }

template <class Record>
std::vector<EntryEdit<Record>> entries(db::Transaction& transaction, EntryKind kind, Instant since, Instant until, Date day) {
  std::vector<EntryEdit<Record>> out;
  for (const std::string& id : edited_between(transaction, kind, since, until)) {
    EntryEdit<Record> edit;
    edit.id = id;
    for (const Version& version : history(transaction, kind, id)) {
      if (day < version.effective || version.recorded_at > until) continue;
      if (version.recorded_at > since) {
        edit.steps.push_back({version.recorded_at, version.person, version.role, version.step, version.reason, version.event});
        edit.after = record_of(version.record, static_cast<const Record*>(nullptr));
        edit.standing_after = version.standing;
      } else {
        edit.before = record_of(version.record, static_cast<const Record*>(nullptr));
        edit.standing_before = version.standing;
      }
    }
    if (!edit.steps.empty()) out.push_back(std::move(edit));
  }
  return out;
}

} // namespace

Edits edits_between(db::Transaction& transaction, Instant since, Instant until, Date day) {
  Edits out;
  out.institutions = entries<InstitutionRecord>(transaction, EntryKind::Institution, since, until, day);
  out.sites = entries<SiteRecord>(transaction, EntryKind::Site, since, until, day);
  for (RecordedSuspension& one : suspensions_between(transaction, since, until))
    out.suspensions.push_back({one.suspension, {one.recorded_at, one.person, one.role, "suspension.record", one.suspension.reason, one.event}});
  return out;
}

} // namespace ankao::registry
