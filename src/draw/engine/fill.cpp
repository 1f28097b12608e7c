// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/fill.hpp"

#include <algorithm>

#include "draw/engine/board.hpp"

namespace ankao::draw {
namespace {

enum class Reach { Offer, Order };

class Filler {
public:
  Filler(const Model& model, const Seating& seating)
      : model_(model)
      , board_(model, seating) {}

  Seating work(const std::vector<int>& line) {
    for (const Barriers allowed : {Barriers{0}, barrier(7)})
      for (const Reach reach : {Reach::Offer, Reach::Order})
        for (int batch : line)
          if (board_.left(batch) > 0) place(batch, reach, allowed);
    return board_.seating();
  }

private:
  void place(int batch, Reach reach, Barriers allowed) {
    const BatchFacts& facts = at(model_.batches, batch);
    const int last = reach == Reach::Offer ? facts.offer : count_of(facts.order);
    for (int p = 0; p < last; ++p)
      for (int room : at(model_.instance.sites, at(facts.order, p).site).rooms)
        for (int t = 0; t < model_.times && board_.left(batch) > 0; ++t) try_room(batch, room, t, allowed);
  }

  void try_room(int batch, int room, int t, Barriers allowed) {
    if (model_.seats(room, at(model_.instance.batches, batch).subject) == 0) return;
    for (int share : {board_.fitting_share(batch, room, t), std::min(board_.left(batch), board_.free_seats(batch, room, t))}) {
      if (share <= 0 || (board_.barriers(batch, room, t, share) & ~allowed) != 0) continue;
      board_.seat(batch, room, t, share);
      return;
    }
  }

  const Model& model_;
  Board board_;
};

} // namespace

Seating fill(const Model& model, const Seating& seating) { return Filler(model, seating).work(model.line); }

Seating fill_subject(const Model& model, const Seating& seating, int subject) {
  return Filler(model, seating).work(at(model.subjects, subject).queue);
}

} // namespace ankao::draw
