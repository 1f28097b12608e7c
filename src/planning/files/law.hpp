// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "planning/words/law.hpp"

namespace ankao::planning {

/// law/draw_policy.yaml and law/planning.yaml as shipped. A broken file is a broken invariant.
const PlanningLaw& shipped_law();

} // namespace ankao::planning
