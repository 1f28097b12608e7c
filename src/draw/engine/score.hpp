// SPDX-License-Identifier: Apache-2.0
// The levels that a search compares (T is left to the judge).
#pragma once

#include <compare>
#include <cstdint>

namespace ankao::draw {

struct Score {
  std::int64_t unplaced = 0;
  std::int64_t exceptions = 0;
  std::int64_t beyond_offer = 0;
  std::int64_t envy = 0;
  std::int64_t vacant = 0;
  std::int64_t quality = 0;
  auto operator<=>(const Score&) const = default;
};

} // namespace ankao::draw
