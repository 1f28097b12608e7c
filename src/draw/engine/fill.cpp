// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/fill.hpp"

#include <algorithm>

namespace ankao::draw {

Filler::Filler(const Model& model, const Seating& seating)
    : model_(model)
    , board_(model, seating) {}

bool Filler::seat(const std::vector<int>& line) {
  seated_ = false;
  for (const Barriers allowed : {Barriers{0}, barrier(7)})
    for (const Reach reach : {Reach::Offer, Reach::Order})
      for (int batch : line)
        if (board_.left(batch) > 0) place(batch, reach, allowed);
  return seated_;
}

void Filler::place(int batch, Reach reach, Barriers allowed) {
  const BatchFacts& facts = at(model_.batches, batch);
  const int last = reach == Reach::Offer ? facts.offer : count_of(facts.order), subject = at(model_.instance.batches, batch).subject;
  for (int p = 0; p < last; ++p)
    for (int room : at(model_.instance.sites, at(facts.order, p).site).rooms) {
      if (model_.seats(room, subject) == 0) continue;
      for (int t = 0; t < model_.times && board_.left(batch) > 0; ++t)
        if (at(facts.ready, t) == Ready::Yes) try_room(batch, room, t, allowed);
    }
}

void Filler::try_room(int batch, int room, int t, Barriers allowed) {
  for (int share : {board_.fitting_share(batch, room, t), std::min(board_.left(batch), board_.free_seats(batch, room, t))}) {
    if (share <= 0 || (board_.barriers(batch, room, t, share) & ~allowed) != 0) continue;
    board_.seat(batch, room, t, share);
    seated_ = true;
    return;
  }
}

} // namespace ankao::draw
