// SPDX-License-Identifier: Apache-2.0
// Shares come and go: after each trial, kept or dropped, rules and levels are what the full evaluator finds.
#include <gtest/gtest.h>

#include "draw/engine/clerk.hpp"
#include "draw/engine/draft.hpp"
#include "draw/engine/fill.hpp"
#include "draw/engine/refine.hpp"
#include "draw/support/city_instance.hpp"
#include "draw/support/tiny.hpp"

namespace ankao::draw::testing {
namespace {

Levels levels_of(const Score& s) { return {s.unplaced, s.exceptions, s.beyond_offer, s.envy, s.vacant, s.quality}; }

void expect_judged(const Model& model, const Levels& told, const Seating& seating) {
  const Verdict verdict = judge(model, seating);
  ASSERT_TRUE(verdict.lawful());
  ASSERT_EQ(told, verdict.levels);
}

/// Takes some shares away and seats people anywhere the roster says they fit.
void change(Roster& roster, const Field& field, Chance& chance) {
  for (int n = chance.between(1, 4); n > 0; --n) {
    const int batch = chance.between(0, field.capacity - 1);
    if (at(field.batch_of, batch) >= 0 && !roster.stays(batch).empty()) roster.take(batch, roster.stays(batch).front().slot);
  }
  for (int n = chance.between(1, 60); n > 0; --n) {
    const int batch = chance.between(0, field.capacity - 1), t = chance.between(0, field.times - 1);
    const int use = chance.between(0, count_of(field.uses) - 1), slot = roster.slot(t, use);
    if (at(field.batch_of, batch) < 0 || roster.left(batch) == 0) continue;
    const Use& u = at(field.uses, use);
    if (u.subject != at(field.parties, batch).subject || !field.open_at(u.room, t) || !has(field.ready_at(t), batch)) continue;
    if (!has(field.order(batch), u.site)) continue;
    const int share = roster.share_at(batch, slot);
    if (share > 0 && roster.fits(batch, slot, chance.percent(30))) roster.put(batch, slot, share);
  }
}

/// `broken` counts trials that the roster finds unsound; they are dropped.
void walk(const Instance& instance, const Seed& seed, int trials, int& broken) {
  const Model model(instance, seed);
  const Compact compact(model);
  const Field field(compact);
  if (field.uses.empty() || field.times == 0 || field.capacity == 0) return;
  Roster roster(field);
  Chance chance(static_cast<std::uint64_t>(trials) + instance.batches.size());
  Levels kept = levels_of(roster.score()), marked = kept;
  for (int trial = 0; trial < trials; ++trial) {
    roster.begin();
    change(roster, field, chance);
    for (int more = chance.between(0, 2); more > 0 && roster.sound(); --more) { // a trial whose envy is looked at while it goes on
      Score score = roster.score();
      score.envy = roster.envy();
      expect_judged(model, levels_of(score), roster.seating());
      change(roster, field, chance);
    }
    if (!roster.sound()) {
      ++broken;
      ASSERT_FALSE(judge(model, roster.seating()).lawful());
      roster.drop();
    } else {
      Score score = roster.score();
      score.envy = roster.envy();
      expect_judged(model, levels_of(score), roster.seating());
      if (chance.percent(60)) {
        roster.keep();
        kept = levels_of(score);
        if (chance.percent(20)) {
          roster.mark();
          marked = kept;
        }
      } else {
        roster.drop();
      }
    }
    Score now = roster.score();
    now.envy = roster.kept_envy();
    ASSERT_EQ(levels_of(now), kept);
    expect_judged(model, kept, roster.seating());
    if (::testing::Test::HasFatalFailure()) return;
  }
  roster.back_to_mark();
  expect_judged(model, marked, roster.seating());
}

TEST(Roster, AfterAnyTrialItIsWhatTheFullEvaluatorFinds) {
  int broken = 0;
  for (int seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    walk(random_instance(static_cast<std::uint64_t>(seed) + 40000, 1 + seed % 40), test_seed(seed), 30, broken);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(broken, 0);
}

TEST(Roster, ACitysToo) {
  int broken = 0;
  walk(city_instance(5, 1), test_seed(5), 60, broken);
}

TEST(Draft, IsLawfulAndNobodyIsPassedOver) {
  for (int seed = 0; seed < 200; ++seed) {
    const Instance instance = random_instance(static_cast<std::uint64_t>(seed) + 50000, 1 + seed % 40);
    const Model model(instance, test_seed(seed));
    const Compact compact(model);
    const Verdict verdict = judge(model, drafted(Field(compact)));
    EXPECT_TRUE(verdict.lawful()) << seed;
    EXPECT_EQ(verdict.levels.envy, 0) << seed;
  }
}

TEST(Refine, StartsFromAPlanAndIsNeverWorse) {
  for (int seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    const Instance instance = random_instance(static_cast<std::uint64_t>(seed) + 30000, 1 + seed % 40);
    const Model model(instance, test_seed(seed));
    const Compact compact(model);
    const Field field(compact);
    Filler filler(model, clerks_seating(model));
    filler.seat(model.line);
    const Seating start = filler.seating();
    Refine refine(field, 7);
    refine.run(start, 60'000, seed % 2 == 0, {});
    expect_judged(model, levels_of(refine.best_score()), refine.best_seating());
    EXPECT_LE(levels_of(refine.best_score()), judge(model, start).levels);
    if (HasFatalFailure()) return;
  }
}

} // namespace
} // namespace ankao::draw::testing
