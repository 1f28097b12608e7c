// SPDX-License-Identifier: Apache-2.0
// What the search decides; everything else follows from it by the decoder.
#pragma once

#include <vector>

#include "draw/rules/seating.hpp"

namespace ankao::draw {

/// A room set aside for a subject at one time. The last ones bend the decoder's rule, for months so tight that it is worth it.
struct Cell {
  int room = 0;
  int subject = 0;
  int cap = 0;               ///< at most so many seats are used; 0 = all
  int excluded = -1;         ///< a batch that may not sit here
  int favourite = -1;        ///< a batch that is asked before all others
  bool generous = false;     ///< what a batch must leave may go to those behind it
  bool closed = false;       ///< nobody but the pinned may sit here
  std::vector<Share> pins{}; ///< seated before all others, beyond their offer too
  bool pinned() const { return closed || !pins.empty(); }
  bool unfair() const { return excluded >= 0 || favourite >= 0 || generous || pinned(); }
  bool operator==(const Cell&) const = default;
};

struct Choices {
  std::vector<std::vector<Cell>> grid; ///< [time], any order; an exclusive room at most once per time
  std::vector<char> beyond;            ///< [batch] may sit beyond its offer
  std::vector<char> excused;           ///< [batch] may exceed the limit of R7
};

} // namespace ankao::draw
