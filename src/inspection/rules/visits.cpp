// SPDX-License-Identifier: Apache-2.0
#include "inspection/rules/visits.hpp"

#include <algorithm>
#include <set>

#include "registry/words/organisation.hpp"

namespace ankao::inspection {
namespace {

bool paired(const InspectionLaw& law, const std::string& by, const std::string& of) {
  return std::any_of(law.pairs.begin(), law.pairs.end(), [&](const Pair& one) { return one.by == by && one.of == of; });
}

/// The unit itself, or the institution whose site it is.
bool owns(const Viewer& viewer, const std::string& institution, const std::string& site) {
  if (viewer.id.empty()) return false;
  return (viewer.kind == "institution" && viewer.id == institution) || (viewer.kind == "site" && viewer.id == site);
}

/// The city's own exam organisation is no place of the register.
bool owns(const Viewer& viewer, const Defect& defect) {
  if (viewer.kind == "organisation") return registry::is_city_organisation(defect.target);
  return owns(viewer, defect.institution, defect.site);
}

/// The same day `months` later; the last day of a shorter month.
Date after_months(Date day, int months) {
  const int index = day.year() * 12 + static_cast<int>(day.month()) - 1 + months;
  const Month month{index / 12, static_cast<unsigned>(index % 12 + 1)};
  return std::min(month.first() + static_cast<int>(day.day()) - 1, month.last());
}

} // namespace

std::vector<std::string> differs(const TeamLaw& law, const std::vector<Member>& team) {
  const auto count = [&](MemberRole role) { return static_cast<int>(std::count_if(team.begin(), team.end(), [&](const Member& one) { return one.role == role; })); };
  std::vector<std::string> out;
  if (count(MemberRole::Leader) != law.leaders) out.push_back("leaders");
  if (count(MemberRole::Inspector) + count(MemberRole::Liaison) != law.inspectors) out.push_back("inspectors");
  if (count(MemberRole::Liaison) != law.liaisons) out.push_back("liaisons");
  if (count(MemberRole::Expert) != law.experts) out.push_back("experts");
  return out;
}

Result<void> check_team(const std::vector<Member>& team, const Target& target) {
  std::set<std::string> names;
  for (const Member& one : team) {
    if (one.name.find_first_not_of(' ') == std::string::npos || !names.insert(one.name).second) return problem("inspection.member_name", {{"value", one.name}}, "team");
    const bool own = !one.institution.empty() && one.institution == target.institution;
    if (own || (!one.unit.empty() && one.unit == target.name)) return problem("inspection.member_interest", {{"value", one.name}, {"unit", target.name}}, "team");
  }
  return {};
}

Result<void> may_inspect(const InspectionLaw& law, const Viewer& viewer, const Target& target, const std::string& phase) {
  const Problem refused = problem("inspection.not_yours", {{"value", target.name}}, "target");
  if (viewer.kind == "city") return phase == "self" ? Result<void>(refused) : Result<void>{};
  if (viewer.kind == "district") {
    if (phase == "self" || viewer.id.empty()) return refused;
    const bool own = viewer.id == target.district;
    return own || (phase == "enforcement" && paired(law, viewer.id, target.district)) ? Result<void>{} : Result<void>(refused);
  }
  return phase == "self" && owns(viewer, target.institution, target.site) ? Result<void>{} : Result<void>(refused);
}

bool may_work(const Viewer& viewer, const Visit& visit) {
  if (visit.self()) return owns(viewer, visit.target.institution, visit.target.site);
  if (viewer.kind == "city") return true;
  return viewer.kind == "district" && !viewer.id.empty() && viewer.id == visit.by;
}

bool may_see(const Viewer& viewer, const Visit& visit) {
  if (viewer.kind == "city" || may_work(viewer, visit)) return true;
  if (visit.state != VisitState::Signed) return false;
  return (viewer.kind == "district" && !viewer.id.empty() && viewer.id == visit.target.district) || owns(viewer, visit.target.institution, visit.target.site);
}

bool may_see(const Viewer& viewer, const Defect& defect) {
  if (viewer.kind == "city") return true;
  if (viewer.kind == "district" && !viewer.id.empty()) return viewer.id == defect.district || viewer.id == defect.by;
  return owns(viewer, defect);
}

bool may_follow(const Viewer& viewer, const Defect& defect) {
  if (viewer.kind == "city") return true;
  if (viewer.kind == "district") return !viewer.id.empty() && viewer.id == defect.district;
  return defect.self && owns(viewer, defect);
}

bool may_correct(const Viewer& viewer, const Defect& defect) {
  if (viewer.kind == "district") return without_account(defect) && viewer.id == defect.district;
  return owns(viewer, defect);
}

Join join(const std::optional<StoredAnswer>& stands, const Answer& incoming, std::int64_t seen, const std::string& account) {
  if (!stands) return Join::First;
  if (stands->answer == incoming) return Join::Same;
  return stands->seq > seen && stands->account != account ? Join::Differs : Join::Newer;
}

int level_after(const std::optional<Defect>& last, Date today, int months) {
  if (!last || after_months(date_of(last->found_at), months) <= today) return 1;
  return last->level + 1;
}

} // namespace ankao::inspection
