// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "planning/words/parameter.hpp"

namespace ankao::planning {

/// law/parameters.yaml with the values, clauses and days of law/draw_policy.yaml and law/planning.yaml, in the order of the file.
const std::vector<Parameter>& shipped_parameters();
const Parameter* find_parameter(const std::string& id);

} // namespace ankao::planning
