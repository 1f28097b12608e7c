// SPDX-License-Identifier: Apache-2.0
#include "draw/study/summary.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "draw/rules/envy.hpp"
#include "draw/rules/ledger.hpp"

namespace ankao::draw {
namespace {

BatchOutcome outcome_of(const Model& model, const Ledger& ledger, int batch) {
  BatchOutcome out;
  out.batch = batch;
  const BatchFacts& facts = at(model.batches, batch);
  for (const Stay& stay : ledger.stays(batch)) {
    const int place = at(facts.place, stay.site);
    out.placed += stay.candidates;
    ++out.sessions;
    out.best_place = out.best_place < 0 ? place : std::min(out.best_place, place);
    out.worst_place = std::max(out.worst_place, place);
    out.farthest_m = std::max(out.farthest_m, at(at(model.instance.distance_m, at(model.instance.batches, batch).institution), stay.site));
    out.weeks_waited = std::max(out.weeks_waited, model.weeks_waited(batch, stay.time));
  }
  return out;
}

void add_chain(const Model& model, const Ledger& ledger, int institution, InstitutionStudy& out) {
  if (const auto& last = at(model.last_group, institution); !last.empty()) out.chain.push_back({-1, last});
  for (const auto& [time, sites] : ledger.chain(institution)) out.chain.push_back({time, sites});
}

void add_visits(const Model& model, const Ledger& ledger, int institution, InstitutionStudy& out) {
  for (int k = 0; k < count_of(model.visit_keys); ++k) {
    const VisitKey& key = at(model.visit_keys, k);
    const int planned = count_of(ledger.visit_times(k));
    if (key.institution == institution && (planned > 0 || key.held >= model.instance.policy.visits_per_year))
      out.visits.push_back({key.site, key.subject, key.held, planned, key.limit});
  }
}

} // namespace

InstitutionStudy study_institution(const Model& model, const Seating& seating, int institution) {
  const Ledger ledger(model, seating);
  InstitutionStudy out;
  std::map<int, int> envied;
  for (const auto& [who, whom] : envious_pairs(model, seating, ledger)) ++envied[who];
  for (int b = 0; b < count_of(model.instance.batches); ++b) {
    const Batch& batch = at(model.instance.batches, b);
    if (batch.institution != institution) continue;
    BatchOutcome one = outcome_of(model, ledger, b);
    if (const auto found = envied.find(b); found != envied.end()) one.envied = found->second;
    out.candidates += batch.candidates;
    out.placed += one.placed;
    for (const Stay& stay : ledger.stays(b)) {
      const int place = at(at(model.batches, b).place, stay.site);
      if (place == 0) out.at_first += stay.candidates;
      if (place < at(model.batches, b).offer) out.within_offer += stay.candidates;
      out.candidate_metres += stay.candidates * at(at(model.instance.distance_m, institution), stay.site);
      out.candidate_weeks += std::int64_t{stay.candidates} * model.weeks_waited(b, stay.time);
    }
    out.batches.push_back(one);
  }
  add_chain(model, ledger, institution, out);
  add_visits(model, ledger, institution, out);
  return out;
}

namespace {

SubjectAtSite subject_at(const Model& model, const Seating& seating, int site, int subject) {
  SubjectAtSite out;
  out.subject = subject;
  const auto& sites = at(model.subjects, subject).sites;
  const auto index = std::find(sites.begin(), sites.end(), site) - sites.begin();
  std::int64_t everywhere = 0;
  for (std::int64_t count : at(model.past_sessions, subject)) everywhere += count;
  out.past_sessions = at(at(model.past_sessions, subject), static_cast<int>(index));
  for (int room : at(model.instance.sites, site).rooms)
    for (int t = 0; t < model.times; ++t)
      if (at(at(model.open, room), t)) out.seats += model.seats(room, subject);
  std::set<int> here;
  for (const Sitting& s : seating) {
    if (s.subject != subject) continue;
    ++everywhere;
    if (at(model.instance.rooms, s.room).site != site) continue;
    ++out.sessions;
    for (const Share& share : s.seats) {
      out.candidates += share.candidates;
      here.insert(share.batch);
    }
  }
  out.average_sessions_x10 = sites.empty() ? 0 : everywhere * 10 / count_of(sites);
  for (int b : at(model.subjects, subject).queue) {
    const int place = at(at(model.batches, b).place, site);
    if (place < 0) continue;
    ++out.eligible;
    if (place < at(model.batches, b).offer) ++out.in_offer;
    if (place > 0) continue;
    ++out.first;
    if (here.contains(b)) ++out.first_here;
  }
  return out;
}

} // namespace

SiteStudy study_site(const Model& model, const Seating& seating, int site) {
  SiteStudy out;
  std::set<int> offered;
  for (int room : at(model.instance.sites, site).rooms) {
    for (const auto& [subject, seats] : at(model.instance.rooms, room).seats) offered.insert(subject);
    for (int t = 0; t < model.times; ++t) out.openings += at(at(model.open, room), t) ? 1 : 0;
  }
  std::map<std::pair<int, int>, std::pair<int, int>> in_use; // (room, time) -> first subject, seats taken
  std::map<int, std::int64_t> institutions;
  for (const Sitting& s : seating) {
    if (at(model.instance.rooms, s.room).site != site) continue;
    auto& [subject, taken] = in_use.try_emplace({s.room, s.time}, s.subject, 0).first->second;
    for (const Share& share : s.seats) {
      taken += share.candidates;
      institutions[at(model.instance.batches, share.batch).institution] += share.candidates;
    }
  }
  out.used = count_of(in_use);
  for (const auto& [place, use] : in_use) {
    out.seats_used += use.second;
    out.seats_of_used += model.vacancy_base(place.first, use.first);
    out.vacant += model.vacancy(place.first, use.first, use.second);
  }
  for (int subject : offered) out.subjects.push_back(subject_at(model, seating, site, subject));
  out.institutions.assign(institutions.begin(), institutions.end());
  std::stable_sort(out.institutions.begin(), out.institutions.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

} // namespace ankao::draw
