// SPDX-License-Identifier: Apache-2.0
#include "inspection/files/papers.hpp"

#include <nlohmann/json.hpp>

#include "base/ensure.hpp"

namespace ankao::inspection {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(YearFigures, year, trained, passed)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ReportedProblem, item, text, since, measure, basis, result, limit, person, done, defect)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SelfReport, founded, head, scope, sites, staff, full_time, part_time, years, none_found, problems, improvement)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Handover::Piece, id, name, text, note)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Handover, visits, problems, evidence, missing, proposals)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(DistrictReceipt, leader, person, department, telephone, account)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(WorkingGroup::Part, division, person, duty)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(WorkingGroup::Node, day, task)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(WorkingGroup, leader, parts, nodes)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(TypicalCase, kind, facts, persons, public_title, public_text)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(TeamTie, kind, subject, name, note)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(TeamPerson, unit, role, ties)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(LookedBack, result, visit, note)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Pair, clause, by, of)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(PairingRecord, how, available_at, districts, barred, rule, rule_sm3, value, seed, pairs)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SpotCandidate, target, name, district, weight, reasons)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SpotRecord, nonce, list_sm3, seed, planned, candidates, drawn, visits)

std::string write_content(const SelfReport& content) { return nlohmann::json(content).dump(); }
std::string write_content(const Handover& content) { return nlohmann::json(content).dump(); }
std::string write_content(const DistrictReceipt& content) { return nlohmann::json(content).dump(); }
std::string write_content(const WorkingGroup& content) { return nlohmann::json(content).dump(); }
std::string write_content(const TypicalCase& content) { return nlohmann::json(content).dump(); }
std::string write_content(const TeamPerson& content) { return nlohmann::json(content).dump(); }
std::string write_content(const LookedBack& content) { return nlohmann::json(content).dump(); }
std::string write_content(const PairingRecord& content) { return nlohmann::json(content).dump(); }
std::string write_content(const SpotRecord& content) { return nlohmann::json(content).dump(); }

template <class Content>
Content read_content(const std::string& text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  ensure(json.is_object(), "a stored paper can be read");
  return json.get<Content>();
}
template SelfReport read_content<SelfReport>(const std::string&);
template Handover read_content<Handover>(const std::string&);
template DistrictReceipt read_content<DistrictReceipt>(const std::string&);
template WorkingGroup read_content<WorkingGroup>(const std::string&);
template TypicalCase read_content<TypicalCase>(const std::string&);
template TeamPerson read_content<TeamPerson>(const std::string&);
template LookedBack read_content<LookedBack>(const std::string&);
template PairingRecord read_content<PairingRecord>(const std::string&);
template SpotRecord read_content<SpotRecord>(const std::string&);

} // namespace ankao::inspection
