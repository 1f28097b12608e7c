// SPDX-License-Identifier: Apache-2.0
// Chance for tests: a fixed generator, so that a seed names an instance on every machine.
#pragma once

#include <cstdint>
#include <string>

namespace ankao::draw::testing {

/// SplitMix64.
class Chance {
public:
  explicit Chance(std::uint64_t seed)
      : state_(seed * 0x9E3779B97F4A7C15ULL + 0x1234567ULL) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  /// From `low` to `high`, both included.
  int between(int low, int high) { return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1)); }
  bool percent(int p) { return between(1, 100) <= p; }

private:
  std::uint64_t state_;
};

/// "B007": a letter and a number of fixed width.
inline std::string numbered(const char* prefix, int number, int width = 3) {
  std::string digits = std::to_string(number);
  while (static_cast<int>(digits.size()) < width) digits.insert(0, "0");
  return prefix + digits;
}

} // namespace ankao::draw::testing
