// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/engine.hpp"

#include <utility>

#include "draw/engine/clerk.hpp"
#include "draw/engine/fill.hpp"
#include "draw/engine/output.hpp"
#include "draw/engine/promise.hpp"
#include "draw/engine/search.hpp"

namespace ankao::draw {
namespace {

constexpr std::int64_t k_default_work_limit = 700'000'000;

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
  return search.best_seating();
}

/// A seating with its verdict, compared as the search does it: what keeps the promise about the clerk's envy goes first.
struct Candidate {
  Seating seating;
  Verdict verdict;
  std::int64_t unfit = 0;
};

Candidate candidate(const Model& model, Seating seating, const Verdict& clerks) {
  Verdict verdict = judge(model, seating);
  const std::int64_t unfit = unfitness(verdict.levels, clerks.levels);
  return {std::move(seating), std::move(verdict), unfit};
}

bool goes_before(const Candidate& a, const Candidate& b) { return a.unfit != b.unfit ? a.unfit < b.unfit : better(a.verdict, b.verdict); }

/// Seats for those who were left out, subject by subject, as long as the plan is the better for it.
Candidate filled(const Model& model, Candidate plan, const Verdict& clerks) {
  for (int subject : model.subjects_by_id) {
    Seating fuller = fill_subject(model, plan.seating, subject);
    if (fuller == plan.seating) continue;
    Candidate next = candidate(model, std::move(fuller), clerks);
    if (goes_before(next, plan)) plan = std::move(next);
  }
  return plan;
}

} // namespace

std::string engine_name() { return "ankao-engine 1"; }

std::int64_t default_work_limit() { return k_default_work_limit; }

std::string engine_id(const EngineOptions& options) { return engine_name() + ", work " + std::to_string(limit_of(options)); }

Plan solve(const Instance& instance, const Digest& instance_digest, const Seed& seed, const EngineOptions& options) {
  const Model model(instance, seed);
  const Seating plain = clerks_seating(model);
  const Verdict measure = judge(model, plain);
  const Seating clerks = fill(model, plain);
  const Candidate mine = filled(model, candidate(model, searched_seating(model, clerks, options), measure), measure);
  const Candidate theirs = candidate(model, clerks, measure);
  return to_plan(model, goes_before(theirs, mine) ? theirs.seating : mine.seating, instance_digest, seed, engine_id(options));
}

Plan greedy(const Instance& instance, const Digest& instance_digest, const Seed& seed) {
  const Model model(instance, seed);
  return to_plan(model, clerks_seating(model), instance_digest, seed, "ankao-greedy 1");
}

} // namespace ankao::draw
