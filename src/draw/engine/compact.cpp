// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/compact.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace ankao::draw {
namespace {

constexpr int k_unlimited = std::numeric_limits<int>::max() / 2;

void read_rooms(Compact& c) {
  const Instance& in = c.model.instance;
  c.room_seats.assign(Compact::index(c.room_count, c.subject_count, 0), 0);
  c.room_subjects.resize(in.rooms.size());
  c.open_times.resize(in.rooms.size());
  c.open_rooms.resize(static_cast<std::size_t>(c.times));
  c.subject_rooms.resize(in.subjects.size());
  for (int r = 0; r < c.room_count; ++r) {
    const Room& room = at(in.rooms, r);
    c.room_site.push_back(room.site);
    c.room_capacity.push_back(room.capacity);
    c.room_exclusive.push_back(room.exclusive);
    for (int t = 0; t < c.times; ++t) {
      if (!at(at(c.model.open, r), t)) continue;
      at(c.open_times, r).push_back(t);
      at(c.open_rooms, t).push_back(r);
    }
    for (const auto& [subject, seats] : room.seats) {
      c.room_seats[Compact::index(r, c.subject_count, subject)] = seats;
      at(c.room_subjects, r).push_back(subject);
      if (!at(c.open_times, r).empty()) at(c.subject_rooms, subject).push_back(r);
    }
  }
}

void read_subjects(Compact& c) {
  const Instance& in = c.model.instance;
  c.pairs.assign(Compact::index(c.subject_count, c.site_count, 0), -1);
  c.subject_turn.resize(in.subjects.size());
  c.smallest_fragment.assign(in.subjects.size(), k_unlimited);
  c.total_weight.assign(in.subjects.size(), 0);
  std::vector<int> turns = c.model.subjects_by_id;
  std::stable_sort(turns.begin(), turns.end(),
                   [&](int a, int b) { return at(c.model.subjects, a).rarity > at(c.model.subjects, b).rarity; });
  for (int i = 0; i < count_of(turns); ++i) at(c.subject_turn, at(turns, i)) = i;
  for (int j = 0; j < c.subject_count; ++j) {
    const SubjectFacts& facts = at(c.model.subjects, j);
    c.rarity.push_back(facts.rarity);
    c.max_sessions.push_back(at(in.subjects, j).max_sessions.value_or(k_unlimited));
    for (int s = 0; s < count_of(facts.sites); ++s) {
      c.pairs[Compact::index(j, c.site_count, at(facts.sites, s))] = c.pair_count++;
      c.pair_past.push_back(at(at(c.model.past_sessions, j), s));
    }
  }
}

int least_rest(const Compact& c, int b) {
  const Batch& batch = at(c.model.instance.batches, b);
  int least = k_unlimited;
  for (int room : at(c.subject_rooms, batch.subject))
    if (at(at(c.model.batches, b).place, at(c.room_site, room)) >= 0) least = std::min(least, c.model.smallest_share(b, room));
  return std::max(1, least == k_unlimited ? 1 : least);
}

void read_chances(Compact& c, int b) {
  const BatchFacts& facts = at(c.model.batches, b);
  const int subject = at(c.model.instance.batches, b).subject;
  int later = 0;
  for (int t = c.times - 1; t >= 0; --t) {
    c.chances[Compact::index(b, c.times, t)] = later;
    const bool here = c.ready(b, t) && std::any_of(facts.order.begin(), facts.order.begin() + facts.offer, [&](const DrawnSite& drawn) {
                        const auto& rooms = at(c.model.instance.sites, drawn.site).rooms;
                        return std::any_of(rooms.begin(), rooms.end(),
                                           [&](int room) { return c.seats(room, subject) > 0 && at(at(c.model.open, room), t); });
                      });
    later += here ? 1 : 0;
  }
}

void read_batches(Compact& c) {
  const Instance& in = c.model.instance;
  c.places.resize(Compact::index(c.batch_count, c.site_count, 0));
  c.readiness.resize(Compact::index(c.batch_count, c.times, 0));
  c.chances.resize(c.readiness.size());
  for (int b = 0; b < c.batch_count; ++b) {
    const Batch& batch = at(in.batches, b);
    const BatchFacts& facts = at(c.model.batches, b);
    const int fragment = std::max(1, std::min(in.policy.min_fragment, batch.candidates));
    c.batches.push_back({batch.candidates, batch.institution, batch.subject, facts.class_index, facts.weight, facts.offer,
                         count_of(facts.order), count_of(c.order_sites), fragment, least_rest(c, b), facts.counts, facts.chained,
                         batch.kind == BatchKind::Regular});
    for (int p = 0; p < count_of(facts.order); ++p) {
      const DrawnSite& drawn = at(facts.order, p);
      c.order_sites.push_back(drawn.site);
      c.places[Compact::index(b, c.site_count, drawn.site)] = {p, 10 * drawn.band + drawn.inner, drawn.visit_key};
    }
    for (int t = 0; t < c.times; ++t) c.readiness[Compact::index(b, c.times, t)] = at(facts.ready, t) == Ready::Yes;
    read_chances(c, b);
    at(c.smallest_fragment, batch.subject) = std::min(at(c.smallest_fragment, batch.subject), c.batches.back().least_rest);
    at(c.total_weight, batch.subject) += static_cast<std::int64_t>(facts.weight) * batch.candidates;
  }
}

} // namespace

Compact::Compact(const Model& m)
    : model(m)
    , times(m.times)
    , batch_count(count_of(m.batches))
    , subject_count(count_of(m.subjects))
    , site_count(count_of(m.instance.sites))
    , room_count(count_of(m.instance.rooms))
    , institution_count(count_of(m.instance.institutions))
    , class_count(m.class_count)
    , key_count(count_of(m.visit_keys))
    , max_sessions_per_slot(m.instance.policy.max_sessions_per_slot.value_or(k_unlimited))
    , max_sites(m.instance.policy.max_sites_per_institution_slot.value_or(k_unlimited)) {
  read_rooms(*this);
  read_subjects(*this);
  read_batches(*this);
  for (const VisitKey& key : m.visit_keys) limit.push_back(key.limit - key.held);
}

} // namespace ankao::draw
