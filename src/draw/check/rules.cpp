// SPDX-License-Identifier: Apache-2.0
#include "draw/check/rules.hpp"

#include <algorithm>
#include <string>

namespace ankao::draw::checking {
namespace {

using Breaches = std::vector<Breach>;

Breach breach(const Rule& rule, std::vector<std::string> ids, Problem fault) {
  return {std::string(rule.id), std::string(rule.clause), std::move(ids), std::move(fault)};
}

std::string slot_name(const Facts& facts, int time) {
  return to_string(facts.day(time)) + " " + facts.instance().calendar.slots[at(facts.slot_of(time))];
}

std::string text(std::int64_t number) { return std::to_string(number); }

/// Calls f(sitting, batch, share) for every share.
template <class F>
void each_share(const Sittings& sittings, F&& f) {
  for (const Sitting& sitting : sittings.all())
    for (const Share& share : sitting.shares) f(sitting, sittings.instance().batches[at(share.batch)], share);
}

Breaches form(const Rule& rule, const Sittings& sittings, const History&) {
  Breaches out;
  for (const Sitting& sitting : sittings.all()) {
    const Room& room = sittings.instance().rooms[at(sitting.room)];
    if (!room.seats.contains(sitting.subject))
      out.push_back(breach(rule, {sitting.id}, problem("draw.fault.room_without_subject", {{"session", sitting.id}, {"room", room.id}, {"subject", named(sittings.instance().subjects[at(sitting.subject)])}}, sitting.place)));
    if (sitting.shares.empty()) out.push_back(breach(rule, {sitting.id}, problem("draw.fault.session_empty", {{"session", sitting.id}}, sitting.place)));
    std::set<int> seen;
    for (const Share& share : sitting.shares)
      if (!seen.insert(share.batch).second)
        out.push_back(breach(rule, {sittings.instance().batches[at(share.batch)].id, sitting.id}, problem("draw.fault.batch_twice_in_session", {{"batch", sittings.instance().batches[at(share.batch)].id}, {"session", sitting.id}}, sitting.place)));
  }
  each_share(sittings, [&](const Sitting& sitting, const Batch& batch, const Share& share) {
    if (batch.subject != sitting.subject)
      out.push_back(breach(rule, {batch.id, sitting.id}, problem("draw.fault.batch_other_subject", {{"batch", batch.id}, {"session", sitting.id}, {"needed", named(sittings.instance().subjects[at(batch.subject)])}}, sitting.place)));
    if (share.candidates < 1) out.push_back(breach(rule, {batch.id, sitting.id}, problem("draw.fault.share_not_positive", {{"batch", batch.id}, {"session", sitting.id}, {"candidates", text(share.candidates)}}, sitting.place)));
  });
  for (std::size_t b = 0; b < sittings.instance().batches.size(); ++b) {
    const Batch& batch = sittings.instance().batches[b];
    const std::int64_t placed = sittings.placed(static_cast<int>(b));
    if (placed > batch.candidates)
      out.push_back(breach(rule, {batch.id}, problem("draw.fault.more_than_candidates", {{"batch", batch.id}, {"placed", text(placed)}, {"candidates", text(batch.candidates)}}, "/sessions")));
  }
  return out;
}

Breaches cross(const Rule& rule, const Sittings& sittings, const History&) {
  Breaches out;
  each_share(sittings, [&](const Sitting& sitting, const Batch& batch, const Share& share) {
    if (!sittings.facts().permitted(share.batch, sitting.site))
      out.push_back(breach(rule, {batch.id, sitting.id},
                           problem("draw.fault.own_site", {{"batch", batch.id}, {"session", sitting.id}, {"site", named(sittings.instance().sites[at(sitting.site)])}, {"institution", named(sittings.instance().institutions[at(batch.institution)])}}, sitting.place)));
  });
  return out;
}

Breaches seats(const Rule& rule, const Sittings& sittings, const History&) {
  Breaches out;
  std::map<std::pair<int, int>, std::vector<std::string>> rooms;
  std::map<std::pair<int, int>, std::string> first;
  for (const Sitting& sitting : sittings.all()) {
    rooms[{sitting.room, sitting.time}].push_back(sitting.id);
    first.emplace(std::pair{sitting.room, sitting.time}, sitting.place);
    if (sitting.taken() > sitting.seats)
      out.push_back(breach(rule, {sitting.id}, problem("draw.fault.seats_over", {{"session", sitting.id}, {"taken", text(sitting.taken())}, {"seats", text(sitting.seats)}}, sitting.place)));
  }
  for (const auto& [place, ids] : rooms) {
    const Room& room = sittings.instance().rooms[at(place.first)];
    const std::int64_t taken = sittings.taken(place.first, place.second);
    if (taken > room.capacity)
      out.push_back(breach(rule, ids, problem("draw.fault.capacity_over", {{"room", room.id}, {"slot", slot_name(sittings.facts(), place.second)}, {"taken", text(taken)}, {"capacity", text(room.capacity)}}, first.at(place))));
  }
  return out;
}

Breaches room_use(const Rule& rule, const Sittings& sittings, const History&) {
  Breaches out;
  std::map<std::pair<int, int>, std::vector<const Sitting*>> rooms;
  for (const Sitting& sitting : sittings.all()) rooms[{sitting.room, sitting.time}].push_back(&sitting);
  for (const auto& [place, together] : rooms) {
    const Room& room = sittings.instance().rooms[at(place.first)];
    std::set<int> subjects;
    for (const Sitting* sitting : together) {
      if (!subjects.insert(sitting->subject).second)
        out.push_back(breach(rule, {sitting->id}, problem("draw.fault.session_twice", {{"session", sitting->id}}, sitting->place)));
      if (room.exclusive && subjects.size() > 1 && sitting->subject != together.front()->subject)
        out.push_back(breach(rule, {together.front()->id, sitting->id}, problem("draw.fault.room_shared", {{"room", room.id}, {"first", together.front()->id}, {"session", sitting->id}}, sitting->place)));
    }
  }
  return out;
}

Breaches open_then(const Rule& rule, const Sittings& sittings, const History&) {
  Breaches out;
  const Facts& facts = sittings.facts();
  for (const Sitting& sitting : sittings.all()) {
    if (!facts.open(sitting.room, sitting.time)) out.push_back(breach(rule, {sitting.id}, problem("draw.fault.room_closed", {{"session", sitting.id}, {"room", sittings.instance().rooms[at(sitting.room)].id}}, sitting.place)));
    if (suspended(sittings.instance().sites[at(sitting.site)].suspended, facts.day(sitting.time)))
      out.push_back(breach(rule, {sitting.id}, problem("draw.fault.site_suspended", {{"session", sitting.id}, {"site", named(sittings.instance().sites[at(sitting.site)])}}, sitting.place)));
  }
  each_share(sittings, [&](const Sitting& sitting, const Batch& batch, const Share&) {
    const Institution& institution = sittings.instance().institutions[at(batch.institution)];
    if (suspended(institution.suspended, facts.day(sitting.time)))
      out.push_back(breach(rule, {batch.id, sitting.id}, problem("draw.fault.institution_suspended", {{"batch", batch.id}, {"session", sitting.id}, {"institution", named(institution)}}, sitting.place)));
  });
  return out;
}

/// Which of the three days of R5 it is.
Problem not_ready(const Batch& batch, const Sitting& sitting, Date day) {
  std::vector<Detail> details{{"batch", batch.id}, {"session", sitting.id}};
  const auto told = [&](const char* id, Date limit) {
    details.push_back({"limit", to_string(limit)});
    return problem(id, details, sitting.place);
  };
  if (day <= batch.completed) return told("draw.fault.before_completion", batch.completed);
  if (batch.not_before && day < *batch.not_before) return told("draw.fault.before_its_day", *batch.not_before);
  return told("draw.fault.after_its_day", batch.finish_by.value_or(day));
}

Breaches ready_then(const Rule& rule, const Sittings& sittings, const History&) {
  Breaches out;
  each_share(sittings, [&](const Sitting& sitting, const Batch& batch, const Share&) {
    const Date day = sittings.facts().day(sitting.time);
    if (ready(sittings.instance(), batch, day)) return;
    out.push_back(breach(rule, {batch.id, sitting.id}, not_ready(batch, sitting, day)));
  });
  return out;
}

Breaches no_repeat(const Rule& rule, const Sittings& sittings, const History& history) {
  Breaches out;
  for (std::size_t i = 0; i < sittings.instance().institutions.size(); ++i) {
    const int institution = static_cast<int>(i);
    for (const Repeat& repeat : history.repeats(institution, sittings.visits(institution))) {
      const Institution& who = sittings.instance().institutions[i];
      const Site& site = sittings.instance().sites[at(repeat.site)];
      std::vector<Detail> details{{"institution", named(who)}, {"site", named(site)}, {"slot", slot_name(sittings.facts(), repeat.after)}};
      if (repeat.before) details.push_back({"before", slot_name(sittings.facts(), *repeat.before)});
      out.push_back(breach(rule, {who.id, site.id}, problem(repeat.before ? "draw.fault.site_again" : "draw.fault.site_of_history_again", std::move(details), "/sessions")));
    }
  }
  return out;
}

Breaches thrice(const Rule&, const Sittings&, const History&) { return {}; }

Breaches quota_of_subjects(const Rule& rule, const Sittings& sittings) {
  Breaches out;
  std::map<int, std::int64_t> count;
  for (const Sitting& sitting : sittings.all()) ++count[sitting.subject];
  for (const auto& [s, sessions] : count) {
    const Subject& subject = sittings.instance().subjects[at(s)];
    if (subject.max_sessions && sessions > *subject.max_sessions)
      out.push_back(breach(rule, {subject.id}, problem("draw.fault.subject_quota", {{"subject", named(subject)}, {"sessions", text(sessions)}, {"limit", text(*subject.max_sessions)}}, "/sessions")));
  }
  return out;
}

Breaches quota(const Rule& rule, const Sittings& sittings, const History&) {
  Breaches out = quota_of_subjects(rule, sittings);
  const Policy& policy = sittings.instance().policy;
  std::map<int, std::int64_t> in_slot;
  for (const Sitting& sitting : sittings.all()) ++in_slot[sitting.time];
  for (const auto& [time, sessions] : in_slot)
    if (policy.max_sessions_per_slot && sessions > *policy.max_sessions_per_slot)
      out.push_back(
          breach(rule, {slot_name(sittings.facts(), time)},
                 problem("draw.fault.slot_quota", {{"slot", slot_name(sittings.facts(), time)}, {"sessions", text(sessions)}, {"limit", text(*policy.max_sessions_per_slot)}}, "/sessions")));
  for (std::size_t i = 0; policy.max_sites_per_institution_slot && i < sittings.instance().institutions.size(); ++i)
    for (const auto& [time, sessions] : in_slot) {
      const auto sites = static_cast<std::int64_t>(History::sites_at(time, sittings.visits(static_cast<int>(i))).size());
      if (sites > *policy.max_sites_per_institution_slot)
        out.push_back(breach(rule, {sittings.instance().institutions[i].id, slot_name(sittings.facts(), time)},
                             problem("draw.fault.sites_quota",
                                     {{"institution", named(sittings.instance().institutions[i])}, {"slot", slot_name(sittings.facts(), time)}, {"sites", text(sites)}, {"limit", text(*policy.max_sites_per_institution_slot)}}, "/sessions")));
    }
  return out;
}

Breaches no_scraps(const Rule& rule, const Sittings& sittings, const History&) {
  Breaches out;
  each_share(sittings, [&](const Sitting& sitting, const Batch& batch, const Share& share) {
    const std::int64_t least = least_share(sittings.instance(), batch, sitting.seats);
    if (share.candidates < least)
      out.push_back(breach(rule, {batch.id, sitting.id}, problem("draw.fault.scrap", {{"batch", batch.id}, {"session", sitting.id}, {"candidates", text(share.candidates)}, {"least", text(least)}}, sitting.place)));
  });
  return out;
}

Breaches one_body(const Rule& rule, const Sittings& sittings, const History&) {
  Breaches out;
  std::set<std::pair<std::string, int>> told;
  each_share(sittings, [&](const Sitting& sitting, const Batch& batch, const Share&) {
    const auto& together = sittings.class_at(batch.class_id, sitting.time);
    if (together.size() < 2 || !told.insert({batch.class_id, sitting.time}).second) return;
    std::vector<std::string> ids{batch.class_id};
    std::string batches;
    for (const int b : together) {
      ids.push_back(sittings.instance().batches[at(b)].id);
      batches += (batches.empty() ? "" : " ") + ids.back();
    }
    out.push_back(breach(rule, std::move(ids), problem("draw.fault.class_twice", {{"class", batch.class_id}, {"slot", slot_name(sittings.facts(), sitting.time)}, {"batches", batches}}, sitting.place)));
  });
  return out;
}

/// Every (site, subject) an institution's counting batches attend in the month.
std::set<std::pair<int, int>> attended(const std::vector<Visit>& visits) {
  std::set<std::pair<int, int>> out;
  for (const Visit& visit : visits) out.insert({visit.site, visit.subject});
  return out;
}

/// Calls f(institution, site, subject, visits of the year, limit) for whatever exceeds R7.
template <class F>
void each_excess(const Sittings& sittings, const History& history, F&& f) {
  for (std::size_t i = 0; i < sittings.instance().institutions.size(); ++i) {
    const int institution = static_cast<int>(i);
    const auto& visits = sittings.visits(institution);
    for (const auto& [site, subject] : attended(visits)) {
      const std::int64_t count = history.visits_of_year(institution, site, subject, visits);
      const std::int64_t limit = history.visit_limit(institution, site, subject);
      if (count > limit) f(institution, site, subject, count, limit);
    }
  }
}

} // namespace

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all = {
      {"R0", "-", form},          {"R1", "S-1.2, P-2.3", cross}, {"R2", "S-3.3", seats},
      {"R3", "S-3.6", room_use},  {"R4", "P-3.2, C", open_then}, {"R5", "S-3.7, S-3.5", ready_then},
      {"R6", "S-3.2", no_repeat}, {"R7", "S-3.1", thrice},       {"R8", "S-2", quota},
      {"R9", "S-3.3", no_scraps}, {"R10", "-", one_body},
  };
  return all;
}

std::vector<Exception> exceptions(const Sittings& sittings, const History& history) {
  std::vector<Exception> out;
  const Instance& in = sittings.instance();
  each_excess(sittings, history, [&](int institution, int site, int subject, std::int64_t count, std::int64_t) {
    out.push_back({in.institutions[at(institution)].id, in.sites[at(site)].id, in.subjects[at(subject)].id, static_cast<int>(count)});
  });
  const auto key = [](const Exception& e) { return std::tie(e.institution, e.site, e.subject); };
  std::sort(out.begin(), out.end(), [&](const Exception& a, const Exception& b) { return key(a) < key(b); });
  return out;
}

std::int64_t visits_above_limit(const Sittings& sittings, const History& history) {
  std::int64_t sum = 0;
  each_excess(sittings, history, [&](int, int, int, std::int64_t count, std::int64_t limit) { sum += count - limit; });
  return sum;
}

std::int64_t least_share(const Instance& instance, const Batch& batch, int seats) {
  return std::min({instance.policy.min_fragment, batch.candidates, seats});
}

bool ready(const Instance& instance, const Batch& batch, Date day) {
  if (day <= batch.completed) return false;
  if (batch.not_before && day < *batch.not_before) return false;
  return !(batch.finish_by && instance.month.contains(*batch.finish_by) && day > *batch.finish_by);
}

bool open_for(const Facts& facts, int institution, int room, int time) {
  const Instance& in = facts.instance();
  const Date day = facts.day(time);
  return facts.open(room, time) && !suspended(in.sites[at(in.rooms[at(room)].site)].suspended, day) &&
         !suspended(in.institutions[at(institution)].suspended, day);
}

} // namespace ankao::draw::checking
