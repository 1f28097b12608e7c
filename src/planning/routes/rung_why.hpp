// SPDX-License-Identifier: Apache-2.0
// Why one site of a batch's drawn order gave what it gave, for the why panel.
#pragma once

#include "planning/routes/api.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

/// Fills outcome and why of every rung. `event`: the ledger's event that the plan stands on.
void explain_rungs(dto::BatchExplanation& explanation, const PlanVersion& plan, std::int64_t event);

} // namespace ankao::planning
