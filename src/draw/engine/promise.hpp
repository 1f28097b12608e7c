// SPDX-License-Identifier: Apache-2.0
// What the engine promises against the greedy clerk: a better plan with at most a tenth of its envy.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <tuple>

namespace ankao::draw {

/// A clerk's plan with fewer pairs than this is no measure: then the levels alone decide.
constexpr std::int64_t k_countable_envy = 10;

/// 0 = the promise is kept. Until U, E and X are no worse than the clerk's they come first (one large value for all such plans);
/// after that the envy above the clerk's tenth does. Of two plans the smaller value is preferred, then the levels in their order.
template <class Levels>
std::int64_t unfitness(const Levels& plan, const Levels& clerks) {
  const auto first_levels = [](const Levels& x) { return std::tie(x.unplaced, x.exceptions, x.beyond_offer); };
  if (clerks.envy < k_countable_envy) return 0;
  if (first_levels(plan) > first_levels(clerks)) return std::numeric_limits<std::int64_t>::max() - 1;
  return std::max<std::int64_t>(0, plan.envy * 10 - clerks.envy);
}

} // namespace ankao::draw
