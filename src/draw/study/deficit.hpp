// SPDX-License-Identifier: Apache-2.0
// Why there cannot be seats for all: a set of batches that together have more candidates than all places they may go to have seats.
// Found by the largest flow (smallest cut), shrunk until no batch can be left out, and proven by a plain sum that anybody can repeat.
//
// A place is a (room, date, slot) that rules R1, R4 and R5 leave to a batch. The sum never says less than the seats there are: rooms
// count in full, seats of one room in one slot at most once (R2, R3), the sessions of a slot or of a subject up to their quota (R8).
// Rules R6, R7, R9 and R10 only take away, so a shortage found here stands whatever plan is made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "draw/rules/model.hpp"

namespace ankao::draw {

struct Deficit {
  enum class Limit { Seats, SlotSessions, SubjectSessions, Sessions }; ///< rooms; sessions at one time; sessions of the subject in the month; one subject a room and slot
  std::vector<int> batches;                                  ///< ascending; without any one of them there would be seats for the others
  std::vector<int> sites;                                    ///< those they may go to, ascending
  std::vector<int> subjects;                                 ///< theirs, ascending
  std::int64_t candidates = 0;
  std::int64_t seats = 0;                                    ///< fewer than candidates
  int openings = 0;                                          ///< (room, date, slot)
  int sessions = 0;                                          ///< Limit::Sessions: needed, more than openings
  Limit limit = Limit::Seats;
  std::int64_t short_of() const { return candidates - seats; }
};

/// A smallest such set with the batch in it or before it; where seats suffice, one that needs more sessions than there are openings
/// (study/crowding.hpp): nothing where no shortage concerns the batch at all. `asked` is
/// given up last, so that it stays in the set wherever it has a part in the shortage.
std::optional<Deficit> deficit_of(const Model& model, int asked);

/// Every candidate of these batches that seats could ever be found for, by R1, R2, R3, R4, R5 and R8.
std::int64_t most_placeable(const Model& model, const std::vector<int>& batches);

/// The proof, without any flow: the sum of seats of all places that the batches may go to. No plan seats more of them.
std::int64_t seats_within_reach(const Model& model, const std::vector<int>& batches);

} // namespace ankao::draw
