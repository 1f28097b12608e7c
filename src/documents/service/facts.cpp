// SPDX-License-Identifier: Apache-2.0
#include "documents/service/facts.hpp"

#include <map>
#include <set>

#include "documents/rules/number.hpp"
#include "law/law.hpp"
#include "planning/files/after_law.hpp"
#include "planning/service/arrangements.hpp"
#include "planning/service/reading.hpp"
#include "planning/service/timetable.hpp"
#include "registry/service/city.hpp"
#include "registry/service/fields.hpp"
#include "registry/service/reading.hpp"

namespace ankao::documents {
namespace {

using Texts = std::vector<std::string>;

std::string joined(const Texts& texts, const std::string& between = "、") {
  std::string out;
  for (const auto& one : texts) out += (out.empty() ? "" : between) + one;
  return out;
}
std::string or_dash(const std::string& text) { return text.empty() ? "—" : text; }
std::string name_of_id(const std::string& id) { return id.empty() ? "" : registry::City::shipped().name_of(id); }
std::string names_of(const Texts& ids) {
  Texts names;
  for (const auto& id : ids) names.push_back(name_of_id(id));
  return or_dash(joined(names));
}
std::string slot_name(const std::string& id) {
  for (const auto& slot : registry::City::shipped().slots)
    if (slot.id == id) return slot.name;
  return id;
}
std::string day_text(const std::string& iso) {
  const auto day = parse_date(iso);
  return day ? written(*day) : iso;
}

Problem unknown(const std::string& record) { return problem("documents.record_unknown", {{"record", record}}, "record"); }
Problem silent(const std::string& what) { return problem("documents.nothing_to_say", {{"record", what}}, "record"); }

// ---- institutions ------------------------------------------------------------------------------------------------------------

paper::Texts institution_texts(const registry::InstitutionRecord& r) {
  Texts addresses;
  for (const auto& one : r.addresses) addresses.push_back(one.text);
  return {{"name", r.name},
          {"credit_code", or_dash(r.credit_code)},
          {"district", or_dash(name_of_id(r.supervising_district))},
          {"addresses", or_dash(joined(addresses, "；"))},
          {"projects", names_of(r.projects)},
          {"scopes", names_of(r.scopes)},
          {"contacts", or_dash(joined(r.contacts))},
          {"telephones", or_dash(joined(r.telephones))}};
}

std::string word_of(registry::Standing standing) {
  switch (standing) {
  case registry::Standing::Reported:
    return "已报告";
  case registry::Standing::Verified:
    return "已核实";
  case registry::Standing::Published:
    return "已公布";
  case registry::Standing::Deregistered:
    return "已注销";
  }
  return "";
}

Result<Facts> announcement(db::Transaction& transaction, const Wanted& wanted, Date today) {
  const auto entry = registry::institution_in(transaction, wanted.record, today);
  if (!entry) return unknown(wanted.record);
  if (entry->standing != registry::Standing::Published && entry->standing != registry::Standing::Deregistered) return silent(wanted.record);
  Facts out;
  out.values.texts = institution_texts(entry->record);
  out.values.texts["id"] = entry->record.id;
  out.values.texts["standing"] = word_of(entry->standing);
  out.values.texts["since"] = written(entry->since);
  out.subject = "institution:" + entry->record.id;
  out.subject_name = entry->record.name;
  out.institution = entry->record.id;
  out.district = entry->record.supervising_district;
  return out;
}

Result<Facts> register_list(db::Transaction& transaction, Date today) {
  Facts out;
  auto& rows = out.values.lists["institutions"];
  for (const auto& entry : registry::snapshot(transaction, today).institutions)
    if (entry.standing == registry::Standing::Published) rows.push_back(institution_texts(entry.record));
  if (rows.empty()) return silent("registry");
  out.values.texts = {{"as_of", written(today)}, {"count", std::to_string(rows.size())}};
  out.subject = "registry:institutions";
  out.subject_name = "特种作业安全培训机构、考试点汇总表";
  return out;
}

std::string word_of(registry::ReportKind kind) {
  return kind == registry::ReportKind::First ? "首次报告" : kind == registry::ReportKind::Change ? "变更报告" : "注销报告";
}
std::string word_of(registry::ReportState state) {
  switch (state) {
  case registry::ReportState::Submitted:
    return "已报告，待核实";
  case registry::ReportState::Verified:
    return "已核实，待公布";
  case registry::ReportState::Returned:
    return "已退回";
  case registry::ReportState::Published:
    return "已公布";
  }
  return "";
}

Result<Facts> report(db::Transaction& transaction, const Wanted& wanted, Date today) {
  const auto found = registry::report_in(transaction, wanted.record);
  if (!found) return unknown(wanted.record);
  registry::InstitutionRecord record;
  if (!found->record.is_null())
    registry::apply(record, found->record);
  else if (const auto entry = registry::institution_in(transaction, found->institution, today))
    record = entry->record; // an end is reported of what stands in the register
  Facts out;
  out.values.texts = institution_texts(record);
  out.values.texts["name"] = found->institution_name;
  out.values.texts["report"] = found->id;
  out.values.texts["kind"] = word_of(found->kind);
  out.values.texts["reason"] = or_dash(found->reason);
  out.values.texts["state"] = word_of(found->state);
  out.subject = "report:" + found->id;
  out.subject_name = found->institution_name + " " + word_of(found->kind);
  out.party = "institution:" + found->institution;
  out.institution = found->institution;
  out.district = found->district;
  out.issuer = found->institution_name;
  return out;
}

// ---- suspensions -------------------------------------------------------------------------------------------------------------

/// The sentence as printed, with the title of its document; a clause that the law data does not quote by the notice and its number.
std::string cited(const std::string& clause) {
  const auto& law = law::shipped();
  const auto found = law.clauses.find(clause);
  if (found == law.clauses.end()) return law.documents.at("main").zh + "（条款编号 " + clause + "）";
  return law.documents.at(found->second.document).zh + "“" + found->second.text + "”";
}

Result<Facts> suspension(db::Transaction& transaction, const Kind& kind, const Wanted& wanted, Date today) {
  const auto found = registry::suspension_in(transaction, wanted.record);
  if (!found) return unknown(wanted.record);
  const auto& one = found->suspension;
  const std::string id = one.subject.substr(one.subject.find(':') + 1);
  Facts out;
  out.values.texts = {{"subject", found->subject_name}, {"subject_id", id},         {"reason", one.reason},     {"clause", cited(one.clause)},
                      {"from", written(one.from)},      {"to", written(one.to)}, {"suspension", one.id}, {"clause_id", one.clause},
                      {"remedy", kind.remedy ? kind.remedy->zh : ""}};
  out.subject = "suspension:" + one.id;
  out.subject_name = found->subject_name;
  out.party = one.subject;
  if (one.subject.rfind("site:", 0) == 0) {
    const auto site = registry::site_in(transaction, id, today);
    out.site = id;
    out.institution = site ? site->record.owner : "";
    out.district = site ? site->record.district : "";
  } else {
    const auto entry = registry::institution_in(transaction, id, today);
    out.institution = id;
    out.district = entry ? entry->record.supervising_district : "";
  }
  return out;
}

// ---- arrangements ------------------------------------------------------------------------------------------------------------

/// An examination in another city (P-2.6b): whose trainees, which class, how many, where, when, on what it stands.
Result<Facts> arrangement(db::Transaction& transaction, const Wanted& wanted, Date today) {
  const auto found = planning::arrangement_in(transaction, wanted.record);
  if (!found || found->arrangement.kind != planning::ArrangementKind::CrossCity) return unknown(wanted.record);
  const auto& [one, booking] = *found;
  const bool agreed = !one.held_from.empty();
  Facts out;
  out.values.texts = {{"arrangement", one.id},
                      {"institution", one.institution_name},
                      {"institution_id", one.institution},
                      {"city", one.party},
                      {"city_code", one.authority},
                      {"evidence", one.evidence},
                      {"reason", one.reason},
                      {"booking", one.booking},
                      {"class", booking.class_id},
                      {"subject", name_of_id(one.subject)},
                      {"candidates", std::to_string(one.candidates)},
                      {"completed", written(booking.completed.value_or(booking.planned_completed))},
                      {"days", !agreed ? "由双方考试机构另行商定后通知" : one.held_from == one.held_until ? day_text(one.held_from) : day_text(one.held_from) + "至" + day_text(one.held_until)},
                      {"clause", cited("P-2.6b")},
                      {"clause_id", "P-2.6b"}};
  out.subject = "arrangement:" + one.id;
  out.subject_name = one.institution_name + " " + booking.class_id + " 跨地市考试";
  out.party = "institution:" + one.institution;
  out.institution = one.institution;
  const auto entry = registry::institution_in(transaction, one.institution, today);
  out.district = entry ? entry->record.supervising_district : "";
  return out;
}

// ---- plans -------------------------------------------------------------------------------------------------------------------

paper::Texts session_texts(const planning::SessionRow& s) {
  return {{"date", day_text(s.date)}, {"slot", slot_name(s.slot)},   {"site", s.site_name},
          {"room", s.room_name},      {"subject", s.subject_name}, {"candidates", std::to_string(s.candidates)}, {"seats", std::to_string(s.seats)}};
}

paper::Texts plan_texts(const planning::PlanVersion& plan) {
  return {{"month", written(plan.month)}, {"plan_version", std::to_string(plan.version)}, {"plan_sm3", plan.plan_sm3}, {"seed", plan.seed}};
}

/// Sessions, candidates and seats of the month by subject, in the order of their names.
std::vector<paper::Texts> subject_rows(const std::vector<planning::SessionRow>& sessions) {
  struct Sum {
    std::int64_t sessions = 0, candidates = 0, seats = 0;
  };
  std::map<std::string, Sum> sums;
  for (const auto& one : sessions) {
    auto& sum = sums[one.subject_name];
    ++sum.sessions;
    sum.candidates += one.candidates;
    sum.seats += one.seats;
  }
  std::vector<paper::Texts> rows;
  for (const auto& [name, sum] : sums)
    rows.push_back({{"subject", name}, {"sessions", std::to_string(sum.sessions)}, {"candidates", std::to_string(sum.candidates)}, {"seats", std::to_string(sum.seats)}});
  return rows;
}

/// Whose trainees a site receives: "广州市技师学院 24人；…".
std::string guests_of(const planning::SeenSession& session) {
  std::map<std::string, int> counts;
  for (const auto& one : session.seats) counts[one.batch.institution_name] += one.seat.candidates;
  Texts parts;
  for (const auto& [name, count] : counts) parts.push_back(name + " " + std::to_string(count) + "人");
  return or_dash(joined(parts, "；"));
}

Facts whole_plan(db::Transaction& transaction, const planning::PlanVersion& plan) {
  Facts out;
  out.values.texts = plan_texts(plan);
  std::int64_t candidates = 0;
  std::set<std::string> sites;
  auto& rows = out.values.lists["sessions"];
  const auto sessions = planning::sessions_in(transaction, plan);
  out.values.lists["subjects"] = subject_rows(sessions);
  for (const auto& one : sessions) {
    rows.push_back(session_texts(one));
    candidates += one.candidates;
    sites.insert(one.site);
  }
  out.values.texts["count"] = std::to_string(rows.size());
  out.values.texts["candidates"] = std::to_string(candidates);
  out.values.texts["sites"] = std::to_string(sites.size());
  out.subject_name = written(plan.month) + "考试计划";
  return out;
}

Result<Facts> plan_of_site(db::Transaction& transaction, const planning::PlanVersion& plan, const Wanted& wanted, Date today) {
  const auto site = registry::site_in(transaction, wanted.party, today);
  if (!site) return unknown(wanted.party);
  Facts out;
  out.values.texts = plan_texts(plan);
  auto& rows = out.values.lists["sessions"];
  std::int64_t candidates = 0;
  planning::Sight sight;
  sight.site = wanted.party;
  for (const auto& one : planning::seen_sessions(transaction, {plan.month, plan.version}, sight)) {
    auto texts = session_texts(one.session);
    texts["guests"] = guests_of(one);
    candidates += one.session.candidates;
    rows.push_back(std::move(texts));
  }
  if (rows.empty()) return silent(wanted.party);
  out.values.texts["site"] = site->record.name;
  out.values.texts["candidates"] = std::to_string(candidates);
  out.values.texts["count"] = std::to_string(rows.size());
  out.subject_name = site->record.name;
  out.party = "site:" + wanted.party;
  out.site = wanted.party;
  out.institution = site->record.owner;
  out.district = site->record.district;
  return out;
}

Result<Facts> plan_of_institution(db::Transaction& transaction, const planning::PlanVersion& plan, const Wanted& wanted, Date today) {
  const auto entry = registry::institution_in(transaction, wanted.party, today);
  if (!entry) return unknown(wanted.party);
  Facts out;
  out.values.texts = plan_texts(plan);
  auto& rows = out.values.lists["places"];
  for (const auto& one : planning::places_in(transaction, plan, wanted.party)) {
    auto texts = session_texts(one.session);
    texts["batch"] = one.batch.id;
    texts["candidates"] = std::to_string(one.seat.candidates);
    rows.push_back(std::move(texts));
  }
  if (rows.empty()) return silent(wanted.party);
  out.values.texts["institution"] = entry->record.name;
  out.values.texts["count"] = std::to_string(rows.size());
  out.subject_name = entry->record.name;
  out.party = "institution:" + wanted.party;
  out.institution = wanted.party;
  out.district = entry->record.supervising_district;
  return out;
}

/// What the province is sent beside the sessions: what did not fit, why it replaces another version, and the open files by their digests.
void add_filing(db::Transaction& transaction, const planning::PlanVersion& plan, Facts& out) {
  constexpr const char* k_itself = "filing.json"; // made beside this document
  auto& rows = out.values.lists["files"];
  for (const auto& file : planning::files_in(transaction, plan))
    if (file.name != k_itself) rows.push_back({{"name", file.name}, {"sm3", file.sm3}, {"bytes", std::to_string(file.size)}});
  out.values.texts["unplaced"] = std::to_string(plan.candidates - plan.placed);
  out.values.texts["reason"] = planning::reason_of(plan);
}

Result<Facts> plan_of_batch(db::Transaction& transaction, const planning::PlanVersion& plan, const Wanted& wanted, Date today) {
  if (!planning::is_confirmed(transaction, plan)) return problem("documents.plan_not_confirmed", {{"month", wanted.record}}, "record");
  const auto places = planning::places_of_batch(transaction, plan, wanted.party);
  if (places.empty()) return silent(wanted.party);
  const auto& batch = places.front().batch;
  Facts out;
  out.values.texts = plan_texts(plan);
  auto& rows = out.values.lists["places"];
  for (const auto& one : places) {
    auto texts = session_texts(one.session);
    const auto& times = planning::shipped_after_law().slot_times;
    if (const auto time = times.find(one.session.slot); time != times.end()) texts["slot"] += " " + time->second;
    const auto site = registry::site_in(transaction, one.session.site, *parse_date(one.session.date));
    // Some sites of Annex 6 have no address of their own yet: then at least the district stands there.
    texts["address"] = or_dash(!site ? "" : !site->record.address.text.empty() ? site->record.address.text : name_of_id(site->record.district) + "（具体地址以考试点通知为准）");
    texts["candidates"] = std::to_string(one.seat.candidates);
    rows.push_back(std::move(texts));
  }
  out.values.texts["institution"] = batch.institution_name;
  out.values.texts["batch"] = batch.id;
  out.values.texts["class"] = batch.class_id;
  out.values.texts["subject"] = batch.subject_name;
  out.values.texts["candidates"] = std::to_string(batch.placed);
  out.values.texts["bring"] = planning::shipped_after_law().bring_zh;
  out.subject_name = batch.institution_name + " " + batch.id;
  out.party = "batch:" + batch.id;
  out.institution = batch.institution;
  const auto entry = registry::institution_in(transaction, batch.institution, today);
  out.district = entry ? entry->record.supervising_district : "";
  return out;
}

Result<Facts> plan(db::Transaction& transaction, const Kind& kind, const Wanted& wanted, Date today) {
  const auto month = parse_month(wanted.record);
  if (!month) return unknown(wanted.record);
  const auto in_force = planning::plan_in_force(transaction, *month);
  if (!in_force) return problem("documents.plan_not_published", {{"month", wanted.record}}, "record");
  auto out = kind.about == About::Plan       ? Result<Facts>(whole_plan(transaction, *in_force))
             : kind.about == About::PlanSite  ? plan_of_site(transaction, *in_force, wanted, today)
             : kind.about == About::PlanBatch ? plan_of_batch(transaction, *in_force, wanted, today)
                                             : plan_of_institution(transaction, *in_force, wanted, today);
  if (!out.ok()) return out;
  out->subject = "plan:" + to_string(*month);
  if (kind.id == "plan_filing") add_filing(transaction, *in_force, *out);
  return out;
}

} // namespace

Result<Facts> facts_of(db::Transaction& transaction, const Kind& kind, const Wanted& wanted, Date today) {
  auto out = [&]() -> Result<Facts> {
    switch (kind.about) {
    case About::Plan:
    case About::PlanSite:
    case About::PlanInstitution:
    case About::PlanBatch:
      return plan(transaction, kind, wanted, today);
    case About::Institution:
      return announcement(transaction, wanted, today);
    case About::Report:
      return report(transaction, wanted, today);
    case About::Suspension:
      return suspension(transaction, kind, wanted, today);
    case About::Register:
      return register_list(transaction, today);
    case About::Arrangement:
      return arrangement(transaction, wanted, today);
    }
    return unknown(wanted.record);
  }();
  if (out.ok() && !kind.issuer.empty()) out->issuer = kind.issuer;
  return out;
}

} // namespace ankao::documents
