// SPDX-License-Identifier: Apache-2.0
#include "planning/routes/study_views.hpp"

#include <algorithm>
#include <set>

#include "base/ensure.hpp"
#include "draw/study/changes.hpp"
#include "draw/study/deficit.hpp"
#include "draw/study/placed.hpp"
#include "draw/study/sentences.hpp"
#include "draw/study/summary.hpp"

namespace ankao::planning {

namespace {

using draw::at;
using draw::Tongue;

constexpr std::size_t k_shortages_sought = 4;

draw::Seed seed_of(const Drawn& drawn) {
  const auto seed = digest_from_hex(drawn.plan.seed);
  ensure(seed.has_value(), "a drawn plan has a seed");
  return *seed;
}

Tongue tongue(Language language) { return language == Language::English ? Tongue::English : Tongue::Chinese; }

template <class View>
void put_head(View& view, const Studied& studied) {
  view.month = to_string(studied.version.month);
  view.version = studied.version.version;
  view.stage = studied.version.stage;
  view.demo = studied.version.demo;
}

template <class View>
void put_batch(View& view, const Studied& studied, int batch) {
  const auto& one = at(studied.instance().batches, batch);
  const auto institution = studied.institution(one.institution);
  view.batch = one.id;
  view.institution = institution.id;
  view.institution_name = institution.name;
  view.subject = studied.subject_id(one.subject);
  view.subject_name = studied.subject(one.subject);
  view.candidates = one.candidates;
}

template <class View>
void put_time(View& view, const Studied& studied, int time) {
  view.date = to_string(studied.model.date_of(time));
  view.slot = at(studied.instance().calendar.slots, time % studied.model.slots_per_day);
}

dto::ShortageItem shortage_item(const Studied& studied, const draw::Deficit& deficit, int batch) {
  static constexpr const char* k_limits[] = {"seats", "slot_sessions", "subject_sessions", "sessions"};
  dto::ShortageItem out;
  for (int b : deficit.batches) out.batches.push_back(at(studied.instance().batches, b).id);
  for (int s : deficit.sites) out.sites.push_back(studied.site(s));
  for (int s : deficit.subjects) out.subjects.push_back({studied.subject_id(s), studied.subject(s)});
  out.candidates = deficit.candidates;
  out.seats = deficit.seats;
  out.missing = deficit.short_of();
  out.openings = deficit.openings;
  out.sessions = deficit.sessions;
  out.limit = k_limits[static_cast<std::size_t>(deficit.limit)];
  out.has_part = std::binary_search(deficit.batches.begin(), deficit.batches.end(), batch);
  out.text = say(studied.instance(), deficit, tongue(studied.language));
  return out;
}

std::string rule_name(int rule) { return "R" + std::to_string(rule); }

dto::HelpingChange change_item(const Studied& studied, const draw::Change& change) {
  static constexpr const char* k_kinds[] = {"seats", "opening", "rule"};
  dto::HelpingChange out;
  out.kind = k_kinds[static_cast<std::size_t>(change.kind)];
  out.site = studied.site(change.site);
  out.room = at(studied.instance().rooms, change.room).id;
  put_time(out, studied, change.time);
  out.seats = change.seats;
  if (change.rule != 0) out.rule = rule_name(change.rule);
  out.seated = change.seated;
  out.still_unplaced = change.still_unplaced;
  out.text = say(studied.model, change, tongue(studied.language));
  return out;
}

dto::BlockedItem blocked_item(const Studied& studied, const draw::Blocked& blocked) {
  dto::BlockedItem out;
  const auto& room = at(studied.instance().rooms, blocked.room);
  out.site = studied.site(room.site);
  out.room = room.id;
  put_time(out, studied, blocked.time);
  out.seated = blocked.seated;
  for (const auto& one : blocked.blockers) {
    const auto& batch = at(studied.instance().batches, one.batch);
    out.blockers.push_back({batch.id, studied.institution(batch.institution).name, one.candidates, rule_name(one.rule), draw::say_rule(one.rule, tongue(studied.language))});
  }
  out.text = say(studied.model, blocked, tongue(studied.language));
  return out;
}

} // namespace

Studied::Studied(const World& world, PlanVersion version_in, std::shared_ptr<const Drawn> drawn_in, Language language_in)
    : version(std::move(version_in))
    , drawn(std::move(drawn_in))
    , seed(seed_of(*drawn))
    , model(drawn->instance, seed)
    , seating(draw::seating_of(model, drawn->plan))
    , language(language_in)
    , world_(world) {}

dto::NamedId Studied::site(int index) const {
  const auto& one = at(instance().sites, index);
  return {one.id, one.name.value_or(one.id)};
}

dto::NamedId Studied::institution(int index) const {
  const auto& one = at(instance().institutions, index);
  return {one.id, one.name.value_or(one.id)};
}

dto::UnplacedStudies unplaced_view(const Studied& studied, const std::string& institution) {
  dto::UnplacedStudies out;
  put_head(out, studied);
  std::vector<draw::Deficit> known; // a shortage is looked for once for all that have a part in it
  for (const auto& left : studied.drawn->plan.unplaced) {
    const int batch = draw::index_of(studied.instance().batches, left.batch);
    if (batch < 0) continue;
    dto::UnplacedStudyItem item;
    put_batch(item, studied, batch);
    if (!institution.empty() && item.institution != institution) continue;
    item.unplaced = left.candidates;
    auto found = std::find_if(known.begin(), known.end(), [&](const auto& one) { return std::binary_search(one.batches.begin(), one.batches.end(), batch); });
    if (found == known.end() && known.size() < k_shortages_sought)
      if (auto deficit = draw::deficit_of(studied.model, batch)) found = known.insert(known.end(), std::move(*deficit));
    // A month that is short everywhere has many such sets; where enough are told, the others stand behind one that shares a site.
    if (found == known.end())
      found = std::find_if(known.begin(), known.end(), [&](const auto& one) {
        return std::any_of(one.sites.begin(), one.sites.end(), [&](int site) { return at(at(studied.model.batches, batch).place, site) >= 0; });
      });
    if (found != known.end()) item.shortage = shortage_item(studied, *found, batch);
    ++out.batches;
    out.unplaced += left.candidates;
    out.items.push_back(std::move(item));
  }
  return out;
}

dto::BatchStudy batch_study(const Studied& studied, int batch) {
  dto::BatchStudy out;
  put_head(out, studied);
  put_batch(out, studied, batch);
  for (const auto& left : studied.drawn->plan.unplaced)
    if (left.batch == out.batch) out.unplaced = left.candidates;
  if (out.unplaced == 0) return out;
  if (const auto deficit = draw::deficit_of(studied.model, batch)) out.shortage = shortage_item(studied, *deficit, batch);
  for (const auto& change : draw::changes_for(studied.model, studied.seating, studied.seed, batch)) out.changes.push_back(change_item(studied, change));
  for (const auto& blocked : draw::blocked_places(studied.model, studied.seating, batch)) out.blocked.push_back(blocked_item(studied, blocked));
  return out;
}

dto::InstitutionStudyView institution_view(const Studied& studied, int institution) {
  const auto study = draw::study_institution(studied.model, studied.seating, institution);
  dto::InstitutionStudyView out;
  put_head(out, studied);
  out.institution = studied.institution(institution);
  out.candidates = study.candidates;
  out.placed = study.placed;
  out.at_first = study.at_first;
  out.within_offer = study.within_offer;
  out.mean_distance_m = study.placed == 0 ? 0 : study.candidate_metres / study.placed;
  out.mean_wait_x10 = study.placed == 0 ? 0 : study.candidate_weeks * 10 / study.placed;
  for (const auto& one : study.batches) {
    const auto& batch = at(studied.instance().batches, one.batch);
    out.batches.push_back({batch.id, studied.subject_id(batch.subject), studied.subject(batch.subject), batch.candidates, one.placed, one.best_place + 1, one.sessions, one.weeks_waited,
                           one.envied, one.farthest_m});
  }
  for (const auto& step : study.chain) {
    dto::VisitStepItem item;
    if (step.time >= 0) put_time(item, studied, step.time);
    for (int site : step.sites) item.sites.push_back(studied.site(site));
    out.chain.push_back(std::move(item));
  }
  for (const auto& one : study.visits)
    out.visits.push_back({studied.site(one.site), studied.subject_id(one.subject), studied.subject(one.subject), one.held, one.planned, one.limit});
  return out;
}

dto::SiteStudyView site_view(const Studied& studied, int site) {
  const auto study = draw::study_site(studied.model, studied.seating, site);
  dto::SiteStudyView out;
  put_head(out, studied);
  out.site = studied.site(site);
  out.openings = study.openings;
  out.used = study.used;
  out.seats_used = study.seats_used;
  out.seats_of_used = study.seats_of_used;
  out.vacant = study.vacant;
  for (const auto& one : study.subjects)
    out.subjects.push_back({studied.subject_id(one.subject), studied.subject(one.subject), one.seats, one.sessions, one.past_sessions, one.candidates, one.eligible, one.in_offer, one.first,
                            one.first_here, one.average_sessions_x10});
  for (const auto& [institution, candidates] : study.institutions) out.institutions.push_back({studied.institution(institution), candidates});
  return out;
}

} // namespace ankao::planning
