// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/envy_count.hpp"

#include <algorithm>

namespace ankao::draw {

EnvyCount::EnvyCount(const Compact& compact, const Decoder& decoder)
    : c_(compact)
    , decoder_(decoder)
    , class_batch_(static_cast<std::size_t>(compact.class_count), 0)
    , class_stamp_(static_cast<std::size_t>(compact.class_count), 0)
    , room_used_(static_cast<std::size_t>(compact.room_count), 0)
    , visits_(static_cast<std::size_t>(compact.institution_count))
    , last_time_(static_cast<std::size_t>(compact.batch_count), 0)
    , waiting_(static_cast<std::size_t>(compact.subject_count))
    , waiting_time_(static_cast<std::size_t>(compact.subject_count), -1) {}

std::int64_t EnvyCount::count(const std::vector<const Moment*>& moments, const std::vector<const Record*>& records) {
  moments_ = &moments;
  records_ = &records;
  visits_read_ = false;
  pairs_.clear();
  read_last_times();
  for (int t = 0; t < c_.times; ++t) {
    read_time(t);
    const Record& record = *at(records, t);
    for (int i = 0; i < record.count; ++i) look_at(t, at(record.held, i));
  }
  std::sort(pairs_.begin(), pairs_.end());
  pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
  return static_cast<std::int64_t>(pairs_.size());
}

void EnvyCount::read_last_times() {
  std::fill(waiting_time_.begin(), waiting_time_.end(), -1);
  const Moment& end = *moments_->back();
  for (int b = 0; b < c_.batch_count; ++b) at(last_time_, b) = decoder_.left(end, b) > 0 ? c_.times : -1;
  for (int t = 0; t < c_.times; ++t) {
    const Record& record = *at(*records_, t);
    for (int i = 0; i < record.count; ++i)
      for (const Share& share : at(record.held, i).seats) at(last_time_, share.batch) = std::max(at(last_time_, share.batch), t);
  }
}

const std::vector<int>& EnvyCount::waiting(int t, int subject) {
  std::vector<int>& ranks = at(waiting_, subject);
  if (at(waiting_time_, subject) == t) return ranks;
  at(waiting_time_, subject) = t;
  ranks.clear();
  const std::vector<int>& queue = at(c_.model.subjects, subject).queue;
  for (int r = decoder_.head(*at(*moments_, t), subject); r < count_of(queue); ++r)
    if (at(last_time_, at(queue, r)) > t && c_.ready(at(queue, r), t)) ranks.push_back(r);
  return ranks;
}

void EnvyCount::read_time(int t) {
  ++stamp_;
  const Record& record = *at(*records_, t);
  for (int i = 0; i < record.count; ++i) at(room_used_, at(record.held, i).room) = 0;
  for (int i = 0; i < record.count; ++i) {
    const Held& held = at(record.held, i);
    at(room_used_, held.room) += held.used;
    for (const Share& share : held.seats) {
      const int body = at(c_.batches, share.batch).class_index;
      at(class_stamp_, body) = stamp_;
      at(class_batch_, body) = share.batch;
    }
  }
}

void EnvyCount::look_at(int t, const Held& held) {
  const auto rank = [&](int batch) { return at(c_.model.batches, batch).rank; };
  int last = -1;
  for (const Share& share : held.seats) last = std::max(last, rank(share.batch));
  const std::vector<int>& queue = at(c_.model.subjects, held.subject).queue;
  for (int r : waiting(t, held.subject)) {
    if (r >= last) break;
    const int a = at(queue, r);
    if (!wants(a, t, held, r)) continue;
    for (const Share& share : held.seats)
      if (rank(share.batch) > r) pairs_.emplace_back(a, share.batch);
  }
}

/// A batch of waiting() would gain by a seat in the session and nothing but those behind it stands in its way.
bool EnvyCount::wants(int a, int t, const Held& held, int rank) {
  const int site = at(c_.room_site, held.room);
  const CompactBatch& batch = at(c_.batches, a);
  const CompactPlace& place = c_.place(a, site);
  if (place.place < 0 || place.place >= batch.offer) return false;
  if (at(class_stamp_, batch.class_index) == stamp_ && at(class_batch_, batch.class_index) != a) return false;
  const int seats = c_.seats(held.room, held.subject);
  int reachable = std::min(seats - held.used, at(c_.room_capacity, held.room) - at(room_used_, held.room));
  for (const Share& share : held.seats)
    if (at(c_.model.batches, share.batch).rank > rank) reachable += share.candidates;
  if (reachable < std::min(batch.fragment, seats)) return false;
  return !batch.counts || could_visit(a, t, site);
}

bool EnvyCount::could_visit(int a, int t, int site) {
  const CompactBatch& batch = at(c_.batches, a);
  if (batch.chained && decoder_.last_group_has(*at(*moments_, t), batch.institution, site)) return false;
  const std::vector<Visit>& visits = visits_of(batch.institution);
  std::vector<int> sites{site};
  int times = 1, last_time = t;
  for (const Visit& v : visits) {
    if (v.time == t && std::find(sites.begin(), sites.end(), v.site) == sites.end()) sites.push_back(v.site);
    const bool gone = v.batch == a && v.time > t;
    if (gone || v.site != site || at(c_.batches, v.batch).subject != batch.subject || v.time == t || v.time == last_time) continue;
    last_time = v.time;
    ++times;
  }
  if (count_of(sites) > c_.max_sites || times > at(c_.limit, c_.place(a, site).key)) return false;
  return !batch.chained || chain_holds(a, t, site, visits);
}

/// Groups from `t` on, with the batch's later seats taken away and its seat at `site` added; the one before is known to be disjoint.
bool EnvyCount::chain_holds(int a, int t, int site, const std::vector<Visit>& visits) {
  std::vector<int> group{site}, before;
  int time = t;
  for (const Visit& v : visits) {
    if (v.time < t || !at(c_.batches, v.batch).chained || (v.batch == a && v.time > t)) continue;
    if (v.time != time) {
      before.swap(group);
      group.clear();
      time = v.time;
    }
    if (std::find(before.begin(), before.end(), v.site) != before.end()) return false;
    group.push_back(v.site);
  }
  return true;
}

const std::vector<EnvyCount::Visit>& EnvyCount::visits_of(int institution) {
  if (!visits_read_) {
    visits_read_ = true;
    for (auto& visits : visits_) visits.clear();
    for (int t = 0; t < c_.times; ++t) {
      const Record& record = *at(*records_, t);
      for (int i = 0; i < record.count; ++i)
        for (const Share& share : at(record.held, i).seats)
          if (at(c_.batches, share.batch).counts)
            at(visits_, at(c_.batches, share.batch).institution).push_back({t, at(c_.room_site, at(record.held, i).room), share.batch});
    }
  }
  return at(visits_, institution);
}

} // namespace ankao::draw
