// SPDX-License-Identifier: Apache-2.0
// What a drawn month has lost ("ankao-draw-lost/1"), as indices into the instance: places that withdrew or were suspended.
#pragma once

#include <optional>
#include <vector>

#include "draw/words/instance.hpp"

namespace ankao::draw {

/// A site or a room that takes nobody on the days of the range.
struct LostPlace {
  int index = 0;
  DateRange days;
};

/// Whatever was to be examined in the room then.
struct LostSession {
  int room = 0;
  int date = 0; ///< index into Calendar::dates
  int slot = 0;
};

/// The batch may not sit before the day: what it has earlier is taken away (an objection that was upheld).
struct LateBatch {
  int index = 0;
  Date not_before;
};

struct Lost {
  std::vector<LostPlace> sites;
  std::vector<LostPlace> rooms;
  std::vector<LostSession> sessions;
  std::vector<LostPlace> institutions; ///< suspended on the days of the range
  std::vector<LateBatch> batches;
  std::optional<Date> not_before; ///< nobody gets a new place before the day, and nobody who was not hit loses one
};

} // namespace ankao::draw
