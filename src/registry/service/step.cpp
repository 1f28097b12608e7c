// SPDX-License-Identifier: Apache-2.0
#include "registry/service/step.hpp"

#include <algorithm>

#include "base/sm3.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/service/city.hpp"

namespace ankao::registry {
namespace {

template <class Record>
Version take(db::Transaction& transaction, EntryKind kind, const Act& act, const Record& record, const Step& step,
             const std::optional<Version>& head) {
  ensure(!head || step.effective >= head->effective, "a version does not begin before the one it follows");
  Version v;
  v.version = head ? head->version + 1 : 1;
  v.step = step.name;
  v.standing = step.standing;
  v.since = head && head->standing == step.standing ? head->since : step.effective;
  v.effective = step.effective;
  v.recorded_at = act.at;
  v.account = act.actor.account;
  v.person = act.actor.name;
  v.role = act.actor.role;
  v.reason = step.reason;
  v.clause = step.clause;
  v.record = to_json(record);
  v.sm3 = to_hex(sm3(canonical(v.record)));
  v.event = ledger::append(transaction, {act.actor, act.at, step.name, std::string(word_of(kind)) + ":" + record.id, head ? head->sm3 : "",
                                         v.sm3, step.clause, step.reason});
  insert(transaction, kind, record.id, v, searchable(record, City::shipped().catalogue));
  return v;
}

} // namespace

Version take_step(db::Transaction& transaction, const Act& act, const InstitutionRecord& record, const Step& step,
                  const std::optional<Version>& head) {
  return take(transaction, EntryKind::Institution, act, record, step, head);
}
Version take_step(db::Transaction& transaction, const Act& act, const SiteRecord& record, const Step& step,
                  const std::optional<Version>& head) {
  return take(transaction, EntryKind::Site, act, record, step, head);
}

Result<Date> effective_day(const std::optional<Date>& wanted, Date today, const std::optional<Version>& head) {
  const Date earliest = head ? head->effective : Date{};
  if (!wanted) return std::max(today, earliest);
  const Date latest = std::max(today, earliest) + k_days_ahead;
  if (*wanted >= earliest && *wanted <= latest) return *wanted;
  return problem("register.effective_date", {{"value", to_string(*wanted)}, {"from", to_string(earliest)}, {"to", to_string(latest)}},
                 "/effective_date");
}

Result<Version> edited_head(db::Transaction& transaction, EntryKind kind, const std::string& id, int version) {
  auto found = head(transaction, kind, id);
  if (!found) return problem("register.entry_unknown", {{"id", id}});
  if (found->version != version)
    return problem("register.version_stale", {{"id", id}, {"version", std::to_string(version)}, {"head", std::to_string(found->version)}},
                   "/version");
  if (found->standing != Standing::Published) return problem("register.entry_not_published", {{"id", id}});
  return *found;
}

} // namespace ankao::registry
