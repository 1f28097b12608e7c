// SPDX-License-Identifier: Apache-2.0
// The last pass: whoever is still without a seat takes any lawful one - first within the offer, then beyond it, then with an
// exception to R7 - since nothing outweighs an unplaced candidate (level U).
#pragma once

#include <vector>

#include "draw/engine/board.hpp"
#include "draw/rules/model.hpp"
#include "draw/rules/seating.hpp"

namespace ankao::draw {

class Filler {
public:
  Filler(const Model& model, const Seating& seating);
  /// Seats for the batches of the line, in its order; false when nobody found one.
  bool seat(const std::vector<int>& line);
  Seating seating() const { return board_.seating(); }

private:
  enum class Reach { Offer, Order };
  void place(int batch, Reach reach, Barriers allowed);
  void try_room(int batch, int room, int t, Barriers allowed);

  const Model& model_;
  Board board_;
  bool seated_ = false;
};

} // namespace ankao::draw
