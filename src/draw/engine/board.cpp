// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/board.hpp"

#include <algorithm>

namespace ankao::draw {

Board::Board(const Model& model)
    : model_(model)
    , rooms_(model.instance.rooms.size() * static_cast<std::size_t>(model.times))
    , chains_(model.instance.institutions.size())
    , attended_(model.instance.institutions.size())
    , visits_(model.visit_keys.size())
    , by_subject_(model.instance.subjects.size(), 0)
    , by_time_(static_cast<std::size_t>(model.times), 0) {
  for (const Batch& batch : model.instance.batches) left_.push_back(batch.candidates);
}

Board::Board(const Model& model, const Seating& seating)
    : Board(model) {
  for (const Sitting& s : seating)
    for (const Share& share : s.seats) seat(share.batch, s.room, s.time, share.candidates);
}

const Board::InRoom* Board::find(int room, int time, int subject) const {
  for (const InRoom& session : rooms_[cell(room, time)])
    if (session.subject == subject) return &session;
  return nullptr;
}

int Board::free_seats(int batch, int room, int time) const {
  const int subject = at(model_.instance.batches, batch).subject;
  const Room& place = at(model_.instance.rooms, room);
  int in_room = 0, in_session = 0;
  for (const InRoom& session : rooms_[cell(room, time)]) {
    if (place.exclusive && session.subject != subject) return 0;
    in_room += session.used;
    if (session.subject == subject) in_session = session.used;
  }
  return std::min(model_.seats(room, subject) - in_session, place.capacity - in_room);
}

int Board::fitting_share(int batch, int room, int time) const {
  const int need = model_.smallest_share(batch, room);
  const int have = left(batch);
  int share = std::min(have, free_seats(batch, room, time));
  const int rest = have - share;
  if (rest > 0 && rest < need) share -= need - rest;
  return share >= std::max(1, need) ? share : 0;
}

Barriers Board::barriers(int batch, int room, int time, int candidates) const {
  const Batch& b = at(model_.instance.batches, batch);
  const BatchFacts& facts = at(model_.batches, batch);
  const int site = at(model_.instance.rooms, room).site;
  Barriers found = 0;
  if (!at(at(model_.open, room), time) || at(facts.ready, time) == Ready::Suspended) found |= barrier(4);
  if (at(facts.ready, time) == Ready::NotReady) found |= barrier(5);
  const auto body = bodies_.find({facts.class_index, time});
  if (body != bodies_.end() && body->second != batch) found |= barrier(10);
  const auto& sessions = rooms_[cell(room, time)];
  const InRoom* mine = find(room, time, b.subject);
  if (!sessions.empty() && mine == nullptr && at(model_.instance.rooms, room).exclusive) {
    found |= barrier(3);
  } else if (free_seats(batch, room, time) < candidates) {
    found |= barrier(2);
  }
  if (mine == nullptr && breaks_quota(b.subject, time)) found |= barrier(8);
  if (facts.counts && breaks_site_cap(b.institution, site, time)) found |= barrier(8);
  if (facts.chained && breaks_chain(b.institution, site, time)) found |= barrier(6);
  if (facts.counts && breaks_limit(facts, site, time)) found |= barrier(7);
  int whole = candidates;
  if (mine != nullptr)
    for (const Share& share : mine->seats) whole += share.batch == batch ? share.candidates : 0;
  if (candidates > left(batch) || whole < std::max(1, model_.smallest_share(batch, room))) found |= barrier(9);
  return found;
}

bool Board::breaks_quota(int subject, int time) const {
  const auto month = at(model_.instance.subjects, subject).max_sessions;
  const auto slot = model_.instance.policy.max_sessions_per_slot;
  return (month && at(by_subject_, subject) >= *month) || (slot && at(by_time_, time) >= *slot);
}

bool Board::breaks_site_cap(int institution, int site, int time) const {
  const auto most = model_.instance.policy.max_sites_per_institution_slot;
  if (!most) return false;
  const auto then = at(attended_, institution).find(time);
  if (then == at(attended_, institution).end()) return *most < 1;
  return !then->second.contains(site) && count_of(then->second) >= *most;
}

bool Board::breaks_chain(int institution, int site, int time) const {
  const auto& chain = at(chains_, institution);
  const auto here = chain.lower_bound(time);
  const auto& history = at(model_.last_group, institution);
  const bool before =
      here == chain.begin() ? std::binary_search(history.begin(), history.end(), site) : std::prev(here)->second.contains(site);
  const auto next = here != chain.end() && here->first == time ? std::next(here) : here;
  return before || (next != chain.end() && next->second.contains(site));
}

bool Board::breaks_limit(const BatchFacts& facts, int site, int time) const {
  const int key = at(facts.order, at(facts.place, site)).visit_key;
  const VisitKey& limit = at(model_.visit_keys, key);
  return !at(visits_, key).contains(time) && limit.held + count_of(at(visits_, key)) >= limit.limit;
}

void Board::seat(int batch, int room, int time, int candidates) {
  const Batch& b = at(model_.instance.batches, batch);
  const BatchFacts& facts = at(model_.batches, batch);
  const int site = at(model_.instance.rooms, room).site;
  auto& sessions = rooms_[cell(room, time)];
  auto mine = std::find_if(sessions.begin(), sessions.end(), [&](const InRoom& s) { return s.subject == b.subject; });
  if (mine == sessions.end()) {
    mine = sessions.insert(mine, {b.subject, 0, {}});
    ++at(by_subject_, b.subject);
    ++at(by_time_, time);
  }
  mine->used += candidates;
  at(left_, batch) -= candidates;
  bodies_[{facts.class_index, time}] = batch;
  const auto share = std::find_if(mine->seats.begin(), mine->seats.end(), [&](const Share& s) { return s.batch == batch; });
  if (share != mine->seats.end()) {
    share->candidates += candidates;
    return;
  }
  mine->seats.push_back({batch, candidates});
  if (!facts.counts) return;
  ++at(attended_, b.institution)[time][site];
  if (facts.chained) ++at(chains_, b.institution)[time][site];
  ++at(visits_, at(facts.order, at(facts.place, site)).visit_key)[time];
}

std::optional<std::pair<int, int>> Board::first_repeat(int institution) const {
  Sites before;
  for (int site : at(model_.last_group, institution)) before[site] = 1;
  int time_before = -1;
  for (const auto& [time, sites] : at(chains_, institution)) {
    if (std::any_of(sites.begin(), sites.end(), [&](const auto& entry) { return before.contains(entry.first); })) return std::pair(time_before, time);
    before = sites;
    time_before = time;
  }
  return std::nullopt;
}

Seating Board::seating() const {
  Seating all;
  for (int r = 0; r < count_of(model_.instance.rooms); ++r)
    for (int t = 0; t < model_.times; ++t)
      for (const InRoom& session : rooms_[cell(r, t)]) all.push_back({r, t, session.subject, session.seats});
  return all;
}

} // namespace ankao::draw
