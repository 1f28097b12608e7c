// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/engine.hpp"

#include "draw/engine/clerk.hpp"
#include "draw/engine/fill.hpp"
#include "draw/engine/output.hpp"
#include "draw/engine/search.hpp"

namespace ankao::draw {
namespace {

constexpr std::int64_t k_default_work_limit = 500'000'000;

std::int64_t limit_of(const EngineOptions& options) { return options.work_limit > 0 ? options.work_limit : k_default_work_limit; }

Levels told_levels(const Score& score) {
  return {score.unplaced, score.exceptions, score.beyond_offer, score.envy, score.vacant, score.quality};
}

Seating searched_seating(const Model& model, const Seating& clerks, const EngineOptions& options) {
  const Compact compact(model);
  Search search(compact);
  const std::int64_t limit = limit_of(options);
  Search::Told told;
  if (options.progress) told = [&](std::int64_t work, const Score& best) { options.progress({work, limit, told_levels(best)}); };
  search.run(limit, told, clerks);
  return fill(model, search.best_seating());
}

} // namespace

std::string engine_name() { return "ankao-engine 1"; }

std::int64_t default_work_limit() { return k_default_work_limit; }

std::string engine_id(const EngineOptions& options) { return engine_name() + ", work " + std::to_string(limit_of(options)); }

Plan solve(const Instance& instance, const Digest& instance_digest, const Seed& seed, const EngineOptions& options) {
  const Model model(instance, seed);
  const Seating clerks = fill(model, clerks_seating(model));
  const Seating mine = searched_seating(model, clerks, options);
  const bool clerk_wins = better(judge(model, clerks), judge(model, mine));
  return to_plan(model, clerk_wins ? clerks : mine, instance_digest, seed, engine_id(options));
}

Plan greedy(const Instance& instance, const Digest& instance_digest, const Seed& seed) {
  const Model model(instance, seed);
  return to_plan(model, clerks_seating(model), instance_digest, seed, "ankao-greedy 1");
}

} // namespace ankao::draw
