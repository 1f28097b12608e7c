// SPDX-License-Identifier: Apache-2.0
#include "planning/rules/demand.hpp"

#include <algorithm>

namespace ankao::planning {
namespace {

int number_of(Month month) { return month.year * 12 + static_cast<int>(month.month); }

/// Thousandths of a session.
std::optional<std::int64_t> sessions_in(const KnownDemand& one, Month month) {
  const int at = number_of(month) - number_of(one.past.first);
  if (at >= 0 && at < static_cast<int>(one.past.counts.size())) return 1000 * one.past.counts[static_cast<std::size_t>(at)];
  if (!one.ahead) return std::nullopt;
  for (const ForecastPoint& point : one.ahead->points)
    if (point.month == month) return std::max<std::int64_t>(0, point.expected);
  return std::nullopt;
}

} // namespace

std::optional<std::vector<int>> demand_percents(const std::vector<KnownDemand>& subjects, Month base, int months) {
  std::vector<int> out;
  Month month = base;
  for (int i = 0; i < months; ++i, month = month.next()) {
    std::int64_t now = 0, then = 0;
    for (const KnownDemand& one : subjects) {
      const auto first = sessions_in(one, base), later = sessions_in(one, month);
      if (!first || !later) continue;
      now += *first;
      then += *later;
    }
    if (now == 0) return std::nullopt;
    out.push_back(static_cast<int>(std::min<std::int64_t>(k_most_percent, (200 * then + now) / (2 * now))));
  }
  return out;
}

} // namespace ankao::planning
