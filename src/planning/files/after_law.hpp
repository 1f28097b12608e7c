// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "planning/words/after_law.hpp"

namespace ankao::planning {

/// Reads law/plan_after.yaml strictly: every name once a day, numbers where numbers are meant. Problem planning.after_law with what is wrong.
Result<AfterLaw> read_after_law(std::string_view yaml);

/// The one that the program carries.
const AfterLaw& shipped_after_law();

} // namespace ankao::planning
