// SPDX-License-Identifier: Apache-2.0
// The levels of "What a better plan is", each recomputed from nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "draw/check/chains.hpp"
#include "draw/check/sittings.hpp"

namespace ankao::draw::checking {

/// U to Q. What does not fit 63 bits (only absurd weights and counts reach that) stands at the largest value.
Levels levels(const Sittings& sittings, const History& history);

/// Level T; a seat outside the batch's drawn order counts as the place after its last.
std::vector<int> ticket_places(const Sittings& sittings);

__extension__ using Wide = __int128;

/// The parts of Q before their weights.
struct Quality {
  Wide imbalance = 0;
  Wide waiting = 0;
  Wide distance = 0;
  Wide split = 0;
  Wide retake_alone = 0;
};
Quality quality(const Sittings& sittings);

} // namespace ankao::draw::checking
