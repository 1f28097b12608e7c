// SPDX-License-Identifier: Apache-2.0
#include "draw/bounds/scope.hpp"

#include <algorithm>
#include <set>

namespace ankao::draw::proving {

Scope::Scope(const Instance& instance, const Seed& seed, const Levels& levels)
    : instance_(&instance)
    , facts_(instance, seed)
    , levels_(levels)
    , slots_(instance.rooms.size(), std::vector<int>(instance.calendar.dates.size(), 0))
    , proven_(instance.subjects.size(), 0) {
  const int per_day = static_cast<int>(instance.calendar.slots.size());
  for (std::size_t r = 0; r < instance.rooms.size(); ++r)
    for (std::size_t d = 0; d < instance.calendar.dates.size(); ++d)
      for (int s = 0; s < per_day; ++s)
        if (open(static_cast<int>(r), facts_.time(static_cast<int>(d), s))) ++slots_[r][d];
  for (const Batch& batch : instance.batches) {
    ready_.emplace_back();
    for (const Date date : instance.calendar.dates) ready_.back().push_back(ready(batch, date) ? 1 : 0);
  }
  for (int b = 0; b < static_cast<int>(instance.batches.size()); ++b) {
    std::int64_t found = 0;
    for (int r = 0; r < static_cast<int>(instance.rooms.size()); ++r)
      for (int d = 0; d < static_cast<int>(instance.calendar.dates.size()); ++d)
        if (slots(r, d) > 0 && may_sit(b, r, d)) found += slots(r, d) * seats(r, instance.batches[at(b)].subject);
    reachable_.push_back(std::min<std::int64_t>(found, instance.batches[at(b)].candidates));
  }
  for (int s = 0; s < static_cast<int>(instance.subjects.size()); ++s) {
    Exact total = 0;
    for (int b : facts_.queue(s)) total += Exact(facts_.of(b).weight) * instance.batches[at(b)].candidates;
    totals_.push_back(total.narrow());
  }
}

bool Scope::open(int room, int time) const {
  return facts_.open(room, time) && !checking::suspended(instance_->sites[at(instance_->rooms[at(room)].site)].suspended, facts_.day(time));
}

bool Scope::ready(const Batch& batch, Date date) const {
  if (checking::suspended(instance_->institutions[at(batch.institution)].suspended, date)) return false;
  if (date <= batch.completed || (batch.not_before && date < *batch.not_before)) return false;
  return !(batch.finish_by && instance_->month.contains(*batch.finish_by) && date > *batch.finish_by);
}

std::int64_t Scope::seats(int room, int subject) const {
  const Room& r = instance_->rooms[at(room)];
  const auto found = r.seats.find(subject);
  return found == r.seats.end() ? 0 : std::min(found->second, r.capacity);
}

bool Scope::may_sit(int batch, int room, int date) const {
  const Batch& b = instance_->batches[at(batch)];
  return ready_[at(batch)][at(date)] != 0 && seats(room, b.subject) > 0 &&
         facts_.of(batch).order_place[at(instance_->rooms[at(room)].site)] >= 0;
}

std::int64_t Scope::vacancy_limit(int room, int subject) const {
  const Room& r = instance_->rooms[at(room)];
  const std::int64_t base = r.exclusive ? r.seats.at(subject) : r.capacity;
  return base - base * instance_->policy.vacancy_free_percent / 100;
}

Exact Scope::shortage_cost(int subject, std::int64_t unplaced) const {
  const std::int64_t total = weighted_total(subject);
  if (total == 0) return 0;
  return (Exact(1000) * unplaced * unplaced).ceil_by(total) * facts_.rarity(subject);
}

Exact Scope::least_unplaced() const {
  Exact sum = 0;
  for (int s = 0; s < static_cast<int>(proven_.size()); ++s) sum += shortage_cost(s, proven_[at(s)]);
  return sum;
}

std::int64_t Scope::most_unplaced(int subject) const {
  const Exact allowed = Exact(levels_.unplaced) - least_unplaced() + shortage_cost(subject, proven_[at(subject)]);
  std::int64_t low = 0, high = weighted_total(subject);
  while (low < high) {
    const std::int64_t middle = low + (high - low + 1) / 2;
    if (shortage_cost(subject, middle) <= allowed) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

std::int64_t Scope::visits_left(int institution, int site, int subject) const {
  std::set<std::pair<Date, int>> held;
  for (const PastVisit& v : instance_->visits)
    if (v.institution == institution && v.site == site && v.subject == subject && !v.waived && checking::in_year_of(*instance_, v.date))
      held.insert({v.date, v.slot});
  return std::max<std::int64_t>(0, instance_->policy.visits_per_year - static_cast<std::int64_t>(held.size()));
}

std::int64_t Scope::seats_at_once(int site, int subject) const {
  std::int64_t most = 0;
  const int times = static_cast<int>(instance_->calendar.dates.size() * instance_->calendar.slots.size());
  for (int t = 0; t < times; ++t) {
    std::int64_t now = 0;
    for (int r : instance_->sites[at(site)].rooms)
      if (open(r, t)) now += seats(r, subject);
    most = std::max(most, now);
  }
  return most;
}

} // namespace ankao::draw::proving
