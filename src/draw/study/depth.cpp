// SPDX-License-Identifier: Apache-2.0
#include "draw/study/depth.hpp"

#include <algorithm>

#include "draw/engine/engine.hpp"
#include "draw/study/chances.hpp"

namespace ankao::draw {

DepthChoice choose_depth(Instance instance, const Digest& digest, const DepthRule& rule) {
  DepthChoice choice{rule.most, rule, {}};
  std::int64_t candidates = 0;
  for (const Batch& batch : instance.batches) candidates += batch.candidates;
  const std::int64_t most = candidates * rule.beyond_per_thousand / 1000;
  EngineOptions options;
  options.work_limit = rule.work;
  for (int depth = rule.least; depth < rule.most; ++depth) {
    instance.policy.order_depth = depth;
    DepthTrial trial{depth, {}};
    bool enough = true;
    for (int n = 0; n < rule.draws && enough; ++n) {
      trial.beyond.push_back(solve(instance, digest, simulated_seed(digest, n), options).levels.beyond_offer);
      enough = trial.beyond.back() <= most;
    }
    choice.trials.push_back(std::move(trial));
    if (!enough) continue;
    choice.depth = depth;
    break;
  }
  return choice;
}

} // namespace ankao::draw
