// SPDX-License-Identifier: Apache-2.0
// R6 after a loss: when the visits between two others fall away, those two may have become neighbours at one site.
#pragma once

#include <vector>

#include "draw/engine/board.hpp"

namespace ankao::draw {

/// Candidates of a batch in a room at a time.
struct Stand {
  int batch = 0;
  int room = 0;
  int time = 0;
  int candidates = 0;
  bool operator==(const Stand&) const = default;
};

std::vector<Stand> stands_of(const Seating& seating);
Board board_of(const Model& model, const std::vector<Stand>& kept, const std::vector<Stand>& placed);

/// What stays, what has been placed anew so far, and how many of each batch still look for a place.
struct Remains {
  std::vector<Stand> kept;
  std::vector<Stand> placed;
  std::vector<int> owed; ///< [batch]
  int first = 0;         ///< nobody is freed, and nobody placed, before this time
};

/// Makes the institution's chain hold: with those who look for a place between the neighbours, else with the fewest of its own
/// candidates freed besides.
void mend_chain(const Model& model, Remains& remains, int institution);

} // namespace ankao::draw
