// SPDX-License-Identifier: Apache-2.0
// Who sits where and when, by index: the plan as the rules and the engine see it.
#pragma once

#include <vector>

namespace ankao::draw {

struct Share {
  int batch = 0;
  int candidates = 0;
  bool operator==(const Share&) const = default;
};

/// One session. `time` = date index · slots per day + slot index.
struct Sitting {
  int room = 0;
  int time = 0;
  int subject = 0;
  std::vector<Share> seats;
  bool operator==(const Sitting&) const = default;
};

using Seating = std::vector<Sitting>;

} // namespace ankao::draw
