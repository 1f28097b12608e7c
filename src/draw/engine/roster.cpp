// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/roster.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

#include "draw/rules/judge.hpp"

namespace ankao::draw {
namespace {

std::int64_t narrow(Wide value) {
  const Wide most = std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(std::min(value, most));
}

template <class V>
auto stay_at(V& stays, int slot) {
  return std::find_if(stays.begin(), stays.end(), [&](const auto& stay) { return stay.slot == slot; });
}

} // namespace

Roster::Roster(const Field& field)
    : f_(field)
    , shift_(static_cast<int>(std::bit_width(static_cast<unsigned>(count_of(field.uses))))) {
  const auto sized = [](auto& vector, int rows, int columns, auto value) { vector.assign(Field::index(rows, columns, 0), value); };
  sized(sessions_, f_.times, 1 << shift_, Session{});
  sized(wishers_, f_.times, 1 << shift_, std::vector<int>{});
  sized(slot_mark_, f_.times, 1 << shift_, 0);
  sized(latest_, f_.subjects, f_.times, -1);
  sized(held_, f_.subjects, f_.times, std::vector<int>{});
  sized(taken_, f_.times, f_.rooms, Taken{});
  sized(stays_, f_.capacity, 1, std::vector<Stay>{});
  sized(wishes_, f_.capacity, 1, std::vector<int>{});
  sized(pairs_, f_.capacity, 1, std::int64_t{0});
  sized(last_time_, f_.capacity, 1, f_.times);
  sized(waiting_, f_.times, f_.words, ~Word{0});
  sized(touch_mark_, f_.capacity, 1, 0);
  save_mark_ = touch_mark_;
  sized(envies_, f_.times + 1, 1, 0);
  sized(visits_, f_.institutions, 1, std::vector<Visit>{});
  sized(first_visit_, f_.institutions, f_.times + 1, 0);
  sized(institution_mark_, f_.institutions, 1, 0);
  sized(key_visits_, f_.keys, 1, 0);
  sized(month_sessions_, f_.subjects, 1, 0);
  sized(time_sessions_, f_.times, 1, 0);
  sized(pair_sessions_, f_.compact.pair_count, 1, 0);
  sized(totals_, f_.subjects, 1, std::int64_t{0});
  alone_ = regulars_ = short_ = shortage_ = totals_;
  for (int p = 0; p < f_.capacity; ++p) left_.push_back(at(f_.batch_of, p) < 0 ? 0 : at(f_.parties, p).candidates);
  const std::int64_t percent = f_.compact.model.instance.policy.vacancy_free_percent;
  for (const Use& u : f_.uses) {
    const std::int64_t base = u.exclusive ? u.seats : u.capacity;
    fullness_.push_back(static_cast<int>(std::max<std::int64_t>(0, base - base * percent / 100)));
  }
  for (int j = 0; j < f_.subjects; ++j) {
    const int number = at(f_.subject_of, j);
    Wide squares = 0;
    for (std::int64_t n : at(f_.compact.model.past_sessions, number)) {
      at(totals_, j) += n;
      squares += Wide{n} * n;
    }
    offering_.push_back(f_.compact.model.practical(number) ? count_of(at(f_.compact.model.past_sessions, number)) : 0);
    if (f_.compact.model.practical(number))
      imbalance_ += (squares * count_of(at(f_.compact.model.past_sessions, number)) - Wide{at(totals_, j)} * at(totals_, j)) * f_.compact.model.instance.policy.weights.imbalance;
    for (int p = at(f_.first_word, j) * 64; p < at(f_.first_word, j + 1) * 64; ++p)
      set_missing(j, static_cast<std::int64_t>(at(f_.parties, p).weight) * at(left_, p));
  }
}

void Roster::load(const Seating& seating) {
  begin();
  for (const Sitting& s : seating)
    for (int u : at(f_.uses_of_room, s.room)) {
      if (at(f_.uses, u).subject != at(f_.turn_of, s.subject)) continue;
      for (const Share& share : s.seats) put(at(f_.place_of, share.batch), slot(s.time, u), share.candidates);
    }
  envy();
  keep();
}

Seating Roster::seating() const {
  Seating seating;
  for (int t = 0; t < f_.times; ++t)
    for (int j = 0; j < f_.subjects; ++j)
      for (int u : held(t, j)) {
        seating.push_back({at(f_.uses, u).room, t, at(f_.subject_of, j), {}});
        for (const Share& share : session(slot(t, u)).seats) seating.back().seats.push_back({at(f_.batch_of, share.batch), share.candidates});
      }
  return seating;
}

int Roster::share_at(int batch, int slot) const {
  const Party& party = at(f_.parties, batch);
  int share = std::min(left(batch), free_seats(slot));
  const int rest = left(batch) - share;
  if (rest > 0 && rest < party.least_rest) share -= party.least_rest - rest;
  return share >= std::max(1, std::min(party.fragment, at(f_.uses, use_of(slot)).seats)) ? share : 0;
}

int Roster::most_at(int batch, int slot, int spared) const {
  const int share = std::min(left(batch), free_seats(slot) - spared);
  const auto& mine = at(stays_, batch);
  const int least = stay_at(mine, slot) != mine.end() ? 1 : std::max(1, std::min(at(f_.parties, batch).fragment, at(f_.uses, use_of(slot)).seats));
  return share >= least ? share : 0;
}

bool Roster::body_elsewhere(int batch, int time) const {
  const int body = at(f_.parties, batch).body;
  if (!at(f_.shared_body, body)) return false;
  for (int other : at(f_.body_members, body))
    if (other != batch)
      for (const Stay& stay : stays(other))
        if (time_of(stay.slot) == time) return true;
  return false;
}

bool Roster::fits(int batch, int slot, bool excused) const {
  work_ += Charge::fits;
  const int time = time_of(slot);
  const Use& u = at(f_.uses, use_of(slot));
  const Party& party = at(f_.parties, batch);
  if (empty(slot) && (at(time_sessions_, time) >= f_.compact.max_sessions_per_slot || at(month_sessions_, u.subject) >= at(f_.most_sessions, u.subject)))
    return false;
  if (body_elsewhere(batch, time)) return false;
  if (!party.counts) return true;
  int sites = 1;
  bool there = false, visited = false;
  const Visits visits = visits_at(party.institution, time);
  for (auto v = visits.begin(); v != visits.end(); ++v) {
    there = there || v->site == u.site;
    visited = visited || (v->site == u.site && v->subject == party.subject);
    if (v->site != u.site && std::none_of(visits.begin(), v, [&](const Visit& w) { return w.site == v->site; })) ++sites;
  }
  if (!there && sites > f_.compact.max_sites) return false;
  if (!excused && !visited && at(key_visits_, f_.key[f_.at_site(batch, u.site)]) >= limit_of(batch, u.site)) return false;
  return !party.chained || gap_holds(party.institution, visits, -1, time, u.site);
}

Wide Roster::imbalance_step(int use) const {
  const Use& u = at(f_.uses, use);
  const std::int64_t k = at(offering_, u.subject);
  if (k == 0) return 0;
  const std::int64_t n = at(f_.compact.pair_past, u.pair) + at(pair_sessions_, u.pair);
  return (Wide{k} * (2 * n + 1) - (2 * at(totals_, u.subject) + 1)) * f_.compact.model.instance.policy.weights.imbalance;
}

void Roster::begin() {
  log_.clear();
  saved_count_ = 0;
  counted_ = 0;
  kept_envy_sum_ = envy_sum_;
}

void Roster::put(int batch, int slot, int candidates) {
  change(batch, slot, candidates);
  log_.push_back({batch, slot, candidates});
}

int Roster::take(int batch, int slot) {
  const auto stay = stay_at(stays_[static_cast<std::size_t>(batch)], slot);
  if (stay == at(stays_, batch).end()) return 0;
  const int candidates = stay->candidates;
  change(batch, slot, -candidates);
  log_.push_back({batch, slot, -candidates});
  return candidates;
}

void Roster::change(int batch, int slot, int candidates) {
  const Party& party = at(f_.parties, batch);
  vacant_ -= vacancy(slot, 0);
  change_session(batch, slot, candidates);
  taken_[Field::index(time_of(slot), f_.rooms, at(f_.uses, use_of(slot)).room)].used += candidates;
  vacant_ += vacancy(slot, 0);
  change_stay(batch, slot, candidates);
  const int site = at(f_.uses, use_of(slot)).site;
  quality_ += candidates * (f_.waiting[Field::index(batch, f_.times, time_of(slot))] + f_.distance[f_.at_site(batch, site)]);
  if (!has(f_.offer(batch), site)) beyond_ += candidates;
  set_missing(party.subject, -static_cast<std::int64_t>(party.weight) * candidates);
  work_ += Charge::change;
}

void Roster::set_missing(int subject, std::int64_t step) {
  at(short_, subject) += step;
  missing_ += at(f_.rarity, subject) * step;
  shortage_sum_ -= at(shortage_, subject);
  at(shortage_, subject) = at(short_, subject) == 0 ? 0 : shortage(at(f_.rarity, subject), at(short_, subject), at(f_.total_weight, subject));
  shortage_sum_ += at(shortage_, subject);
}

void Roster::change_session(int batch, int slot, int candidates) {
  const Party& party = at(f_.parties, batch);
  Session& s = at(sessions_, slot);
  if (s.used == 0) open_session(slot, 1);
  if (s.used > 0 && s.regulars == 0) --at(alone_, party.subject);
  const auto share = std::find_if(s.seats.begin(), s.seats.end(), [&](const Share& x) { return x.batch == batch; });
  s.used += candidates;
  if (share == s.seats.end()) {
    s.seats.push_back({batch, candidates});
    s.regulars += party.regular;
    s.last = std::max(s.last, batch);
    change_visits(party, batch, slot, true);
  } else {
    share->candidates += candidates;
    if (share->candidates == 0) {
      s.seats.erase(share);
      s.regulars -= party.regular;
      s.last = -1;
      for (const Share& x : s.seats) s.last = std::max(s.last, x.batch);
      change_visits(party, batch, slot, false);
    }
  }
  if (s.used > 0 && s.regulars == 0) ++at(alone_, party.subject);
  if (s.used == 0) open_session(slot, -1);
  find_latest(time_of(slot), party.subject);
}

void Roster::find_latest(int time, int subject) {
  int last = -1;
  for (int u : held(time, subject)) last = std::max(last, session(slot(time, u)).last);
  latest_[Field::index(subject, f_.times, time)] = last;
}

/// A session opens (step 1) or closes (-1).
void Roster::open_session(int slot, int step) {
  const int use = use_of(slot), time = time_of(slot);
  const Use& u = at(f_.uses, use);
  auto& uses = held_[Field::index(u.subject, f_.times, time)];
  if (step < 0) {
    uses.erase(std::lower_bound(uses.begin(), uses.end(), use));
    --at(pair_sessions_, u.pair);
    --at(totals_, u.subject);
    imbalance_ -= imbalance_step(use);
  } else {
    uses.insert(std::lower_bound(uses.begin(), uses.end(), use), use);
    imbalance_ += imbalance_step(use);
    ++at(pair_sessions_, u.pair);
    ++at(totals_, u.subject);
  }
  at(month_sessions_, u.subject) += step;
  at(time_sessions_, time) += step;
  if (u.exclusive) taken_[Field::index(time, f_.rooms, u.room)].occupant = step > 0 ? use : -1;
}

void Roster::change_stay(int batch, int slot, int candidates) {
  auto& mine = at(stays_, batch);
  const Party& party = at(f_.parties, batch);
  const int before = count_of(mine);
  const auto stay = stay_at(mine, slot);
  if (stay == mine.end()) {
    mine.push_back({slot, candidates});
  } else {
    stay->candidates += candidates;
    if (stay->candidates == 0) mine.erase(stay);
  }
  split_ += std::max(0, count_of(mine) - 1) - std::max(0, before - 1);
  at(regulars_, party.subject) += party.regular * ((mine.empty() ? 0 : 1) - (before == 0 ? 0 : 1));
  at(left_, batch) -= candidates;
  int last = left(batch) > 0 ? f_.times : -1;
  for (const Stay& one : mine) last = std::max(last, time_of(one.slot));
  const int was = std::exchange(at(last_time_, batch), last);
  for (int t = std::max(0, std::min(was, last)); t < std::max(was, last); ++t) waiting_[Field::index(t, f_.words, batch >> 6)] ^= Word{1} << (batch & 63);
}

/// A counting batch comes to the slot's site, or is there no longer.
void Roster::change_visits(const Party& party, int batch, int slot, bool come) {
  if (!party.counts) return;
  const int time = time_of(slot), site = at(f_.uses, use_of(slot)).site, key = f_.key[f_.at_site(batch, site)];
  auto& visits = at(visits_, party.institution);
  int* first = &first_visit_[Field::index(party.institution, f_.times + 1, 0)];
  if (!come) {
    visits.erase(std::find_if(visits.begin() + first[time], visits.end(), [&](const Visit& v) { return v.site == site && v.batch == batch; }));
    for (int t = time + 1; t <= f_.times; ++t) --first[t];
  }
  const Visits then = visits_at(party.institution, time);
  const auto there = [&](const Visit& v) { return v.site == site && v.subject == party.subject; };
  if (std::none_of(then.begin(), then.end(), there)) {
    const int limit = at(f_.compact.limit, key);
    exceptions_ -= std::max(0, at(key_visits_, key) - limit);
    at(key_visits_, key) += come ? 1 : -1;
    exceptions_ += std::max(0, at(key_visits_, key) - limit);
  }
  if (!come) return;
  visits.insert(visits.begin() + first[time + 1], {time, site, batch, party.subject, party.chained});
  for (int t = time + 1; t <= f_.times; ++t) ++first[t];
}

bool Roster::sound() const {
  for (std::size_t i = 0; i < log_.size(); ++i) {
    const Step& step = log_[i];
    if (step.candidates > 0) continue;
    const Party& party = at(f_.parties, step.batch);
    for (const Stay& stay : stays(step.batch))
      if (stay.candidates < std::min(party.fragment, at(f_.uses, use_of(stay.slot)).seats)) return false;
    if (party.chained && !chain_sound(party.institution, time_of(step.slot))) return false;
  }
  return true;
}

void Roster::keep() { journal_.insert(journal_.end(), log_.begin(), log_.end()); }

void Roster::drop() {
  for (auto step = log_.rbegin(); step != log_.rend(); ++step) change(step->batch, step->slot, -step->candidates);
  while (saved_count_ > 0) {
    Wished& was = saved_[--saved_count_];
    for (int s : at(wishes_, was.batch)) std::erase(at(wishers_, s), was.batch);
    for (int s : was.slots) at(wishers_, s).push_back(was.batch);
    at(wishes_, was.batch).swap(was.slots);
    at(pairs_, was.batch) = was.pairs;
  }
  envy_sum_ = kept_envy_sum_;
}

void Roster::back_to_mark() {
  std::vector<Step> steps;
  steps.swap(journal_);
  begin();
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    change(step->batch, step->slot, -step->candidates);
    log_.push_back({step->batch, step->slot, -step->candidates});
  }
  envy();
  log_.clear();
}

Score Roster::score() const {
  const Weights& w = f_.compact.model.instance.policy.weights;
  std::int64_t alone = 0;
  for (int j = 0; j < f_.subjects; ++j)
    if (at(regulars_, j) > 0) alone += at(alone_, j);
  const Wide quality = imbalance_ + Wide{quality_} + Wide{split_} * w.split + Wide{alone} * w.retake_alone;
  return {shortage_sum_, exceptions_, beyond_, 0, vacant_, narrow(quality)};
}

} // namespace ankao::draw
