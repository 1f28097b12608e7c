// SPDX-License-Identifier: Apache-2.0
// Certificates of real plans, what happens to those who tamper with them, and months with nothing in them.
#include <gtest/gtest.h>

#include "draw/bounds/bounds.hpp"
#include "draw/bounds/verify.hpp"
#include "draw/engine/engine.hpp"
#include "draw/support/city_instance.hpp"
#include "draw/support/tiny.hpp"

namespace ankao::draw::testing {
namespace {

const Digest k_digest = sm3("an instance");

Plan drawn(const Instance& instance, int seed, std::int64_t work) {
  EngineOptions options;
  options.work_limit = work;
  return solve(instance, k_digest, test_seed(seed), options);
}

/// 25 candidates and rooms of 40: seven seats are vacant beyond the free fifth, whatever anybody does.
struct Half {
  Tiny tiny;
  Plan plan;
  Bounds bounds;
  Half() {
    tiny.batch(25);
    plan = drawn(tiny.instance, 0, 100'000);
    bounds = prove_bounds(tiny.instance, plan);
  }
  std::vector<std::string> faults() const { return verify_bounds(tiny.instance, plan, bounds); }
};

TEST(Bounds, HoldForOddMonthsAndTheirEnginesPlans) {
  for (int seed = 0; seed < 150; ++seed) {
    const Instance instance = random_instance(static_cast<std::uint64_t>(seed) + 400, 1 + seed % 25);
    for (const Plan& plan : {drawn(instance, seed, 60'000), greedy(instance, k_digest, test_seed(seed))}) {
      const Bounds bounds = prove_bounds(instance, plan, 40);
      const auto faults = verify_bounds(instance, plan, bounds);
      EXPECT_TRUE(faults.empty()) << seed << ": " << (faults.empty() ? "" : faults.front());
      for (std::size_t level = 0; level < 6; ++level) EXPECT_LE(bounds.levels[level].value_or(0), plan.levels.values()[level]) << seed;
    }
  }
}

TEST(Bounds, ACitysMonthIsProvenToPlaceAsManyAsCanBe) {
  const Instance instance = city_instance(1, 1);
  const Plan plan = drawn(instance, 1, 10'000'000);
  const Bounds bounds = prove_bounds(instance, plan, 40);
  EXPECT_TRUE(verify_bounds(instance, plan, bounds).empty());
  EXPECT_EQ(bounds.levels[0], plan.levels.unplaced);
  EXPECT_GT(bounds.levels[5].value_or(0), plan.levels.quality / 4);
}

TEST(Bounds, ARoomTooLargeForAnyoneIsAProvenVacancy) {
  const Half half;
  EXPECT_EQ(half.plan.levels.vacant, 7);
  EXPECT_EQ(half.bounds.levels[4], 7);
  EXPECT_TRUE(half.faults().empty());
}

TEST(Bounds, BatchesThatFinishTooLateAreAProvenShortage) {
  Tiny tiny;
  tiny.batch(20);
  tiny.batch(30);
  tiny.edit(0).completed = make_date(2024, 3, 5);
  const Plan plan = drawn(tiny.instance, 0, 100'000);
  const Bounds bounds = prove_bounds(tiny.instance, plan);
  EXPECT_GT(plan.levels.unplaced, 0);
  EXPECT_EQ(bounds.levels[0], plan.levels.unplaced);
  EXPECT_TRUE(verify_bounds(tiny.instance, plan, bounds).empty());
}

TEST(Bounds, FewerSessionsThanTheSubjectNeedsAreAProvenShortage) {
  Tiny tiny;
  tiny.instance.subjects[0].max_sessions = 1;
  for (int i = 0; i < 3; ++i) tiny.batch(40);
  const Plan plan = drawn(tiny.instance, 0, 100'000);
  EXPECT_EQ(prove_bounds(tiny.instance, plan).levels[0], plan.levels.unplaced);
  EXPECT_GT(plan.levels.unplaced, 0);
}

TEST(Bounds, WhoMayVisitNobodyNeedsAnException) {
  Tiny tiny;
  tiny.instance.policy.visits_per_year = 0;
  tiny.batch(20);
  const Plan plan = drawn(tiny.instance, 0, 100'000);
  const Bounds bounds = prove_bounds(tiny.instance, plan);
  EXPECT_EQ(plan.levels.exceptions, 1);
  EXPECT_EQ(bounds.levels[1], 1);
  EXPECT_TRUE(verify_bounds(tiny.instance, plan, bounds).empty());
}

TEST(Bounds, FullOffersAreAProvenStepBeyondThem) {
  Tiny tiny;
  tiny.instance.policy.order_depth = 1;
  tiny.instance.rooms[1].open = {{1, {0}}};
  tiny.batch(65);
  const Plan plan = drawn(tiny.instance, 0, 100'000);
  const Bounds bounds = prove_bounds(tiny.instance, plan);
  EXPECT_EQ(plan.levels.beyond_offer, 25);
  EXPECT_EQ(bounds.levels[2], 25);
  EXPECT_TRUE(verify_bounds(tiny.instance, plan, bounds).empty());
}

TEST(Bounds, AClaimAboveItsProofIsRefused) {
  for (std::size_t level = 0; level < 6; ++level) {
    Half half;
    half.bounds.levels[level] = half.bounds.levels[level].value_or(0) + 1;
    half.plan.levels.quality += 10; // so that not even the plan's own value stands in the way
    half.plan.levels.envy += 10;
    EXPECT_FALSE(half.faults().empty()) << "UEXJVQ"[level];
  }
}

TEST(Bounds, ALowerClaimOrNoneIsNoLie) {
  Half half;
  half.bounds.levels[4] = 3;
  half.bounds.levels[5] = std::nullopt;
  EXPECT_TRUE(half.faults().empty());
}

TEST(Bounds, ATamperedCertificateIsRefused) {
  const auto refused = [](auto change) {
    Half half;
    change(half.bounds);
    return !half.faults().empty();
  };
  EXPECT_TRUE(refused([](Bounds& b) { b.coins.at(0).least.back() += 1; }));
  EXPECT_TRUE(refused([](Bounds& b) { b.coins.at(0).least.at(0) = 1; }));
  EXPECT_TRUE(refused([](Bounds& b) { b.coins.at(0).least.pop_back(); }));
  EXPECT_TRUE(refused([](Bounds& b) { b.coins.push_back(b.coins.at(0)); }));
  EXPECT_TRUE(refused([](Bounds& b) { b.coins.at(0).subject = 7; }));
  EXPECT_TRUE(refused([](Bounds& b) { b.coins.clear(); }));
  EXPECT_TRUE(refused([](Bounds& b) { b.quality.reset(); }));
  EXPECT_TRUE(refused([](Bounds& b) { b.quality->batch.clear(); }));
  EXPECT_TRUE(refused([](Bounds& b) { b.quality->batch.at(0) = k_most_price + 1; }));
  EXPECT_TRUE(refused([](Bounds& b) { b.quality->batch.at(0) = 0; }));
  EXPECT_TRUE(refused([](Bounds& b) { b.quality->scale = 0; }));
  EXPECT_TRUE(refused([](Bounds& b) { b.quality->beyond = -1; }));
  EXPECT_TRUE(refused([](Bounds& b) { b.quality->vacancy = -1; }));
  EXPECT_TRUE(refused([](Bounds& b) { b.quality->visit[{0, 0, 3}] = 1; }));
  EXPECT_TRUE(refused([](Bounds& b) { b.exceptions.push_back({0, 0, 1}); }));
  EXPECT_TRUE(refused([](Bounds& b) { b.exceptions.push_back({9, 0, 0}); }));
  EXPECT_TRUE(refused([](Bounds& b) { b.shortages.push_back({0, 1, *b.quality}); }));
  EXPECT_TRUE(refused([](Bounds& b) { b.instance_sm3 = std::string(64, 'f'); }));
}

TEST(Bounds, TablesAndPricesDoNotCountARoomTwice) {
  Half half;
  half.bounds.vacancy = half.bounds.quality;
  EXPECT_FALSE(half.faults().empty());
}

TEST(Bounds, EmptyMonthsHaveBoundsToo) {
  Tiny tiny;
  const auto expect_proven = [](const Instance& instance) {
    const Plan plan = drawn(instance, 0, 1000);
    const Bounds bounds = prove_bounds(instance, plan);
    EXPECT_TRUE(verify_bounds(instance, plan, bounds).empty());
    return bounds.levels[0] == plan.levels.unplaced;
  };
  EXPECT_TRUE(expect_proven(Instance{}));
  EXPECT_TRUE(expect_proven(tiny.instance)); // nobody to place
  tiny.batch(20);
  for (Room& room : tiny.instance.rooms) room.open.clear();
  EXPECT_TRUE(expect_proven(tiny.instance)); // nowhere to place them
  tiny.instance.calendar.dates.clear();
  EXPECT_TRUE(expect_proven(tiny.instance));
}

TEST(Bounds, AbsurdNumbersAreRefusedNotWrappedRound) {
  Half half;
  half.tiny.instance.policy.weights = {1'000'000'000, 1'000'000'000, 1'000'000'000, 1'000'000'000, 1'000'000'000};
  half.tiny.instance.sessions = {{1, 0, 1'000'000'000}};
  half.bounds.quality->batch.at(0) = k_most_price;
  half.bounds.quality->tangent[{0, 1}] = k_most_price;
  EXPECT_FALSE(half.faults().empty());
  const Bounds bounds = prove_bounds(half.tiny.instance, half.plan);
  EXPECT_TRUE(verify_bounds(half.tiny.instance, half.plan, bounds).empty());
}

} // namespace
} // namespace ankao::draw::testing
