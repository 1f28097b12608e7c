// SPDX-License-Identifier: Apache-2.0
// The search from a given plan: all its shares pinned at first, then let go wherever that makes the plan no worse.
#include <algorithm>
#include <map>
#include <utility>

#include "draw/engine/search.hpp"

namespace ankao::draw {

Choices Search::pinned_choices(const Seating& seating) const {
  Choices choices;
  choices.grid.resize(static_cast<std::size_t>(c_.times));
  choices.beyond.assign(static_cast<std::size_t>(c_.batch_count), 0);
  choices.excused = choices.beyond;
  std::map<int, std::vector<int>> visits; // key -> times
  for (const Sitting& s : seating) {
    Cell cell{s.room, s.subject, 0, -1, -1, false, true, s.seats};
    at(choices.grid, s.time).push_back(std::move(cell));
    for (const Share& share : s.seats)
      if (at(c_.batches, share.batch).counts) visits[c_.place(share.batch, at(c_.room_site, s.room)).key].push_back(s.time);
  }
  for (auto& cells : choices.grid) sort_cells(c_, cells);
  for (auto& [key, times] : visits) {
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
  }
  for (const Sitting& s : seating)
    for (const Share& share : s.seats) {
      if (!at(c_.batches, share.batch).counts) continue;
      const int key = c_.place(share.batch, at(c_.room_site, s.room)).key;
      if (count_of(visits[key]) > at(c_.limit, key)) at(choices.excused, share.batch) = 1;
    }
  return choices;
}

void Search::start_from(const Seating& seating) {
  leave_best();
  choices_ = pinned_choices(seating);
  decode_all();
  if (current_ < best_) remember();
}

/// Lets go of whole subjects, of halves of them and so on down to single sessions and shares, as long as nothing gets worse.
void Search::loosen(std::int64_t work_limit) {
  for (int j = 0; j < c_.subject_count; ++j) {
    std::vector<Spot> spots;
    for (int t = 0; t < c_.times; ++t)
      for (const Cell& cell : at(choices_.grid, t))
        if (cell.subject == j && cell.unfair()) spots.push_back({t, cell.room, j});
    loosen_spots(spots.data(), spots.data() + spots.size(), work_limit);
  }
}

void Search::loosen_spots(const Spot* from, const Spot* to, std::int64_t work_limit) {
  if (from == to || work() >= work_limit || try_loosening(from, to)) return;
  if (to - from == 1) return loosen_shares(*from, work_limit);
  const Spot* middle = from + (to - from) / 2;
  loosen_spots(middle, to, work_limit);
  loosen_spots(from, middle, work_limit);
}

bool Search::try_loosening(const Spot* from, const Spot* to) {
  edits_.clear();
  for (const Spot* spot = from; spot != to; ++spot)
    if (Cell* cell = edited_cell(*spot)) *cell = {cell->room, cell->subject, cell->cap, -1, -1, false, false, {}};
  return try_edits();
}

/// Opens the session to others; else lets its shares go one by one.
void Search::loosen_shares(const Spot& spot, std::int64_t work_limit) {
  edits_.clear();
  if (Cell* cell = edited_cell(spot)) cell->closed = false;
  try_edits();
  const auto pins = [&]() -> std::vector<Share> {
    for (const Cell& cell : at(choices_.grid, spot.time))
      if (cell.room == spot.room && cell.subject == spot.subject) return cell.pins;
    return {};
  };
  for (const Share& pin : pins()) {
    if (work() >= work_limit) return;
    edits_.clear();
    if (Cell* cell = edited_cell(spot)) std::erase(cell->pins, pin);
    try_edits();
  }
}

/// Keeps the prepared edits when the month gets no worse by them.
bool Search::try_edits() {
  ++trials_;
  if (edits_.empty()) return false;
  toggled_.clear();
  worst_worth_ = current_;
  swap_edits();
  decode();
  if (trial_score_ > current_) {
    swap_edits();
    timetable_.begin_trial();
    return false;
  }
  keep();
  if (current_ < best_) remember();
  return true;
}

Cell* Search::edited_cell(const Spot& spot) {
  for (Cell& cell : edited(spot.time))
    if (cell.room == spot.room && cell.subject == spot.subject) return &cell;
  return nullptr;
}

/// The batch gets a place in a session of its offer that is there already; whoever is displaced moves on.
bool Search::propose_ejection(int batch) {
  const CompactBatch& b = at(c_.batches, batch);
  std::vector<Spot> spots;
  for (int t = 0; t < c_.times; ++t) {
    if (!c_.ready(batch, t)) continue;
    for (const Held& held : timetable_.record(t, b.subject)) {
      const int place = c_.place(batch, at(c_.room_site, held.room)).place;
      if (place >= 0 && place < b.offer) spots.push_back({t, held.room, held.subject});
    }
  }
  if (spots.empty()) return false;
  Cell* cell = edited_cell(at(spots, chance_.below(count_of(spots))));
  if (cell == nullptr) return false;
  cell->pins.insert(cell->pins.begin(), {batch, b.candidates});
  cell->cap = 0;
  return true;
}

/// A batch that sits beyond its offer goes back into it, in the place of others.
bool Search::propose_return() {
  std::vector<int> away;
  for (int b = 0; b < c_.batch_count; ++b)
    for (const Seat& seat : timetable_.seats(b))
      if (c_.place(b, at(c_.room_site, seat.room)).place >= at(c_.batches, b).offer) away.push_back(b);
  if (away.empty()) return false;
  const int batch = at(away, chance_.below(count_of(away)));
  toggle(choices_.beyond, batch, 0);
  return propose_ejection(batch);
}

/// Somebody who envies gets the place of the one who is envied; that one gets the envious one's later place, or another session.
bool Search::propose_exchange() {
  if (envy_.kept() == 0) return false;
  const auto [envious, envied] = envy_.pair(chance_.below(static_cast<int>(envy_.kept())));
  Spot first, later;
  if (!find_seat(envied, 0, first)) return false;
  if (chance_.below(4) == 0) find_seat(envied, first.time + 1, first); // split over several sessions: any but the last may be meant
  Cell* cell = edited_cell(first);
  if (cell == nullptr) return false;
  std::erase_if(cell->pins, [b = envied](const Share& pin) { return pin.batch == b; });
  if (cell->excluded < 0 && chance_.below(4) == 0) cell->excluded = envied;
  if (chance_.below(3) == 0) cell->closed = false;
  const int kind = chance_.below(4);
  if (kind == 0) return true;
  cell->pins.insert(cell->pins.begin(), {envious, at(c_.batches, envious).candidates});
  if (kind == 1 || !find_seat(envious, first.time + 1, later)) return true;
  if (kind == 2) {
    if (pick_opening(envied, later)) put(later);
    return true;
  }
  if (Cell* other = edited_cell(later)) {
    std::erase_if(other->pins, [a = envious](const Share& pin) { return pin.batch == a; });
    other->pins.push_back({envied, at(c_.batches, envied).candidates});
  }
  return true;
}

/// The first seat of the batch from `time` on; `spot` stays when there is none.
bool Search::find_seat(int batch, int time, Spot& spot) const {
  for (const Seat& seat : timetable_.seats(batch)) {
    if (seat.time < time) continue;
    spot = {seat.time, seat.room, at(c_.batches, batch).subject};
    return true;
  }
  return false;
}

} // namespace ankao::draw
