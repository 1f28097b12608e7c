// SPDX-License-Identifier: Apache-2.0
// Values of connected nodes from measured differences, by least squares, solved exactly: the same numbers on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ankao::inspection {

/// `difference`: value of `to` less that of `from`, as measured; counts `weight` times.
struct Difference {
  std::size_t from = 0, to = 0;
  std::int64_t difference = 0, weight = 1;
};

/// The values whose differences come nearest, with sum zero, each rounded to the nearest whole number, halves away from zero. The nodes
/// 0 to count-1 must be connected by the differences (a broken invariant otherwise).
std::vector<std::int64_t> least_squares(std::size_t count, const std::vector<Difference>& measured);

} // namespace ankao::inspection
