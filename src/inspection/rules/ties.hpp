// SPDX-License-Identifier: Apache-2.0
// What ties a member of a team to the unit it inspects (G-44), and what a public text may not say.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "inspection/words/papers.hpp"
#include "inspection/words/visit.hpp"

namespace ankao::inspection {

/// The declared ties of a member that reach the target: the unit itself, its institution, or a site of it.
std::vector<TeamTie> ties_to(const std::vector<TeamTie>& declared, const Target& target);
/// The first tie that the law refuses: inspection.member_tied with its clause.
Result<void> check_ties(const InspectionLaw& law, const std::string& member, const std::vector<TeamTie>& declared, const Target& target);

/// What a public text must not hold: numbers of identity and telephone, and the names given. Empty: none.
std::vector<std::string> personal_in(const std::string& text, const std::vector<std::string>& names);

} // namespace ankao::inspection
