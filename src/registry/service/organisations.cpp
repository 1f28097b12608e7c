// SPDX-License-Identifier: Apache-2.0
#include "registry/service/organisations.hpp"

#include "base/sm3.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/service/checks.hpp"
#include "registry/service/city.hpp"
#include "registry/service/step.hpp"

namespace ankao::registry {
namespace {

constexpr const char* k_clause = "G-09";
const Date k_earliest = make_date(1990, 1, 1);

void add(Faults& all, Faults more) {
  for (Problem& one : more) all.push_back(std::move(one));
}

Faults faults_of(const OrganisationRecord& record, Date today) {
  Faults all = faults_of_text(record.name, k_max_name, "/name");
  if (City::shipped().catalogue.district(record.district) == nullptr) all.push_back(problem("register.district_unknown", {{"value", record.district}}, "/district"));
  add(all, faults_of_text(record.address, k_max_text, "/address"));
  add(all, faults_of_text(record.contact, k_max_name, "/contact"));
  if (!is_telephone(record.telephone)) all.push_back(problem("register.telephone", {{"value", record.telephone}}, "/telephone"));
  const Date latest = today + k_days_ahead;
  if (record.from < k_earliest || record.from > latest || (record.until && record.from > *record.until))
    all.push_back(problem("register.organisation_from", {{"value", to_string(record.from)}, {"from", to_string(k_earliest)}, {"to", to_string(record.until ? *record.until : latest)}}, "/from"));
  return all;
}

/// One at a time in a district: whoever stands is named, so that it can be ended first.
Result<void> check_alone(db::Transaction& transaction, const OrganisationRecord& record, const char* at) {
  for (const OrganisationRecord& other : organisations_of(transaction, record.district)) {
    if (other.id == record.id || !other.meets(record)) continue;
    return problem("register.organisation_stands",
                   {{"district", City::shipped().name_of(record.district)}, {"id", other.id}, {"name", other.name}, {"term", to_string(other.from) + " —" + (other.until ? " " + to_string(*other.until) : "")}}, at);
  }
  return {};
}

std::string next_id(db::Transaction& transaction) {
  const std::string number = std::to_string(next_number(transaction, "exam_organisation"));
  return "EO-" + std::string(number.size() < 2 ? 1 : 0, '0') + number;
}

Organisation take(db::Transaction& transaction, const Act& act, const OrganisationRecord& record, const char* step, const std::string& reason, const std::optional<Organisation>& before) {
  Version v;
  v.version = before ? before->version + 1 : 1;
  v.step = step;
  v.recorded_at = act.at;
  v.account = act.actor.account;
  v.person = act.actor.name;
  v.role = act.actor.role;
  v.reason = reason;
  v.clause = k_clause;
  v.record = to_json(record);
  v.sm3 = to_hex(sm3(canonical(v.record)));
  const std::string old = before ? to_hex(sm3(canonical(to_json(before->record)))) : "";
  v.event = ledger::append(transaction, {act.actor, act.at, step, record.subject(), old, v.sm3, k_clause, reason});
  keep(transaction, record, v);
  return {record, v.version};
}

Result<Organisation> found(db::Transaction& transaction, const Act& act, const std::string& id, int version) {
  if (const auto allowed = require_city(act.actor); !allowed.ok()) return allowed.problem();
  auto out = organisation_in(transaction, id);
  if (!out) return problem("register.entry_unknown", {{"id", id.substr(0, 40)}});
  if (out->version != version) return problem("register.version_stale", {{"id", id}, {"version", std::to_string(version)}, {"head", std::to_string(out->version)}}, "/version");
  return *out;
}

void write(const OrganisationForm& form, OrganisationRecord& record) {
  record.name = trimmed(form.name);
  record.address = trimmed(form.address);
  record.contact = trimmed(form.contact);
  record.telephone = trimmed(form.telephone);
}

} // namespace

Result<Organisation> enter_organisation(db::Transaction& transaction, const Act& act, const OrganisationForm& form) {
  if (const auto allowed = require_city(act.actor); !allowed.ok()) return allowed.problem();
  OrganisationRecord record;
  write(form, record);
  record.district = form.district;
  record.from = form.from.value_or(act.today());
  if (const auto sound = verdict(faults_of(record, act.today())); !sound.ok()) return sound.problem();
  if (const auto alone = check_alone(transaction, record, "/district"); !alone.ok()) return alone.problem();
  record.id = next_id(transaction);
  return take(transaction, act, record, "organisation.enter", "", std::nullopt);
}

Result<Organisation> change_organisation(db::Transaction& transaction, const Act& act, const std::string& id, int version, const OrganisationForm& form, const std::string& reason) {
  const auto before = found(transaction, act, id, version);
  if (!before.ok()) return before.problem();
  OrganisationRecord record = before->record;
  if (record.until && *record.until < act.today()) return problem("register.organisation_ended", {{"id", id}, {"until", to_string(*record.until)}});
  write(form, record);
  if (form.from) record.from = *form.from;
  Faults faults = faults_of(record, act.today());
  add(faults, faults_of_text(reason, k_max_text, "/reason"));
  if (const auto sound = verdict(std::move(faults)); !sound.ok()) return sound.problem();
  if (record == before->record) return problem("register.nothing_changed", {{"id", id}});
  if (const auto alone = check_alone(transaction, record, "/from"); !alone.ok()) return alone.problem();
  return take(transaction, act, record, "organisation.change", trimmed(reason), *before);
}

Result<Organisation> end_organisation(db::Transaction& transaction, const Act& act, const std::string& id, int version, Date last, const std::string& reason) {
  const auto before = found(transaction, act, id, version);
  if (!before.ok()) return before.problem();
  OrganisationRecord record = before->record;
  const auto text = checked_reason(reason);
  if (!text.ok()) return text.problem();
  const Date latest = act.today() + k_days_ahead;
  if (last < record.from || last > latest) return problem("register.organisation_until", {{"value", to_string(last)}, {"from", to_string(record.from)}, {"to", to_string(latest)}}, "/until");
  if (record.until == last) return problem("register.nothing_changed", {{"id", id}});
  record.until = last;
  if (const auto alone = check_alone(transaction, record, "/until"); !alone.ok()) return alone.problem();
  return take(transaction, act, record, "organisation.end", *text, *before);
}

bool may_see(const ledger::Actor& actor, const OrganisationRecord& record) {
  const auto reach = organisations_reach(actor);
  return reach && (reach->empty() || *reach == record.district);
}

std::optional<std::string> organisations_reach(const ledger::Actor& actor) {
  const Scope scope = scope_of(actor);
  if (scope.kind == "city") return "";
  if (scope.kind == "district" && !scope.id.empty()) return scope.id;
  return std::nullopt;
}

} // namespace ankao::registry
