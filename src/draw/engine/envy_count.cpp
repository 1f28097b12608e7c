// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/envy_count.hpp"

#include <algorithm>

namespace ankao::draw {

EnvyCount::EnvyCount(const Compact& compact, const Timetable& timetable, Usher& usher)
    : c_(compact)
    , timetable_(timetable)
    , usher_(usher)
    , envied_(static_cast<std::size_t>(compact.batch_count))
    , trial_envied_(envied_)
    , batch_mark_(envied_.size(), 0)
    , subject_mark_(static_cast<std::size_t>(compact.subject_count), 0)
    , session_mark_(subject_mark_)
    , visit_mark_(static_cast<std::size_t>(compact.institution_count), 0)
    , sessions_(subject_mark_.size())
    , visits_(visit_mark_.size()) {}

std::int64_t EnvyCount::count() {
  ++stamp_;
  asked_.clear();
  gather();
  trial_total_ = total_;
  for (int a : asked_) {
    trial_total_ -= count_of(at(envied_, a));
    recount(a);
    trial_total_ += count_of(at(trial_envied_, a));
  }
  return trial_total_;
}

void EnvyCount::keep() {
  for (int a : asked_) std::swap(at(envied_, a), at(trial_envied_, a));
  total_ = trial_total_;
}

void EnvyCount::keep_none() {
  if (total_ == 0) return;
  for (auto& envied : envied_) envied.clear();
  total_ = 0;
}

std::pair<int, int> EnvyCount::pair(std::int64_t n) const {
  for (int a = 0; a < c_.batch_count; ++a) {
    const auto& envied = at(envied_, a);
    if (n < count_of(envied)) return {a, at(envied, static_cast<int>(n))};
    n -= count_of(envied);
  }
  return {-1, -1};
}

/// Everybody in a subject that was seated anew or shares a mixed room with one, and everybody whose institution or class moved.
void EnvyCount::gather() {
  for (const auto& [time, subject] : timetable_.reseated()) {
    add_subject(subject);
    for (const Record* record : {&timetable_.record(time, subject), &timetable_.record_before(time, subject)})
      for (const Held& held : *record)
        if (!at(c_.room_exclusive, held.room))
          for (int other : at(c_.room_subjects, held.room)) add_subject(other);
  }
  for (int b : timetable_.moved()) {
    const CompactBatch& batch = at(c_.batches, b);
    for (int other : at(c_.classmates, batch.class_index)) add(other);
    if (batch.counts)
      for (int other : at(c_.members, batch.institution)) add(other);
  }
}

void EnvyCount::add(int batch) {
  if (at(batch_mark_, batch) == stamp_) return;
  at(batch_mark_, batch) = stamp_;
  asked_.push_back(batch);
}

void EnvyCount::add_subject(int subject) {
  if (at(subject_mark_, subject) == stamp_) return;
  at(subject_mark_, subject) = stamp_;
  for (int b : at(c_.model.subjects, subject).queue) add(b);
}

const std::vector<EnvyCount::Session>& EnvyCount::sessions(int subject) {
  std::vector<Session>& sessions = at(sessions_, subject);
  if (at(session_mark_, subject) == stamp_) return sessions;
  at(session_mark_, subject) = stamp_;
  sessions.clear();
  for (int t = 0; t < c_.times; ++t)
    for (const Held& held : timetable_.record(t, subject)) sessions.push_back({t, &held});
  usher_.spend(c_.times / 8 + 1);
  return sessions;
}

void EnvyCount::recount(int a) {
  std::vector<int>& envied = at(trial_envied_, a);
  envied.clear();
  const auto& seats = timetable_.seats(a);
  const int last = timetable_.left_in_trial(a) > 0 ? c_.times : seats.empty() ? -1 : seats.back().time;
  const CompactBatch& batch = at(c_.batches, a);
  if (batch.offer == 0) return;
  int looked = 0;
  for (const Session& session : sessions(batch.subject)) {
    if (session.time >= last) break;
    ++looked;
    if (!c_.ready(a, session.time) || !wants(a, session)) continue;
    for (const Share& share : session.held->seats)
      if (at(c_.batches, share.batch).rank > batch.rank) envied.push_back(share.batch);
  }
  std::sort(envied.begin(), envied.end());
  envied.erase(std::unique(envied.begin(), envied.end()), envied.end());
  usher_.spend(1 + looked / 4);
}

bool EnvyCount::body_elsewhere(int a, int time) const {
  for (int mate : at(c_.classmates, at(c_.batches, a).class_index)) {
    if (mate == a) continue;
    for (const Seat& seat : timetable_.seats(mate))
      if (seat.time == time) return true;
  }
  return false;
}

/// A batch that has seats only later would gain by a seat in the session, and nothing but those behind it stands in its way.
bool EnvyCount::wants(int a, const Session& session) {
  const Held& held = *session.held;
  const int site = at(c_.room_site, held.room);
  const CompactBatch& batch = at(c_.batches, a);
  const CompactPlace& place = c_.place(a, site);
  if (place.place < 0 || place.place >= batch.offer) return false;
  const int seats = c_.seats(held.room, held.subject);
  int behind = 0;
  for (const Share& share : held.seats)
    if (at(c_.batches, share.batch).rank > batch.rank) behind += share.candidates;
  if (behind == 0) return false;
  const int used = at(c_.room_exclusive, held.room) ? held.used : timetable_.used(session.time, held.room);
  const int reachable = std::min(seats - held.used, at(c_.room_capacity, held.room) - used) + behind;
  if (reachable < std::min(batch.fragment, seats) || body_elsewhere(a, session.time)) return false;
  return !batch.counts || could_visit(a, session.time, site);
}

bool EnvyCount::could_visit(int a, int time, int site) {
  const CompactBatch& batch = at(c_.batches, a);
  const std::vector<Visit>& visits = visits_of(batch.institution);
  usher_.spend(1 + count_of(visits) / 8);
  if (batch.chained && last_group_has(batch.institution, time, site, visits)) return false;
  sites_.assign(1, site);
  int times = 1, last_time = time;
  for (const Visit& v : visits) {
    if (v.time == time && std::find(sites_.begin(), sites_.end(), v.site) == sites_.end()) sites_.push_back(v.site);
    const bool gone = v.batch == a && v.time > time;
    if (gone || v.site != site || at(c_.batches, v.batch).subject != batch.subject || v.time == time || v.time == last_time) continue;
    last_time = v.time;
    ++times;
  }
  if (count_of(sites_) > c_.max_sites || times > at(c_.limit, c_.place(a, site).key)) return false;
  return !batch.chained || chain_holds(a, time, site, visits);
}

/// The institution's latest visit before the time was there (among other sites).
bool EnvyCount::last_group_has(int institution, int time, int site, const std::vector<Visit>& visits) const {
  int latest = -1;
  bool there = false;
  for (const Visit& v : visits) {
    if (v.time >= time) break;
    if (!at(c_.batches, v.batch).chained) continue;
    if (v.time != latest) there = false;
    latest = v.time;
    there = there || v.site == site;
  }
  if (latest >= 0) return there;
  const auto& past = at(c_.model.last_group, institution);
  return std::find(past.begin(), past.end(), site) != past.end();
}

/// Groups from `time` on, with the batch's later seats taken away and its seat at `site` added; the one before is known to be disjoint.
bool EnvyCount::chain_holds(int a, int time, int site, const std::vector<Visit>& visits) {
  group_.assign(1, site);
  before_.clear();
  int now = time;
  for (const Visit& v : visits) {
    if (v.time < time || !at(c_.batches, v.batch).chained || (v.batch == a && v.time > time)) continue;
    if (v.time != now) {
      before_.swap(group_);
      group_.clear();
      now = v.time;
    }
    if (std::find(before_.begin(), before_.end(), v.site) != before_.end()) return false;
    group_.push_back(v.site);
  }
  return true;
}

const std::vector<EnvyCount::Visit>& EnvyCount::visits_of(int institution) {
  std::vector<Visit>& visits = at(visits_, institution);
  if (at(visit_mark_, institution) == stamp_) return visits;
  at(visit_mark_, institution) = stamp_;
  visits.clear();
  for (int b : at(c_.members, institution))
    if (at(c_.batches, b).counts)
      for (const Seat& seat : timetable_.seats(b)) visits.push_back({seat.time, at(c_.room_site, seat.room), b});
  std::stable_sort(visits.begin(), visits.end(), [](const Visit& x, const Visit& y) { return x.time < y.time; });
  usher_.spend(1 + count_of(visits) / 4);
  return visits;
}

} // namespace ankao::draw
