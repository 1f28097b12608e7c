// SPDX-License-Identifier: Apache-2.0
// How many sites the offer of a month has: as few as leave nobody, or hardly anybody, beyond it in trial draws.
#include <gtest/gtest.h>

#include "draw/engine/engine.hpp"
#include "draw/study/chances.hpp"
#include "draw/study/depth.hpp"
#include "draw/support/city_instance.hpp"
#include "draw/support/random_instance.hpp"

namespace ankao::draw::testing {
namespace {

constexpr std::int64_t k_work = 400'000;

std::int64_t candidates_of(const Instance& instance) {
  std::int64_t sum = 0;
  for (const Batch& batch : instance.batches) sum += batch.candidates;
  return sum;
}

std::int64_t beyond(Instance instance, int depth, int n) {
  instance.policy.order_depth = depth;
  EngineOptions options;
  options.work_limit = k_work;
  return solve(instance, sm3("month"), simulated_seed(sm3("month"), n), options).levels.beyond_offer;
}

TEST(Depth, AMonthWithSeatsToSpareGetsTheFewestSites) {
  const DepthChoice choice = choose_depth(city_instance(3, 1), sm3("month"), {2, 4, 3, 1000, k_work});
  EXPECT_EQ(choice.depth, 2);
  ASSERT_EQ(choice.trials.size(), 1U);
  EXPECT_EQ(choice.trials[0].beyond.size(), 3U);
}

TEST(Depth, TheTrialsAreDrawsThatAnybodyCanRepeat) {
  const Instance month = city_instance(3, 3);
  const DepthChoice choice = choose_depth(month, sm3("month"), {1, 3, 2, 0, k_work});
  ASSERT_FALSE(choice.trials.empty());
  for (const DepthTrial& trial : choice.trials)
    for (std::size_t n = 0; n < trial.beyond.size(); ++n) EXPECT_EQ(trial.beyond[n], beyond(month, trial.depth, static_cast<int>(n)));
  EXPECT_EQ(choice, choose_depth(month, sm3("month"), {1, 3, 2, 0, k_work}));
}

TEST(Depth, OneBeyondTheLimitIsOneTooManyAndTheNextDepthIsTried) {
  const Instance month = city_instance(3, 3);
  const std::int64_t first = beyond(month, 1, 0);
  ASSERT_GT(first, 0) << "the month is to be short of seats at one site an offer";
  const std::int64_t all = candidates_of(month);
  const int inside = static_cast<int>((first * 1000 + all - 1) / all), outside = static_cast<int>((first * 1000 - 1) / all);
  ASSERT_GE(all * inside / 1000, first);
  ASSERT_LT(all * outside / 1000, first);
  EXPECT_EQ(choose_depth(month, sm3("month"), {1, 2, 1, inside, k_work}).depth, 1);
  const DepthChoice next = choose_depth(month, sm3("month"), {1, 2, 1, outside, k_work});
  EXPECT_EQ(next.depth, 2) << "the most is taken untried";
  ASSERT_EQ(next.trials.size(), 1U);
  EXPECT_EQ(next.trials[0].beyond, std::vector<std::int64_t>{first});
}

/// In hardly any work the search itself may end with more left out; whatever the cause, such a depth is not taken.
TEST(Depth, ADepthThatLeavesMoreOutThanTheMostIsNotEnough) {
  int refused = 0;
  for (std::uint64_t number = 0; number < 400 && refused == 0; ++number) {
    const Instance month = random_instance(number + 90'000, 1 + static_cast<int>(number) % 40);
    const DepthChoice choice = choose_depth(month, sm3("month"), {1, 2, 2, 1000, 2'000});
    for (const DepthTrial& trial : choice.trials) {
      if (!trial.left_out_more) continue;
      ++refused;
      EXPECT_EQ(choice.depth, 2);
    }
  }
  EXPECT_GT(refused, 0);
}

TEST(Depth, TheLimitIsOfAllTrialsTogetherSoThatOneUnluckyDrawDoesNotDecide) {
  const Instance month = city_instance(3, 3);
  std::int64_t sum = 0, worst = 0;
  for (int n = 0; n < 3; ++n) {
    sum += beyond(month, 1, n);
    worst = std::max(worst, beyond(month, 1, n));
  }
  const std::int64_t all = candidates_of(month);
  const int limit = static_cast<int>((sum * 1000 + 3 * all - 1) / (3 * all));
  ASSERT_GE(all * limit * 3 / 1000, sum);
  EXPECT_EQ(choose_depth(month, sm3("month"), {1, 2, 3, limit, k_work}).depth, 1);
  EXPECT_EQ(choose_depth(month, sm3("month"), {1, 2, 3, limit - 1, k_work}).depth, 2);
  EXPECT_GT(worst * 3, sum) << "one draw lies above the others";
}

TEST(Depth, WhereLeastAndMostAreTheSameNothingIsTried) {
  const DepthChoice choice = choose_depth(city_instance(3, 1), sm3("month"), {3, 3, 3, 1, k_work});
  EXPECT_EQ(choice.depth, 3);
  EXPECT_TRUE(choice.trials.empty());
}

} // namespace
} // namespace ankao::draw::testing
