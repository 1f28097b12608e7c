// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/engine.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "draw/engine/anneal.hpp"
#include "draw/engine/clerk.hpp"
#include "draw/engine/fill.hpp"
#include "draw/engine/output.hpp"
#include "draw/engine/search.hpp"

namespace ankao::draw {
namespace {

constexpr std::int64_t k_default_work_limit = 80'000'000;
/// Every start is a walk of its own; the best of them counts. Their number is part of the engine's version.
constexpr std::array<std::uint64_t, 2> k_starts{0x9E3779B97F4A7C15ULL, 0xC2B2AE3D27D4EB4FULL};
/// Parts of the work limit: each walk has three eighths, the rest is for months that stay tight.
constexpr std::int64_t k_parts = 8, k_walk_parts = 3;

std::int64_t limit_of(const EngineOptions& options) { return options.work_limit > 0 ? options.work_limit : k_default_work_limit; }

Levels told_levels(const Score& score) {
  return {score.unplaced, score.exceptions, score.beyond_offer, score.envy, score.vacant, score.quality};
}

struct Walked {
  Seating seating;
  Score score;
};

class Drawing {
public:
  Drawing(const Model& model, const EngineOptions& options)
      : compact_(model)
      , field_(compact_)
      , options_(options)
      , limit_(limit_of(options)) {}

  Seating run() {
    std::vector<std::function<void()>> jobs;
    for (std::size_t i = 0; i < k_starts.size(); ++i) jobs.push_back([this, i] { walk(i); });
    if (options_.together) {
      options_.together(jobs);
    } else {
      for (const auto& job : jobs) job();
    }
    const auto best = std::min_element(walked_.begin(), walked_.end(), [](const Walked& a, const Walked& b) { return a.score < b.score; });
    return tightened(*best);
  }

private:
  std::int64_t walk_limit() const { return std::max<std::int64_t>(1, limit_ * k_walk_parts / k_parts); }

  void walk(std::size_t i) {
    Anneal anneal(field_, k_starts[i]);
    Anneal::Told told;
    if (i == 0) told = [&](std::int64_t work, const Score& best) { tell(work, best); };
    anneal.run(walk_limit(), told);
    walked_[i] = {anneal.best_seating(), anneal.best_score()};
  }

  /// Where somebody is left out, above R7, beyond the offer or passed over: a search that may bend the rule of first come.
  Seating tightened(const Walked& best) {
    const Score& s = best.score;
    if (s.unplaced + s.exceptions + s.beyond_offer + s.envy == 0) return best.seating;
    Search search(compact_);
    if (!search.tight(best.score)) return best.seating;
    const auto before = static_cast<std::int64_t>(k_starts.size()) * walk_limit();
    search.improve(best.seating, limit_ - std::min(limit_, before) + 1, [&](std::int64_t work, const Score& score) { tell(before + work, score); });
    return search.best_score() < best.score ? search.best_seating() : best.seating;
  }

  void tell(std::int64_t work, const Score& best) const {
    if (options_.progress) options_.progress({work, limit_, told_levels(best)});
  }

  const Compact compact_;
  const Field field_;
  const EngineOptions& options_;
  const std::int64_t limit_;
  std::array<Walked, k_starts.size()> walked_;
};

struct Candidate {
  Seating seating;
  Verdict verdict;
};

Candidate candidate(const Model& model, Seating seating) {
  Verdict verdict = judge(model, seating);
  return {std::move(seating), std::move(verdict)};
}

/// Seats for those who were left out, subject by subject, as long as the plan is the better for it.
Candidate filled(const Model& model, Candidate plan) {
  if (plan.verdict.levels.unplaced == 0) return plan;
  for (int subject : model.subjects_by_id) {
    Seating fuller = fill_subject(model, plan.seating, subject);
    if (fuller == plan.seating) continue;
    Candidate next = candidate(model, std::move(fuller));
    if (better(next.verdict, plan.verdict)) plan = std::move(next);
  }
  return plan;
}

} // namespace

std::string engine_name() { return "ankao-engine 2"; }

std::int64_t default_work_limit() { return k_default_work_limit; }

std::string engine_id(const EngineOptions& options) { return engine_name() + ", work " + std::to_string(limit_of(options)); }

Plan solve(const Instance& instance, const Digest& instance_digest, const Seed& seed, const EngineOptions& options) {
  const Model model(instance, seed);
  const Candidate mine = filled(model, candidate(model, Drawing(model, options).run()));
  const Candidate theirs = filled(model, candidate(model, clerks_seating(model)));
  return to_plan(model, better(theirs.verdict, mine.verdict) ? theirs.seating : mine.seating, instance_digest, seed, engine_id(options));
}

Plan greedy(const Instance& instance, const Digest& instance_digest, const Seed& seed) {
  const Model model(instance, seed);
  return to_plan(model, clerks_seating(model), instance_digest, seed, "ankao-greedy 1");
}

} // namespace ankao::draw
