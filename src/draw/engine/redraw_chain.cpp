// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/redraw_chain.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace ankao::draw {
namespace {

/// Sets of stands, and then of whole visits, that are tried before the whole institution is freed.
constexpr int k_most_sets = 1500;
/// Boards that are tried for one set.
constexpr int k_most_boards = 400;

/// Stands that are freed together: indices into Remains::kept.
struct Group {
  std::vector<int> stands;
  std::int64_t candidates = 0;
};

class Mender {
public:
  Mender(const Model& model, const Remains& remains, int institution)
      : model_(model)
      , remains_(remains)
      , institution_(institution) {}

  Remains run() {
    for (const auto& groups : {single_stands(), visits()})
      if (auto mended = fewest(groups)) return std::move(*mended);
    std::vector<int> all;
    for (const Group& group : single_stands()) all.push_back(group.stands.front());
    return freed(all);
  }

private:
  int site_of(const Stand& stand) const { return at(model_.instance.rooms, stand.room).site; }
  bool is_theirs(int batch) const { return at(model_.instance.batches, batch).institution == institution_; }

  std::vector<Group> single_stands() const {
    std::vector<Group> out;
    for (int i = 0; i < count_of(remains_.kept); ++i)
      if (is_theirs(at(remains_.kept, i).batch) && at(remains_.kept, i).time >= remains_.first) out.push_back({{i}, at(remains_.kept, i).candidates});
    return out;
  }

  /// The institution's chained batches at one site at one time.
  std::vector<Group> visits() const {
    std::map<std::pair<int, int>, Group> found;
    for (int i = 0; i < count_of(remains_.kept); ++i) {
      const Stand& stand = at(remains_.kept, i);
      if (!is_theirs(stand.batch) || !at(model_.batches, stand.batch).chained || stand.time < remains_.first) continue;
      Group& group = found[{stand.time, site_of(stand)}];
      group.stands.push_back(i);
      group.candidates += stand.candidates;
    }
    std::vector<Group> out;
    for (auto& [where, group] : found) out.push_back(std::move(group));
    return out;
  }

  /// Sets of groups, fewest candidates first; every set once, because a set grows by later groups only.
  std::optional<Remains> fewest(const std::vector<Group>& groups) {
    std::set<std::pair<std::int64_t, std::vector<int>>> waiting = {{0, {}}};
    for (int tries = 0; tries < k_most_sets && !waiting.empty(); ++tries) {
      const auto [count, chosen] = *waiting.begin();
      waiting.erase(waiting.begin());
      std::vector<int> stands;
      for (int g : chosen) stands.insert(stands.end(), at(groups, g).stands.begin(), at(groups, g).stands.end());
      if (auto mended = without(stands)) return mended;
      for (int g = chosen.empty() ? 0 : chosen.back() + 1; g < count_of(groups); ++g) {
        std::vector<int> more = chosen;
        more.push_back(g);
        waiting.insert({count + at(groups, g).candidates, std::move(more)});
      }
    }
    return std::nullopt;
  }

  Remains freed(const std::vector<int>& stands) const {
    Remains out = remains_;
    out.kept.clear();
    for (int i = 0; i < count_of(remains_.kept); ++i) {
      const Stand& stand = at(remains_.kept, i);
      if (std::find(stands.begin(), stands.end(), i) == stands.end()) {
        out.kept.push_back(stand);
      } else {
        at(out.owed, stand.batch) += stand.candidates;
      }
    }
    return out;
  }

  std::optional<Remains> without(const std::vector<int>& stands) {
    Remains out = freed(stands);
    boards_ = 0;
    if (!bridge(board_of(model_, out.kept, out.placed), out)) return std::nullopt;
    return out;
  }

  bool bridge(const Board& board, Remains& out) {
    const auto repeat = board.first_repeat(institution_);
    if (!repeat) return true;
    for (int batch : model_.line) {
      if (at(out.owed, batch) == 0 || !is_theirs(batch) || !at(model_.batches, batch).chained) continue;
      for (const DrawnSite& drawn : at(model_.batches, batch).order)
        for (int room : at(model_.instance.sites, drawn.site).rooms)
          for (int t = std::max(repeat->first + 1, out.first); t < repeat->second; ++t)
            if (bridge_with(board, out, batch, room, t)) return true;
    }
    return false;
  }

  bool bridge_with(const Board& board, Remains& out, int batch, int room, int t) {
    if (model_.seats(room, at(model_.instance.batches, batch).subject) == 0) return false;
    const int most = std::min(at(out.owed, batch), board.free_seats(batch, room, t));
    for (int share : std::set<int>{std::min(most, std::max(1, model_.smallest_share(batch, room))), most}) {
      if (share <= 0 || (board.barriers(batch, room, t, share) & ~barrier(7)) != 0 || ++boards_ > k_most_boards) continue;
      Board next = board;
      next.seat(batch, room, t, share);
      out.placed.push_back({batch, room, t, share});
      at(out.owed, batch) -= share;
      if (bridge(next, out)) return true;
      at(out.owed, batch) += share;
      out.placed.pop_back();
    }
    return false;
  }

  const Model& model_;
  const Remains& remains_;
  const int institution_;
  int boards_ = 0;
};

} // namespace

std::vector<Stand> stands_of(const Seating& seating) {
  std::vector<Stand> out;
  for (const Sitting& s : seating)
    for (const Share& share : s.seats) out.push_back({share.batch, s.room, s.time, share.candidates});
  return out;
}

Board board_of(const Model& model, const std::vector<Stand>& kept, const std::vector<Stand>& placed) {
  Board board(model);
  for (const auto* stands : {&kept, &placed})
    for (const Stand& s : *stands) board.seat(s.batch, s.room, s.time, s.candidates);
  return board;
}

void mend_chain(const Model& model, Remains& remains, int institution) {
  if (!board_of(model, remains.kept, remains.placed).first_repeat(institution)) return;
  remains = Mender(model, remains, institution).run();
}

} // namespace ankao::draw
