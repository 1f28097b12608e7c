// SPDX-License-Identifier: Apache-2.0
// Summaries add up to the plan, and chance is counted as it is.
#include "draw/study/summary.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "draw/engine/engine.hpp"
#include "draw/rules/judge.hpp"
#include "draw/study/chances.hpp"
#include "draw/study/placed.hpp"
#include "draw/support/city_instance.hpp"
#include "draw/support/tiny.hpp"

namespace ankao::draw::testing {
namespace {

TEST(Summary, InstitutionsAndSitesAddUpToThePlan) {
  for (int n = 0; n < 60; ++n) {
    const Instance instance = RandomInstance(static_cast<std::uint64_t>(n) + 70, 8).make();
    const Seed seed = test_seed(n);
    const Model model(instance, seed);
    const Plan plan = greedy(instance, Digest{}, seed);
    const Seating seating = seating_of(model, plan);
    EXPECT_EQ(seating.size(), plan.sessions.size());
    std::int64_t placed = 0, seated = 0, vacant = 0, envied = 0, sessions = 0;
    for (int i = 0; i < count_of(instance.institutions); ++i) {
      const auto study = study_institution(model, seating, i);
      placed += study.placed;
      EXPECT_LE(study.at_first, study.placed);
      for (const auto& one : study.batches) envied += one.envied;
    }
    for (int s = 0; s < count_of(instance.sites); ++s) {
      const auto study = study_site(model, seating, s);
      seated += study.seats_used;
      vacant += study.vacant;
      for (const auto& one : study.subjects) sessions += one.sessions;
      EXPECT_LE(study.used, study.openings);
    }
    std::int64_t in_plan = 0;
    for (const Session& session : plan.sessions)
      for (const Seats& seats : session.seats) in_plan += seats.candidates;
    EXPECT_EQ(placed, in_plan);
    EXPECT_EQ(seated, in_plan);
    EXPECT_EQ(vacant, plan.levels.vacant);
    EXPECT_EQ(envied, plan.levels.envy);
    EXPECT_EQ(sessions, static_cast<std::int64_t>(plan.sessions.size()));
  }
}

TEST(Summary, TheChainBeginsWithTheHistory) {
  Tiny tiny;
  const int b = tiny.batch(20);
  tiny.instance.visits.push_back({0, 2, 0, make_date(2024, 2, 1), 0, false});
  const Model model(tiny.instance, test_seed());
  const auto study = study_institution(model, {{1, 0, 0, {{b, 20}}}}, 0);
  ASSERT_EQ(study.chain.size(), 2U);
  EXPECT_EQ(study.chain[0].time, -1);
  EXPECT_EQ(study.chain[0].sites, std::vector<int>{2});
  EXPECT_EQ(study.chain[1].sites, std::vector<int>{1});
  ASSERT_EQ(study.visits.size(), 1U);
  EXPECT_EQ(study.visits[0].planned, 1);
  EXPECT_EQ(study.visits[0].limit, 3);
}

TEST(Chances, LeanAndEffectiveNumberOfSites) {
  BatchChances one;
  one.nearest = {1, 2, 3, 4};
  one.seated = {{1, 25}, {2, 25}, {3, 25}, {4, 25}};
  EXPECT_EQ(one.lean(), 1000);
  EXPECT_EQ(one.effective_sites(), 400);
  one.seated = {{1, 50}, {2, 50}};
  EXPECT_EQ(one.lean(), 2000);
  EXPECT_EQ(one.effective_sites(), 200);
  one.seated = {{1, 100}};
  EXPECT_EQ(one.lean(), 4000);
  EXPECT_EQ(one.effective_sites(), 100);
  EXPECT_EQ(percentile({5, 1, 3}, 50), 3);
  EXPECT_EQ(percentile({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 90), 9);
  EXPECT_EQ(percentile({}, 50), 0);
}

TEST(Chances, CountSeatsAndTickets) {
  Tiny tiny;
  const int b = tiny.batch(20);
  tiny.instance.distance_m[0] = {0, 8000, 8000};
  Chances chances(tiny.instance);
  for (int n = 0; n < 40; ++n) {
    const Model model(tiny.instance, simulated_seed(Digest{}, n));
    const int room = at(at(model.batches, b).order, 0).site;
    chances.add(model, {{room, 0, 0, {{b, 20}}}});
  }
  EXPECT_EQ(chances.draws(), 40);
  const auto all = measured(tiny.instance, chances);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0]->nearest, (std::vector<int>{1, 2}));
  EXPECT_EQ(all[0]->placed, 800);
  EXPECT_EQ(all[0]->unplaced, 0);
  EXPECT_EQ(all[0]->lean(), all[0]->floor()); // it always went where the ticket said
  EXPECT_GE(all[0]->lean(), 1000);
}

/// Which of k sites of a band comes first, over fixed seeds, against equal shares: the 99.9 % quantile of chi-square.
TEST(Tickets, AreUniformByChiSquare) {
  const Instance city = CityInstance(7, 1).make();
  constexpr int k_seeds = 1000;
  std::map<int, std::pair<double, int>> by_k; // k -> sum of chi-squares, batches
  Chances chances(city);
  for (int n = 0; n < k_seeds; ++n) chances.add(Model(city, simulated_seed(Digest{}, n)), {});
  int beyond = 0, batches = 0;
  // Quantiles at 0.999 for 1 ... 12 degrees of freedom.
  const double quantile[] = {10.83, 13.82, 16.27, 18.47, 20.52, 22.46, 24.32, 26.12, 27.88, 29.59, 31.26, 32.91};
  for (const BatchChances& one : chances.batches()) {
    const auto k = one.nearest.size();
    if (k < 2 || k > 13) continue;
    const double expected = static_cast<double>(k_seeds) / static_cast<double>(k);
    double chi = 0;
    for (int site : one.nearest) {
      const auto found = one.first.find(site);
      const double seen = found == one.first.end() ? 0 : static_cast<double>(found->second);
      chi += (seen - expected) * (seen - expected) / expected;
    }
    ++batches;
    if (chi > quantile[k - 2]) ++beyond;
    by_k[static_cast<int>(k)].first += chi;
    by_k[static_cast<int>(k)].second += 1;
  }
  EXPECT_GT(batches, 60);
  EXPECT_LE(beyond, 2) << "of " << batches; // one in a thousand is expected
  // The sum over the batches of one k has (k - 1) · batches degrees of freedom: within five deviations of its mean.
  for (const auto& [k, sum] : by_k) {
    const double freedom = static_cast<double>((k - 1) * sum.second);
    EXPECT_NEAR(sum.first, freedom, 5 * std::sqrt(2 * freedom)) << "k = " << k;
  }
}

TEST(Tickets, OfOneBatchTellNothingAboutAnothers) {
  const Instance city = CityInstance(7, 1).make();
  // Pairs of batches with the same nearest sites: how often both have the same first site.
  Chances sites(city);
  std::vector<std::pair<int, int>> pairs;
  for (int a = 0; a < count_of(city.batches) && pairs.size() < 40; ++a)
    for (int b = a + 1; b < count_of(city.batches); ++b)
      if (const auto& one = at(sites.batches(), a).nearest; one.size() >= 2 && one == at(sites.batches(), b).nearest) {
        pairs.emplace_back(a, b);
        break;
      }
  ASSERT_GT(pairs.size(), 10U);
  double score = 0;
  constexpr int k_seeds = 400;
  for (const auto& [a, b] : pairs) {
    const double k = static_cast<double>(at(sites.batches(), a).nearest.size());
    int same = 0;
    for (int n = 0; n < k_seeds; ++n) {
      const Seed seed = simulated_seed(Digest{}, n + 9000);
      const auto first = [&](int batch) {
        const auto& nearest = at(sites.batches(), batch).nearest;
        return *std::min_element(nearest.begin(), nearest.end(), [&](int x, int y) {
          return ticket(seed, at(city.batches, batch).id, at(city.sites, x).id) < ticket(seed, at(city.batches, batch).id, at(city.sites, y).id);
        });
      };
      same += first(a) == first(b) ? 1 : 0;
    }
    const double expected = k_seeds / k;
    score += (same - expected) / std::sqrt(expected * (1 - 1 / k));
  }
  EXPECT_LT(std::abs(score) / std::sqrt(static_cast<double>(pairs.size())), 4);
}

} // namespace
} // namespace ankao::draw::testing
