// SPDX-License-Identifier: Apache-2.0
// A month decoded piece by piece is the month decoded from nothing, and both are what the full evaluator finds.
#include <gtest/gtest.h>

#include "draw/engine/anneal.hpp"
#include "draw/support/city_instance.hpp"
#include "draw/support/tiny.hpp"

namespace ankao::draw::testing {
namespace {

Levels levels_of(const Score& s) { return {s.unplaced, s.exceptions, s.beyond_offer, s.envy, s.vacant, s.quality}; }

/// Some change of cells, reservations or flags that says nothing about what is good.
void change(Month& month, const Field& field, Chance& chance) {
  for (int n = chance.between(1, 3); n > 0; --n) {
    const int t = chance.between(0, field.times - 1);
    const int use = chance.between(0, count_of(field.uses) - 1);
    const int batch = chance.between(0, field.capacity - 1);
    const bool open = field.open_at(at(field.uses, use).room, t);
    switch (chance.between(0, 9)) {
      case 0: month.close(t, use); break;
      case 1:
        if (at(field.batch_of, batch) >= 0) month.let_beyond(batch, chance.between(0, field.times));
        break;
      case 2:
        if (at(field.batch_of, batch) >= 0) month.excuse(batch, chance.percent(50));
        break;
      case 3:
      case 4:
        if (at(field.batch_of, batch) >= 0 && at(field.parties, batch).subject == at(field.uses, use).subject) month.reserve(t, {use, batch});
        break;
      case 5:
        if (!month.reservations(t, at(field.uses, use).subject).empty())
          month.release(t, Reservation(month.reservations(t, at(field.uses, use).subject).front()));
        break;
      default:
        if (open) month.open(t, use);
    }
  }
}

void expect_judged(const Model& model, const Levels& told, const Seating& seating) {
  const Verdict verdict = judge(model, seating);
  ASSERT_TRUE(verdict.lawful());
  ASSERT_EQ(told, verdict.levels);
}

Seating from_nothing(const Field& field, const Month& month) {
  Month other(field);
  other.begin();
  other.become(month.before());
  other.decode();
  return other.seating();
}

/// Trials that are kept or dropped by chance; after each the month is what it would be from nothing.
void walk(const Instance& instance, const Seed& seed, int trials) {
  const Model model(instance, seed);
  const Compact compact(model);
  const Field field(compact);
  if (field.uses.empty() || field.times == 0 || field.capacity == 0) return;
  Month month(field);
  Chance chance(static_cast<std::uint64_t>(trials) + instance.batches.size());
  month.begin();
  month.decode();
  month.keep();
  Levels kept = levels_of(month.score());
  for (int trial = 0; trial < trials; ++trial) {
    month.begin();
    change(month, field, chance);
    month.decode();
    Score score = month.score();
    score.envy = month.envy();
    expect_judged(model, levels_of(score), month.seating());
    if (chance.percent(60)) {
      month.keep();
      kept = levels_of(score);
    } else {
      month.drop();
    }
    expect_judged(model, kept, month.seating());
    month.begin();
    if (trial % 4 == 0) expect_judged(model, kept, from_nothing(field, month));
    if (::testing::Test::HasFatalFailure()) return;
  }
}

TEST(Month, AfterAnyTrialItIsWhatTheFullEvaluatorFinds) {
  for (int seed = 0; seed < 250; ++seed) {
    SCOPED_TRACE(seed);
    walk(random_instance(static_cast<std::uint64_t>(seed) + 40000, 1 + seed % 40), test_seed(seed), 30);
    if (HasFatalFailure()) return;
  }
}

TEST(Month, ACitysToo) { walk(city_instance(5, 1), test_seed(5), 60); }

TEST(Anneal, KeepsTheLevelsThatTheFullEvaluatorFinds) {
  for (int seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    const Instance instance = random_instance(static_cast<std::uint64_t>(seed) + 9000, 1 + seed % 40);
    const Model model(instance, test_seed(seed));
    const Compact compact(model);
    const Field field(compact);
    Anneal anneal(field, 7);
    anneal.run(20'000, {});
    const Seating seating = anneal.best_seating();
    expect_judged(model, levels_of(anneal.best_score()), seating);
  }
}

TEST(Month, WithoutReservationsNobodyIsPassedOver) {
  for (int seed = 0; seed < 60; ++seed) {
    const Instance instance = random_instance(static_cast<std::uint64_t>(seed) + 50000, 30);
    const Model model(instance, test_seed(seed));
    const Compact compact(model);
    const Field field(compact);
    if (field.uses.empty() || field.times == 0) continue;
    Month month(field);
    Chance chance(static_cast<std::uint64_t>(seed));
    month.begin();
    for (int n = 0; n < 40; ++n) {
      const int t = chance.between(0, field.times - 1), use = chance.between(0, count_of(field.uses) - 1);
      if (field.open_at(at(field.uses, use).room, t)) month.open(t, use);
    }
    month.decode();
    EXPECT_EQ(judge(model, month.seating()).levels.envy, 0) << seed;
  }
}

} // namespace
} // namespace ankao::draw::testing
