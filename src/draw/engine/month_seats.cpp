// SPDX-License-Identifier: Apache-2.0
// Month: who sits where at one time.
#include <algorithm>
#include <bit>
#include <limits>
#include <tuple>

#include "draw/engine/month.hpp"

namespace ankao::draw {

void Month::begin_time(int time) {
  for (int i : present_) {
    std::fill_n(attended_.data() + Field::index(i, f_.site_words, 0), f_.site_words, Word{0});
    std::fill_n(chained_.data() + Field::index(i, f_.site_words, 0), f_.site_words, Word{0});
    at(site_count_, i) = 0;
  }
  present_.clear();
  mixed_rooms_.clear();
  time_ = time;
  ++stamp_;
  opened_ = 0;
}

/// These sit there as before.
void Month::admit(const Served& served) {
  opened_ += count_of(served.uses);
  for (const Sit& s : served.sits) {
    const Party& party = at(f_.parties, s.batch);
    const Use& use = at(f_.uses, s.use);
    at(body_stamp_, party.body) = stamp_;
    at(body_batch_, party.body) = s.batch;
    if (party.counts) be_present(party, use.site);
    use_room(use.room, s.candidates);
  }
  work_ += 1 + count_of(served.sits) / 4;
}

void Month::use_room(int room, int candidates) {
  if (at(f_.compact.room_exclusive, room)) return;
  if (at(room_stamp_, room) != stamp_) {
    at(room_stamp_, room) = stamp_;
    at(room_used_, room) = 0;
    mixed_rooms_.push_back(room);
  }
  at(room_used_, room) += candidates;
}

void Month::be_present(const Party& party, int site) {
  Word* attended = attended_.data() + Field::index(party.institution, f_.site_words, 0);
  if (at(site_count_, party.institution) == 0) present_.push_back(party.institution);
  if (!has(attended, site)) {
    insert(attended, site);
    ++at(site_count_, party.institution);
  }
  if (party.chained) insert(chained_.data() + Field::index(party.institution, f_.site_words, 0), site);
}

const Word* Month::latest(int institution) const {
  return at(group_over_, institution) ? over_.data() + Field::index(institution, f_.site_words, 0) : group(time_, institution);
}

int Month::visits_before(int key, int time) const {
  const Word* set = visits_.data() + Field::index(key, time_words_, 0);
  int count = 0;
  for (int w = 0; w < time / 64; ++w) count += std::popcount(set[w]);
  if (time % 64 != 0) count += std::popcount(set[time / 64] & ((Word{1} << (time % 64)) - 1));
  return count;
}

bool Month::may_visit(int batch, int site, bool excused) const {
  const Party& party = at(f_.parties, batch);
  if (!party.counts) return true;
  if (party.chained && has(latest(party.institution), site)) return false;
  if (at(site_count_, party.institution) >= f_.compact.max_sites &&
      !has(attended_.data() + Field::index(party.institution, f_.site_words, 0), site))
    return false;
  if (excused) return true;
  const int key = f_.key[f_.at_site(batch, site)];
  return at(key_stamp_, key) == stamp_ || visits_before(key, time_) < at(f_.compact.limit, key);
}

void Month::fill(int subject, Served& served) {
  record_ = &served;
  subject_ = subject;
  open_desks(subject, cells(time_, subject));
  const int first = at(f_.first_word, subject), count = f_.words_of(subject);
  const Word* ready = f_.ready_at(time_) + first;
  bool wide = false;
  bits_.assign(static_cast<std::size_t>(count), 0);
  for (const Desk& desk : desks_) {
    const Word* takers = f_.takers(at(f_.uses, desk.use).pair);
    for (int w = 0; w < count; ++w) bits_[static_cast<std::size_t>(w)] |= takers[w];
  }
  if (at(wide_, subject) > 0) {
    wide = true;
    for (const Desk& desk : desks_) {
      const Word* takers = f_.all_takers(at(f_.uses, desk.use).pair);
      for (int w = 0; w < count; ++w) bits_[static_cast<std::size_t>(w)] |= takers[w] & wide_batches_[static_cast<std::size_t>(first + w)];
    }
  }
  work_ += 2 + count + count * count_of(desks_) / 8;
  for (const Reservation& reservation : reservations(time_, subject)) seat_reserved(reservation);
  for (int w = 0; w < count && usable_ > 0; ++w)
    for (Word bits = bits_[static_cast<std::size_t>(w)] & alive_now_[first + w] & ready[w]; bits != 0 && usable_ > 0; bits &= bits - 1) {
      const int batch = (first + w) * 64 + std::countr_zero(bits);
      const int body = at(f_.parties, batch).body;
      if (at(body_stamp_, body) == stamp_ && at(body_batch_, body) != batch) continue;
      seat(batch, wide && at(beyond_from_, batch) <= time_);
    }
  close_desks();
}

void Month::open_desks(int subject, const std::vector<int>& cells) {
  desks_.clear();
  usable_ = 0;
  for (int u : cells) {
    const Use& use = at(f_.uses, u);
    const int capacity = at(f_.compact.room_capacity, use.room);
    const int taken = at(room_stamp_, use.room) == stamp_ ? at(room_used_, use.room) : 0;
    const int free = std::min(use.seats, capacity - taken);
    if (free < at(f_.least_fragment, subject)) continue;
    desks_.push_back({u, use.room, use.site, use.seats, free, 0, false, false});
    ++usable_;
  }
}

/// Nobody more can use the desk.
void Month::shut(Desk& desk) {
  if (desk.blocked) return;
  desk.blocked = true;
  --usable_;
}

void Month::list_options(int batch, const Word* reach, bool excused) {
  const Party& party = at(f_.parties, batch);
  options_.clear();
  for (int d = 0; d < count_of(desks_); ++d) {
    const Desk& desk = at(desks_, d);
    if (desk.blocked || !has(reach, desk.site) || desk.free < std::min(party.fragment, desk.seats)) continue;
    if (may_visit(batch, desk.site, excused)) options_.push_back(d);
  }
}

/// Seats what it can of the batch.
void Month::seat(int batch, bool beyond) {
  const bool excused = at(excused_, batch) != 0;
  list_options(batch, beyond ? f_.order(batch) : f_.offer(batch), excused);
  work_ += 2 + count_of(desks_) / 4;
  int& left = left_now_[batch];
  while (left > 0 && !options_.empty()) {
    const int chosen = pick(batch);
    if (chosen < 0) break;
    Desk& desk = at(desks_, chosen);
    sit(batch, desk, share_at(at(f_.parties, batch), left, desk));
    if (left == 0) break;
    std::erase_if(options_, [&](int d) { return d == chosen || !may_visit(batch, at(desks_, d).site, excused); });
  }
  if (left > 0) block(batch);
}

/// The batch is asked before all others, at one desk.
void Month::seat_reserved(const Reservation& reservation) {
  const int batch = reservation.batch;
  const Party& party = at(f_.parties, batch);
  const auto desk = std::find_if(desks_.begin(), desks_.end(), [&](const Desk& d) { return d.use == reservation.use; });
  if (desk == desks_.end() || left_now_[batch] == 0 || !has(f_.ready_at(time_), batch)) return;
  if (at(body_stamp_, party.body) == stamp_ && at(body_batch_, party.body) != batch) return;
  list_options(batch, at(beyond_from_, batch) <= time_ ? f_.order(batch) : f_.offer(batch), at(excused_, batch) != 0);
  if (std::find(options_.begin(), options_.end(), static_cast<int>(desk - desks_.begin())) == options_.end()) return;
  const int share = share_at(party, left_now_[batch], *desk);
  if (share > 0) sit(batch, *desk, share);
}

int Month::share_at(const Party& party, int left, const Desk& desk) const {
  if (desk.used == 0 && (opened_ >= f_.compact.max_sessions_per_slot || *sessions_now_ >= at(f_.most_sessions, subject_))) return 0;
  int share = std::min(left, desk.free);
  const int rest = left - share;
  if (rest > 0 && rest < party.least_rest) share -= party.least_rest - rest;
  return share >= std::min(party.fragment, desk.seats) ? share : 0;
}

/// The desk first in the drawn order that takes all the rest; without one, the desk that takes most.
int Month::pick(int batch) const {
  const Party& party = at(f_.parties, batch);
  const int left = left_now_[batch];
  int best = -1;
  std::tuple<int, int, int> best_key;
  for (int d : options_) {
    const Desk& desk = at(desks_, d);
    const int share = share_at(party, left, desk);
    if (share == 0) continue;
    const int place = f_.place[f_.at_site(batch, desk.site)];
    const bool whole = share == left;
    const std::tuple<int, int, int> key{whole ? std::numeric_limits<int>::min() : -share, place, desk.free};
    if (best < 0 || key < best_key) {
      best = d;
      best_key = key;
    }
  }
  return best;
}

void Month::sit(int batch, Desk& desk, int share) {
  const Party& party = at(f_.parties, batch);
  Tally& tally = record_->tally;
  if (desk.used == 0) {
    record_->uses.push_back(desk.use);
    ++*sessions_now_;
    ++opened_;
  }
  int& left = left_now_[batch];
  if (left == party.candidates) {
    tally.regulars += party.regular;
  } else {
    ++tally.split;
  }
  left -= share;
  *hash_now_ -= at(salt_, batch) * static_cast<std::uint64_t>(share);
  if (left == 0) remove(alive_now_, batch);
  desk.free -= share;
  desk.used += share;
  desk.regular = desk.regular || party.regular;
  if (desk.free < at(f_.least_fragment, subject_)) shut(desk);
  use_room(desk.room, share);
  at(body_stamp_, party.body) = stamp_;
  at(body_batch_, party.body) = batch;
  const std::size_t there = f_.at_site(batch, desk.site);
  if (!has(f_.offer(batch), desk.site)) tally.beyond += share;
  tally.quality += share * (f_.waiting[Field::index(batch, f_.times, time_)] + f_.distance[there]);
  int begun = -1;
  if (party.counts) {
    be_present(party, desk.site);
    const int key = f_.key[there];
    if (at(key_stamp_, key) != stamp_) {
      at(key_stamp_, key) = stamp_;
      begun = key;
      if (visits_before(key, time_) >= at(f_.compact.limit, key)) ++tally.exceptions;
    }
  }
  record_->sits.push_back({batch, desk.use, share, begun});
  work_ += 2;
}

/// The batch has a rest to be seated later: nobody behind it may have what it could still have taken here.
void Month::block(int batch) {
  const Party& party = at(f_.parties, batch);
  for (Desk& desk : desks_)
    if (!desk.blocked && has(f_.offer(batch), desk.site) && desk.free >= std::min(party.fragment, desk.seats) && may_visit(batch, desk.site, false))
      shut(desk);
}

void Month::close_desks() {
  const std::int64_t percent = f_.compact.model.instance.policy.vacancy_free_percent;
  Tally& tally = record_->tally;
  for (const Desk& desk : desks_) {
    if (desk.used == 0) continue;
    tally.alone += !desk.regular;
    if (!at(f_.compact.room_exclusive, desk.room)) continue;
    const std::int64_t base = desk.seats;
    tally.vacant += std::max<std::int64_t>(0, base - desk.used - base * percent / 100);
  }
}

std::int64_t Month::mixed_vacancy() const {
  const std::int64_t percent = f_.compact.model.instance.policy.vacancy_free_percent;
  std::int64_t vacant = 0;
  for (int room : mixed_rooms_) {
    const std::int64_t base = at(f_.compact.room_capacity, room);
    vacant += std::max<std::int64_t>(0, base - at(room_used_, room) - base * percent / 100);
  }
  return vacant;
}

} // namespace ankao::draw
