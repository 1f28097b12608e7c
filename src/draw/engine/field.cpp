// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/field.hpp"

#include <algorithm>

namespace ankao::draw {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t k_safe = std::int64_t{1} << 60;

} // namespace

Field::Field(const Compact& c)
    : compact(c)
    , times(c.times)
    , subjects(c.subject_count)
    , sites(c.site_count)
    , rooms(c.room_count)
    , institutions(c.institution_count)
    , bodies(c.class_count)
    , keys(c.key_count)
    , site_words((c.site_count + 63) / 64)
    , time_words((c.times + 63) / 64) {
  read_subjects();
  read_batches();
  read_uses();
  read_takers();
  last_visits.assign(index(institutions, site_words, 0), 0);
  for (int i = 0; i < institutions; ++i)
    for (int site : at(c.model.last_group, i)) insert(last_visits.data() + index(i, site_words, 0), site);
}

void Field::read_subjects() {
  subject_of.assign(static_cast<std::size_t>(subjects), 0);
  turn_of = compact.subject_turn;
  for (int j = 0; j < subjects; ++j) at(subject_of, at(turn_of, j)) = j;
  first_word.assign(1, 0);
  place_of.assign(static_cast<std::size_t>(compact.batch_count), 0);
  for (int j = 0; j < subjects; ++j) {
    const int number = at(subject_of, j);
    const std::vector<int>& queue = at(compact.model.subjects, number).queue;
    for (int r = 0; r < count_of(queue); ++r) at(place_of, at(queue, r)) = first_word.back() * 64 + r;
    first_word.push_back(first_word.back() + (count_of(queue) + 63) / 64);
    rarity.push_back(at(compact.rarity, number));
    total_weight.push_back(at(compact.total_weight, number));
    least_fragment.push_back(at(compact.smallest_fragment, number));
    most_sessions.push_back(at(compact.max_sessions, number));
  }
  words = first_word.back();
  capacity = words * 64;
}

void Field::read_batches() {
  batch_of.assign(static_cast<std::size_t>(capacity), -1);
  parties.resize(batch_of.size());
  offers.assign(index(capacity, site_words, 0), 0);
  orders = offers;
  ready.assign(index(times, words, 0), 0);
  ready_of.assign(index(capacity, time_words, 0), 0);
  key.assign(index(capacity, sites, 0), -1);
  distance.assign(key.size(), 0);
  place = key;
  waiting.assign(index(capacity, times, 0), 0);
  chained_members.assign(index(institutions, words, 0), 0);
  counting_members = chained_members;
  body_members.resize(static_cast<std::size_t>(bodies));
  std::int64_t candidates = 1;
  for (const CompactBatch& b : compact.batches) candidates += b.candidates;
  dearest = k_safe / candidates;
  for (int b = 0; b < compact.batch_count; ++b) read_batch(b);
  for (const auto& members : body_members) shared_body.push_back(members.size() > 1);
}

void Field::read_batch(int batch) {
  const CompactBatch& b = at(compact.batches, batch);
  const int p = at(place_of, batch);
  at(batch_of, p) = batch;
  at(parties, p) = {b.candidates, b.institution, b.class_index, at(turn_of, b.subject), b.fragment, b.least_rest, b.weight, b.counts, b.chained, b.regular};
  at(body_members, b.class_index).push_back(p);
  if (b.counts) insert(counting_members.data() + index(b.institution, words, 0), p);
  if (b.chained) insert(chained_members.data() + index(b.institution, words, 0), p);
  for (int n = 0; n < b.order; ++n) {
    const int site = compact.order_site(batch, n);
    const CompactPlace& there = compact.place(batch, site);
    insert(orders.data() + index(p, site_words, 0), site);
    if (n < b.offer) insert(offers.data() + index(p, site_words, 0), site);
    key[at_site(p, site)] = there.key;
    distance[at_site(p, site)] = price(compact.model.instance.policy.weights.distance, there.cost);
    place[at_site(p, site)] = n;
  }
  for (int t = 0; t < times; ++t) {
    if (compact.ready(batch, t)) {
      insert(ready.data() + index(t, words, 0), p);
      insert(ready_of.data() + index(p, time_words, 0), t);
    }
    const std::int64_t weeks = compact.model.weeks_waited(batch, t);
    waiting[index(p, times, t)] = price(price(compact.model.instance.policy.weights.waiting, at(compact.rarity, b.subject)), weeks * weeks);
  }
}

std::int64_t Field::price(std::int64_t weight, std::int64_t amount) const {
  return static_cast<std::int64_t>(std::min<Wide>(Wide{weight} * amount, dearest));
}

void Field::read_uses() {
  uses_of_room.resize(static_cast<std::size_t>(rooms));
  uses_of_subject.resize(static_cast<std::size_t>(subjects));
  open.assign(index(rooms, times, 0), 0);
  for (int r = 0; r < rooms; ++r)
    for (int t : at(compact.open_times, r)) open[index(r, times, t)] = 1;
  for (int j = 0; j < subjects; ++j) {
    const int number = at(subject_of, j);
    for (int r = 0; r < rooms; ++r) {
      const int seats = compact.seats(r, number);
      if (seats == 0 || at(compact.open_times, r).empty()) continue;
      const int site = at(compact.room_site, r);
      at(uses_of_room, r).push_back(count_of(uses));
      at(uses_of_subject, j).push_back(count_of(uses));
      uses.push_back({r, site, j, seats, compact.pair(number, site), at(compact.room_capacity, r), at(compact.room_exclusive, r) != 0});
    }
  }
  std::vector<std::vector<int>> of_pair(static_cast<std::size_t>(compact.pair_count));
  for (int u = 0; u < count_of(uses); ++u) at(of_pair, at(uses, u).pair).push_back(u);
  offered_uses.resize(batch_of.size());
  for (int p = 0; p < capacity; ++p) {
    if (at(batch_of, p) < 0) continue;
    const CompactBatch& b = at(compact.batches, at(batch_of, p));
    for (int n = 0; n < b.offer; ++n) {
      const auto& there = at(of_pair, compact.pair(b.subject, compact.order_site(at(batch_of, p), n)));
      at(offered_uses, p).insert(at(offered_uses, p).end(), there.begin(), there.end());
    }
  }
}

void Field::read_takers() {
  taker_start.assign(static_cast<std::size_t>(compact.pair_count), 0);
  for (int j = 0; j < subjects; ++j) {
    const int count = words_of(j), first = at(first_word, j);
    for (int s = 0; s < sites; ++s) {
      const int pair = compact.pair(at(subject_of, j), s);
      if (pair < 0) continue;
      const std::size_t start = offer_takers.size();
      at(taker_start, pair) = start;
      offer_takers.resize(start + static_cast<std::size_t>(count), 0);
      order_takers.resize(offer_takers.size(), 0);
      for (int p = 0; p < count * 64; ++p) {
        if (has(offer(first * 64 + p), s)) insert(offer_takers.data() + start, p);
        if (has(order(first * 64 + p), s)) insert(order_takers.data() + start, p);
      }
    }
  }
}

} // namespace ankao::draw
