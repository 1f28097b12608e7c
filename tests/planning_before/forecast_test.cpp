// SPDX-License-Identifier: Apache-2.0
// Forecasts from series whose future is known.
#include <gtest/gtest.h>

#include "planning/rules/forecast.hpp"

namespace ankao::planning {
namespace {

constexpr Month k_first{2021, 1};

Series series(std::size_t months, std::int64_t (*at)(std::size_t)) {
  Series out{k_first, {}};
  for (std::size_t i = 0; i < months; ++i) out.counts.push_back(at(i));
  return out;
}

TEST(Forecast, TooFewMonthsTellNothingJustEnoughDo) {
  const auto flat = [](std::size_t) -> std::int64_t { return 5; };
  EXPECT_FALSE(forecast(series(k_least_months - 1, flat), 3));
  EXPECT_TRUE(forecast(series(k_least_months, flat), 3));
  EXPECT_FALSE(forecast(series(20, flat), 0));
  EXPECT_FALSE(forecast(series(20, flat), 25));
}

TEST(Forecast, AConstantSeriesIsForecastWithoutErrorAndWithoutWidth) {
  const auto out = forecast(series(30, [](std::size_t) -> std::int64_t { return 12; }), 12);
  ASSERT_TRUE(out);
  EXPECT_EQ(out->error.mase, 0);
  EXPECT_EQ(out->error.mape, 0);
  EXPECT_EQ(out->method, ForecastMethod::Last) << "of equals the simplest";
  ASSERT_EQ(out->points.size(), 12u);
  EXPECT_EQ(out->points[0].month, (Month{2023, 7}));
  for (const auto& point : out->points) {
    EXPECT_EQ(point.expected, 12'000);
    EXPECT_EQ(point.low, 12'000);
    EXPECT_EQ(quota_of(point), 12);
  }
}

TEST(Forecast, AYearlyPatternIsFoundAndContinued) {
  const auto wave = [](std::size_t i) -> std::int64_t {
    constexpr std::int64_t k_year[] = {10, 2, 20, 22, 18, 16, 8, 9, 24, 21, 19, 12};
    return k_year[i % 12];
  };
  const auto out = forecast(series(40, wave), 6);
  ASSERT_TRUE(out);
  EXPECT_EQ(out->method, ForecastMethod::Seasonal);
  for (std::size_t h = 0; h < 6; ++h) EXPECT_EQ(out->points[h].expected, wave(40 + h) * 1000) << h;
}

TEST(Forecast, APatternThatGrowsByTheYearIsContinuedWithItsGrowth) {
  const auto growing = [](std::size_t i) -> std::int64_t {
    constexpr std::int64_t k_year[] = {10, 2, 20, 22, 18, 16, 8, 9, 24, 21, 19, 12};
    return k_year[i % 12] + 6 * static_cast<std::int64_t>(i / 12);
  };
  const auto out = forecast(series(48, growing), 12);
  ASSERT_TRUE(out);
  EXPECT_EQ(out->method, ForecastMethod::SeasonalTrend);
  for (std::size_t h = 0; h < 12; ++h) EXPECT_EQ(out->points[h].expected, growing(48 + h) * 1000) << h;
  EXPECT_LT(out->error.mase, 200);
}

TEST(Forecast, ALineWithoutSeasonsIsFollowedNotRepeated) {
  const auto out = forecast(series(20, [](std::size_t i) -> std::int64_t { return 10 + 3 * static_cast<std::int64_t>(i); }), 1);
  ASSERT_TRUE(out);
  EXPECT_NEAR(static_cast<double>(out->points[0].expected), 70'000, 2'000) << "the next would be 70";
}

TEST(Forecast, NoiseIsToldAsWidthAndTheTruthLiesMostlyInside) {
  const auto noisy = [](std::size_t i) -> std::int64_t { return 40 + static_cast<std::int64_t>(i * 7919 % 21) - 10; };
  int inside = 0, asked = 0;
  for (std::size_t months = 30; months < 60; ++months) {
    const auto out = forecast(series(months, noisy), 3);
    ASSERT_TRUE(out);
    for (std::size_t h = 0; h < 3; ++h, ++asked) {
      const auto truth = noisy(months + h) * 1000;
      if (out->points[h].low <= truth && truth <= out->points[h].high) ++inside;
      EXPECT_GE(out->points[h].high - out->points[h].expected, h == 0 ? 0 : out->points[h - 1].high - out->points[h - 1].expected) << "never narrower further ahead";
    }
  }
  EXPECT_GE(inside * 100, asked * 70) << "four of five are promised: " << inside << " of " << asked;
  EXPECT_LT(inside, asked);
}

TEST(Forecast, NeverBelowNothingAndZeroMonthsAreLeftOutOfThePercentage) {
  const auto out = forecast(series(24, [](std::size_t i) -> std::int64_t { return i < 12 ? 12 - static_cast<std::int64_t>(i) : 0; }), 12);
  ASSERT_TRUE(out);
  for (const auto& point : out->points) {
    EXPECT_GE(point.expected, 0);
    EXPECT_GE(point.low, 0);
  }
  const auto nothing = forecast(series(24, [](std::size_t) -> std::int64_t { return 0; }), 3);
  ASSERT_TRUE(nothing);
  EXPECT_FALSE(nothing->error.mape.has_value());
  EXPECT_EQ(quota_of(nothing->points[0]), 1) << "no session at all is a ban, not a forecast";
}

TEST(Forecast, EveryMethodThatCouldBeIsTold) {
  const auto out = forecast(series(40, [](std::size_t i) -> std::int64_t { return static_cast<std::int64_t>(i % 5); }), 3);
  ASSERT_TRUE(out);
  EXPECT_EQ(out->tried.size(), 5u);
  for (const auto& one : out->tried) {
    EXPECT_GT(one.error.cases, 0);
    EXPECT_GE(one.error.mase, out->error.mase) << name_of(one.method);
  }
}

} // namespace
} // namespace ankao::planning
