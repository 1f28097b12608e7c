// SPDX-License-Identifier: Apache-2.0
// How many sessions a subject will need (S-2.1). Figures are thousandths of a session: whole numbers, the same on every machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace ankao::planning {

/// Last: as last month. Mean: of the last twelve. Seasonal: as a year ago. SeasonalTrend: a year ago and what a year has added.
/// Damped: exponential smoothing of level and damped trend, seasonally adjusted where two years are known.
enum class ForecastMethod { Last, Mean, Seasonal, SeasonalTrend, Damped };
std::string_view name_of(ForecastMethod method); ///< "last", "mean", "seasonal", "seasonal_trend", "damped"

/// Sessions of one subject by month, without gaps.
struct Series {
  Month first;
  std::vector<std::int64_t> counts;
};

/// Of a rolling-origin backtest, permille.
struct ForecastError {
  int cases = 0;
  std::int64_t mase = 0;             ///< 1000: as bad as "next month is as this month" was in the past
  std::optional<std::int64_t> mape;  ///< nothing where every month had no session
};

struct TriedMethod {
  ForecastMethod method = ForecastMethod::Last;
  ForecastError error;
};

struct ForecastPoint {
  Month month;
  std::int64_t expected = 0, low = 0, high = 0; ///< thousandths; four of five months lay between low and high
};

struct Forecast {
  ForecastMethod method = ForecastMethod::Last;
  ForecastError error;
  std::vector<TriedMethod> tried; ///< all that could be, the chosen one too
  std::vector<ForecastPoint> points;
};

} // namespace ankao::planning
