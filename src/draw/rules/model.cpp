// SPDX-License-Identifier: Apache-2.0
#include "draw/rules/model.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "base/ensure.hpp"

namespace ankao::draw {
namespace {

bool within(const std::vector<DateRange>& ranges, Date date) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const DateRange& range) { return range.contains(date); });
}

template <class Things>
std::vector<int> indices_by_id(const Things& things) {
  std::vector<int> order(things.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int a, int b) { return at(things, a).id < at(things, b).id; });
  return order;
}

} // namespace

Model::Model(const Instance& instance_in, const Seed& seed)
    : instance(instance_in)
    , slots_per_day(std::max(1, count_of(instance_in.calendar.slots)))
    , times(count_of(instance_in.calendar.dates) * count_of(instance_in.calendar.slots))
    , subjects_by_id(indices_by_id(instance_in.subjects))
    , rooms_by_id(indices_by_id(instance_in.rooms)) {
  read_openings();
  read_sites_of_subjects();
  read_batches(seed);
  read_lines(seed);
  read_history();
  read_visit_keys();
}

int Model::seats(int room, int subject) const {
  const auto& seats = at(instance.rooms, room).seats;
  const auto found = seats.find(subject);
  return found == seats.end() ? 0 : found->second;
}

int Model::vacancy_base(int room, int subject) const {
  return at(instance.rooms, room).exclusive ? seats(room, subject) : at(instance.rooms, room).capacity;
}

int Model::vacancy(int room, int subject, int used) const {
  const std::int64_t base = vacancy_base(room, subject);
  return static_cast<int>(std::max<std::int64_t>(0, base - used - base * instance.policy.vacancy_free_percent / 100));
}

int Model::smallest_share(int batch, int room, int subject) const {
  return std::min({instance.policy.min_fragment, at(instance.batches, batch).candidates, seats(room, subject)});
}

void Model::read_openings() {
  open.assign(instance.rooms.size(), std::vector<char>(static_cast<std::size_t>(times), 0));
  for (int r = 0; r < count_of(instance.rooms); ++r) {
    const Room& room = at(instance.rooms, r);
    for (const Opening& opening : room.open) {
      if (within(at(instance.sites, room.site).suspended, at(instance.calendar.dates, opening.date))) continue;
      for (int slot : opening.slots) at(at(open, r), opening.date * slots_per_day + slot) = 1;
    }
  }
}

void Model::read_sites_of_subjects() {
  subjects.resize(instance.subjects.size());
  for (int s = 0; s < count_of(instance.sites); ++s) {
    std::set<int> offered;
    for (int r : at(instance.sites, s).rooms)
      for (const auto& [subject, seats] : at(instance.rooms, r).seats) offered.insert(subject);
    for (int subject : offered) at(subjects, subject).sites.push_back(s);
  }
  for (SubjectFacts& facts : subjects) facts.rarity = facts.sites.empty() ? 60 : std::max<std::int64_t>(1, 60 / count_of(facts.sites));
}

void Model::read_batches(const Seed& seed) {
  batches.resize(instance.batches.size());
  read_classes();
  for (int b = 0; b < count_of(instance.batches); ++b) {
    const Batch& batch = at(instance.batches, b);
    BatchFacts& facts = at(batches, b);
    facts.urgent = batch.finish_by && *batch.finish_by <= instance.month.last();
    facts.weight = facts.urgent ? 10 : 1 + std::min(batch.carried, 8);
    waive(b);
    draw_order(b, seed);
    facts.counts = batch.kind == BatchKind::Regular && practical(batch.subject) && facts.waiver == Waiver::None;
    facts.chained = facts.counts && facts.order.size() != 1;
    read_readiness(b);
  }
}

void Model::read_classes() {
  std::map<std::string, int> known;
  for (int b = 0; b < count_of(instance.batches); ++b)
    at(batches, b).class_index = known.try_emplace(at(instance.batches, b).class_id, count_of(known)).first->second;
  class_count = count_of(known);
}

void Model::waive(int b) {
  const Batch& batch = at(instance.batches, b);
  const std::vector<int>& sites = at(subjects, batch.subject).sites;
  const bool other_site =
      std::any_of(sites.begin(), sites.end(), [&](int site) { return at(instance.sites, site).owner != batch.institution; });
  Waiver& waiver = at(batches, b).waiver;
  if (at(instance.subjects, batch.subject).cross == Cross::Exempt) {
    waiver = Waiver::Exempt;
  } else if (batch.own_school) {
    waiver = Waiver::OwnSchool;
  } else if (!other_site) {
    waiver = Waiver::NoOtherSite;
  }
}

void Model::draw_order(int b, const Seed& seed) {
  const Batch& batch = at(instance.batches, b);
  BatchFacts& facts = at(batches, b);
  facts.place.assign(instance.sites.size(), -1);
  for (int s : at(subjects, batch.subject).sites) {
    const Site& site = at(instance.sites, s);
    const bool own = site.owner == batch.institution;
    if (own && facts.waiver == Waiver::None) continue;
    const bool opens = std::any_of(site.rooms.begin(), site.rooms.end(), [&](int r) {
      return seats(r, batch.subject) > 0 && std::find(at(open, r).begin(), at(open, r).end(), 1) != at(open, r).end();
    });
    if (!opens) continue;
    const std::int64_t distance = at(at(instance.distance_m, batch.institution), s);
    const auto& limits = instance.policy.bands_m;
    const auto exceeded = std::count_if(limits.begin(), limits.end(), [&](std::int64_t limit) { return distance > limit; });
    facts.order.push_back({s, site.public_base || own ? 0 : 1 + static_cast<int>(exceeded), 0, ticket(seed, batch.id, site.id), -1});
  }
  std::sort(facts.order.begin(), facts.order.end(), [&](const DrawnSite& x, const DrawnSite& y) {
    return std::tie(x.band, x.ticket, at(instance.sites, x.site).id) < std::tie(y.band, y.ticket, at(instance.sites, y.site).id);
  });
  for (int p = 0; p < count_of(facts.order); ++p) {
    DrawnSite& drawn = at(facts.order, p);
    if (p > 0 && at(facts.order, p - 1).band == drawn.band) drawn.inner = at(facts.order, p - 1).inner + 1;
    at(facts.place, drawn.site) = p;
  }
  facts.offer = std::min(instance.policy.order_depth, count_of(facts.order));
}

void Model::read_readiness(int b) {
  const Batch& batch = at(instance.batches, b);
  BatchFacts& facts = at(batches, b);
  const auto& suspended = at(instance.institutions, batch.institution).suspended;
  const bool bound = batch.finish_by && instance.month.contains(*batch.finish_by);
  facts.ready.resize(static_cast<std::size_t>(times), Ready::Yes);
  for (int t = 0; t < times; ++t) {
    const Date date = date_of(t);
    const bool early = date <= batch.completed || (batch.not_before && date < *batch.not_before);
    if (within(suspended, date)) {
      at(facts.ready, t) = Ready::Suspended;
    } else if (early || (bound && date > *batch.finish_by)) {
      at(facts.ready, t) = Ready::NotReady;
    }
  }
}

void Model::read_lines(const Seed& seed) {
  using Key = std::tuple<int, int, Date, Date, std::uint64_t, std::string>;
  std::vector<Key> keys;
  for (int b = 0; b < count_of(batches); ++b) {
    const Batch& batch = at(instance.batches, b);
    keys.emplace_back(at(batches, b).urgent ? 0 : 1, -batch.carried, batch.completed, batch.started, draw::tie(seed, batch.id), batch.id);
    line.push_back(b);
  }
  std::sort(line.begin(), line.end(), [&](int a, int b) { return at(keys, a) < at(keys, b); });
  for (int b : line) {
    std::vector<int>& queue = at(subjects, at(instance.batches, b).subject).queue;
    at(batches, b).rank = count_of(queue);
    queue.push_back(b);
  }
}

void Model::read_history() {
  last_group.resize(instance.institutions.size());
  std::vector<std::pair<Date, int>> latest(instance.institutions.size());
  for (const PastVisit& visit : instance.visits) {
    if (visit.waived || !practical(visit.subject)) continue; // a visit is of a batch that counts
    std::vector<int>& group = at(last_group, visit.institution);
    auto& when = at(latest, visit.institution);
    if (group.empty() || when < std::pair(visit.date, visit.slot)) {
      group.clear();
      when = {visit.date, visit.slot};
    }
    if (when == std::pair(visit.date, visit.slot)) group.push_back(visit.site);
  }
  for (auto& group : last_group) {
    std::sort(group.begin(), group.end());
    group.erase(std::unique(group.begin(), group.end()), group.end());
  }
  past_sessions.resize(subjects.size());
  for (int j = 0; j < count_of(subjects); ++j) at(past_sessions, j).assign(at(subjects, j).sites.size(), 0);
  for (const PastSessions& past : instance.sessions) {
    const std::vector<int>& sites = at(subjects, past.subject).sites;
    const auto found = std::lower_bound(sites.begin(), sites.end(), past.site);
    if (found != sites.end() && *found == past.site)
      at(past_sessions, past.subject)[static_cast<std::size_t>(found - sites.begin())] += past.count;
  }
}

void Model::read_visit_keys() {
  std::map<std::tuple<int, int, int>, std::set<std::pair<Date, int>>> held;
  for (const PastVisit& visit : instance.visits)
    if (!visit.waived && visit.date.year() == instance.month.year)
      held[{visit.institution, visit.site, visit.subject}].insert({visit.date, visit.slot});
  std::map<std::tuple<int, int, int>, int> keys;
  for (int b = 0; b < count_of(batches); ++b) {
    if (!at(batches, b).counts) continue;
    const Batch& batch = at(instance.batches, b);
    for (DrawnSite& drawn : at(batches, b).order) {
      const auto [entry, fresh] = keys.try_emplace({batch.institution, drawn.site, batch.subject}, count_of(keys));
      drawn.visit_key = entry->second;
      if (!fresh) continue;
      const auto past = held.find(entry->first);
      const int count = past == held.end() ? 0 : count_of(past->second);
      visit_keys.push_back({batch.institution, drawn.site, batch.subject, count, std::max(instance.policy.visits_per_year, count)});
    }
  }
}

} // namespace ankao::draw
