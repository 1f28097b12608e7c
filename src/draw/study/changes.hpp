// SPDX-License-Identifier: Apache-2.0
// What would have to change for a batch that was left without seats: one seat, one opening, one rule. Every change that is told was
// tried: the batch is placed again on the otherwise unchanged plan, and the full evaluator judges what comes out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "draw/rules/model.hpp"
#include "draw/rules/seating.hpp"

namespace ankao::draw {

struct Change {
  enum class Kind { Seats, Opening, Rule };
  Kind kind = Kind::Seats;
  int room = -1; ///< -1 for a rule
  int site = -1;
  int time = -1; ///< where the batch would sit
  int seats = 0; ///< Seats: so many more
  int rule = 0;  ///< Rule: 6 ... 10, left aside for this batch alone
  int seated = 0;        ///< of those that had no seat
  int still_unplaced = 0; ///< of the batch
  bool operator==(const Change&) const = default;
};

/// The smallest of each kind first, at most `most` of each; nothing for a batch that is wholly placed.
std::vector<Change> changes_for(const Model& model, const Seating& seating, const Seed& seed, int batch, int most = 3);

/// The instance with the change made; a rule stays as it is (the evaluator tells its breach).
Instance changed(Instance instance, const Change& change, int subject);

/// Who would have to sit elsewhere: at one place, the fewest shares of others without which the batch's rest could sit there.
struct Blocker {
  int batch = 0;
  int candidates = 0;
  int rule = 0; ///< 2 seats, 3 the room serves another subject, 6 the site again, 7, 8, 10 the same class
};
struct Blocked {
  int room = -1, time = -1;
  int seated = 0;
  std::vector<Blocker> blockers; ///< none can be left out
};
/// The places with the fewest people to move, at most `most`.
std::vector<Blocked> blocked_places(const Model& model, const Seating& seating, int batch, int most = 3);

} // namespace ankao::draw
