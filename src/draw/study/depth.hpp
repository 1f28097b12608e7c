// SPDX-License-Identifier: Apache-2.0
// How many sites the offer of a month has (order_depth). The fewer, the more the ticket decides (S-1.2a); too few, and people must
// sit beyond their offer (level X). Trial draws with seeds that anybody can make tell how few are enough; the month's own seed, which
// does not exist yet, plays no part. decisions/0027.
#pragma once

#include <cstdint>
#include <vector>

#include "base/sm3.hpp"
#include "draw/words/instance.hpp"

namespace ankao::draw {

struct DepthRule {
  int least = 0, most = 0;     ///< depths tried; the most is taken untried
  int draws = 0;               ///< trial draws of each
  int beyond_per_thousand = 0; ///< of the candidates, that may sit beyond their offer in any of them
  std::int64_t work = 0;       ///< of each draw; the engine's units
  bool operator==(const DepthRule&) const = default;
};

struct DepthTrial {
  int depth = 0;
  std::vector<std::int64_t> beyond; ///< candidates beyond their offer, draw by draw; the last is the first that were too many
  bool operator==(const DepthTrial&) const = default;
};

struct DepthChoice {
  int depth = 0;
  DepthRule rule;
  std::vector<DepthTrial> trials;
  bool operator==(const DepthChoice&) const = default;
};

/// The digest is that of the instance with the most of the rule; the n-th draw has simulated_seed(digest, n).
DepthChoice choose_depth(Instance instance, const Digest& digest, const DepthRule& rule);

} // namespace ankao::draw
