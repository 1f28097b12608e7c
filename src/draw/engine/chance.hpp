// SPDX-License-Identifier: Apache-2.0
// The search's own sequence of numbers: from constants, never from the seed of the draw (draw.md, "Tickets").
#pragma once

#include <cstdint>

namespace ankao::draw {

class Sequence {
public:
  explicit Sequence(std::uint64_t start)
      : state_(start) {}
  /// From 0 to `count` - 1; count at least 1.
  int below(int count) { return static_cast<int>((next() >> 11) % static_cast<std::uint64_t>(count)); }

private:
  /// xorshift64*, from a start that is not 0.
  std::uint64_t next() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return state_ * 0x2545F4914F6CDD1DULL;
  }
  std::uint64_t state_;
};

} // namespace ankao::draw
