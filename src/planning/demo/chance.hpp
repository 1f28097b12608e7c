// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace ankao::planning {

/// Numbers for synthetic data: the same on every machine for the same seed (splitmix64). Never for anything that is drawn.
class Chance {
public:
  explicit Chance(std::uint64_t seed)
      : state_(seed * 0x9e3779b97f4a7c15ULL + 0x1234567) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  /// low to high, both included.
  int between(int low, int high) { return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1)); }
  bool percent(int share) { return between(1, 100) <= share; }
  /// Index by weight; the weights' sum is above 0.
  std::size_t weighted(const std::vector<int>& weights) {
    std::int64_t sum = 0;
    for (const int weight : weights) sum += weight;
    std::int64_t left = static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(sum));
    std::size_t i = 0;
    while (left >= weights[i]) left -= weights[i++];
    return i;
  }

private:
  std::uint64_t state_;
};

} // namespace ankao::planning
