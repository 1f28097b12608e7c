// SPDX-License-Identifier: Apache-2.0
#include "registry/service/reading.hpp"

#include "registry/store/register.hpp"

namespace ankao::registry {

std::optional<InstitutionEntry> institution_in(db::Transaction& transaction, const std::string& id, Date day) {
  const auto v = version_on(transaction, EntryKind::Institution, id, day);
  if (!v) return std::nullopt;
  return InstitutionEntry{institution_of(v->record), v->standing, v->since, v->version};
}

std::optional<SiteEntry> site_in(db::Transaction& transaction, const std::string& id, Date day) {
  const auto v = version_on(transaction, EntryKind::Site, id, day);
  if (!v) return std::nullopt;
  return SiteEntry{site_of(v->record), v->standing, v->since, v->version};
}

std::optional<RecordedSuspension> suspension_in(db::Transaction& transaction, const std::string& id) {
  for (const Suspension& one : all_suspensions(transaction)) {
    if (one.id != id) continue;
    for (const RecordedSuspension& recorded : suspensions_of(transaction, one.subject))
      if (recorded.suspension.id == id) return recorded;
  }
  return std::nullopt;
}

std::optional<Report> report_in(db::Transaction& transaction, const std::string& id) { return find_report(transaction, id); }

} // namespace ankao::registry
