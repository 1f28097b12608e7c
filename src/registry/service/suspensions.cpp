// SPDX-License-Identifier: Apache-2.0
#include "registry/service/suspensions.hpp"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "base/sm3.hpp"
#include "deadlines/service/terms.hpp"
#include "embedded/embedded.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/service/checks.hpp"
#include "registry/service/city.hpp"
#include "db/use_case.hpp"
#include "registry/store/register.hpp"

namespace ankao::registry {
namespace {

bool is_clause(const std::string& id) {
  static const std::set<std::string, std::less<>> known = [] {
    std::set<std::string, std::less<>> ids;
    const std::string_view text = embedded::find("law/clause_ids.txt").value_or("");
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (end > begin && text[begin] != '#') ids.insert(std::string(text.substr(begin, end - begin)));
      begin = end + 1;
    }
    return ids;
  }();
  return known.contains(id);
}

struct Subject {
  EntryKind kind;
  std::string id;
};
std::optional<Subject> subject_of(const std::string& text) {
  const auto colon = text.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const std::string kind = text.substr(0, colon);
  if (kind == "institution") return Subject{EntryKind::Institution, text.substr(colon + 1)};
  if (kind == "site") return Subject{EntryKind::Site, text.substr(colon + 1)};
  return std::nullopt;
}

Faults faults_of(const Suspension& draft) {
  Faults faults = faults_of_text(draft.reason, k_max_text, "/reason");
  if (!is_clause(draft.clause)) faults.push_back(problem("register.clause_unknown", {{"value", draft.clause}}, "/clause"));
  if (draft.to < draft.from || draft.to - draft.from > k_max_suspension_days)
    faults.push_back(problem("register.suspension_dates", {{"from", to_string(draft.from)}, {"to", to_string(draft.to)}}, "/to"));
  if (!subject_of(draft.subject)) faults.push_back(problem("register.subject_form", {{"value", draft.subject}}, "/subject"));
  return faults;
}

std::string digest_of(const Suspension& s) {
  const nlohmann::json json{{"id", s.id},         {"subject", s.subject}, {"from", to_string(s.from)}, {"to", to_string(s.to)},
                            {"clause", s.clause}, {"reason", s.reason}};
  return to_hex(sm3(json.dump()));
}

std::string next_id(db::Transaction& transaction) {
  const std::string number = std::to_string(next_number(transaction, "suspension"));
  return "SP-" + std::string(number.size() < 5 ? 5 - number.size() : 0, '0') + number;
}

bool same(const RecordedSuspension& recorded, const Suspension& draft) {
  return recorded.suspension.from == draft.from && recorded.suspension.to == draft.to && recorded.suspension.clause == draft.clause;
}

/// P-3.2, C-1a, C-3a, C-4.1a, C-4.2.0: the city reviews each suspension at its end.
void tell(db::Transaction& transaction, const Act& act, const RecordedSuspension& recorded) {
  const Suspension& one = recorded.suspension;
  deadlines::happened(transaction, {{act.actor, act.at, "suspension.record", one.subject + "/" + one.id, recorded.subject_name,
                                     {"city", "", City::shipped().catalogue.city_name, ""}, one.from, one.clause, one.to}});
}

} // namespace

Result<RecordedSuspension> suspend(db::Transaction& transaction, const Act& act, const Suspension& draft) {
  if (const auto allowed = require_city(act.actor); !allowed.ok()) return allowed.problem();
  if (const auto checked = verdict(faults_of(draft)); !checked.ok()) return checked.problem();
  const Subject subject = *subject_of(draft.subject);
  const auto entry = head(transaction, subject.kind, subject.id);
  if (!entry) return problem("register.entry_unknown", {{"id", subject.id}}, "/subject");
  for (const RecordedSuspension& other : suspensions_of(transaction, draft.subject))
    if (same(other, draft)) return problem("register.suspension_doubled", {{"id", other.suspension.id}, {"subject", draft.subject}});
  RecordedSuspension recorded{draft, entry->record.at("name"), act.at, act.actor.account, act.actor.name, act.actor.role, 0};
  recorded.suspension.id = next_id(transaction);
  recorded.suspension.reason = trimmed(draft.reason);
  recorded.event = ledger::append(transaction, {act.actor, act.at, "suspension.record", draft.subject, "", digest_of(recorded.suspension),
                                                draft.clause, recorded.suspension.reason});
  insert(transaction, recorded);
  tell(transaction, act, recorded);
  return recorded;
}

Result<RecordedSuspension> record_suspension(db::Database& database, const Act& act, const Suspension& draft) {
  return decide(database, [&](db::Transaction& transaction) { return suspend(transaction, act, draft); });
}

Result<void> lift_suspension(db::Transaction& transaction, const Act& act, const std::string& id, const std::string& reason) {
  if (const auto allowed = require_city(act.actor); !allowed.ok()) return allowed.problem();
  const auto found = suspension_with(transaction, id);
  if (!found) return problem("register.entry_unknown", {{"id", id}});
  if (found->suspension.to < act.today()) return {}; // it has run its time
  Suspension after = found->suspension;
  after.to = std::max(act.today(), after.from) - 1;
  end_on(transaction, id, after.to);
  ledger::append(transaction, {act.actor, act.at, "suspension.lift", after.subject, digest_of(found->suspension), digest_of(after), after.clause, reason});
  for (const char* review : {"site_suspension", "circular_suspension", "institution_suspension"})
    deadlines::drop_term(transaction, act.actor, act.at, review, after.subject + "/" + id, reason);
  return {};
}

SuspensionsFound list_suspensions(db::Database& database, const ledger::Actor& actor, SuspensionFilter filter) {
  const Scope scope = scope_of(actor);
  if (scope.kind == "district")
    filter.district = scope.id;
  else if (scope.kind == "institution")
    filter.institution = scope.id;
  else if (scope.kind == "site")
    filter.subject = "site:" + scope.id;
  else if (scope.kind != "city")
    return {};
  return look(database, [&](db::Transaction& transaction) { return find_suspensions(transaction, filter); });
}

} // namespace ankao::registry
