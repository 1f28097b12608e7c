// SPDX-License-Identifier: Apache-2.0
#include "planning/rules/assignment.hpp"

namespace ankao::planning {

std::optional<Interest> interest_in(const std::vector<Interest>& interests, const std::string& account, const std::set<std::string>& institutions) {
  for (const auto& one : interests)
    if (one.account == account && !one.ended_at && institutions.contains(one.institution)) return one;
  return std::nullopt;
}

std::optional<Assignment> at_the_same_time(const std::vector<Assignment>& standing, const std::string& account, const std::string& date, const std::string& slot) {
  for (const auto& one : standing)
    if (one.account == account && !one.ended_at && one.date == date && one.slot == slot) return one;
  return std::nullopt;
}

} // namespace ankao::planning
