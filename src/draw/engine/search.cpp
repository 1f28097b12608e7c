// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/search.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "draw/rules/judge.hpp"

namespace ankao::draw {
namespace {

constexpr std::uint64_t k_start = 0x9E3779B97F4A7C15ULL;
constexpr std::size_t k_late = 100;
/// Trials without less unplaced after which the search may go beyond offers and above R7.
constexpr int k_patience = 1000;
/// Trials without a new best after which the search starts again from near the best.
constexpr int k_stale = 3000;
/// The same without a new best in U, E, X or J, while there is something to gain there.
constexpr int k_tight_stale = 600;
constexpr int k_kick = 8;

} // namespace

Search::Search(const Compact& compact)
    : c_(compact)
    , decoder_(compact, choices_)
    , envy_(compact, decoder_)
    , chance_(k_start) {
  const auto times = static_cast<std::size_t>(c_.times);
  choices_.grid.resize(times);
  choices_.beyond.assign(static_cast<std::size_t>(c_.batch_count), 0);
  choices_.excused = choices_.beyond;
  moments_.assign(times + 1, decoder_.start());
  trial_moments_ = moments_;
  records_.resize(times);
  trial_records_.resize(times);
  std::vector<std::int64_t> missing(static_cast<std::size_t>(c_.subject_count), 0);
  for (int b : c_.model.line) {
    if (could_ever_sit(b)) {
      hopeful_.push_back(b);
    } else {
      at(missing, at(c_.batches, b).subject) += static_cast<std::int64_t>(at(c_.batches, b).weight) * at(c_.batches, b).candidates;
    }
  }
  for (int j = 0; j < c_.subject_count; ++j) hopeless_ += shortage(at(c_.rarity, j), at(missing, j), at(c_.total_weight, j));
}

bool Search::could_ever_sit(int batch) const {
  const CompactBatch& b = at(c_.batches, batch);
  const auto& rooms = at(c_.subject_rooms, b.subject);
  return std::any_of(rooms.begin(), rooms.end(), [&](int room) {
    const auto& times = at(c_.open_times, room);
    return c_.place(batch, at(c_.room_site, room)).place >= 0 &&
           std::any_of(times.begin(), times.end(), [&](int t) { return c_.ready(batch, t); });
  });
}

void Search::improve(const Seating& plan, std::int64_t work_limit, const Told& told) {
  start_from(plan);
  remember();
  if (hopeful_.empty()) return; // nobody can sit anywhere
  be_fairer(work_limit / 4);
  back_to_best();
  descend(work_limit - work_limit / 8, told);
  be_fairer(work_limit);
  descend(work_limit, told);
}

void Search::back_to_best() {
  choices_ = best_choices_;
  worst_worth_ = k_worst;
  decode_from(0);
  keep(0);
}

/// From the best on, with less of what bent the rule of first come, first served.
void Search::be_fairer(std::int64_t work_limit) {
  if (best_.envy == 0) return;
  back_to_best();
  loosen(work_limit);
}

void Search::descend(std::int64_t work_limit, const Told& told) {
  late_.assign(k_late, current_);
  last_best_ = last_tight_gain_ = trials_;
  while (decoder_.work() < work_limit) {
    const bool hard = tight(best_) && decoder_.work() < work_limit / 2;
    if (trials_ - last_best_ > k_stale || (hard && trials_ - last_tight_gain_ > k_tight_stale)) kick();
    trial(Acceptance::Late);
    if (++steps_ % 256 == 0 && told) told(decoder_.work(), best_);
  }
}

void Search::trial(Acceptance acceptance) {
  edits_.clear();
  toggled_.clear();
  ++trials_;
  if (!propose()) {
    undo_toggles();
    decoder_.spend(1);
    return;
  }
  trial_from_ = toggled_.empty() ? c_.times : 0;
  for (const Edit& edit : edits_) trial_from_ = std::min(trial_from_, edit.time);
  Score& late = late_[late_at_];
  late_at_ = (late_at_ + 1) % late_.size();
  worst_worth_ = acceptance == Acceptance::Any ? k_worst : std::max(current_, late);
  swap_edits();
  decode_from(trial_from_);
  if (trial_score_ <= worst_worth_) {
    keep(trial_from_);
    if (current_ < best_) remember();
  } else {
    swap_edits();
    undo_toggles();
  }
  late = std::min(late, current_);
}

/// Back to the best, and a few changes away from it whatever they cost.
void Search::kick() {
  back_to_best();
  forcing_ = tight(best_);
  for (int changes = 1 + chance_.below(k_kick); changes > 0; --changes) trial(Acceptance::Any);
  late_.assign(k_late, current_);
  last_best_ = last_tight_gain_ = trials_;
}

bool Search::tight(const Score& score) const {
  return score.unplaced > hopeless_ || score.exceptions > 0 || score.beyond_offer > 0 || score.envy > 0;
}

/// Batches without a seat that could have one somewhere.
std::vector<int> Search::unplaced() const {
  std::vector<int> batches;
  for (int b : hopeful_)
    if (decoder_.left(moments_.back(), b) > 0) batches.push_back(b);
  return batches;
}

bool Search::propose() {
  if (std::exchange(forcing_, false)) {
    if (chance_.below(2) == 0 && propose_for_unplaced()) return true;
    if (propose_tightening() || propose_for_unplaced()) return true;
  }
  if (current_.unplaced > 0 && chance_.below(3) == 0 && propose_for_unplaced()) return true;
  if (current_.beyond_offer > 0 && trials_ - last_gain_ >= k_patience && chance_.below(8) == 0 && propose_return()) return true;
  if ((current_.exceptions > 0 || current_.beyond_offer > 0) && chance_.below(8) == 0 && propose_tightening()) return true;
  if (current_.envy > 0 && chance_.below(4) == 0 && propose_exchange()) return true;
  if (current_.envy > 0 && chance_.below(8) == 0 && propose_fairness()) return true;
  const int kind = chance_.below(100);
  if (kind < 4) return propose_bend();
  if (kind < 25) return propose_open();
  if (kind < 45) return propose_close();
  if (kind < 87) return propose_move();
  return propose_swap();
}

bool Search::pick_session(Spot& spot) {
  for (int tries = 0; tries < 8; ++tries) {
    const int t = chance_.below(c_.times);
    const Record& record = at(records_, t);
    if (record.count == 0) continue;
    const Held& held = at(record.held, chance_.below(record.count));
    spot = {t, held.room, held.subject};
    return true;
  }
  return false;
}

bool Search::pick_opening(int batch, Spot& spot) {
  const CompactBatch& b = at(c_.batches, batch);
  const auto& order = at(c_.model.batches, batch).order;
  const int reach = at(choices_.beyond, batch) ? b.order : b.offer;
  if (reach == 0) return false;
  for (int tries = 0; tries < 12; ++tries) {
    const int site = at(order, chance_.below(reach)).site;
    const auto& rooms = at(c_.model.instance.sites, site).rooms;
    const int room = at(rooms, chance_.below(count_of(rooms)));
    const auto& times = at(c_.open_times, room);
    if (c_.seats(room, b.subject) == 0 || times.empty()) continue;
    spot = {at(times, chance_.below(count_of(times))), room, b.subject};
    if (c_.ready(batch, spot.time)) return true;
  }
  return false;
}

bool Search::propose_for_unplaced() {
  const std::vector<int> waiting = unplaced();
  if (waiting.empty()) return false;
  const int batch = at(waiting, chance_.below(count_of(waiting)));
  const int kind = trials_ - last_gain_ < k_patience ? 20 : chance_.below(20);
  if (kind < 3) toggle(choices_.beyond, batch, 1);
  if (kind == 3 && at(c_.batches, batch).counts) toggle(choices_.excused, batch, 1);
  if (kind >= 9 && kind < 12) return propose_ejection(batch) || !toggled_.empty();
  Spot spot;
  if (pick_opening(batch, spot)) {
    put(spot);
    if (kind >= 12 && kind < 20) favour(batch, spot);
  }
  return !edits_.empty() || !toggled_.empty();
}

/// A batch that may go beyond its offer, or above R7, loses that again and gets a session opened within its offer.
bool Search::propose_tightening() {
  std::vector<int> loose;
  for (int b : hopeful_)
    if (at(choices_.beyond, b) || at(choices_.excused, b)) loose.push_back(b);
  if (loose.empty()) return false;
  const int batch = at(loose, chance_.below(count_of(loose)));
  toggle(choices_.beyond, batch, 0);
  toggle(choices_.excused, batch, 0);
  Spot spot;
  if (!pick_opening(batch, spot)) return true;
  put(spot);
  if (trials_ - last_gain_ >= k_patience && chance_.below(2) == 0) favour(batch, spot);
  return true;
}

void Search::toggle(std::vector<char>& flags, int batch, char value) {
  if (at(flags, batch) == value) return;
  at(flags, batch) = value;
  toggled_.push_back({&flags, batch});
}

void Search::undo_toggles() {
  for (const Toggle& toggle : toggled_) at(*toggle.flags, toggle.batch) ^= 1;
}

bool Search::propose_open() {
  const int t = chance_.below(c_.times);
  const auto& rooms = at(c_.open_rooms, t);
  if (rooms.empty()) return false;
  const int room = at(rooms, chance_.below(count_of(rooms)));
  const auto& subjects = at(c_.room_subjects, room);
  put({t, room, at(subjects, chance_.below(count_of(subjects)))});
  return true;
}

/// One of the unfair cells becomes fair, perhaps with another session opened for the batch it favoured.
bool Search::propose_fairness() {
  std::vector<Spot> spots;
  for (int t = 0; t < c_.times; ++t)
    for (const Cell& cell : at(choices_.grid, t))
      if (cell.unfair()) spots.push_back({t, cell.room, cell.subject});
  if (spots.empty()) return false;
  const Spot chosen = at(spots, chance_.below(count_of(spots)));
  int favourite = -1;
  for (Cell& cell : edited(chosen.time)) {
    if (cell.room != chosen.room || cell.subject != chosen.subject) continue;
    favourite = cell.favourite;
    cell = {cell.room, cell.subject, cell.cap, -1, -1, false};
  }
  Spot spot;
  if (favourite >= 0 && chance_.below(2) == 0 && pick_opening(favourite, spot)) {
    put(spot);
    if (chance_.below(2) == 0) favour(favourite, spot);
  }
  return true;
}

/// A session gets a cap or loses it; in tight months it may become unfair.
bool Search::propose_bend() {
  Spot spot;
  if (!pick_session(spot)) return false;
  const Record& record = at(records_, spot.time);
  const auto held = std::find_if(record.held.begin(), record.held.begin() + record.count,
                                 [&](const Held& h) { return h.room == spot.room && h.subject == spot.subject; });
  std::vector<Cell>& cells = edited(spot.time);
  const auto cell =
      std::find_if(cells.begin(), cells.end(), [&](const Cell& x) { return x.room == spot.room && x.subject == spot.subject; });
  if (cell->unfair() && chance_.below(2) == 0) {
    *cell = {cell->room, cell->subject, cell->cap, -1, -1, false};
    return true;
  }
  const bool tight = current_.exceptions > 0 || current_.beyond_offer > 0 || !unplaced().empty();
  const int kind = tight && trials_ - last_gain_ >= k_patience ? chance_.below(4) : 0;
  if (kind == 1) {
    cell->generous = !cell->generous;
  } else if (kind == 2) {
    cell->excluded = cell->excluded >= 0 ? -1 : at(held->seats, chance_.below(count_of(held->seats))).batch;
  } else {
    cell->cap = cell->cap > 0 ? 0 : 1 + chance_.below(held->used);
    const int batch = at(held->seats, chance_.below(count_of(held->seats))).batch;
    if (cell->cap > 0 && chance_.below(2) == 0 && pick_opening(batch, spot)) put(spot);
  }
  return true;
}

bool Search::propose_close() {
  Spot spot;
  if (!pick_session(spot)) return false;
  take(spot);
  return true;
}

/// A session goes to another room, another time, or both.
bool Search::propose_move() {
  Spot from;
  if (!pick_session(from)) return false;
  const auto& rooms = at(c_.subject_rooms, from.subject);
  Spot to = from;
  const int kind = chance_.below(3);
  if (kind != 0) to.room = at(rooms, chance_.below(count_of(rooms)));
  if (kind != 1) {
    const auto& times = at(c_.open_times, to.room);
    to.time = at(times, chance_.below(count_of(times)));
  }
  if (!at(at(c_.model.open, to.room), to.time) || (to.time == from.time && to.room == from.room)) return false;
  take(from);
  put(to);
  return true;
}

/// Two times of one room change places, or a session changes its subject.
bool Search::propose_swap() {
  Spot spot;
  if (!pick_session(spot)) return false;
  if (chance_.below(2) == 0) {
    const auto& subjects = at(c_.room_subjects, spot.room);
    const int subject = at(subjects, chance_.below(count_of(subjects)));
    if (subject == spot.subject) return false;
    take(spot);
    put({spot.time, spot.room, subject});
    return true;
  }
  const auto& times = at(c_.open_times, spot.room);
  const int other = at(times, chance_.below(count_of(times)));
  if (other == spot.time) return false;
  std::vector<Cell> theirs;
  for (const Cell& cell : at(choices_.grid, other))
    if (cell.room == spot.room) theirs.push_back(cell);
  take(spot);
  for (const Cell& cell : theirs) take({other, cell.room, cell.subject});
  for (const Cell& cell : theirs) put({spot.time, cell.room, cell.subject});
  put({other, spot.room, spot.subject});
  return true;
}

std::vector<Cell>& Search::edited(int time) {
  for (Edit& edit : edits_)
    if (edit.time == time) return edit.cells;
  edits_.push_back({time, at(choices_.grid, time)});
  return edits_.back().cells;
}

void Search::put(const Spot& spot) {
  std::vector<Cell>& cells = edited(spot.time);
  std::erase_if(cells, [&](const Cell& cell) {
    return cell.room == spot.room && (at(c_.room_exclusive, spot.room) || cell.subject == spot.subject);
  });
  cells.push_back({spot.room, spot.subject, 0, -1, -1, false});
  decoder_.sort_cells(cells);
}

/// The batch is asked first in that cell.
void Search::favour(int batch, const Spot& spot) {
  for (Cell& cell : edited(spot.time))
    if (cell.room == spot.room && cell.subject == spot.subject) cell.favourite = batch;
}

void Search::take(const Spot& spot) {
  std::erase_if(edited(spot.time), [&](const Cell& cell) { return cell.room == spot.room && cell.subject == spot.subject; });
}

void Search::swap_edits() {
  for (Edit& edit : edits_) std::swap(edit.cells, at(choices_.grid, edit.time));
}

void Search::decode_from(int time) {
  const Moment* before = &at(moments_, time);
  for (int t = time; t < c_.times; ++t) {
    Moment& after = at(trial_moments_, t + 1);
    after = *before;
    decoder_.step(t, at(choices_.grid, t), after, at(trial_records_, t));
    before = &after;
  }
  trial_score_ = decoder_.score(*before);
  trial_pairs_.clear();
  if (trial_score_ > worst_worth_ || !has_unfair_cells()) return;
  trial_score_.envy = envy_of_trial(time);
}

bool Search::has_unfair_cells() const {
  return std::any_of(choices_.grid.begin(), choices_.grid.end(), [](const std::vector<Cell>& cells) {
    return std::any_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.unfair(); });
  });
}

std::int64_t Search::envy_of_trial(int from) {
  std::vector<const Moment*> moments;
  std::vector<const Record*> records;
  for (int t = 0; t <= c_.times; ++t) moments.push_back(t <= from ? &at(moments_, t) : &at(trial_moments_, t));
  for (int t = 0; t < c_.times; ++t) records.push_back(t < from ? &at(records_, t) : &at(trial_records_, t));
  decoder_.spend(c_.batch_count * 8);
  const std::int64_t count = envy_.count(moments, records);
  trial_pairs_ = envy_.pairs();
  return count;
}

void Search::append(Seating& seating, int time, const Record& record) {
  for (int i = 0; i < record.count; ++i) {
    const Held& held = at(record.held, i);
    seating.push_back({held.room, time, held.subject, held.seats});
  }
}

/// Makes the last decoding the current one and drops cells where nobody sits.
void Search::keep(int from) {
  for (int t = from; t < c_.times; ++t) {
    std::swap(at(moments_, t + 1), at(trial_moments_, t + 1));
    std::swap(at(records_, t), at(trial_records_, t));
    auto& cells = at(choices_.grid, t);
    const Record& record = at(records_, t);
    if (record.count == count_of(cells)) continue;
    std::erase_if(cells, [&](const Cell& cell) {
      return std::none_of(record.held.begin(), record.held.begin() + record.count,
                          [&](const Held& held) { return held.room == cell.room && held.subject == cell.subject; });
    });
  }
  current_ = trial_score_;
  pairs_.swap(trial_pairs_);
}

void Search::remember() {
  if (current_.unplaced < best_.unplaced) last_gain_ = trials_;
  const auto tight_part = [](const Score& s) { return std::tuple(s.unplaced, s.exceptions, s.beyond_offer, s.envy); };
  if (tight_part(current_) < tight_part(best_)) last_tight_gain_ = trials_;
  best_ = current_;
  best_records_ = records_;
  best_choices_ = choices_;
  last_best_ = trials_;
}

Seating Search::best_seating() const {
  Seating seating;
  for (int t = 0; t < c_.times; ++t) append(seating, t, at(best_records_, t));
  return seating;
}

} // namespace ankao::draw
