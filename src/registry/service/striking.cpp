// SPDX-License-Identifier: Apache-2.0
#include "registry/service/striking.hpp"

#include <algorithm>

#include "registry/service/step.hpp"

namespace ankao::registry {
namespace {

struct Entry {
  EntryKind kind = EntryKind::Institution;
  Version head;
};

Result<Entry> entry_of(db::Transaction& transaction, const Act& act, const std::string& subject) {
  if (const auto allowed = require_city(act.actor); !allowed.ok()) return allowed.problem();
  const auto colon = subject.find(':');
  const std::string id = colon == std::string::npos ? "" : subject.substr(colon + 1);
  Entry out;
  out.kind = subject.rfind("site:", 0) == 0 ? EntryKind::Site : EntryKind::Institution;
  auto found = head(transaction, out.kind, id);
  if (!found) return problem("register.entry_unknown", {{"id", id}}, "/subject");
  out.head = std::move(*found);
  return out;
}

void take(db::Transaction& transaction, const Act& act, const Entry& entry, const Step& step) {
  if (entry.kind == EntryKind::Site)
    take_step(transaction, act, site_of(entry.head.record), step, entry.head);
  else
    take_step(transaction, act, institution_of(entry.head.record), step, entry.head);
}

} // namespace

Result<void> strike_off(db::Transaction& transaction, const Act& act, const std::string& subject, Date effective, const std::string& reason, const std::string& clause) {
  const auto entry = entry_of(transaction, act, subject);
  if (!entry.ok()) return entry.problem();
  if (entry->head.standing != Standing::Published) return problem("register.entry_not_published", {{"id", subject}});
  const auto day = effective_day(effective, act.today(), entry->head);
  if (!day.ok()) return day.problem();
  take(transaction, act, *entry, {entry->kind == EntryKind::Site ? "site.revoke" : "institution.remove", Standing::Deregistered, *day, reason, clause});
  return {};
}

Result<void> restore(db::Transaction& transaction, const Act& act, const std::string& subject, const std::string& reason, const std::string& clause) {
  const auto entry = entry_of(transaction, act, subject);
  if (!entry.ok()) return entry.problem();
  if (entry->head.standing == Standing::Published) return {}; // registered anew meanwhile
  // A version may not begin before the one it follows: a removal still to come is followed on its own day and so never holds.
  const Date day = std::max(act.today(), entry->head.effective);
  take(transaction, act, *entry, {entry->kind == EntryKind::Site ? "site.restore" : "institution.restore", Standing::Published, day, reason, clause});
  return {};
}

} // namespace ankao::registry
