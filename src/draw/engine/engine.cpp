// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/engine.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "draw/engine/clerk.hpp"
#include "draw/engine/draft.hpp"
#include "draw/engine/fill.hpp"
#include "draw/engine/output.hpp"
#include "draw/engine/refine.hpp"

namespace ankao::draw {
namespace {

constexpr std::int64_t k_default_work_limit = 160'000'000;
constexpr std::int64_t k_month = 20'000; ///< candidates that the work limit is for
/// The search starts from a constant.
constexpr std::uint64_t k_start = 0x9E3779B97F4A7C15ULL;
/// The first search has so many parts of eight; the rest goes to the better of its plan and the clerk's.
constexpr std::int64_t k_parts = 8, k_first_parts = 7;

std::int64_t limit_of(const EngineOptions& options) { return options.work_limit > 0 ? options.work_limit : k_default_work_limit; }

/// Bigger cities have more work, in proportion.
std::int64_t months_in(const Instance& instance) {
  std::int64_t candidates = 0;
  for (const Batch& batch : instance.batches) candidates += batch.candidates;
  return std::max<std::int64_t>(1, candidates / k_month);
}

Levels told_levels(const Score& score) {
  return {score.unplaced, score.exceptions, score.beyond_offer, score.envy, score.vacant, score.quality};
}

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
  std::optional<Filler> filler(std::in_place, model, plan.seating);
  for (int subject : model.subjects_by_id) {
    if (!filler->seat(at(model.subjects, subject).queue)) continue;
    Candidate next = candidate(model, filler->seating());
    if (better(next.verdict, plan.verdict)) plan = std::move(next);
    else filler.emplace(model, plan.seating);
  }
  return plan;
}

class Drawing {
public:
  Drawing(const Model& model, const EngineOptions& options)
      : model_(model)
      , compact_(model)
      , field_(compact_)
      , options_(options)
      , limit_(limit_of(options))
      , months_(months_in(model.instance)) {}

  Seating run() {
    const std::int64_t first = std::max<std::int64_t>(1, limit_ / k_parts * k_first_parts);
    const Candidate mine = searched(drafted(field_), 0, first, true);
    const Candidate clerks = filled(model_, candidate(model_, clerks_seating(model_)));
    const Candidate& start = better(clerks.verdict, mine.verdict) ? clerks : mine;
    const Candidate end = searched(start.seating, first, limit_ - first, false);
    return better(end.verdict, start.verdict) ? end.seating : start.seating;
  }

private:
  Candidate searched(const Seating& seating, std::int64_t before, std::int64_t limit, bool afresh) const {
    Refine refine(field_, k_start);
    Refine::Told told;
    if (options_.progress)
      told = [&](std::int64_t work, const Score& best) { options_.progress({before + std::min(limit, work / months_), limit_, told_levels(best)}); };
    refine.run(seating, limit * months_, afresh, told);
    return filled(model_, candidate(model_, refine.best_seating()));
  }

  const Model& model_;
  const Compact compact_;
  const Field field_;
  const EngineOptions& options_;
  const std::int64_t limit_, months_;
};

} // namespace

std::string engine_name() { return "ankao-engine 6"; }

std::int64_t default_work_limit() { return k_default_work_limit; }

std::string engine_id(const EngineOptions& options) { return engine_name() + ", work " + std::to_string(limit_of(options)); }

Plan solve(const Instance& instance, const Digest& instance_digest, const Seed& seed, const EngineOptions& options) {
  const Model model(instance, seed);
  return to_plan(model, Drawing(model, options).run(), instance_digest, seed, engine_id(options));
}

Plan greedy(const Instance& instance, const Digest& instance_digest, const Seed& seed) {
  const Model model(instance, seed);
  return to_plan(model, clerks_seating(model), instance_digest, seed, "ankao-greedy 1");
}

} // namespace ankao::draw
