// SPDX-License-Identifier: Apache-2.0
#include "draw/commands/commands.hpp"

#include "draw/commands/run.hpp"

namespace ankao::draw {

std::vector<Command> commands() {
  return {{"draw", k_draw_usage, "排考 · draw a month's plan from an instance and a seed", run_draw},
          {"check", k_check_usage, "核验计划 · check a plan: every rule, every level", run_check},
          {"verify", k_verify_usage, "核验排考公开记录 · verify the whole record of a draw and repeat it", run_verify},
          {"explain", k_explain_usage, "说明批次为何如此安排 · why a batch got its places", run_explain},
          {"bounds", k_bounds_usage, "证明下界 · prove lower bounds of a plan's levels, or verify a file of them", run_bounds},
          {"redraw", k_redraw_usage, "失去考试点后重排 · another place for those whom a loss hit, everybody else stays", run_redraw},
          {"digest", k_digest_usage, "摘要 · SM3 of the canonical JSON of a file", run_digest}};
}

} // namespace ankao::draw
