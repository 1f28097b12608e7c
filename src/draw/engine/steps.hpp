// SPDX-License-Identifier: Apache-2.0
// How much worse a trial may be and still be kept: heat times a number drawn from a table of -ln, in integers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace ankao::draw {

/// log2(x) in units of 1/65536.
constexpr std::int64_t log2_of(std::uint64_t x) {
  int whole = 0;
  while ((x >> whole) > 1) ++whole;
  std::uint64_t m = x << (31 - whole);
  std::int64_t value = whole;
  for (int bit = 0; bit < 16; ++bit) {
    m = (m * m) >> 31;
    value *= 2;
    if (m >> 32 == 0) continue;
    m >>= 1;
    ++value;
  }
  return value;
}

/// -ln((i + 1/2) / 256) in units of 1/65536: what a step may cost at heat 1, by chance.
constexpr std::array<std::int64_t, 256> k_steps = [] {
  std::array<std::int64_t, 256> steps{};
  for (std::uint64_t i = 0; i < 256; ++i) steps[static_cast<std::size_t>(i)] = (9 * 65536 - log2_of(2 * i + 1)) * 45426 / 65536;
  return steps;
}();

} // namespace ankao::draw
