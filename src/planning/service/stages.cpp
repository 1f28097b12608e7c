// SPDX-License-Identifier: Apache-2.0
#include "planning/service/stages.hpp"

#include <algorithm>

#include "ledger/service/ledger.hpp"
#include "planning/service/digest.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {

Problem wrong_stage(const PlanVersion& plan, const char* step) {
  return problem("planning.wrong_stage", {{"month", to_string(plan.month)}, {"stage", std::string(name_of(plan.stage))}, {"step", step}});
}

Problem stage_moved(Month month) { return problem("planning.stage_moved", {{"month", to_string(month)}}); }

Result<PlanVersion> at_stage(db::Transaction& transaction, Month month, const std::vector<Stage>& stages, const char* step) {
  const auto plan = newest_version(transaction, month);
  if (!plan) return problem("planning.month_unknown", {{"month", to_string(month)}});
  if (std::find(stages.begin(), stages.end(), plan->stage) == stages.end()) return wrong_stage(*plan, step);
  return *plan;
}

void note_step(db::Transaction& transaction, const Act& act, const char* step, const char* clause, const PlanVersion* before,
               const PlanVersion& after, const std::string& reason) {
  add_step(transaction, after.month, after.version, {step, act.at, act.actor.role, act.actor.name, reason});
  ledger::append(transaction, {act.actor, act.at, step, "plan:" + to_string(after.month), before == nullptr ? "" : digest_of(*before),
                               digest_of(after), clause, reason});
}

std::vector<std::string> next_steps(Stage stage, bool lawful) {
  switch (stage) {
  case Stage::Collecting:
    return {"plan.create", "waiver.approve", "plan.freeze"};
  case Stage::Frozen:
    return {"seed.announce", "seed.confirm", "plan.return"};
  case Stage::Seeded:
    return {"plan.draw", "plan.return"};
  case Stage::Drawing:
    return {};
  case Stage::Failed:
    return {"plan.draw", "plan.return"};
  case Stage::Drawn:
    return lawful ? std::vector<std::string>{"exception.approve", "plan.submit", "plan.return"} : std::vector<std::string>{"plan.return"};
  case Stage::Submitted:
    return {"exception.approve", "plan.publish", "plan.return"};
  case Stage::Published:
    return {"plan.create"};
  case Stage::Returned:
    return {"plan.create"};
  case Stage::Superseded:
    return {};
  }
  return {};
}

} // namespace ankao::planning
