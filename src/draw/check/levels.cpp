// SPDX-License-Identifier: Apache-2.0
#include "draw/check/levels.hpp"

#include <algorithm>
#include <limits>

#include "draw/check/envy.hpp"
#include "draw/check/rules.hpp"

namespace ankao::draw::checking {
namespace {

std::int64_t narrow(Wide value) {
  constexpr Wide k_most = std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(std::min(value, k_most));
}

Wide unplaced_of(const Sittings& sittings, int subject) {
  Wide u = 0, d = 0;
  for (const int b : sittings.facts().queue(subject)) {
    const Wide weight = sittings.facts().of(b).weight;
    u += weight * std::max<std::int64_t>(0, sittings.unplaced(b));
    d += weight * sittings.instance().batches[at(b)].candidates;
  }
  return d == 0 ? 0 : sittings.facts().rarity(subject) * ((1000 * u * u + d - 1) / d);
}

std::int64_t unplaced(const Sittings& sittings) {
  Wide sum = 0;
  for (std::size_t s = 0; s < sittings.instance().subjects.size(); ++s) sum += unplaced_of(sittings, static_cast<int>(s));
  return narrow(sum);
}

std::int64_t beyond_offer(const Sittings& sittings) {
  std::int64_t sum = 0;
  for (const Sitting& sitting : sittings.all())
    for (const Share& share : sitting.shares)
      if (!sittings.facts().in_offer(share.batch, sitting.site)) sum += share.candidates;
  return sum;
}

std::int64_t vacant(const Sittings& sittings) {
  std::map<std::pair<int, int>, const Sitting*> in_use;
  for (const Sitting& sitting : sittings.all()) in_use.emplace(std::pair{sitting.room, sitting.time}, &sitting);
  Wide sum = 0;
  for (const auto& [place, sitting] : in_use) {
    const Room& room = sittings.instance().rooms[at(place.first)];
    const Wide base = room.exclusive ? sitting->seats : room.capacity;
    const Wide free_of_charge = base * sittings.instance().policy.vacancy_free_percent / 100;
    sum += std::max<Wide>(0, base - sittings.taken(place.first, place.second) - free_of_charge);
  }
  return narrow(sum);
}

Wide imbalance_of(const Sittings& sittings, int subject) {
  const auto& sites = sittings.facts().offering(subject);
  std::map<int, Wide> sessions;
  for (const PastSessions& past : sittings.instance().sessions)
    if (past.subject == subject) sessions[past.site] += past.count;
  for (const Sitting& sitting : sittings.all())
    if (sitting.subject == subject) sessions[sitting.site] += 1;
  Wide sum = 0, squares = 0;
  for (const int site : sites) {
    const Wide n = sessions.contains(site) ? sessions.at(site) : 0;
    sum += n;
    squares += n * n;
  }
  return static_cast<Wide>(sites.size()) * squares - sum * sum;
}

Wide waiting_of(const Sittings& sittings, const Sitting& sitting, const Share& share) {
  const Batch& batch = sittings.instance().batches[at(share.batch)];
  const int days = sittings.facts().day(sitting.time) - batch.completed;
  const Wide weeks = std::max(0, days) / 7;
  return sittings.facts().rarity(batch.subject) * weeks * weeks * share.candidates;
}

Wide distance_of(const Sittings& sittings, const Sitting& sitting, const Share& share) {
  const BatchFacts& facts = sittings.facts().of(share.batch);
  const int place = facts.order_place[at(sitting.site)];
  const int inner = place < 0 ? 0 : facts.order[at(place)].inner;
  return (Wide{10} * sittings.facts().band(share.batch, sitting.site) + inner) * share.candidates;
}

bool is_regular(const Sittings& sittings, int batch) { return sittings.instance().batches[at(batch)].kind == BatchKind::Regular; }

Wide retakes_alone(const Sittings& sittings) {
  std::set<int> with_regular; // subjects
  for (const Sitting& sitting : sittings.all())
    for (const Share& share : sitting.shares)
      if (is_regular(sittings, share.batch)) with_regular.insert(sittings.instance().batches[at(share.batch)].subject);
  Wide sum = 0;
  for (const Sitting& sitting : sittings.all()) {
    const bool regular =
        std::any_of(sitting.shares.begin(), sitting.shares.end(), [&](const Share& s) { return is_regular(sittings, s.batch); });
    if (!sitting.shares.empty() && !regular && with_regular.contains(sitting.subject)) sum += 1;
  }
  return sum;
}

} // namespace

Quality quality(const Sittings& sittings) {
  Quality out;
  for (std::size_t s = 0; s < sittings.instance().subjects.size(); ++s)
    if (sittings.instance().subjects[s].kind == SubjectKind::Practical) out.imbalance += imbalance_of(sittings, static_cast<int>(s));
  for (const Sitting& sitting : sittings.all())
    for (const Share& share : sitting.shares) {
      out.waiting += waiting_of(sittings, sitting, share);
      out.distance += distance_of(sittings, sitting, share);
    }
  for (std::size_t b = 0; b < sittings.instance().batches.size(); ++b) {
    const auto sessions = sittings.of(static_cast<int>(b)).size();
    if (sessions > 1) out.split += static_cast<Wide>(sessions - 1);
  }
  out.retake_alone = retakes_alone(sittings);
  return out;
}

Levels levels(const Sittings& sittings, const History& history) {
  const Weights& w = sittings.instance().policy.weights;
  const Quality q = quality(sittings);
  Levels out;
  out.unplaced = unplaced(sittings);
  out.exceptions = visits_above_limit(sittings, history);
  out.beyond_offer = beyond_offer(sittings);
  out.envy = envy_pairs(sittings, history);
  out.vacant = vacant(sittings);
  out.quality = narrow(w.imbalance * q.imbalance + w.waiting * q.waiting + w.distance * q.distance + w.split * q.split +
                       w.retake_alone * q.retake_alone);
  return out;
}

std::vector<int> ticket_places(const Sittings& sittings) {
  const Instance& in = sittings.instance();
  std::vector<int> subjects(in.subjects.size());
  for (std::size_t s = 0; s < subjects.size(); ++s) subjects[s] = static_cast<int>(s);
  std::sort(subjects.begin(), subjects.end(), [&](int a, int b) { return in.subjects[at(a)].id < in.subjects[at(b)].id; });
  std::vector<int> out;
  for (const int subject : subjects)
    for (const int b : sittings.facts().queue(subject)) {
      const BatchFacts& facts = sittings.facts().of(b);
      std::vector<int> places;
      for (const int number : sittings.of(b)) {
        const int place = facts.order_place[at(sittings.all()[at(number)].site)];
        places.push_back(place < 0 ? static_cast<int>(facts.order.size()) : place);
      }
      std::sort(places.begin(), places.end());
      out.insert(out.end(), places.begin(), places.end());
    }
  return out;
}

} // namespace ankao::draw::checking
