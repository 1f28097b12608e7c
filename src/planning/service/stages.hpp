// SPDX-License-Identifier: Apache-2.0
// What all steps of a plan's life share.
#pragma once

#include <vector>

#include "planning/service/world.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

/// The newest version of the month if it is at one of the stages; planning.month_unknown, planning.wrong_stage.
Result<PlanVersion> at_stage(db::Transaction& transaction, Month month, const std::vector<Stage>& stages, const char* step);
Problem wrong_stage(const PlanVersion& plan, const char* step);
/// Somebody else was faster.
Problem stage_moved(Month month);

/// Step, ledger event and, where the public sees it, the time line.
void note_step(db::Transaction& transaction, const Act& act, const char* step, const char* clause, const PlanVersion* before,
               const PlanVersion& after, const std::string& reason);

/// Steps that are possible at a stage.
std::vector<std::string> next_steps(Stage stage, bool lawful);

} // namespace ankao::planning
