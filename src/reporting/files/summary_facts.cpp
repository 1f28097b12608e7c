// SPDX-License-Identifier: Apache-2.0
#include "reporting/files/summary_facts.hpp"

#include <nlohmann/json.hpp>

#include "base/ensure.hpp"

namespace ankao::reporting {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SummaryFigure, id, value, later, ref)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(CauseRow, checklist, item, number, clause, title, found, closed, overdue, repeated, places)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(BeforeAfter, phase, found, left)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(CheckedKind, checklist, title, found, closed, open, overdue)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ClearedCaseLine, id, district, kind, title, text)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(HonestyRow, target, name, district, checklist, self_visit, official_visit, scored, self_score, official_score, self_problems, official_problems)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(HonestyGap, rows, places, higher, mean, self_problems, official_problems)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SeverityRow, team, name, visits, places, severity, raw, corrected, spread)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Severity, overlap, rows, said)

namespace {

using Json = nlohmann::json;

Json json_of(const DistrictLine& one) {
  Json out{{"district", one.district}, {"state", one.state}, {"in_time", one.in_time}, {"problems", one.problems}, {"closed", one.closed}};
  if (one.filed_at) out["filed_at"] = one.filed_at->ms;
  return out;
}

DistrictLine district_of(const Json& in) {
  DistrictLine out{in.at("district"), in.at("state"), std::nullopt, in.at("in_time"), in.at("problems"), in.at("closed")};
  if (in.contains("filed_at")) out.filed_at = Instant{in.at("filed_at").get<std::int64_t>()};
  return out;
}

Json json_of(const SummaryFacts& facts) {
  Json out{{"at", facts.at.ms}, {"figures", facts.figures}, {"table_month", facts.table_month}, {"tables_missing", facts.tables_missing}, {"kinds", facts.kinds}, {"phases", facts.phases}, {"causes", facts.causes}, {"cases", facts.cases}, {"honesty", facts.measures.honesty}};
  out["districts"] = Json::array();
  for (const DistrictLine& one : facts.districts) out["districts"].push_back(json_of(one));
  if (facts.measures.severity) out["severity"] = *facts.measures.severity;
  return out;
}

SummaryFacts facts_of(const Json& in) {
  SummaryFacts out;
  out.at = Instant{in.at("at").get<std::int64_t>()};
  in.at("figures").get_to(out.figures);
  in.at("table_month").get_to(out.table_month);
  in.at("tables_missing").get_to(out.tables_missing);
  in.at("kinds").get_to(out.kinds);
  in.at("phases").get_to(out.phases);
  in.at("causes").get_to(out.causes);
  in.at("cases").get_to(out.cases);
  in.at("honesty").get_to(out.measures.honesty);
  for (const Json& one : in.at("districts")) out.districts.push_back(district_of(one));
  if (in.contains("severity")) out.measures.severity = in.at("severity").get<Severity>();
  return out;
}

Json parsed(const std::string& text) {
  Json out = Json::parse(text, nullptr, false);
  ensure(out.is_object(), "a stored summary can be read");
  return out;
}

} // namespace

std::string write_facts(const SummaryFacts& facts) { return json_of(facts).dump(); }
SummaryFacts read_facts(const std::string& text) { return facts_of(parsed(text)); }

std::string write_edition(const Summary& summary, const std::string& drafter, const std::string& signer, Instant at) {
  Json out{{"campaign", summary.campaign}, {"district", summary.district}, {"edition", summary.edition}, {"number", summary.number}, {"drafter", drafter}, {"signer", signer}, {"at", at.ms}};
  out["chapters"] = Json::object();
  for (const auto& [chapter, text] : summary.texts) out["chapters"][chapter] = text.text;
  if (summary.facts) out["facts"] = json_of(*summary.facts);
  return out.dump();
}

Summary read_edition(const std::string& content) {
  const Json in = parsed(content);
  Summary out;
  out.campaign = in.at("campaign");
  out.district = in.at("district");
  out.edition = in.at("edition");
  out.number = in.at("number");
  const Instant at{in.at("at").get<std::int64_t>()};
  out.proposed = Signature{"", in.at("drafter"), at};
  out.signed_by = Signature{"", in.at("signer"), at};
  for (const auto& [chapter, text] : in.at("chapters").items()) out.texts[chapter] = {chapter, 0, text.get<std::string>(), "", "", "", at};
  if (in.contains("facts")) out.facts = facts_of(in.at("facts"));
  return out;
}

} // namespace ankao::reporting
