// SPDX-License-Identifier: Apache-2.0
// No bound is ever above the best that a plan with the same higher levels can have: against every lawful plan of tiny months.
#include <gtest/gtest.h>

#include "draw/bounds/bounds.hpp"
#include "draw/bounds/verify.hpp"
#include "draw/bounds/verify_dual.hpp"
#include "draw/bounds/verify_shared.hpp"
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
  EXPECT_GT(met.tight[0], met.positive[0] * 8 / 10);
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

/// Any subjects, any exclusive rooms on any dates, any prices or none.
SharedRooms any_shared_rooms(const Instance& in, Chance& chance) {
  SharedRooms out;
  for (int s = 0; s < count_of(in.subjects); ++s)
    if (chance.percent(80)) out.subjects.push_back(s);
  for (int r = 0; r < count_of(in.rooms); ++r) {
    if (!at(in.rooms, r).exclusive || chance.percent(20)) continue;
    const Date first = in.calendar.dates.front() - 1, last = in.calendar.dates.back() + 1;
    const Date cut = first + chance.between(0, last - first - 1);
    if (chance.percent(80)) out.rooms.push_back({r, first, cut});
    if (chance.percent(80)) out.rooms.push_back({r, cut + 1, last});
  }
  if (chance.percent(50) && out.rooms.size() <= 6) return out;
  out.prices.emplace();
  for (std::size_t i = 0; i < out.rooms.size(); ++i) out.prices->push_back(chance.percent(30) ? 0 : chance.between(0, chance.percent(50) ? 1000 : 200'000));
  return out;
}

TEST(Bounds, WhateverRoomsAreSaidToBeSharedTheirValueIsABound) {
  int above = 0;
  each_month([&](const Model& model, const std::map<Levels, Seating>& all, const Seed& seed, int number) {
    Chance chance(static_cast<std::uint64_t>(number));
    const proving::Scope scope(model.instance, seed, all.begin()->first);
    for (int round = 0; round < 8; ++round) {
      const SharedRooms shared = any_shared_rooms(model.instance, chance);
      if (shared.subjects.empty()) continue;
      const auto value = proving::shared_value(scope, shared);
      ASSERT_TRUE(value.has_value());
      EXPECT_LE(value->narrow(), all.begin()->first.unplaced);
      above += *value > 0 ? 1 : 0;
    }
  });
  EXPECT_GT(above, 1000);
}

TEST(Bounds, OfUAreExactlyWhatTheVerifierMakesOfTheCertificate) {
  int shared = 0;
  each_month([&](const Model& model, const std::map<Levels, Seating>& all, const Seed& seed, int) {
    Plan plan = plan_of(model, all.begin()->second, all.begin()->first, seed);
    Bounds bounds = prove_bounds(model.instance, plan, 1);
    shared += bounds.shared.empty() ? 0 : 1;
    proving::Scope scope(model.instance, seed, plan.levels);
    for (const SubjectShortage& s : bounds.shortages) scope.shortage_proven(s.subject, s.unplaced);
    Exact proven = scope.least_unplaced();
    for (const SharedRooms& c : bounds.shared) {
      proven += proving::shared_value(scope, c).value();
      for (int s : c.subjects) proven -= scope.shortage_cost(s, scope.proven_shortage(s));
    }
    EXPECT_EQ(Exact(bounds.levels[0].value_or(0)), proven);
  });
  EXPECT_GT(shared, 20);
}

} // namespace
} // namespace ankao::draw::testing
