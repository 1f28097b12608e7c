// SPDX-License-Identifier: Apache-2.0
#include "draw/explain/explain.hpp"

#include <algorithm>

#include "draw/check/envy.hpp"
#include "draw/check/rules.hpp"
#include "draw/explain/obstacles.hpp"

namespace ankao::draw {
namespace {

using namespace checking;

std::optional<int> find_batch(const Instance& instance, const std::string& id) {
  for (std::size_t b = 0; b < instance.batches.size(); ++b)
    if (instance.batches[b].id == id) return static_cast<int>(b);
  return std::nullopt;
}

std::optional<std::string> reason_of(Waiver waiver) {
  switch (waiver) {
  case Waiver::None:
    return std::nullopt;
  case Waiver::Exempt:
    return "exempt";
  case Waiver::OwnSchool:
    return "own_school";
  case Waiver::NoOtherSite:
    return "no_other_site";
  }
  return std::nullopt;
}

std::vector<std::string> batch_ids(const Sittings& sittings, const std::set<int>& queue_places, int subject) {
  std::vector<std::string> out;
  for (const int place : queue_places) out.push_back(sittings.instance().batches[at(sittings.facts().queue(subject)[at(place)])].id);
  return out;
}

Rung rung(const Sittings& sittings, const History& history, int batch, const Drawn& drawn) {
  const Instance& in = sittings.instance();
  const int subject = in.batches[at(batch)].subject;
  Rung out;
  out.site = in.sites[at(drawn.site)].id;
  out.band = drawn.band;
  out.inner = drawn.inner;
  out.ticket = drawn.ticket;
  out.distance_m = in.distance_m[at(in.batches[at(batch)].institution)][at(drawn.site)];
  out.in_offer = sittings.facts().in_offer(batch, drawn.site);
  for (const int number : sittings.of(batch))
    if (const Sitting& sitting = sittings.all()[at(number)]; sitting.site == drawn.site)
      out.seated += static_cast<int>(sitting.held_by(batch));
  const Obstacles found = obstacles(sittings, history, batch, drawn.site);
  out.rules = found.rules;
  out.openings = found.openings;
  out.open_to_it = found.open_to_it;
  out.earlier_batches = batch_ids(sittings, found.earlier, subject);
  out.later_batches = batch_ids(sittings, found.later, subject);
  out.envied = batch_ids(sittings, found.envied, subject);
  return out;
}

std::vector<std::string> ineligible(const Facts& facts, int batch) {
  std::vector<std::string> out;
  for (const int site : facts.offering(facts.instance().batches[at(batch)].subject))
    if (facts.of(batch).order_place[at(site)] < 0)
      out.push_back(facts.instance().sites[at(site)].id + ": " + (facts.permitted(batch, site) ? "R4" : "R1"));
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<PlaceGot> places(const Sittings& sittings, int batch) {
  std::vector<PlaceGot> out;
  const Instance& in = sittings.instance();
  const Facts& facts = sittings.facts();
  for (const int number : sittings.of(batch)) {
    const Sitting& s = sittings.all()[at(number)];
    out.push_back({in.rooms[at(s.room)].id, in.sites[at(s.site)].id, to_string(facts.day(s.time)),
                   in.calendar.slots[at(facts.slot_of(s.time))], static_cast<int>(s.held_by(batch)),
                   facts.of(batch).order_place[at(s.site)]});
  }
  return out;
}

} // namespace

Result<Explanation> explain(const Instance& instance, const Plan& plan, const std::string& batch_id) {
  const auto batch = find_batch(instance, batch_id);
  if (!batch) return problem("draw.batch_unknown", {{"batch", batch_id}});
  const auto seed = digest_from_hex(plan.seed);
  if (!seed) return problem("draw.seed_invalid", {{"found", plan.seed}});
  const Facts facts(instance, *seed);
  const History history(facts);
  std::vector<Breach> ignored; // an unlawful plan is explained as far as it makes sense; finding its breaches is check()'s business
  const Sittings sittings(facts, plan, ignored);
  const Batch& asked = instance.batches[at(*batch)];
  Explanation out;
  out.batch = batch_id;
  out.institution = instance.institutions[at(asked.institution)].id;
  out.subject = instance.subjects[at(asked.subject)].id;
  out.queue_place = facts.of(*batch).queue_place + 1;
  out.queue_length = static_cast<int>(facts.queue(asked.subject).size());
  out.waived_because = reason_of(facts.of(*batch).waiver);
  for (const Drawn& drawn : facts.of(*batch).order) out.order.push_back(rung(sittings, history, *batch, drawn));
  out.ineligible = ineligible(facts, *batch);
  out.places = places(sittings, *batch);
  out.unplaced = static_cast<int>(std::max<std::int64_t>(0, sittings.unplaced(*batch)));
  return out;
}

} // namespace ankao::draw
