// SPDX-License-Identifier: Apache-2.0
#include "draw/check/envy.hpp"

#include <algorithm>

#include "draw/check/rules.hpp"

namespace ankao::draw::checking {
namespace {

/// Some seats of the batch are later than the time, or some of its candidates have none.
bool would_gain(const Sittings& sittings, int batch, int time) {
  if (sittings.unplaced(batch) > 0) return true;
  const auto& own = sittings.of(batch);
  return std::any_of(own.begin(), own.end(), [&](int number) { return sittings.all()[at(number)].time > time; });
}

/// Free seats and those of batches behind reach the share that R9 asks of the batch.
bool seats_suffice(const Sittings& sittings, int batch, const Sitting& sitting) {
  const Facts& facts = sittings.facts();
  std::int64_t within_reach = sittings.free(sitting);
  for (const Share& share : sitting.shares)
    if (sittings.instance().batches[at(share.batch)].subject == sitting.subject &&
        facts.of(share.batch).queue_place > facts.of(batch).queue_place)
      within_reach += share.candidates;
  return within_reach >= least_share(sittings.instance(), sittings.instance().batches[at(batch)], sitting.seats);
}

/// The institution's visits with the batch moved: its later seats away, this sitting added.
std::vector<Visit> with_batch_moved(const Sittings& sittings, int batch, const Sitting& sitting) {
  std::vector<Visit> out;
  for (const Visit& visit : sittings.visits(sittings.instance().batches[at(batch)].institution))
    if (visit.batch != batch || visit.time <= sitting.time) out.push_back(visit);
  out.push_back({batch, sitting.site, sitting.subject, sitting.time});
  return out;
}

bool visits_allow(const Sittings& sittings, const History& history, int batch, const Sitting& sitting) {
  if (!sittings.facts().of(batch).counts) return true;
  const int institution = sittings.instance().batches[at(batch)].institution;
  const auto visits = with_batch_moved(sittings, batch, sitting);
  const auto most_sites = sittings.instance().policy.max_sites_per_institution_slot;
  if (most_sites && static_cast<std::int64_t>(History::sites_at(sitting.time, visits).size()) > *most_sites) return false;
  if (history.visits_of_year(institution, sitting.site, sitting.subject, visits) >
      history.visit_limit(institution, sitting.site, sitting.subject))
    return false;
  return history.repeats(institution, visits).empty();
}

} // namespace

bool could_sit(const Sittings& sittings, const History& history, int b, const Sitting& sitting) {
  const Facts& facts = sittings.facts();
  const Batch& batch = sittings.instance().batches[at(b)];
  if (!facts.permitted(b, sitting.site)) return false;
  if (!open_for(facts, batch.institution, sitting.room, sitting.time)) return false;
  if (!ready(sittings.instance(), batch, facts.day(sitting.time))) return false;
  for (const int other : sittings.class_at(batch.class_id, sitting.time))
    if (other != b) return false;
  return visits_allow(sittings, history, b, sitting);
}

std::set<int> envied_at(const Sittings& sittings, const History& history, int batch, const Sitting& sitting) {
  const Facts& facts = sittings.facts();
  const int subject = sittings.instance().batches[at(batch)].subject;
  if (sitting.subject != subject || !facts.in_offer(batch, sitting.site) || !would_gain(sittings, batch, sitting.time)) return {};
  std::set<int> behind;
  for (const Share& share : sitting.shares) {
    const bool same = sittings.instance().batches[at(share.batch)].subject == subject;
    const int place = facts.of(share.batch).queue_place;
    if (same && share.candidates > 0 && place > facts.of(batch).queue_place) behind.insert(place);
  }
  const bool justified = !behind.empty() && seats_suffice(sittings, batch, sitting) && could_sit(sittings, history, batch, sitting);
  return justified ? behind : std::set<int>{};
}

std::vector<int> envied(const Sittings& sittings, const History& history, int batch) {
  std::set<int> places;
  for (const Sitting& sitting : sittings.all()) places.merge(envied_at(sittings, history, batch, sitting));
  std::vector<int> out;
  for (const int place : places) out.push_back(sittings.facts().queue(sittings.instance().batches[at(batch)].subject)[at(place)]);
  return out;
}

std::int64_t envy_pairs(const Sittings& sittings, const History& history) {
  std::int64_t pairs = 0;
  for (std::size_t b = 0; b < sittings.instance().batches.size(); ++b)
    pairs += static_cast<std::int64_t>(envied(sittings, history, static_cast<int>(b)).size());
  return pairs;
}

} // namespace ankao::draw::checking
