// SPDX-License-Identifier: Apache-2.0
// What stands between an examiner and a session.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "planning/words/assignment.hpp"

namespace ankao::planning {

/// A21-6: an interest in an institution whose trainees sit in the session; nothing when there is none.
std::optional<Interest> interest_in(const std::vector<Interest>& interests, const std::string& account, const std::set<std::string>& institutions);
/// Another session of the examiner at the same time; nobody is in two rooms at once.
std::optional<Assignment> at_the_same_time(const std::vector<Assignment>& standing, const std::string& account, const std::string& date, const std::string& slot);

} // namespace ankao::planning
