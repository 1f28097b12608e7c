// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/usher.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ankao::draw {
namespace {

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

Usher::Usher(const Compact& compact, const Choices& choices)
    : c_(compact)
    , choices_(choices)
    , class_stamp_(static_cast<std::size_t>(compact.class_count), 0)
    , class_batch_(class_stamp_)
    , key_stamp_(static_cast<std::size_t>(compact.key_count), 0)
    , room_stamp_(static_cast<std::size_t>(compact.room_count), 0)
    , room_used_(room_stamp_)
    , site_count_(static_cast<std::size_t>(compact.institution_count), 0)
    , attended_(static_cast<std::size_t>(compact.institution_count * compact.words), 0)
    , chained_(attended_)
    , site_desk_(static_cast<std::size_t>(compact.site_count), 0)
    , site_stamp_(site_desk_) {}

void Usher::begin(int time, const LatestVisits& chain) {
  for (int i : touched_) {
    std::fill_n(attended_.data() + i * c_.words, c_.words, 0);
    std::fill_n(chained_.data() + i * c_.words, c_.words, 0);
    at(site_count_, i) = 0;
  }
  touched_.clear();
  mixed_rooms_.clear();
  chain_ = chain;
  time_ = time;
  ++stamp_;
  opened_ = 0;
  work_ += 4;
}

void Usher::use_room(int room, int candidates) {
  if (at(room_stamp_, room) != stamp_) {
    at(room_stamp_, room) = stamp_;
    at(room_used_, room) = 0;
  }
  if (candidates > 0 && at(room_used_, room) == 0 && !at(c_.room_exclusive, room)) mixed_rooms_.push_back(room);
  at(room_used_, room) += candidates;
}

void Usher::admit(const Record& record) {
  for (const Held& held : record) {
    ++opened_;
    ++work_;
    use_room(held.room, held.used);
    for (const Share& share : held.seats) {
      const int body = at(c_.batches, share.batch).class_index;
      at(class_stamp_, body) = stamp_;
      at(class_batch_, body) = share.batch;
      note_present(share.batch, at(c_.room_site, held.room));
    }
  }
}

bool Usher::visits(int institution) const {
  const int* sites = chained(institution);
  return std::any_of(sites, sites + c_.words, [](int word) { return word != 0; });
}

std::int64_t Usher::mixed_vacancy() const {
  const int percent = c_.model.instance.policy.vacancy_free_percent;
  std::int64_t vacant = 0;
  for (int room : mixed_rooms_) {
    const std::int64_t base = at(c_.room_capacity, room);
    vacant += std::max<std::int64_t>(0, base - at(room_used_, room) - base * percent / 100);
  }
  return vacant;
}

void Usher::take_state(int subject, int* state) {
  state_ = state;
  layout_ = &at(c_.layouts, subject);
}

void Usher::serve(int subject, const Cell* cells, int count, int* state, Record& record, Costs& costs) {
  take_state(subject, state);
  record_ = &record;
  costs_ = &costs;
  open_desks(subject, cells, count);
  const std::vector<int>& queue = at(c_.model.subjects, subject).queue;
  const int length = count_of(queue);
  int& first = state_[layout_->head];
  while (first < length && state_[first] == 0) ++first;
  seat_pinned();
  seat_favourites();
  desks_changed_ = true;
  for (int r = first; r < length; ++r) {
    if (std::exchange(desks_changed_, false) && !anything_left(subject)) break;
    if (state_[r] == 0) continue;
    const int batch = at(queue, r);
    if (c_.ready(batch, time_) && !body_elsewhere(batch)) seat_batch(batch);
  }
  work_ += 2 + layout_->size / 16 + (length - first) / 8;
  close_desks();
}

bool Usher::anything_left(int subject) const {
  const int least = at(c_.smallest_fragment, subject);
  return std::any_of(desks_.begin(), desks_.end(),
                     [&](const Desk& desk) { return !desk.blocked && !desk.closed && desk.free > 0 && desk.free >= least; });
}

void Usher::open_desks(int subject, const Cell* cells, int count) {
  desks_.clear();
  ++serve_stamp_;
  for (int i = 0; i < count; ++i) {
    const int room = cells[i].room;
    const int seats = c_.seats(room, subject);
    const int free = std::min(seats, at(c_.room_capacity, room) - used(room));
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

void Usher::close_desks() {
  const std::int64_t percent = c_.model.instance.policy.vacancy_free_percent;
  for (const Desk& desk : desks_) {
    if (desk.record < 0) continue;
    const Held& held = (*record_)[desk.record];
    const bool regular = std::any_of(held.seats.begin(), held.seats.end(), [&](const Share& s) { return at(c_.batches, s.batch).regular; });
    if (!regular) ++costs_->alone;
    if (!at(c_.room_exclusive, desk.room)) continue;
    const std::int64_t base = desk.seats;
    costs_->vacant += std::max<std::int64_t>(0, base - held.used - base * percent / 100);
  }
}

bool Usher::body_elsewhere(int batch) const {
  const int body = at(c_.batches, batch).class_index;
  return at(class_stamp_, body) == stamp_ && at(class_batch_, body) != batch;
}

int Usher::need(int batch, const Desk& desk) const { return std::min(at(c_.batches, batch).fragment, desk.seats); }

bool Usher::may_visit(int batch, const CompactPlace& place, int site, bool excused) const {
  const CompactBatch& b = at(c_.batches, batch);
  if (!b.counts) return true;
  if (at(site_count_, b.institution) >= c_.max_sites && !has_bit(attended_.data() + b.institution * c_.words, site)) return false;
  if (!excused && at(key_stamp_, place.key) != stamp_ && visit_count(place) >= at(c_.limit, place.key)) return false;
  return !b.chained || !has_bit(chain_.of(b.institution), site);
}

void Usher::seat_favourites() {
  for (int d = 0; d < count_of(desks_); ++d) {
    const int batch = at(desks_, d).favourite;
    if (batch >= 0 && left(batch) > 0 && c_.ready(batch, time_) && !body_elsewhere(batch)) seat_batch(batch, d);
  }
}

void Usher::seat_pinned() {
  for (Desk& desk : desks_)
    if (desk.pins != nullptr)
      for (const Share& pin : *desk.pins) seat_pin(pin, desk);
}

void Usher::seat_pin(const Share& pin, Desk& desk) {
  const int batch = pin.batch, rest = left(batch);
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
void Usher::seat_batch(int batch, int only) {
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
  while (left(batch) > 0) {
    const int chosen = pick_desk(batch);
    if (chosen < 0) break;
    Desk& desk = at(desks_, chosen);
    options_.erase(std::find(options_.begin(), options_.end(), chosen));
    sit(batch, desk, share_at(batch, desk));
    std::erase_if(options_, [&](int d) { return !may_visit(batch, c_.place(batch, at(desks_, d).site), at(desks_, d).site, excused); });
  }
  if (left(batch) > 0 && only < 0) block_desks(batch);
}

/// The desk has a session already, or R8 lets it have one.
bool Usher::may_open(int subject, const Desk& desk) const {
  return desk.record >= 0 || (opened_ < c_.max_sessions_per_slot && sessions() < at(c_.max_sessions, subject));
}

int Usher::share_at(int batch, const Desk& desk) const {
  if (!may_open(at(c_.batches, batch).subject, desk)) return 0;
  int share = std::min(left(batch), desk.free);
  const int rest = left(batch) - share;
  const int least = at(c_.batches, batch).least_rest;
  if (rest > 0 && rest < least) share -= least - rest;
  return share >= need(batch, desk) ? share : 0;
}

/// The nearest desk that takes all the rest; without one, the desk that takes most.
int Usher::pick_desk(int batch) const {
  int best = -1;
  std::tuple<int, int, int> best_key;
  for (int d : options_) {
    const Desk& desk = at(desks_, d);
    const int share = share_at(batch, desk);
    if (share == 0) continue;
    const int cost = c_.place(batch, desk.site).cost;
    const bool whole = share == left(batch);
    const std::tuple<int, int, int> key{whole ? 0 : 1, whole ? cost : -share, whole ? desk.free : cost};
    if (best < 0 || key < best_key) {
      best = d;
      best_key = key;
    }
  }
  return best;
}

void Usher::sit(int batch, Desk& desk, int share) {
  const CompactBatch& b = at(c_.batches, batch);
  const CompactPlace& place = c_.place(batch, desk.site);
  if (desk.record < 0) {
    desk.record = record_->count();
    Held& held = record_->add();
    held.room = desk.room;
    held.subject = b.subject;
    held.used = 0;
    ++sessions();
    ++opened_;
  }
  const bool fresh = left(batch) == b.candidates;
  left(batch) -= share;
  desk.free -= share;
  desks_changed_ = true;
  use_room(desk.room, share);
  Held& held = (*record_)[desk.record];
  held.used += share;
  const bool joined = desk.pins != nullptr && joins(held, batch, share);
  if (!joined) held.seats.push_back({batch, share});
  at(class_stamp_, b.class_index) = stamp_;
  at(class_batch_, b.class_index) = batch;
  if (!fresh && !joined) ++costs_->split;
  if (fresh && b.regular) ++costs_->regulars;
  if (place.place >= b.offer) costs_->beyond += share;
  costs_->waiting += share * c_.waiting(batch, time_);
  costs_->distance += std::int64_t{share} * place.cost;
  note_present(batch, desk.site);
  if (b.counts) note_visit(place);
}

void Usher::note_present(int batch, int site) {
  const CompactBatch& b = at(c_.batches, batch);
  if (!b.counts) return;
  const int base = b.institution * c_.words;
  if (at(site_count_, b.institution) == 0) touched_.push_back(b.institution);
  if (!has_bit(attended_.data() + base, site)) {
    set_bit(attended_.data() + base, site);
    ++at(site_count_, b.institution);
  }
  if (b.chained) set_bit(chained_.data() + base, site);
}

void Usher::note_visit(const CompactPlace& place) {
  if (at(key_stamp_, place.key) == stamp_) return;
  at(key_stamp_, place.key) = stamp_;
  if (++visit_count(place) > at(c_.limit, place.key)) ++costs_->exceptions;
}

/// The batch has a rest to be seated later: nobody behind it may have what it could still have taken here.
void Usher::block_desks(int batch) {
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

bool Usher::estimate(Estimate& e, int* state, int few_times, std::int64_t opening) {
  take_state(e.subject, state);
  const int seats = c_.seats(e.room, e.subject);
  Desk desk;
  desk.room = e.room;
  desk.site = at(c_.room_site, e.room);
  desk.seats = seats;
  desk.free = std::min(seats, at(c_.room_capacity, e.room) - used(e.room));
  const std::vector<int>& queue = at(c_.model.subjects, e.subject).queue;
  const Weights& w = c_.model.instance.policy.weights;
  std::int64_t cost = opening;
  e.used = 0;
  e.urgent = false;
  for (int r = state[layout_->head]; r < count_of(queue) && desk.free >= at(c_.smallest_fragment, e.subject); ++r) {
    const int batch = at(queue, r);
    if (state[r] == 0 || !c_.ready(batch, time_) || body_elsewhere(batch) || desk.free < need(batch, desk)) continue;
    ++work_;
    const CompactPlace& place = c_.place(batch, desk.site);
    const CompactBatch& b = at(c_.batches, batch);
    if (place.place < 0 || place.place >= (at(choices_.beyond, batch) ? b.order : b.offer)) continue;
    if (!may_visit(batch, place, desk.site, at(choices_.excused, batch))) continue;
    const int share = share_at(batch, desk);
    e.used += share;
    if (share > 0 && c_.times_left(batch, time_) < few_times) e.urgent = true;
    desk.free -= share;
    cost += share * w.distance * place.cost + (share > 0 && share < state[r] ? w.split : 0);
    if (share < state[r] && place.place < b.offer && desk.free >= need(batch, desk)) break;
  }
  if (e.used > 0) e.cost = cost * 1000 / e.used;
  return e.used > 0;
}

} // namespace ankao::draw
