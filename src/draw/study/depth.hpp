// SPDX-License-Identifier: Apache-2.0
// How many sites the offer of a month has (order_depth). The fewer, the more the ticket decides (S-1.2a); too few, and people must
// sit beyond their offer (level X). Trial draws with seeds that anybody can make tell how few are enough; the month's own seed, which
// does not exist yet, plays no part. decisions/0027.
#pragma once

#include "base/sm3.hpp"
#include "draw/words/depth.hpp"
#include "draw/words/instance.hpp"

namespace ankao::draw {

/// The digest is that of the instance with the most of the rule; the n-th draw has simulated_seed(digest, n).
DepthChoice choose_depth(Instance instance, const Digest& digest, const DepthRule& rule);

} // namespace ankao::draw
