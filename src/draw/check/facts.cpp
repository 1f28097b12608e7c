// SPDX-License-Identifier: Apache-2.0
#include "draw/check/facts.hpp"

#include <algorithm>
#include <tuple>

namespace ankao::draw::checking {

bool suspended(const std::vector<DateRange>& ranges, Date date) {
  return std::any_of(ranges.begin(), ranges.end(), [date](const DateRange& range) { return range.contains(date); });
}

Facts::Facts(const Instance& instance, const Seed& seed)
    : instance_(&instance)
    , batches_(instance.batches.size()) {
  list_openings();
  list_offering();
  for (std::size_t b = 0; b < instance.batches.size(); ++b) {
    const Batch& batch = instance.batches[b];
    BatchFacts& facts = batches_[b];
    facts.waiver = waiver_of(batch);
    facts.counts = batch.kind == BatchKind::Regular && facts.waiver == Waiver::None &&
                   instance.subjects[at(batch.subject)].kind == SubjectKind::Practical;
    facts.urgent = urgent(batch);
    facts.weight = facts.urgent ? 10 : std::min(9, 1 + std::min(batch.carried, 9));
    facts.tie = draw::tie(seed, batch.id);
    draw_order(static_cast<int>(b), seed);
  }
  queues_.resize(instance.subjects.size());
  for (std::size_t s = 0; s < instance.subjects.size(); ++s) line_up(static_cast<int>(s));
}

void Facts::list_openings() {
  const std::size_t times = instance_->calendar.dates.size() * instance_->calendar.slots.size();
  for (const Room& room : instance_->rooms) {
    std::vector<bool> open(times, false);
    for (const Opening& opening : room.open)
      for (const int slot : opening.slots) open[at(time(opening.date, slot))] = true;
    open_.push_back(std::move(open));
  }
}

void Facts::list_offering() {
  offering_.resize(instance_->subjects.size());
  for (std::size_t s = 0; s < instance_->sites.size(); ++s)
    for (std::size_t subject = 0; subject < offering_.size(); ++subject) {
      const auto& rooms = instance_->sites[s].rooms;
      const auto has = [&](int room) { return instance_->rooms[at(room)].seats.contains(static_cast<int>(subject)); };
      if (std::any_of(rooms.begin(), rooms.end(), has)) offering_[subject].push_back(static_cast<int>(s));
    }
}

std::int64_t Facts::rarity(int subject) const {
  const auto sites = static_cast<std::int64_t>(offering(subject).size());
  return sites == 0 ? 60 : std::max<std::int64_t>(1, 60 / sites);
}

Waiver Facts::waiver_of(const Batch& batch) const {
  if (instance_->subjects[at(batch.subject)].cross == Cross::Exempt) return Waiver::Exempt;
  if (batch.own_school) return Waiver::OwnSchool;
  const auto& sites = offering(batch.subject);
  const bool other =
      std::any_of(sites.begin(), sites.end(), [&](int site) { return instance_->sites[at(site)].owner != batch.institution; });
  return other ? Waiver::None : Waiver::NoOtherSite;
}

bool Facts::urgent(const Batch& batch) const { return batch.finish_by && *batch.finish_by <= instance_->month.last(); }

bool Facts::permitted(int batch, int site) const {
  const bool own = instance_->sites[at(site)].owner == instance_->batches[at(batch)].institution;
  return !own || of(batch).waiver != Waiver::None;
}

/// A room with the subject is open in some slot of the month on which the site is not suspended.
bool Facts::has_opening(int subject, int site) const {
  for (const int r : instance_->sites[at(site)].rooms) {
    const Room& room = instance_->rooms[at(r)];
    if (!room.seats.contains(subject)) continue;
    for (const Opening& opening : room.open)
      if (!opening.slots.empty() && !suspended(instance_->sites[at(site)].suspended, instance_->calendar.dates[at(opening.date)]))
        return true;
  }
  return false;
}

int Facts::band(int batch, int site) const {
  const Site& place = instance_->sites[at(site)];
  const int institution = instance_->batches[at(batch)].institution;
  if (place.public_base) return 0;
  if (place.owner == institution && of(batch).waiver != Waiver::None) return 0;
  const std::int64_t distance = instance_->distance_m[at(institution)][at(site)];
  const auto& limits = instance_->policy.bands_m;
  return 1 + static_cast<int>(std::count_if(limits.begin(), limits.end(), [distance](std::int64_t limit) { return distance > limit; }));
}

void Facts::draw_order(int b, const Seed& seed) {
  const Batch& batch = instance_->batches[at(b)];
  BatchFacts& facts = batches_[at(b)];
  for (const int site : offering(batch.subject)) {
    if (!permitted(b, site) || !has_opening(batch.subject, site)) continue;
    facts.order.push_back({site, band(b, site), ticket(seed, batch.id, instance_->sites[at(site)].id), 0});
  }
  const auto key = [&](const Drawn& d) {
    return std::tuple<int, std::uint64_t, const std::string&>(d.band, d.ticket, instance_->sites[at(d.site)].id);
  };
  std::sort(facts.order.begin(), facts.order.end(), [&](const Drawn& x, const Drawn& y) { return key(x) < key(y); });
  facts.order_place.assign(instance_->sites.size(), -1);
  for (std::size_t i = 0; i < facts.order.size(); ++i) {
    facts.order[i].inner = i > 0 && facts.order[i - 1].band == facts.order[i].band ? facts.order[i - 1].inner + 1 : 0;
    facts.order_place[at(facts.order[i].site)] = static_cast<int>(i);
  }
}

bool Facts::in_offer(int batch, int site) const {
  const int place = of(batch).order_place[at(site)];
  return place >= 0 && place < instance_->policy.order_depth;
}

/// Urgent first, then longest carried, then completed, started, tie. (The id decides where even ties tie.)
void Facts::line_up(int subject) {
  auto& queue = queues_[at(subject)];
  for (std::size_t b = 0; b < instance_->batches.size(); ++b)
    if (instance_->batches[b].subject == subject) queue.push_back(static_cast<int>(b));
  const auto key = [&](int b) {
    const Batch& batch = instance_->batches[at(b)];
    return std::tuple<int, int, Date, Date, std::uint64_t, const std::string&>(of(b).urgent ? 0 : 1, -batch.carried, batch.completed,
                                                                               batch.started, of(b).tie, batch.id);
  };
  std::sort(queue.begin(), queue.end(), [&](int x, int y) { return key(x) < key(y); });
  for (std::size_t i = 0; i < queue.size(); ++i) batches_[at(queue[i])].queue_place = static_cast<int>(i);
}

} // namespace ankao::draw::checking
