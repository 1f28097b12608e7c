// SPDX-License-Identifier: Apache-2.0
// How many sites the offer of a month has: the rule, and what trial draws said (study/depth.hpp).
#pragma once

#include <cstdint>
#include <vector>

namespace ankao::draw {

struct DepthRule {
  int least = 0, most = 0;     ///< depths tried; the most is taken untried
  int draws = 0;               ///< trial draws of each
  int beyond_per_thousand = 0; ///< of the candidates, that may sit beyond their offer on average
  std::int64_t work = 0;       ///< of each draw; the engine's units
  bool operator==(const DepthRule&) const = default;
};

struct DepthTrial {
  int depth = 0;
  std::vector<std::int64_t> beyond; ///< candidates beyond their offer, draw by draw; ends with the draw by which they became too many
  bool left_out_more = false;       ///< that draw left out more (level U) than the most sites do with its seed
  bool operator==(const DepthTrial&) const = default;
};

struct DepthChoice {
  int depth = 0;
  DepthRule rule;
  std::vector<DepthTrial> trials;
  bool operator==(const DepthChoice&) const = default;
};

} // namespace ankao::draw
