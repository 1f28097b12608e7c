// SPDX-License-Identifier: Apache-2.0
// What a redraw changed, read off the two plans alone; shares nothing with the engine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "draw/check/check.hpp"
#include "draw/words/instance.hpp"
#include "draw/words/plan.hpp"

namespace ankao::draw {

/// Candidates of a batch who left a place or came to one.
struct PlaceChanged {
  std::string date, slot, site, room;
  int candidates = 0;
  bool lost = false; ///< the room is closed then: they had to leave
  bool operator==(const PlaceChanged&) const = default;
};

struct BatchChanged {
  std::string batch;
  std::vector<PlaceChanged> left, came; ///< by date, slot in calendar order, room
  int without = 0;                      ///< who left and found no other place
  bool operator==(const BatchChanged&) const = default;
};

struct Difference {
  std::vector<BatchChanged> batches; ///< by batch id; only those that changed
  std::int64_t hit = 0;              ///< candidates whose place is lost
  std::int64_t moved = 0;            ///< candidates who left their place
  std::int64_t without = 0;          ///< of them, with no other place
};

/// `after` is the instance after the loss; both plans are well formed for it.
Difference difference(const Instance& after, const Plan& before, const Plan& now);

/// What a redraw may not do beside check(): a new place before the day, a place before it left without need, seats for those who had none.
std::vector<Breach> check_redraw(const Instance& after, const Plan& before, const Plan& now, std::optional<Date> not_before);

} // namespace ankao::draw
