// SPDX-License-Identifier: Apache-2.0
// Who may inspect whom, how a team is made up, who sees what, how answers of two people are joined.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "inspection/words/defect.hpp"
#include "inspection/words/visit.hpp"

namespace ankao::inspection {

/// What differs from the make-up of the law: "leaders", "inspectors", "liaisons", "experts". Warned of, never refused (G-47).
std::vector<std::string> differs(const TeamLaw& law, const std::vector<Member>& team);

/// Nobody inspects the unit they belong to: inspection.member_interest. Names may not be blank or stand twice: member_name.
Result<void> check_team(const std::vector<Member>& team, const Target& target);

/// Whether the viewer may inspect the target in the phase: the city all; a district its own, in the enforcement phase also those of its
/// pair (A4); a unit itself in the first phase. Problem inspection.not_yours.
Result<void> may_inspect(const InspectionLaw& law, const Viewer& viewer, const Target& target, const std::string& phase);

/// A visit is open to those who inspect; to the district and the unit inspected when it was signed (handed over, M-3.2f).
bool may_see(const Viewer& viewer, const Visit& visit);
bool may_work(const Viewer& viewer, const Visit& visit);
bool may_see(const Viewer& viewer, const Defect& defect);
/// The district of the unit and the city follow a defect; a unit the one it found itself.
bool may_follow(const Viewer& viewer, const Defect& defect);

/// Who says that it is corrected: the unit; of a unit without an account the bureau of its district, whose second person checks it.
bool may_correct(const Viewer& viewer, const Defect& defect);

/// What an incoming answer is beside the one that stands.
enum class Join { First, Same, Newer, Differs };
/// Differs: somebody else answered otherwise since the sender looked (`seen`: number of the answer the sender saw, 0 none).
Join join(const std::optional<StoredAnswer>& stands, const Answer& incoming, std::int64_t seen, const std::string& account);

/// The same clause at the same place less than the law's months ago: one level more than the last.
int level_after(const std::optional<Defect>& last, Date today, int months);

} // namespace ankao::inspection
