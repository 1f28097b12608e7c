// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/decoder.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "draw/rules/judge.hpp"

namespace ankao::draw {
namespace {

__extension__ using Wide = __int128;

/// Adds to the share that the batch has in the session already, if it has one.
bool joins(Held& held, int batch, int share) {
  const auto mine = std::find_if(held.seats.begin(), held.seats.end(), [&](const Share& s) { return s.batch == batch; });
  if (mine == held.seats.end()) return false;
  mine->candidates += share;
  return true;
}

bool has_bit(const int* set, int i) { return (static_cast<unsigned>(set[i / 32]) >> (i % 32)) & 1U; }
void set_bit(int* set, int i) { set[i / 32] = static_cast<int>(static_cast<unsigned>(set[i / 32]) | (1U << (i % 32))); }

} // namespace

Decoder::Decoder(const Compact& compact, const Choices& choices)
    : c_(compact)
    , choices_(choices) {
  at_head_ = c_.batch_count;
  at_sessions_ = at_head_ + c_.subject_count;
  at_alone_ = at_sessions_ + c_.subject_count;
  at_regulars_ = at_alone_ + c_.subject_count;
  at_pairs_ = at_regulars_ + c_.subject_count;
  at_visits_ = at_pairs_ + c_.pair_count;
  at_groups_ = at_visits_ + c_.key_count;
  size_ = at_groups_ + c_.institution_count * c_.words;
  site_stamp_.assign(static_cast<std::size_t>(c_.site_count), 0);
  site_desk_ = site_stamp_;
  class_stamp_.assign(static_cast<std::size_t>(c_.class_count), 0);
  class_batch_.assign(static_cast<std::size_t>(c_.class_count), 0);
  key_stamp_.assign(static_cast<std::size_t>(c_.key_count), 0);
  room_stamp_.assign(static_cast<std::size_t>(c_.room_count), 0);
  room_used_.assign(static_cast<std::size_t>(c_.room_count), 0);
  site_count_.assign(static_cast<std::size_t>(c_.institution_count), 0);
  attended_.assign(static_cast<std::size_t>(c_.institution_count * c_.words), 0);
  chained_ = attended_;
  past_total_.assign(static_cast<std::size_t>(c_.subject_count), 0);
  Wide imbalance = 0;
  for (int j = 0; j < c_.subject_count; ++j) {
    Wide squares = 0;
    for (std::int64_t n : at(c_.model.past_sessions, j)) {
      at(past_total_, j) += n;
      squares += Wide{n} * n;
    }
    if (c_.model.practical(j))
      imbalance += squares * count_of(at(c_.model.past_sessions, j)) - Wide{at(past_total_, j)} * at(past_total_, j);
  }
  past_imbalance_ = static_cast<std::int64_t>(std::min<Wide>(imbalance, std::numeric_limits<std::int64_t>::max() / 4));
}

Moment Decoder::start() const {
  Moment m;
  m.numbers.assign(static_cast<std::size_t>(size_), 0);
  m.imbalance = past_imbalance_;
  for (int b = 0; b < c_.batch_count; ++b) at(m.numbers, b) = at(c_.batches, b).candidates;
  for (int i = 0; i < c_.institution_count; ++i)
    for (int site : at(c_.model.last_group, i)) set_bit(m.numbers.data() + at_groups_ + i * c_.words, site);
  return m;
}

bool Decoder::last_group_has(const Moment& moment, int institution, int site) const {
  return has_bit(moment.numbers.data() + at_groups_ + institution * c_.words, site);
}

void Decoder::sort_cells(std::vector<Cell>& cells) const {
  std::sort(cells.begin(), cells.end(), [&](const Cell& x, const Cell& y) {
    return std::pair(at(c_.subject_turn, x.subject), x.room) < std::pair(at(c_.subject_turn, y.subject), y.room);
  });
}

void Decoder::step(int t, const std::vector<Cell>& cells, Moment& moment, Record& record) {
  begin(t, moment, record);
  const int count = count_of(cells);
  for (int from = 0, to = 0; from < count; from = to) {
    const int subject = at(cells, from).subject;
    while (to < count && at(cells, to).subject == subject) ++to;
    serve(subject, cells.data() + from, to - from);
  }
  finish();
}

void Decoder::begin(int t, Moment& moment, Record& record) {
  now_ = &moment;
  record_ = &record;
  record.count = 0;
  time_ = t;
  ++stamp_;
  opened_ = 0;
  work_ += 4 + size_ / 16;
}

void Decoder::finish() {
  count_vacancy();
  for (int i : touched_) {
    int* current = chained_.data() + i * c_.words;
    int* group = groups() + i * c_.words;
    if (std::any_of(current, current + c_.words, [](int word) { return word != 0; })) std::copy(current, current + c_.words, group);
    std::fill(current, current + c_.words, 0);
    std::fill_n(attended_.data() + i * c_.words, c_.words, 0);
    at(site_count_, i) = 0;
  }
  touched_.clear();
}

void Decoder::count_vacancy() {
  mixed_rooms_.clear();
  const int percent = c_.model.instance.policy.vacancy_free_percent;
  const auto vacancy = [&](std::int64_t base, int used) { return std::max<std::int64_t>(0, base - used - base * percent / 100); };
  for (int i = 0; i < record_->count; ++i) {
    const Held& held = at(record_->held, i);
    if (at(c_.room_exclusive, held.room)) {
      now_->vacant += vacancy(c_.seats(held.room, held.subject), held.used);
    } else if (std::find(mixed_rooms_.begin(), mixed_rooms_.end(), held.room) == mixed_rooms_.end()) {
      mixed_rooms_.push_back(held.room);
    }
  }
  for (int room : mixed_rooms_) now_->vacant += vacancy(at(c_.room_capacity, room), at(room_used_, room));
}

void Decoder::serve(int subject, const Cell* cells, int count) {
  open_desks(subject, cells, count);
  const std::vector<int>& queue = at(c_.model.subjects, subject).queue;
  const int length = count_of(queue);
  int& first = head()[subject];
  while (first < length && left()[at(queue, first)] == 0) ++first;
  seat_pinned();
  seat_favourites();
  desks_changed_ = true;
  for (int r = first; r < length; ++r) {
    if (std::exchange(desks_changed_, false) && !anything_left(subject)) break;
    const int batch = at(queue, r);
    if (left()[batch] > 0 && c_.ready(batch, time_) && !body_elsewhere(batch)) seat_batch(batch);
  }
  work_ += (length - first) / 8;
  close_desks();
}

bool Decoder::anything_left(int subject) const {
  const int least = at(c_.smallest_fragment, subject);
  return std::any_of(desks_.begin(), desks_.end(),
                     [&](const Desk& desk) { return !desk.blocked && !desk.closed && desk.free > 0 && desk.free >= least; });
}

void Decoder::open_desks(int subject, const Cell* cells, int count) {
  desks_.clear();
  ++serve_stamp_;
  for (int i = 0; i < count; ++i) {
    const int room = cells[i].room;
    if (at(room_stamp_, room) != stamp_) {
      at(room_stamp_, room) = stamp_;
      at(room_used_, room) = 0;
    }
    const int seats = c_.seats(room, subject);
    const int free = std::min(seats, at(c_.room_capacity, room) - at(room_used_, room));
    const int usable = cells[i].cap > 0 ? std::min(free, cells[i].cap) : free;
    Desk desk;
    desk.room = room;
    desk.site = at(c_.room_site, room);
    desk.seats = seats;
    desk.free = usable;
    desk.capped = free - usable;
    desk.excluded = cells[i].excluded;
    desk.favourite = cells[i].favourite;
    desk.generous = cells[i].generous;
    desk.closed = cells[i].closed;
    desk.pins = cells[i].pins.empty() ? nullptr : &cells[i].pins;
    desk.next = first_desk(desk.site);
    at(site_stamp_, desk.site) = serve_stamp_;
    at(site_desk_, desk.site) = i;
    desks_.push_back(desk);
  }
}

void Decoder::close_desks() {
  for (const Desk& desk : desks_) {
    if (desk.record < 0) continue;
    Held& held = at(record_->held, desk.record);
    const bool regular = std::any_of(held.seats.begin(), held.seats.end(), [&](const Share& s) { return at(c_.batches, s.batch).regular; });
    if (!regular) ++retakes_alone()[held.subject];
  }
}

bool Decoder::body_elsewhere(int batch) const {
  const int body = at(c_.batches, batch).class_index;
  return at(class_stamp_, body) == stamp_ && at(class_batch_, body) != batch;
}

int Decoder::need(int batch, const Desk& desk) const { return std::min(at(c_.batches, batch).fragment, desk.seats); }

bool Decoder::may_visit(int batch, const CompactPlace& place, int site, bool excused) const {
  const CompactBatch& b = at(c_.batches, batch);
  if (!b.counts) return true;
  const int base = b.institution * c_.words;
  if (at(site_count_, b.institution) >= c_.max_sites && !has_bit(attended_.data() + base, site)) return false;
  if (!excused && at(key_stamp_, place.key) != stamp_ && visits()[place.key] >= at(c_.limit, place.key)) return false;
  return !b.chained || !has_bit(groups() + base, site);
}

void Decoder::seat_favourites() {
  for (int d = 0; d < count_of(desks_); ++d) {
    const int batch = at(desks_, d).favourite;
    if (batch >= 0 && left()[batch] > 0 && c_.ready(batch, time_) && !body_elsewhere(batch)) seat_batch(batch, d);
  }
}

void Decoder::seat_pinned() {
  for (Desk& desk : desks_)
    if (desk.pins != nullptr)
      for (const Share& pin : *desk.pins) seat_pin(pin, desk);
}

void Decoder::seat_pin(const Share& pin, Desk& desk) {
  const int batch = pin.batch, rest = left()[batch];
  const CompactPlace& place = c_.place(batch, desk.site);
  ++work_;
  if (rest == 0 || place.place < 0 || !c_.ready(batch, time_) || body_elsewhere(batch) || !may_open(at(c_.batches, batch).subject, desk))
    return;
  if (!may_visit(batch, place, desk.site, at(choices_.excused, batch))) return;
  const int share = std::min({pin.candidates, rest, desk.free});
  // A share that is not the one that was pinned is cut so that what is left of the batch finds a seat.
  const int fitting = share == pin.candidates ? share : share_at(batch, desk);
  if (fitting >= std::max(1, need(batch, desk))) sit(batch, desk, fitting);
}

/// Seats what it can of the batch; at the desk `only` alone when that is not -1.
void Decoder::seat_batch(int batch, int only) {
  const CompactBatch& b = at(c_.batches, batch);
  const int reach = at(choices_.beyond, batch) ? b.order : b.offer;
  const bool excused = at(choices_.excused, batch);
  options_.clear();
  work_ += reach;
  for (int p = 0; p < reach; ++p) {
    const int site = c_.order_site(batch, p);
    for (int d = first_desk(site); d >= 0; d = at(desks_, d).next) {
      const Desk& desk = at(desks_, d);
      if (only >= 0 && d != only) continue;
      if (desk.blocked || desk.closed || desk.excluded == batch || desk.free < need(batch, desk)) continue;
      if (may_visit(batch, c_.place(batch, site), site, excused)) options_.push_back(d);
    }
  }
  while (left()[batch] > 0) {
    const int chosen = pick_desk(batch);
    if (chosen < 0) break;
    Desk& desk = at(desks_, chosen);
    options_.erase(std::find(options_.begin(), options_.end(), chosen));
    sit(batch, desk, share_at(batch, desk));
    std::erase_if(options_, [&](int d) { return !may_visit(batch, c_.place(batch, at(desks_, d).site), at(desks_, d).site, excused); });
  }
  if (left()[batch] > 0 && only < 0) block_desks(batch);
}

/// The desk has a session already, or R8 lets it have one.
bool Decoder::may_open(int subject, const Desk& desk) const {
  return desk.record >= 0 || (opened_ < c_.max_sessions_per_slot && month_sessions()[subject] < at(c_.max_sessions, subject));
}

int Decoder::share_at(int batch, const Desk& desk) const {
  if (!may_open(at(c_.batches, batch).subject, desk)) return 0;
  int share = std::min(left()[batch], desk.free);
  const int rest = left()[batch] - share;
  const int least = at(c_.batches, batch).least_rest;
  if (rest > 0 && rest < least) share -= least - rest;
  return share >= need(batch, desk) ? share : 0;
}

/// The nearest desk that takes all the rest; without one, the desk that takes most.
int Decoder::pick_desk(int batch) const {
  int best = -1;
  std::tuple<int, int, int> best_key;
  for (int d : options_) {
    const Desk& desk = at(desks_, d);
    const int share = share_at(batch, desk);
    if (share == 0) continue;
    const int cost = c_.place(batch, desk.site).cost;
    const bool whole = share == left()[batch];
    const std::tuple<int, int, int> key{whole ? 0 : 1, whole ? cost : -share, whole ? desk.free : cost};
    if (best < 0 || key < best_key) {
      best = d;
      best_key = key;
    }
  }
  return best;
}

std::int64_t Decoder::imbalance_step(int subject, int pair) const {
  if (!c_.model.practical(subject)) return 0;
  const std::int64_t k = count_of(at(c_.model.subjects, subject).sites);
  const std::int64_t n = at(c_.pair_past, pair) + pair_sessions()[pair];
  const std::int64_t total = at(past_total_, subject) + month_sessions()[subject];
  return k * (2 * n + 1) - (2 * total + 1);
}

void Decoder::sit(int batch, Desk& desk, int share) {
  const CompactBatch& b = at(c_.batches, batch);
  const CompactPlace& place = c_.place(batch, desk.site);
  if (desk.record < 0) {
    desk.record = record_->count;
    Held& held = record_->add();
    held.room = desk.room;
    held.subject = b.subject;
    held.used = 0;
    held.seats.clear();
    const int pair = c_.pair(b.subject, desk.site);
    now_->imbalance += imbalance_step(b.subject, pair);
    ++pair_sessions()[pair];
    ++month_sessions()[b.subject];
    ++opened_;
  }
  const bool fresh = left()[batch] == b.candidates;
  left()[batch] -= share;
  desk.free -= share;
  desks_changed_ = true;
  at(room_used_, desk.room) += share;
  Held& held = at(record_->held, desk.record);
  held.used += share;
  const bool joined = desk.pins != nullptr && joins(held, batch, share);
  if (!joined) held.seats.push_back({batch, share});
  at(class_stamp_, b.class_index) = stamp_;
  at(class_batch_, b.class_index) = batch;
  if (!fresh && !joined) ++now_->split;
  if (fresh && b.regular) ++regulars()[b.subject];
  if (place.place >= b.offer) now_->beyond += share;
  const std::int64_t weeks = c_.model.weeks_waited(batch, time_);
  now_->waiting += at(c_.rarity, b.subject) * share * weeks * weeks;
  now_->distance += std::int64_t{share} * place.cost;
  if (b.counts) note_visit(batch, place, desk.site);
}

void Decoder::note_visit(int batch, const CompactPlace& place, int site) {
  const CompactBatch& b = at(c_.batches, batch);
  const int base = b.institution * c_.words;
  if (at(site_count_, b.institution) == 0) touched_.push_back(b.institution);
  if (!has_bit(attended_.data() + base, site)) {
    set_bit(attended_.data() + base, site);
    ++at(site_count_, b.institution);
  }
  if (b.chained) set_bit(chained_.data() + base, site);
  if (at(key_stamp_, place.key) == stamp_) return;
  at(key_stamp_, place.key) = stamp_;
  if (++visits()[place.key] > at(c_.limit, place.key)) ++now_->exceptions;
}

/// The batch has a rest to be seated later: nobody behind it may have what it could still have taken here.
void Decoder::block_desks(int batch) {
  for (int p = 0; p < at(c_.batches, batch).offer; ++p) {
    const int site = c_.order_site(batch, p);
    for (int d = first_desk(site); d >= 0; d = at(desks_, d).next) {
      Desk& desk = at(desks_, d);
      if (desk.blocked || desk.closed || desk.generous || desk.excluded == batch || desk.free + desk.capped < need(batch, desk)) continue;
      if (!may_visit(batch, c_.place(batch, site), site, false)) continue;
      desk.blocked = true;
      desks_changed_ = true;
    }
  }
}

Score Decoder::score(const Moment& m) const {
  std::vector<std::int64_t> missing(static_cast<std::size_t>(c_.subject_count), 0);
  for (int b = 0; b < c_.batch_count; ++b)
    at(missing, at(c_.batches, b).subject) += static_cast<std::int64_t>(at(c_.batches, b).weight) * at(m.numbers, b);
  Score s{0, m.exceptions, m.beyond, 0, m.vacant, 0};
  std::int64_t alone = 0;
  for (int j = 0; j < c_.subject_count; ++j) {
    if (at(missing, j) > 0) s.unplaced += shortage(at(c_.rarity, j), at(missing, j), at(c_.total_weight, j));
    if (at(m.numbers, at_regulars_ + j) > 0) alone += at(m.numbers, at_alone_ + j);
  }
  const Weights& w = c_.model.instance.policy.weights;
  const Wide quality = Wide{m.imbalance} * w.imbalance + Wide{m.waiting} * w.waiting + Wide{m.distance} * w.distance +
                       Wide{m.split} * w.split + Wide{alone} * w.retake_alone;
  s.quality = static_cast<std::int64_t>(std::min<Wide>(quality, std::numeric_limits<std::int64_t>::max()));
  return s;
}

/// What one more session of the subject in the room would hold; false when nobody would sit there.
bool Decoder::estimate(Estimate& e) {
  const int seats = c_.seats(e.room, e.subject);
  const int used_here = at(room_stamp_, e.room) == stamp_ ? at(room_used_, e.room) : 0;
  Desk desk;
  desk.room = e.room;
  desk.site = at(c_.room_site, e.room);
  desk.seats = seats;
  desk.free = std::min(seats, at(c_.room_capacity, e.room) - used_here);
  const std::vector<int>& queue = at(c_.model.subjects, e.subject).queue;
  const Weights& w = c_.model.instance.policy.weights;
  std::int64_t cost = w.imbalance * imbalance_step(e.subject, c_.pair(e.subject, desk.site));
  e.used = 0;
  e.urgent = false;
  for (int r = head()[e.subject]; r < count_of(queue) && desk.free >= at(c_.smallest_fragment, e.subject); ++r) {
    const int batch = at(queue, r);
    if (left()[batch] == 0 || !c_.ready(batch, time_) || body_elsewhere(batch) || desk.free < need(batch, desk)) continue;
    ++work_;
    const CompactPlace& place = c_.place(batch, desk.site);
    const CompactBatch& b = at(c_.batches, batch);
    if (place.place < 0 || place.place >= (at(choices_.beyond, batch) ? b.order : b.offer)) continue;
    if (!may_visit(batch, place, desk.site, at(choices_.excused, batch))) continue;
    const int share = share_at(batch, desk);
    e.used += share;
    if (share > 0 && c_.times_left(batch, time_) < few_times_) e.urgent = true;
    desk.free -= share;
    cost += share * w.distance * place.cost + (share > 0 && share < left()[batch] ? w.split : 0);
    if (share < left()[batch] && place.place < b.offer && desk.free >= need(batch, desk)) break;
  }
  if (e.used > 0) e.cost = cost * 1000 / e.used;
  return e.used > 0;
}

std::vector<Cell> Decoder::draft(int t, int few_times, Moment& moment, Record& record) {
  few_times_ = few_times;
  begin(t, moment, record);
  std::vector<Estimate> open;
  for (int room : at(c_.open_rooms, t))
    for (int subject : at(c_.room_subjects, room)) {
      Estimate e{room, subject, 0, false, 0};
      if (estimate(e)) open.push_back(e);
    }
  std::vector<Cell> cells;
  const auto full = [&](const Estimate& e) {
    const int used = at(room_stamp_, e.room) == stamp_ ? at(room_used_, e.room) : 0;
    return c_.model.vacancy(e.room, e.subject, e.used + used) == 0;
  };
  const auto key = [&](const Estimate& e) {
    return std::tuple(e.urgent ? 0 : 1, full(e) ? 0 : 1, at(c_.subject_turn, e.subject), e.cost, e.room);
  };
  while (!open.empty()) {
    const auto best = std::min_element(open.begin(), open.end(), [&](const Estimate& x, const Estimate& y) { return key(x) < key(y); });
    if (!best->urgent && !full(*best)) break;
    const Estimate told = *best;
    if (!estimate(*best)) {
      open.erase(best);
      continue;
    }
    if (best->used != told.used || best->cost != told.cost) continue; // someone took its people meanwhile
    const Cell cell{told.room, told.subject, 0, -1, -1, false};
    serve(cell.subject, &cell, 1);
    cells.push_back(cell);
    std::erase_if(open, [&](Estimate& e) {
      const bool same_room = e.room == cell.room;
      if (same_room && (at(c_.room_exclusive, cell.room) || e.subject == cell.subject)) return true;
      return (same_room || e.subject == cell.subject) && !estimate(e);
    });
  }
  finish();
  sort_cells(cells);
  return cells;
}

} // namespace ankao::draw
