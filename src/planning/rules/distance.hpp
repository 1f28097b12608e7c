// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace ankao::planning {

/// Degrees times 1,000,000, WGS 84.
struct Point {
  std::int64_t longitude_e6 = 0;
  std::int64_t latitude_e6 = 0;
  bool operator==(const Point&) const = default;
};

/// Great-circle distance in whole metres on a sphere of 6,371,008.8 m (haversine), rounded half away from zero. Symmetric, 0 for one
/// place. The only floating point on the way to a draw: it ends here, before the instance is frozen.
std::int64_t distance_m(Point a, Point b);

} // namespace ankao::planning
