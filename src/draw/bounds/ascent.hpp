// SPDX-License-Identifier: Apache-2.0
// Walks the prices uphill: a subgradient method in integers, with a fixed number of steps, so that the same instance and plan give
// the same certificate everywhere.
#pragma once

#include "draw/bounds/dual.hpp"

namespace ankao::draw::producing {

/// How shares are priced on the way (dual.hpp), and how long the first steps are.
enum class Shares { Divisible, Whole };

struct Climbed {
  Point point;
  std::int64_t value = 0; ///< ⌈bound⌉, never below 0
};

/// `target`: the plan's own value of the level. Stops as soon as that is proven to be the least.
Climbed climb(const Frame& frame, const Levels& levels, const Slack& slack, Point start, std::int64_t target, int steps, Shares shares);

/// A certificate of a point: what is not priced stands at 0.
Prices prices_of(const Frame& frame, const Point& point);

} // namespace ankao::draw::producing
