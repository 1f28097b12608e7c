// SPDX-License-Identifier: Apache-2.0
#include "draw/study/depth.hpp"

#include <map>
#include <numeric>
#include <utility>

#include "draw/engine/engine.hpp"
#include "draw/study/chances.hpp"

namespace ankao::draw {
namespace {

class Trials {
public:
  Trials(Instance instance, const Digest& digest, const DepthRule& rule)
      : instance_(std::move(instance))
      , digest_(digest)
      , rule_(rule) {
    std::int64_t candidates = 0;
    for (const Batch& batch : instance_.batches) candidates += batch.candidates;
    most_beyond_ = candidates * rule.beyond_per_thousand * rule.draws / 1000;
  }

  DepthTrial of(int depth) {
    DepthTrial trial{depth, {}, false};
    for (int n = 0; n < rule_.draws; ++n) {
      const Levels levels = drawn(depth, n);
      trial.beyond.push_back(levels.beyond_offer);
      trial.left_out_more = levels.unplaced > 0 && levels.unplaced > unplaced_with_most(n);
      if (!enough(trial)) break;
    }
    return trial;
  }
  bool enough(const DepthTrial& trial) const { return !trial.left_out_more && std::accumulate(trial.beyond.begin(), trial.beyond.end(), std::int64_t{0}) <= most_beyond_; }

private:
  Levels drawn(int depth, int n) {
    instance_.policy.order_depth = depth;
    EngineOptions options;
    options.work_limit = rule_.work;
    return solve(instance_, digest_, simulated_seed(digest_, n), options).levels;
  }
  std::int64_t unplaced_with_most(int n) {
    const auto [known, fresh] = unplaced_.try_emplace(n, 0);
    if (fresh) known->second = drawn(rule_.most, n).unplaced;
    return known->second;
  }

  Instance instance_;
  const Digest& digest_;
  const DepthRule& rule_;
  std::int64_t most_beyond_ = 0; ///< in all the draws of a depth
  std::map<int, std::int64_t> unplaced_; ///< [draw] level U with the most sites
};

} // namespace

DepthChoice choose_depth(Instance instance, const Digest& digest, const DepthRule& rule) {
  DepthChoice choice{rule.most, rule, {}};
  Trials trials(std::move(instance), digest, rule);
  for (int depth = rule.least; depth < rule.most; ++depth) {
    choice.trials.push_back(trials.of(depth));
    if (!trials.enough(choice.trials.back())) continue;
    choice.depth = depth;
    break;
  }
  return choice;
}

} // namespace ankao::draw
