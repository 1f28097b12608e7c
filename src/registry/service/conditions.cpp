// SPDX-License-Identifier: Apache-2.0
#include "registry/service/conditions.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "deadlines/service/terms.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/files/condition_law.hpp"
#include "registry/service/checks.hpp"
#include "registry/service/condition_reading.hpp"

namespace ankao::registry {
namespace {

using nlohmann::json;

constexpr const char* k_clause = "A1-F5"; // originals are looked at, on the spot
constexpr const char* k_check = "condition_check";

json day(const std::optional<Date>& date) { return date ? json(to_string(*date)) : json(nullptr); }

/// Names and certificate numbers stand in it, so only its digest leaves the register.
std::string digest_of(const Sheet& sheet) {
  json values = json::array(), staff = json::array();
  for (const Stated& one : sheet.values)
    values.push_back({{"condition", one.condition}, {"number", one.number}, {"from", day(one.from)}, {"until", day(one.until)}, {"note", one.note}, {"evidence", one.evidence}});
  for (const StaffRow& row : sheet.staff)
    staff.push_back({{"name", row.name}, {"post", row.post}, {"full_time", row.full_time}, {"born", row.born}, {"education", row.education}, {"title", row.title}, {"certificate", row.certificate}, {"number", row.number},
                     {"until", day(row.until)}, {"projects", row.projects}, {"years", row.years}, {"insured", row.insured}});
  return to_hex(sm3(json{{"id", sheet.id()}, {"place", sheet.place.id}, {"state", name_of(sheet.state)}, {"valid_from", to_string(sheet.valid_from)}, {"values", values}, {"staff", staff}}.dump()));
}

std::string check_subject(const Sheet& sheet) { return "condition:" + sheet.id(); }
std::string end_subject(const ConditionPlace& place, Date day) { return place.subject() + "/" + to_string(day); }
deadlines::Owner district_of(const ConditionPlace& place) { return {"district", place.district, City::shipped().name_of(place.district), place.district}; }
deadlines::Owner owner_of(const ConditionPlace& place) { return {place.site.empty() ? "institution" : "site", place.id, place.name, place.district}; }

/// The newest sheet that was not returned or replaced: what a place says now.
std::optional<Sheet> says_now(db::Transaction& transaction, const ConditionStanding& standing) {
  if (standing.declared) return sheet(transaction, *standing.declared);
  return standing.confirmed ? sheet(transaction, *standing.confirmed) : std::nullopt;
}

int count_below(const Sheet& sheet, const ConditionPlace& place, Date today) {
  int out = 0;
  for (const ConditionLaw& one : shipped_conditions_law().conditions) {
    const auto figure = figure_of(shipped_conditions_law(), one, sheet, place, today);
    out += figure && !below(one, place.premises, *figure).empty() ? 1 : 0;
  }
  return out;
}

void stand(db::Transaction& transaction, const ConditionPlace& place, ConditionStanding standing, SheetState newest, Date today) {
  standing.state = newest;
  standing.below = 0;
  standing.ends.reset();
  if (const auto now = says_now(transaction, standing)) {
    standing.below = count_below(*now, place, today);
    const auto ends = run_out(*now, Date{}, make_date(2199, 12, 31));
    if (!ends.empty()) standing.ends = ends.begin()->first;
  }
  keep_standing(transaction, place.id, standing);
}

/// Values in the order of the law; what a counted condition would be is never kept.
std::vector<Stated> in_order(std::vector<Stated> values) {
  const auto& all = shipped_conditions_law().conditions;
  const auto rank = [&](const Stated& one) { return std::find_if(all.begin(), all.end(), [&](const ConditionLaw& law) { return law.id == one.condition; }) - all.begin(); };
  std::stable_sort(values.begin(), values.end(), [&](const Stated& a, const Stated& b) { return rank(a) < rank(b); });
  return values;
}

bool same(const Sheet& a, const std::optional<Sheet>& b) {
  const Sheet nothing;
  const Sheet& other = b ? *b : nothing;
  return a.values == other.values && a.staff == other.staff;
}

Result<Sheet> drafted(const Act& act, const ConditionPlace& place, const std::optional<Sheet>& before, const ConditionDraft& draft) {
  Sheet out;
  out.place = place;
  out.valid_from = draft.valid_from.value_or(act.today());
  if (out.valid_from > act.today() || out.valid_from < act.today() - k_longest_back)
    return problem("register.condition_from", {{"value", to_string(out.valid_from)}, {"from", to_string(act.today() - k_longest_back)}, {"to", to_string(act.today())}}, "/valid_from");
  if (draft.values)
    out.values = in_order(*draft.values);
  else if (before)
    out.values = before->values;
  if (draft.staff)
    out.staff = *draft.staff;
  else if (before)
    out.staff = before->staff;
  if (const auto sound = verdict(faults_of(place, draft.values ? *draft.values : out.values, out.staff, act.today())); !sound.ok()) return sound.problem();
  return out;
}

/// The sheet that waited gives way to a newer one.
void replace(db::Transaction& transaction, const Act& act, std::int64_t number) {
  auto old = sheet(transaction, number);
  ensure(old.has_value(), "a sheet that waits is kept");
  old->state = SheetState::Replaced;
  old->decided_at = act.at;
  old->decided_by = act.actor.account;
  old->decided_name = act.actor.name;
  decide_sheet(transaction, *old);
  deadlines::drop_term(transaction, act.actor, act.at, k_check, check_subject(*old), "已重新申报 · declared again");
}

/// Terms of ends that no longer stand are done.
void renew(db::Transaction& transaction, const Act& act, const ConditionPlace& place, const std::optional<Sheet>& before, const Sheet& after) {
  if (!before) return;
  const Date last = act.today() + shipped_conditions_law().warn_days;
  const auto stands = run_out(after, Date{}, last);
  std::vector<deadlines::Happening> all;
  for (const auto& [end, what] : run_out(*before, Date{}, last))
    if (!stands.contains(end)) all.push_back({act.actor, act.at, "condition.renew", end_subject(place, end), place.name, owner_of(place), act.today(), k_clause, end});
  deadlines::happened(transaction, all);
}

std::string title_of(const ConditionPlace& place, const RunsOut& what) {
  std::string out;
  for (const std::string& id : what.conditions) out += (out.empty() ? "" : "、") + shipped_conditions_law().find(id)->zh;
  if (what.persons > 0) out += (out.empty() ? "" : "、") + std::to_string(what.persons) + "人资格证书";
  return place.name + "：" + out;
}

} // namespace

bool may_see(const ledger::Actor& actor, const ConditionPlace& place) {
  const Scope scope = scope_of(actor);
  if (scope.kind == "city") return true;
  if (scope.kind == "district") return scope.id == place.district;
  if (scope.kind == "institution") return !place.institution.empty() && scope.id == place.institution;
  return scope.kind == "site" && scope.id == place.site;
}

bool may_declare(const ledger::Actor& actor, const ConditionPlace& place) {
  const std::string kind = scope_of(actor).kind;
  return (kind == "institution" || kind == "site") && may_see(actor, place);
}

std::optional<ConditionReach> reach_of(const ledger::Actor& actor) {
  const Scope scope = scope_of(actor);
  if (scope.kind == "city") return ConditionReach{};
  if (scope.id.empty()) return std::nullopt;
  if (scope.kind == "district") return ConditionReach{scope.id, "", ""};
  if (scope.kind == "institution") return ConditionReach{"", scope.id, ""};
  if (scope.kind == "site") return ConditionReach{"", "", scope.id};
  return std::nullopt;
}

Result<Sheet> declare_conditions(db::Transaction& transaction, const Act& act, const EvidenceOf& evidence, const ConditionDraft& draft) {
  const auto place = condition_place(transaction, draft.place, act.today());
  if (!place) return problem("register.entry_unknown", {{"id", draft.place}}, "/place");
  if (!may_declare(act.actor, *place)) return problem("register.out_of_scope", {{"scope", act.actor.scope}, {"subject", place->subject()}}, "/place");
  ConditionStanding standing = standing_of(transaction, place->id).value_or(ConditionStanding{});
  const auto before = says_now(transaction, standing);
  auto made = drafted(act, *place, before, draft);
  if (!made.ok()) return made;
  Sheet out = std::move(*made);
  if (evidence) {
    const auto files = evidence(transaction, place->id);
    for (Stated& one : out.values)
      if (const auto found = files.find(one.condition); found != files.end()) one.evidence = found->second;
  }
  if (same(out, before)) return problem("register.nothing_changed", {{"id", place->id}});
  out.number = next_sheet(transaction);
  out.declared_at = act.at;
  out.account = act.actor.account;
  out.person = act.actor.name;
  out.role = act.actor.role;
  if (standing.declared) replace(transaction, act, *standing.declared);
  insert(transaction, out);
  standing.declared = out.number;
  stand(transaction, *place, standing, SheetState::Declared, act.today());
  ledger::append(transaction, {act.actor, act.at, "condition.declare", place->subject(), before ? digest_of(*before) : "", digest_of(out), k_clause, out.id()});
  deadlines::happened(transaction, {{act.actor, act.at, "condition.declare", check_subject(out), place->name, district_of(*place), act.today(), k_clause}});
  return out;
}

Result<Sheet> decide_conditions(db::Transaction& transaction, const Act& act, const std::string& id, bool accept, const std::string& reason, const TellConditions& tell) {
  auto found = sheet(transaction, id);
  if (!found || !may_see(act.actor, found->place)) return problem("register.sheet_unknown", {{"id", id.substr(0, 40)}});
  if (scope_of(act.actor).kind != "district") return problem("register.out_of_scope", {{"scope", act.actor.scope}, {"subject", found->place.subject()}});
  if (act.actor.account == found->account || act.actor.behalf == found->account) return problem("register.sheet_own", {{"id", id}});
  if (found->state != SheetState::Declared) return problem("register.sheet_decided", {{"id", id}});
  if (!accept || !reason.empty())
    if (const auto said = checked_reason(reason); !said.ok()) return said.problem();
  const std::string before = digest_of(*found);
  Sheet out = std::move(*found);
  out.state = accept ? SheetState::Confirmed : SheetState::Returned;
  out.decided_at = act.at;
  out.decided_by = act.actor.account;
  out.decided_name = act.actor.name;
  out.reason = trimmed(reason);
  decide_sheet(transaction, out);
  const ConditionPlace place = condition_place(transaction, out.place.id, act.today()).value_or(out.place);
  ConditionStanding standing = standing_of(transaction, out.place.id).value_or(ConditionStanding{});
  if (accept) {
    renew(transaction, act, place, standing.confirmed ? sheet(transaction, *standing.confirmed) : std::nullopt, out);
    standing.confirmed = out.number;
  }
  standing.declared.reset();
  stand(transaction, place, standing, out.state, act.today());
  ledger::append(transaction, {act.actor, act.at, accept ? "condition.confirm" : "condition.return", place.subject(), before, digest_of(out), k_clause, accept ? out.id() : out.reason});
  deadlines::happened(transaction, {{act.actor, act.at, "condition.confirm", check_subject(out), place.name, district_of(out.place), act.today(), k_clause}});
  if (tell) tell(transaction, out, act.at);
  return out;
}

int watch_conditions(db::Database& database, const ledger::Actor& actor, Instant now) {
  const Date today = date_of(now);
  const Date last = today + shipped_conditions_law().warn_days;
  int places = 0;
  database.write([&](db::Transaction& transaction) {
    places = 0;
    for (const std::int64_t number : ending_between(transaction, today, last)) {
      const auto one = sheet(transaction, number);
      if (!one || !condition_place(transaction, one->place.id, today)) continue; // whoever has left the register needs nothing renewed
      std::vector<deadlines::Happening> all;
      for (const auto& [end, what] : run_out(*one, today, last))
        all.push_back({actor, now, "condition.end", end_subject(one->place, end), title_of(one->place, what), owner_of(one->place), today, shipped_conditions_law().warn_clause, end});
      deadlines::happened(transaction, all);
      places += all.empty() ? 0 : 1;
    }
  });
  return places;
}

} // namespace ankao::registry
