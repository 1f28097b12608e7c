// SPDX-License-Identifier: Apache-2.0
// Roster: level J. Asked again are only those whom the trial touched (whoever moved, the rest of their class and of their
// institution) and the sessions it touched. rules/envy.hpp is the oracle.
#include <algorithm>
#include <bit>

#include "draw/engine/roster.hpp"

namespace ankao::draw {

std::int64_t Roster::envy() {
  if (counted_ == log_.size()) return envy_sum_;
  gather_touched();
  counted_ = log_.size();
  for (int a : touched_) look_around(a);
  for (int s : touched_slots_) look_into(s);
  for (int a : recount_) count_pairs(a);
  return envy_sum_;
}

void Roster::touch(int batch) {
  if (at(touch_mark_, batch) == stamp_) return;
  at(touch_mark_, batch) = stamp_;
  touched_.push_back(batch);
}

void Roster::gather_touched() {
  ++stamp_;
  touched_.clear();
  touched_slots_.clear();
  recount_.clear();
  for (std::size_t i = counted_; i < log_.size(); ++i) {
    const Step& step = log_[i];
    if (at(slot_mark_, step.slot) != stamp_) {
      at(slot_mark_, step.slot) = stamp_;
      touched_slots_.push_back(step.slot);
    }
    // What is free in a mixed room depends on all its sessions.
    if (const Use& use = at(f_.uses, use_of(step.slot)); !use.exclusive)
      for (int u : at(f_.uses_of_room, use.room)) {
        const int other = slot(time_of(step.slot), u);
        if (at(slot_mark_, other) == stamp_) continue;
        at(slot_mark_, other) = stamp_;
        touched_slots_.push_back(other);
      }
    const Party& party = at(f_.parties, step.batch);
    for (int other : at(f_.body_members, party.body)) touch(other);
    if (!party.counts || at(institution_mark_, party.institution) == stamp_) continue;
    at(institution_mark_, party.institution) = stamp_;
    const Word* members = f_.counting_members.data() + Field::index(party.institution, f_.words, 0);
    for (int w = 0; w < f_.words; ++w)
      for (Word bits = members[w]; bits != 0; bits &= bits - 1) touch(w * 64 + std::countr_zero(bits));
  }
}

void Roster::save(int batch) {
  if (at(save_mark_, batch) == stamp_) return;
  at(save_mark_, batch) = stamp_;
  if (saved_count_ == saved_.size()) saved_.emplace_back();
  Wished& was = saved_[saved_count_++];
  was.batch = batch;
  was.pairs = at(pairs_, batch);
  was.slots = at(wishes_, batch);
  recount_.push_back(batch);
}

/// Somebody who stands behind the batch sits in its subject then, and it is ready.
bool Roster::may_wish(int batch, int time, int subject) const { return latest_[Field::index(subject, f_.times, time)] > batch && has(f_.ready_times(batch), time); }

/// Where the batch may wish to be then: the fewer of what is held and of what its offer has.
const std::vector<int>& Roster::looked_at(int batch, int time, int subject) const {
  const auto &there = held(time, subject), &mine = at(f_.offered_uses, batch);
  return there.size() < mine.size() ? there : mine;
}

/// All that the batch may wish for, anew.
void Roster::look_around(int batch) {
  save(batch);
  for (int s : at(wishes_, batch)) std::erase(at(wishers_, s), batch);
  at(wishes_, batch).clear();
  const int subject = at(f_.parties, batch).subject;
  const int last = std::min(at(last_time_, batch), f_.times);
  work_ += last / 4;
  for (int t = 0; t < last; ++t) {
    if (!may_wish(batch, t, subject)) continue;
    const auto& uses = looked_at(batch, t, subject);
    work_ += Charge::use * count_of(uses);
    for (int u : uses) {
      const int s = slot(t, u);
      if (session(s).last <= batch || !wants(batch, s)) continue;
      at(wishes_, batch).push_back(s);
      at(wishers_, s).push_back(batch);
    }
  }
}

/// Everybody who may wish for the slot, anew; whoever was touched has been asked.
void Roster::look_into(int s) {
  envied_ = at(wishers_, s);
  for (int a : envied_) {
    if (at(touch_mark_, a) == stamp_) continue;
    save(a);
    std::erase(at(wishes_, a), s);
    std::erase(at(wishers_, s), a);
  }
  if (session(s).used == 0) return;
  const Use& u = at(f_.uses, use_of(s));
  const int first = at(f_.first_word, u.subject), last = session(s).last;
  const Word* takers = f_.takers(u.pair);
  const Word *ready = f_.ready_at(time_of(s)) + first, *waiting = waiting_.data() + Field::index(time_of(s), f_.words, first);
  for (int w = 0; (first + w) * 64 < last; ++w)
    for (Word bits = takers[w] & ready[w] & waiting[w]; bits != 0; bits &= bits - 1) {
      const int a = (first + w) * 64 + std::countr_zero(bits);
      if (a >= last) return;
      work_ += Charge::taker;
      if (at(touch_mark_, a) == stamp_ || !wants(a, s)) continue;
      save(a);
      at(wishes_, a).push_back(s);
      at(wishers_, s).push_back(a);
    }
}

bool Roster::wants(int batch, int s) const {
  work_ += Charge::wish;
  const Use& u = at(f_.uses, use_of(s));
  const int time = time_of(s);
  if (!has(f_.offer(batch), u.site) || !has(f_.ready_times(batch), time)) return false;
  int reach = free_seats(s);
  for (const Share& share : session(s).seats)
    if (share.batch > batch) reach += share.candidates;
  const Party& party = at(f_.parties, batch);
  if (reach < std::min(party.fragment, u.seats) || body_elsewhere(batch, time)) return false;
  return !party.counts || could_visit(batch, time, u.site);
}

void Roster::begin_envies(int batch) {
  envies_batch_ = batch;
  envies_known_ = 0;
}

int Roster::envies_before(int time) {
  const int batch = envies_batch_, subject = at(f_.parties, batch).subject;
  for (; envies_known_ < time; ++envies_known_) {
    const int t = envies_known_;
    int sum = at(envies_, t);
    if (may_wish(batch, t, subject)) {
      const auto& uses = looked_at(batch, t, subject);
      work_ += Charge::use * count_of(uses);
      for (int u : uses) {
        const int s = slot(t, u);
        if (session(s).last <= batch || !wants(batch, s)) continue;
        for (const Share& share : session(s).seats) sum += share.batch > batch;
      }
    }
    at(envies_, t + 1) = sum;
  }
  return at(envies_, time);
}

int Roster::envied_by(int batch, int s, int share) const {
  const Use& u = at(f_.uses, use_of(s));
  const int first = at(f_.first_word, u.subject), time = time_of(s);
  const Word* takers = f_.takers(u.pair);
  const Word *ready = f_.ready_at(time) + first, *waiting = waiting_.data() + Field::index(time, f_.words, first);
  const int free = free_seats(s) - share;
  int count = 0;
  for (int w = 0; (first + w) * 64 < batch; ++w)
    for (Word bits = takers[w] & ready[w] & waiting[w]; bits != 0; bits &= bits - 1) {
      const int a = (first + w) * 64 + std::countr_zero(bits);
      if (a >= batch) return count;
      work_ += Charge::taker;
      int reach = free + share;
      for (const Share& there : session(s).seats)
        if (there.batch > a) reach += there.candidates;
      const Party& party = at(f_.parties, a);
      if (reach >= std::min(party.fragment, u.seats) && !body_elsewhere(a, time) && (!party.counts || could_visit(a, time, u.site))) ++count;
    }
  return count;
}

void Roster::count_pairs(int batch) {
  envied_.clear();
  for (int s : at(wishes_, batch))
    for (const Share& share : session(s).seats)
      if (share.batch > batch) envied_.push_back(share.batch);
  if (at(wishes_, batch).size() > 1) {
    std::sort(envied_.begin(), envied_.end());
    envied_.erase(std::unique(envied_.begin(), envied_.end()), envied_.end());
  }
  envy_sum_ += count_of(envied_) - at(pairs_, batch);
  at(pairs_, batch) = count_of(envied_);
}

} // namespace ankao::draw
