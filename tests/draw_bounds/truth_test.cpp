// SPDX-License-Identifier: Apache-2.0
// No bound is ever above the best that a plan with the same higher levels can have: against every lawful plan of tiny months.
#include <gtest/gtest.h>

#include "draw/bounds/bounds.hpp"
#include "draw/bounds/verify.hpp"
#include "draw/bounds/verify_dual.hpp"
#include "draw/bounds/verify_simple.hpp"
#include "draw_bounds/support/all_plans.hpp"

namespace ankao::draw::testing {
namespace {

constexpr int k_months = 1500;

/// The least value of a level among the plans that share the higher levels of `levels`.
std::int64_t least(const std::map<Levels, Seating>& all, const Levels& levels, std::size_t level) {
  std::int64_t out = std::numeric_limits<std::int64_t>::max();
  for (const auto& [other, ignored] : all) {
    const auto a = levels.values(), b = other.values();
    if (std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(level), b.begin())) out = std::min(out, b[level]);
  }
  return out;
}

struct Met {
  std::array<int, 6> positive{}, tight{};
};

void expect_true(const Model& model, const std::map<Levels, Seating>& all, const Levels& levels, const Seating& seating, const Seed& seed, Met& met) {
  const Plan plan = plan_of(model, seating, levels, seed);
  const Bounds bounds = prove_bounds(model.instance, plan, 60);
  const auto faults = verify_bounds(model.instance, plan, bounds);
  EXPECT_TRUE(faults.empty()) << (faults.empty() ? "" : faults.front());
  for (std::size_t level = 0; level < 6; ++level) {
    const std::int64_t best = least(all, levels, level), bound = bounds.levels[level].value_or(0);
    EXPECT_LE(bound, best) << "UEXJVQ"[level];
    met.positive[level] += best > 0 ? 1 : 0;
    met.tight[level] += best > 0 && bound == best ? 1 : 0;
  }
}

template <class F>
void each_month(F&& f) {
  int tried = 0;
  for (int number = 0; tried < k_months && number < 40 * k_months; ++number) {
    const Instance instance = tiny_instance(static_cast<std::uint64_t>(number) + 70'000);
    const Seed seed = test_seed(number);
    const Model model(instance, seed);
    AllPlans all(model);
    if (all.size() < 1 || all.size() > 5) continue;
    ++tried;
    SCOPED_TRACE(number);
    f(model, all.all(), seed, number);
    if (::testing::Test::HasFailure()) return;
  }
  EXPECT_EQ(tried, k_months);
}

TEST(Bounds, AreNeverAboveTheBestOfAllLawfulPlans) {
  Met met;
  each_month([&](const Model& model, const std::map<Levels, Seating>& all, const Seed& seed, int number) {
    expect_true(model, all, all.begin()->first, all.begin()->second, seed, met); // the best plan
    auto other = all.begin();                                                     // and any other
    std::advance(other, number % static_cast<int>(all.size()));
    expect_true(model, all, other->first, other->second, seed, met);
  });
  std::printf("months %d; proven tight of those above 0: ", k_months);
  for (std::size_t level = 0; level < 6; ++level) std::printf("%c %d/%d  ", "UEXJVQ"[level], met.tight[level], met.positive[level]);
  std::printf("\n");
  EXPECT_GT(met.tight[0], met.positive[0] / 2);
  EXPECT_GT(met.tight[4], 10);
  EXPECT_GT(met.tight[5], 100);
}

TEST(Bounds, WhateverPricesAreWrittenDownTheirValueIsABound) {
  each_month([&](const Model& model, const std::map<Levels, Seating>& all, const Seed& seed, int number) {
    Chance chance(static_cast<std::uint64_t>(number));
    auto one = all.begin();
    std::advance(one, number % static_cast<int>(all.size()));
    const Levels& levels = one->first;
    const proving::Scope scope(model.instance, seed, levels);
    for (int round = 0; round < 6; ++round) {
      Prices prices;
      prices.scale = chance.between(1, 3);
      for (std::size_t b = 0; b < model.batches.size(); ++b) prices.batch.push_back(chance.between(-20, round < 3 ? 10 : 2000));
      for (std::size_t s = 0; s < model.subjects.size(); ++s) prices.session.push_back(chance.percent(50) ? 0 : chance.between(0, 30));
      for (const VisitKey& key : model.visit_keys)
        if (chance.percent(30)) prices.visit[{key.institution, key.site, key.subject}] = chance.between(0, 20);
      for (int s = 0; s < count_of(model.subjects); ++s)
        for (int site : at(model.subjects, s).sites)
          if (chance.percent(70)) prices.tangent[{s, site}] = chance.between(0, 9);
      prices.beyond = chance.between(0, 10);
      prices.vacancy = chance.between(0, 40);
      const std::pair<Aim, std::size_t> aims[] = {{Aim::Beyond, 2}, {Aim::Vacancy, 4}, {Aim::Quality, 5}};
      for (const auto& [aim, level] : aims)
        EXPECT_LE(proving::dual_value(scope, prices, aim).ceil_by(prices.scale).narrow(), least(all, levels, level)) << "UEXJVQ"[level];
    }
  });
}

} // namespace
} // namespace ankao::draw::testing
