// SPDX-License-Identifier: Apache-2.0
// Month: level J. Without reservations there is none; with them only sessions with a reservation can be envied, because in any other
// everybody who sits was asked after all who stand before. rules/envy.hpp is the oracle.
#include <algorithm>
#include <bit>

#include "draw/engine/month.hpp"

namespace ankao::draw {

std::int64_t Month::envy() {
  if (reserved_ == 0) return 0;
  pairs_.clear();
  visits_read_ = false;
  for (int t = 0; t < f_.times; ++t)
    for (int j = 0; j < f_.subjects; ++j) {
      const auto& reserved = reservations(t, j);
      for (std::size_t i = 0; i < reserved.size(); ++i)
        if (std::none_of(reserved.begin(), reserved.begin() + static_cast<std::ptrdiff_t>(i), [&](const Reservation& b) { return b.use == reserved[i].use; }))
          ask_for(t, reserved[i].use);
    }
  std::sort(pairs_.begin(), pairs_.end());
  pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
  return static_cast<std::int64_t>(pairs_.size());
}

/// Asks everybody who stands before somebody in the session and has seats later, or none.
void Month::ask_for(int time, int use) {
  const Use& u = at(f_.uses, use);
  Session session{time, use, 0, {}};
  for (const Sit& s : served(time, u.subject).sits)
    if (s.use == use) session.seats.push_back({s.batch, s.candidates});
  int last = -1, used = 0;
  for (const Share& share : session.seats) {
    last = std::max(last, share.batch);
    used += share.candidates;
  }
  session.free = std::min(u.seats - used, at(f_.compact.room_capacity, u.room) - used_in(time, u.room));
  const int first = at(f_.first_word, u.subject), count = f_.words_of(u.subject);
  const Word* takers = f_.takers(u.pair);
  const Word* ready = f_.ready_at(time) + first;
  const Word* later = alive_after(time, u.subject) + first;
  work_ += 4 + count;
  for (int w = 0; w < count; ++w)
    for (Word bits = takers[w] & ready[w] & later[w]; bits != 0; bits &= bits - 1) {
      const int batch = (first + w) * 64 + std::countr_zero(bits);
      if (batch >= last) return;
      if (!wants(batch, session)) continue;
      for (const Share& share : session.seats)
        if (share.batch > batch) pairs_.emplace_back(batch, share.batch);
    }
}

int Month::used_in(int time, int room) const {
  int used = 0;
  for (int u : at(f_.uses_of_room, room))
    for (const Sit& s : served(time, at(f_.uses, u).subject).sits)
      if (s.use == u) used += s.candidates;
  return used;
}

const Word* Month::alive_after(int time, int subject) const {
  const std::size_t after = Field::index(time + 1, f_.subjects, subject);
  if (stray_mark_[after] != trial_) return alive_.data() + Field::index(time + 1, f_.words, 0);
  return trial_alive_.data() + Field::index(stray_row_[after], f_.words, 0);
}

bool Month::wants(int batch, const Session& session) {
  const Party& party = at(f_.parties, batch);
  const Use& use = at(f_.uses, session.use);
  int reach = session.free;
  for (const Share& share : session.seats)
    if (share.batch > batch) reach += share.candidates;
  if (reach < std::min(party.fragment, use.seats) || body_elsewhere(batch, session.time)) return false;
  ++work_;
  return !party.counts || could_visit(batch, session.time, use.site);
}

bool Month::body_elsewhere(int batch, int time) const {
  const int body = at(f_.parties, batch).body;
  if (!at(f_.shared_body, body)) return false;
  for (int other : at(f_.body_members, body)) {
    if (other == batch) continue;
    for (const Sit& s : served(time, at(f_.parties, other).subject).sits)
      if (s.batch == other) return true;
  }
  return false;
}

void Month::read_visits() {
  if (visits_read_) return;
  visits_read_ = true;
  for (auto& list : visit_lists_) list.clear();
  for (int t = 0; t < f_.times; ++t)
    for (int j = 0; j < f_.subjects; ++j)
      for (const Sit& s : served(t, j).sits)
        if (at(f_.parties, s.batch).counts)
          at(visit_lists_, at(f_.parties, s.batch).institution).push_back({t, at(f_.uses, s.use).site, s.batch});
  work_ += f_.times;
}

bool Month::could_visit(int batch, int time, int site) {
  read_visits();
  const Party& party = at(f_.parties, batch);
  const auto& visits = at(visit_lists_, party.institution);
  if (party.chained && latest_has(party.institution, time, site)) return false;
  std::vector<int>& sites = visit_sites_;
  sites.assign(1, site);
  int times = 1, last_time = time;
  for (const Visit& v : visits) {
    if (v.time == time && std::find(sites.begin(), sites.end(), v.site) == sites.end()) sites.push_back(v.site);
    const bool gone = v.batch == batch && v.time > time;
    if (gone || v.site != site || at(f_.parties, v.batch).subject != party.subject || v.time == time || v.time == last_time) continue;
    last_time = v.time;
    ++times;
  }
  if (count_of(sites) > f_.compact.max_sites || times > at(f_.compact.limit, f_.key[f_.at_site(batch, site)])) return false;
  return !party.chained || chain_holds(batch, time, site);
}

/// The institution's latest visit before the time was there (among other sites).
bool Month::latest_has(int institution, int time, int site) const {
  int latest = -1;
  bool there = false;
  for (const Visit& v : at(visit_lists_, institution)) {
    if (v.time >= time) break;
    if (!at(f_.parties, v.batch).chained) continue;
    if (v.time != latest) there = false;
    latest = v.time;
    there = there || v.site == site;
  }
  return latest >= 0 ? there : has(f_.last_visits.data() + Field::index(institution, f_.site_words, 0), site);
}

/// Groups from `time` on, with the batch's later seats taken away and its seat at `site` added; the one before is known to be disjoint.
bool Month::chain_holds(int batch, int time, int site) {
  std::vector<int> now{site}, before;
  int when = time;
  for (const Visit& v : at(visit_lists_, at(f_.parties, batch).institution)) {
    if (v.time < time || !at(f_.parties, v.batch).chained || (v.batch == batch && v.time > time)) continue;
    if (v.time != when) {
      before.swap(now);
      now.clear();
      when = v.time;
    }
    if (std::find(before.begin(), before.end(), v.site) != before.end()) return false;
    now.push_back(v.site);
  }
  return true;
}

} // namespace ankao::draw
