// SPDX-License-Identifier: Apache-2.0
#include "enforcement/service/decisions.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "enforcement/files/law.hpp"
#include "enforcement/rules/check.hpp"
#include "enforcement/rules/scope.hpp"
#include "enforcement/service/effects.hpp"
#include "identity/files/roles.hpp"
#include "inspection/service/counted.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/service/reading.hpp"

namespace ankao::enforcement {
namespace {

constexpr std::size_t k_longest_reason = 1500;
constexpr std::size_t k_most_records = 200;

struct Unit {
  std::string name, district, institution, site;
};

/// As it stands in the register of the day; a unit that has left it may still be dealt with.
std::optional<Unit> unit_of(db::Transaction& transaction, const std::string& subject, Date day) {
  const std::string id = id_in(subject);
  if (kind_in(subject) == "institution") {
    const auto found = registry::institution_in(transaction, id, day);
    if (!found) return std::nullopt;
    return Unit{found->record.name, found->record.supervising_district, id, ""};
  }
  if (kind_in(subject) != "site") return std::nullopt;
  const auto found = registry::site_in(transaction, id, day);
  if (!found) return std::nullopt;
  return Unit{found->record.name, found->record.district, found->record.owner, id};
}

Result<void> check_reason(const std::string& reason) {
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos || reason.size() > k_longest_reason) return problem("enforcement.reason_missing", {{"limit", std::to_string(k_longest_reason)}}, "reason");
  return {};
}

/// An institution's own problems; those at its site count too, since one fault may strike both roles (G-60).
bool concerns(const std::string& subject, const std::string& institution, const std::string& site) {
  return kind_in(subject) == "site" ? id_in(subject) == site : id_in(subject) == institution;
}

Result<void> check_records(db::Transaction& transaction, const Draft& draft) {
  if (draft.problems.size() + draft.visits.size() > k_most_records) return problem("enforcement.records_many", {{"limit", std::to_string(k_most_records)}}, "problems");
  for (const std::string& id : draft.problems) {
    const auto one = inspection::defect_in(transaction, id);
    if (!one) return problem("enforcement.record_unknown", {{"value", id}}, "problems");
    if (!concerns(draft.subject, one->institution, one->site)) return problem("enforcement.record_foreign", {{"value", id}, {"name", one->name}}, "problems");
  }
  for (const std::string& id : draft.visits) {
    const auto one = inspection::visit_in(transaction, id);
    if (!one || one->state != inspection::VisitState::Signed) return problem("enforcement.record_unknown", {{"value", id}}, "visits");
    if (!concerns(draft.subject, one->target.institution, one->target.site)) return problem("enforcement.record_foreign", {{"value", id}, {"name", one->target.name}}, "visits");
  }
  return {};
}

void unique(std::vector<std::string>& all) {
  std::vector<std::string> out;
  for (std::string& one : all)
    if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(std::move(one));
  all = std::move(out);
}

bool decides(const ledger::Actor& actor, Kind kind) {
  const auto* role = identity::shipped_roles().find(actor.role);
  const auto& by = shipped_law().kind(kind).decided_by;
  return role != nullptr && role->decides && std::find(by.begin(), by.end(), actor.role) != by.end();
}

bool same_person(const ledger::Actor& actor, const std::string& account) { return actor.account == account || actor.behalf == account; }

Result<Decision> find(db::Transaction& transaction, const Viewer& viewer, const std::string& id) {
  auto found = store::decision(transaction, id);
  // What lies outside one's scope is as unknown as what does not exist.
  if (!found || !may_handle(viewer, found->district)) return problem("enforcement.unknown", {{"value", id}}, "id");
  return std::move(*found);
}

Problem wrong_state(const Decision& d) { return problem("enforcement.wrong_state", {{"value", d.id}, {"state", name_of(d.state)}}, "id"); }
Problem not_decider(const Decision& d) { return problem("enforcement.not_decider", {{"kind", shipped_law().kind(d.draft.kind).words.zh}}, "id"); }

void record(db::Transaction& transaction, const Act& act, const char* action, const Decision* before, const Decision& after, const std::string& reason) {
  ledger::append(transaction, {act.actor, act.at, action, "decision:" + after.id, before == nullptr ? "" : digest_of(*before), digest_of(after), after.draft.ground, reason});
}

} // namespace

std::string digest_of(const Decision& d) {
  const auto day = [](const std::optional<Date>& date) { return date ? to_string(*date) : std::string(); };
  const nlohmann::json json{{"id", d.id},
                            {"subject", d.draft.subject},
                            {"ground", d.draft.ground},
                            {"kind", name_of(d.draft.kind)},
                            {"facts", d.draft.facts},
                            {"basis", d.draft.basis},
                            {"problems", d.draft.problems},
                            {"visits", d.draft.visits},
                            {"from", day(d.draft.from)},
                            {"to", day(d.draft.to)},
                            {"due", day(d.draft.due)},
                            {"amount", d.draft.amount},
                            {"persons", d.draft.persons},
                            {"authority", d.draft.authority},
                            {"state", name_of(d.state)},
                            {"proposed_by", d.proposed_by},
                            {"decided_by", d.decided_by},
                            {"ended_by", d.ended_by},
                            {"reason", d.reason},
                            {"effect", d.effect},
                            {"barred_until", day(d.barred_until)}};
  return to_hex(sm3(json.dump()));
}

Result<Basis> basis_of(db::Transaction& transaction, const Viewer& viewer, const std::string& record) {
  Basis out;
  std::string institution, site;
  if (const auto defect = inspection::defect_in(transaction, record)) {
    out.name = defect->name, out.district = defect->district, out.facts = defect->text;
    out.problems = {defect->id}, out.visits = {defect->visit};
    institution = defect->institution, site = defect->site;
  } else if (const auto visit = inspection::visit_in(transaction, record); visit && visit->state == inspection::VisitState::Signed) {
    out.name = visit->target.name, out.district = visit->target.district, out.facts = visit->opinion;
    out.visits = {visit->id};
    institution = visit->target.institution, site = visit->target.site;
  } else {
    return problem("enforcement.record_unknown", {{"value", record}}, "record");
  }
  if (!may_handle(viewer, out.district)) return problem("enforcement.record_unknown", {{"value", record}}, "record");
  if (site.empty() && institution.empty()) return problem("enforcement.no_subject", {{"value", record}}, "record");
  out.subject = site.empty() ? "institution:" + institution : "site:" + site;
  return out;
}

Result<Decision> propose(db::Database& database, const Act& act, const Draft& wanted, const Tell& tell) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Decision> {
    const Date today = date_of(act.at);
    Decision d;
    d.draft = wanted;
    unique(d.draft.problems);
    unique(d.draft.visits);
    const auto unit = unit_of(transaction, d.draft.subject, today);
    if (!unit) return problem("enforcement.subject_unknown", {{"value", d.draft.subject}}, "subject");
    if (!may_handle(act.viewer, unit->district)) return problem("enforcement.not_yours", {{"value", unit->name}}, "subject");
    if (const auto sound = check(shipped_law(), d.draft, today); !sound.ok()) return sound.problem();
    if (const auto sound = check_records(transaction, d.draft); !sound.ok()) return sound.problem();
    d.id = "D-" + std::to_string(store::next_number(transaction));
    d.name = unit->name, d.district = unit->district, d.institution = unit->institution, d.site = unit->site;
    d.proposed_by = act.actor.account, d.proposed_name = act.actor.name, d.proposed_at = act.at;
    store::insert(transaction, d);
    record(transaction, act, "decision.propose", nullptr, d, "");
    if (tell) tell(transaction, d, act.at);
    return d;
  });
}

bool may_sign(const Act& act, const Decision& d) {
  return d.state == State::Proposed && may_handle(act.viewer, d.district) && decides(act.actor, d.draft.kind) && !same_person(act.actor, d.proposed_by);
}

bool may_take_back(const Act& act, const Decision& d) {
  if (!may_handle(act.viewer, d.district)) return false;
  return d.state == State::Proposed || (d.state == State::InForce && decides(act.actor, d.draft.kind));
}

Result<Decision> sign(db::Database& database, const Act& act, const std::string& id, bool accept, const std::string& reason, const Tell& tell) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Decision> {
    const auto found = find(transaction, act.viewer, id);
    if (!found.ok()) return found;
    if (found->state != State::Proposed) return wrong_state(*found);
    if (!decides(act.actor, found->draft.kind)) return not_decider(*found);
    if (same_person(act.actor, found->proposed_by)) return problem("enforcement.same_person", {{"value", id}}, "id");
    Decision after = *found;
    after.decided_by = act.actor.account, after.decided_name = act.actor.name, after.decided_at = act.at;
    after.state = accept ? State::InForce : State::Refused;
    after.reason = reason;
    if (!accept) {
      if (const auto said = check_reason(reason); !said.ok()) return said.problem();
    } else {
      if (const auto begins = check_begin(found->draft, date_of(act.at)); !begins.ok()) return begins.problem();
      after.barred_until = barred_until(*shipped_law().ground(found->draft.ground), found->draft);
      auto done = apply(transaction, act, after);
      if (!done.ok()) return done.problem();
      after.effect = *done;
    }
    store::update(transaction, after);
    record(transaction, act, accept ? "decision.sign" : "decision.refuse", &*found, after, reason);
    if (tell) tell(transaction, after, act.at);
    return after;
  });
}

Result<Decision> take_back(db::Database& database, const Act& act, const std::string& id, const std::string& reason, const Tell& tell) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Decision> {
    const auto found = find(transaction, act.viewer, id);
    if (!found.ok()) return found;
    if (found->state != State::Proposed && found->state != State::InForce) return wrong_state(*found);
    if (!may_take_back(act, *found)) return not_decider(*found);
    if (const auto said = check_reason(reason); !said.ok()) return said.problem();
    const bool stood = found->state == State::InForce;
    Decision after = *found;
    if (stood)
      if (const auto back = undo(transaction, act, *found, reason); !back.ok()) return back.problem();
    after.state = stood ? State::Annulled : State::Withdrawn;
    after.ended_by = act.actor.account, after.ended_name = act.actor.name, after.ended_at = act.at;
    after.reason = reason;
    after.barred_until.reset();
    store::update(transaction, after);
    record(transaction, act, stood ? "decision.annul" : "decision.withdraw", &*found, after, reason);
    if (tell) tell(transaction, after, act.at);
    return after;
  });
}

} // namespace ankao::enforcement
