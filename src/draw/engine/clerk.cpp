// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/clerk.hpp"

#include <algorithm>

#include "draw/engine/board.hpp"

namespace ankao::draw {
namespace {

class Clerk {
public:
  explicit Clerk(const Model& model)
      : model_(model)
      , board_(model) {
    by_site_.resize(model.instance.sites.size());
    for (int room : model.rooms_by_id) at(by_site_, at(model.instance.rooms, room).site).push_back(room);
  }

  Seating work() {
    for (int batch : model_.line)
      for (const DrawnSite& drawn : at(model_.batches, batch).order) visit_site(batch, drawn.site);
    return board_.seating();
  }

private:
  void visit_site(int batch, int site) {
    for (int t = 0; t < model_.times && board_.left(batch) > 0; ++t) {
      if (at(at(model_.batches, batch).ready, t) != Ready::Yes) continue;
      for (const bool joining : {true, false})
        for (int room : at(by_site_, site)) try_room(batch, room, t, joining);
    }
  }

  void try_room(int batch, int room, int t, bool joining) {
    const int subject = at(model_.instance.batches, batch).subject;
    if (board_.left(batch) == 0 || model_.seats(room, subject) == 0 || board_.has_session(room, t, subject) != joining) return;
    const int share = board_.fitting_share(batch, room, t);
    if (share > 0 && board_.barriers(batch, room, t, share) == 0) board_.seat(batch, room, t, share);
  }

  const Model& model_;
  Board board_;
  std::vector<std::vector<int>> by_site_;
};

} // namespace

Seating clerks_seating(const Model& model) { return Clerk(model).work(); }

} // namespace ankao::draw
