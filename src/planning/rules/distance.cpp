// SPDX-License-Identifier: Apache-2.0
#include "planning/rules/distance.hpp"

#include <algorithm>
#include <cmath>

namespace ankao::planning {

std::int64_t distance_m(Point a, Point b) {
  constexpr double radius = 6371008.8;
  constexpr double radian = 3.14159265358979323846 / 180.0 / 1e6;
  // Differences are taken of the integers, so that the order of the two places cannot matter.
  const double half_latitude = static_cast<double>(std::abs(a.latitude_e6 - b.latitude_e6)) * radian / 2;
  const double half_longitude = static_cast<double>(std::abs(a.longitude_e6 - b.longitude_e6)) * radian / 2;
  const double south = static_cast<double>(std::min(a.latitude_e6, b.latitude_e6)) * radian;
  const double north = static_cast<double>(std::max(a.latitude_e6, b.latitude_e6)) * radian;
  const double h = std::sin(half_latitude) * std::sin(half_latitude) +
                   std::cos(south) * std::cos(north) * std::sin(half_longitude) * std::sin(half_longitude);
  return std::llround(2 * radius * std::asin(std::min(1.0, std::sqrt(h))));
}

} // namespace ankao::planning
