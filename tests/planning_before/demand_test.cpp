// SPDX-License-Identifier: Apache-2.0
// Demand of a year in percent of a month: from the past as long as it reaches, then from the forecast.
#include <gtest/gtest.h>

#include "planning/rules/demand.hpp"
#include "planning/rules/forecast.hpp"

namespace ankao::planning {
namespace {

constexpr Month k_january{2024, 1};

KnownDemand known(std::vector<std::int64_t> past, std::vector<std::int64_t> ahead = {}) {
  KnownDemand out{{k_january, std::move(past)}, std::nullopt};
  if (ahead.empty()) return out;
  Month month = k_january;
  for (std::size_t i = 0; i < out.past.counts.size(); ++i) month = month.next();
  out.ahead.emplace();
  for (const auto expected : ahead) {
    out.ahead->points.push_back({month, expected, expected, expected});
    month = month.next();
  }
  return out;
}

TEST(Demand, IsTheSessionsOfAllSubjectsAgainstThoseOfTheFirstMonth) {
  EXPECT_EQ(demand_percents({known({10, 5, 20}), known({30, 35, 60})}, k_january, 3), (std::vector<int>{100, 100, 200}));
  EXPECT_EQ(demand_percents({known({8}, {4'000, 2'500})}, k_january, 3), (std::vector<int>{100, 50, 31})) << "31.25 is 31";
  EXPECT_EQ(demand_percents({known({200}, {1'000})}, k_january, 2), (std::vector<int>{100, 1})) << "0.5 % is rounded up";
  EXPECT_EQ(demand_percents({known({1}, {3'999, 4'000, 4'010})}, k_january, 4), (std::vector<int>{100, 400, 400, 400})) << "no more than a simulation takes";
}

TEST(Demand, ASubjectCountsWhereBothMonthsAreKnown) {
  EXPECT_EQ(demand_percents({known({10, 20}), known({90})}, k_january, 2), (std::vector<int>{100, 200})) << "of the second nothing is known in February";
  EXPECT_EQ(demand_percents({known({10}), known({90})}, k_january, 2), std::nullopt) << "of no subject is February known";
  EXPECT_EQ(demand_percents({known({0, 4})}, k_january, 2), std::nullopt) << "no demand to measure by";
  EXPECT_EQ(demand_percents({}, k_january, 1), std::nullopt);
}

TEST(Demand, OfAYearlyPatternRepeatsThePattern) {
  Series past{k_january, {}};
  constexpr std::int64_t k_year[] = {10, 2, 20, 22, 18, 16, 8, 9, 24, 21, 19, 12};
  for (int i = 0; i < 36; ++i) past.counts.push_back(k_year[i % 12]);
  const auto percents = demand_percents({{past, forecast(past, 12)}}, {2027, 1}, 12);
  ASSERT_TRUE(percents);
  for (int i = 0; i < 12; ++i) EXPECT_EQ((*percents)[static_cast<std::size_t>(i)], static_cast<int>(10 * k_year[i])) << i;
}

} // namespace
} // namespace ankao::planning
