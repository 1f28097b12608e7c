// SPDX-License-Identifier: Apache-2.0
#include "planning/rules/forecast.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace ankao::planning {
namespace {

using Figures = std::vector<std::int64_t>;

constexpr std::int64_t k_one = 1000; ///< a session; also the whole of a permille
constexpr std::size_t k_year = 12;
constexpr std::size_t k_least_cases = 4; ///< origins
constexpr std::array k_methods{ForecastMethod::Last, ForecastMethod::Mean, ForecastMethod::Seasonal, ForecastMethod::SeasonalTrend, ForecastMethod::Damped};

/// To the nearest, halves away from zero.
std::int64_t divided(std::int64_t value, std::int64_t by) { return value >= 0 ? (value + by / 2) / by : -((-value + by / 2) / by); }
std::int64_t times(std::int64_t value, std::int64_t permille) { return divided(value * permille, k_one); }

std::size_t least_of(ForecastMethod method) {
  switch (method) {
  case ForecastMethod::Last:
    return 2;
  case ForecastMethod::Mean:
  case ForecastMethod::Damped:
    return 4;
  case ForecastMethod::Seasonal:
    return k_year;
  case ForecastMethod::SeasonalTrend:
    return k_year + 6;
  }
  return 0;
}

std::int64_t mean(const Figures& y, std::size_t from, std::size_t to) {
  std::int64_t sum = 0;
  for (std::size_t i = from; i < to; ++i) sum += y[i];
  return divided(sum, static_cast<std::int64_t>(to - from));
}

/// What a year has added, on the average of the months that have one before them.
std::int64_t yearly_step(const Figures& y) {
  std::int64_t sum = 0;
  const std::size_t begin = std::max(k_year, y.size() > 2 * k_year ? y.size() - k_year : k_year);
  for (std::size_t i = begin; i < y.size(); ++i) sum += y[i] - y[i - k_year];
  return divided(sum, static_cast<std::int64_t>(y.size() - begin));
}

Figures seasonal(const Figures& y, int horizon, std::int64_t step) {
  Figures out;
  for (std::size_t h = 0; h < static_cast<std::size_t>(horizon); ++h) {
    const auto years = static_cast<std::int64_t>(h / k_year) + 1;
    out.push_back(y[y.size() - k_year + h % k_year] + years * step);
  }
  return out;
}

struct Smoothing {
  std::int64_t level_share, trend_share, damping; ///< permille
};

struct Smoothed {
  std::int64_t level = 0, trend = 0, error = 0;
};

Smoothed smooth(const Figures& y, const Smoothing& how) {
  Smoothed s{y[0], 0, 0};
  for (std::size_t i = 1; i < y.size(); ++i) {
    const std::int64_t before = s.level, expected = s.level + times(s.trend, how.damping);
    s.error += std::abs(y[i] - expected);
    s.level = expected + times(y[i] - expected, how.level_share);
    s.trend = times(s.level - before, how.trend_share) + times(times(s.trend, how.damping), k_one - how.trend_share);
  }
  return s;
}

/// By month of the year, from the end backwards; zero without two whole years.
std::array<std::int64_t, k_year> season_of(const Figures& y) {
  std::array<std::int64_t, k_year> season{};
  const std::size_t years = y.size() / k_year;
  if (years < 2) return season;
  const std::size_t begin = y.size() - years * k_year;
  for (std::size_t year = 0; year < years; ++year) {
    const std::size_t from = begin + year * k_year;
    const std::int64_t middle = mean(y, from, from + k_year);
    for (std::size_t m = 0; m < k_year; ++m) season[m] += y[from + m] - middle;
  }
  for (auto& one : season) one = divided(one, static_cast<std::int64_t>(years));
  return season;
}

Figures damped(const Figures& y, int horizon) {
  const auto season = season_of(y);
  Figures flat(y.size());
  // Month m of the season is the one that lies m after the last whole years' begin.
  for (std::size_t i = 0; i < y.size(); ++i) flat[i] = y[i] - season[(i + 2 * k_year - y.size() % k_year) % k_year];
  Smoothed best;
  Smoothing chosen{};
  bool any = false;
  for (const std::int64_t level : {100, 200, 400, 600, 800})
    for (const std::int64_t trend : {0, 100, 300})
      for (const std::int64_t damping : {800, 900, 980}) {
        const Smoothing how{level, trend, damping};
        const Smoothed one = smooth(flat, how);
        if (any && one.error >= best.error) continue;
        best = one;
        chosen = how;
        any = true;
      }
  Figures out;
  std::int64_t step = best.trend, value = best.level;
  for (std::size_t h = 0; h < static_cast<std::size_t>(horizon); ++h) {
    step = times(step, chosen.damping);
    value += step;
    out.push_back(value + season[h % k_year]);
  }
  return out;
}

Figures ahead(ForecastMethod method, const Figures& y, int horizon) {
  Figures out;
  switch (method) {
  case ForecastMethod::Last:
    out.assign(static_cast<std::size_t>(horizon), y.back());
    break;
  case ForecastMethod::Mean:
    out.assign(static_cast<std::size_t>(horizon), mean(y, y.size() > k_year ? y.size() - k_year : 0, y.size()));
    break;
  case ForecastMethod::Seasonal:
    out = seasonal(y, horizon, 0);
    break;
  case ForecastMethod::SeasonalTrend:
    out = seasonal(y, horizon, yearly_step(y));
    break;
  case ForecastMethod::Damped:
    out = damped(y, horizon);
    break;
  }
  for (auto& one : out) one = std::max<std::int64_t>(0, one);
  return out;
}

/// Mean change from month to month: what MASE measures by. Never below a tenth of a session.
std::int64_t scale_of(const Figures& y) {
  std::int64_t sum = 0;
  for (std::size_t i = 1; i < y.size(); ++i) sum += std::abs(y[i] - y[i - 1]);
  return std::max(k_one / 10, divided(sum, static_cast<std::int64_t>(y.size() - 1)));
}

struct Backtest {
  TriedMethod tried;
  std::vector<Figures> misses; ///< by months ahead, absolute
};

Backtest backtest(ForecastMethod method, const Figures& y, std::size_t first, int horizon) {
  Backtest out;
  out.tried.method = method;
  out.misses.resize(static_cast<std::size_t>(horizon));
  std::int64_t scaled = 0, share = 0, shares = 0;
  for (std::size_t origin = first; origin < y.size(); ++origin) {
    const Figures known(y.begin(), y.begin() + static_cast<std::ptrdiff_t>(origin));
    const std::int64_t scale = scale_of(known);
    const int reach = std::min(horizon, static_cast<int>(y.size() - origin));
    const Figures guessed = ahead(method, known, reach);
    for (std::size_t h = 0; h < guessed.size(); ++h) {
      const std::int64_t actual = y[origin + h], miss = std::abs(actual - guessed[h]);
      out.misses[h].push_back(miss);
      ++out.tried.error.cases;
      scaled += divided(miss * k_one, scale);
      if (actual == 0) continue;
      share += divided(miss * k_one, actual);
      ++shares;
    }
  }
  out.tried.error.mase = divided(scaled, std::max(1, out.tried.error.cases));
  if (shares > 0) out.tried.error.mape = divided(share, shares);
  return out;
}

/// The miss that four of five stayed below.
std::int64_t usual_miss(Figures misses) {
  if (misses.empty()) return 0;
  std::sort(misses.begin(), misses.end());
  return misses[(misses.size() * 4 + 4) / 5 - 1];
}

/// By months ahead; where too few were seen so far ahead the nearer ones stand in; never narrower than nearer.
Figures widths(const Backtest& test, int horizon) {
  Figures out, pooled;
  std::int64_t widest = 0;
  for (std::size_t h = 0; h < static_cast<std::size_t>(horizon); ++h) {
    pooled.insert(pooled.end(), test.misses[h].begin(), test.misses[h].end());
    const bool enough = test.misses[h].size() >= 5;
    widest = std::max(widest, usual_miss(enough ? test.misses[h] : pooled));
    out.push_back(widest);
  }
  return out;
}

} // namespace

std::optional<Forecast> forecast(const Series& series, int horizon) {
  if (series.counts.size() < k_least_months || horizon < 1 || horizon > 24) return std::nullopt;
  Figures y;
  for (const auto count : series.counts) y.push_back(count * k_one);
  std::size_t first = 4;
  std::vector<ForecastMethod> able;
  for (const auto method : k_methods)
    if (least_of(method) + k_least_cases <= y.size()) {
      able.push_back(method);
      first = std::max(first, least_of(method));
    }
  Forecast out;
  std::optional<Backtest> best;
  for (const auto method : able) {
    auto test = backtest(method, y, first, horizon);
    out.tried.push_back(test.tried);
    if (!best || test.tried.error.mase < best->tried.error.mase) best = std::move(test);
  }
  out.method = best->tried.method;
  out.error = best->tried.error;
  const Figures expected = ahead(out.method, y, horizon), wide = widths(*best, horizon);
  Month month = series.first;
  for (std::size_t i = 0; i < y.size(); ++i) month = month.next();
  for (std::size_t h = 0; h < expected.size(); ++h, month = month.next())
    out.points.push_back({month, expected[h], std::max<std::int64_t>(0, expected[h] - wide[h]), expected[h] + wide[h]});
  return out;
}

std::int64_t quota_of(const ForecastPoint& point) { return std::max<std::int64_t>(1, (point.high + k_one - 1) / k_one); }

} // namespace ankao::planning
