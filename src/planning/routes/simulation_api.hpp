// SPDX-License-Identifier: Apache-2.0
// Questions asked of a month and their answers (api/api.hpp); simulated, never published.
//   POST /api/desk/{month}/studies/what-if    study.ask_what_if  WhatIfBody    -> StudyItem     (study.ask)
//   POST /api/desk/{month}/studies/year       study.ask_year     YearBody      -> StudyItem     (study.ask)
//   POST /api/desk/{month}/studies/chances    study.ask_chances  ChancesBody   -> StudyItem     (study.ask)
//   GET  /api/desk/{month}/studies            study.list         StudyQuery    -> StudyList     (plan.view_draft)
//   GET  /api/desk/{month}/studies/{id}       study.show         StudyItemQuery-> StudyView     (plan.view_draft)
//   GET  /api/studies/chances?month=          study.chances      StudyQuery    -> ChancesView   (study.view; own batches)
#pragma once

#include "planning/routes/study_api.hpp"

namespace ankao::planning::dto {

struct PolicyIfBody {
  std::optional<int> visits_per_year, order_depth, min_fragment, vacancy_free_percent, max_sessions_per_slot, max_sites_per_institution_slot;
  std::optional<std::vector<std::int64_t>> bands_m;
  std::optional<int> imbalance, waiting, distance, split, retake_alone;
};
BOOST_DESCRIBE_STRUCT(PolicyIfBody, (),
                      (visits_per_year, order_depth, min_fragment, vacancy_free_percent, max_sessions_per_slot, max_sites_per_institution_slot, bands_m,
                       imbalance, waiting, distance, split, retake_alone))

struct RoomIfBody {
  std::string id;    ///< a room, or a site for all its rooms
  int percent = 100; ///< of its seats
};
BOOST_DESCRIBE_STRUCT(RoomIfBody, (), (id, percent))

struct BaseIfBody {
  std::string name;
  std::string near; ///< a site where it would stand
  int rooms = 1, seats = 40;
  std::vector<std::string> subjects;
};
BOOST_DESCRIBE_STRUCT(BaseIfBody, (), (name, near, rooms, seats, subjects))

struct WhatIfBody {
  Month month;
  std::string title;
  std::optional<PolicyIfBody> policy;
  std::optional<std::vector<RoomIfBody>> rooms;
  std::optional<std::vector<std::string>> closed;
  std::optional<std::vector<BaseIfBody>> bases;
  std::optional<int> draws;
  std::optional<std::int64_t> work;
};
BOOST_DESCRIBE_STRUCT(WhatIfBody, (), (month, title, policy, rooms, closed, bases, draws, work))

/// Of months from the asked one on, in percent of its demand: what was held as far as it reaches, then the forecast.
struct DemandAheadView {
  std::vector<int> percents;
};
BOOST_DESCRIBE_STRUCT(DemandAheadView, (), (percents))

struct YearBody {
  Month month; ///< the first
  std::string title;
  std::vector<int> percents; ///< of the month's demand, month by month
  std::optional<std::int64_t> work;
};
BOOST_DESCRIBE_STRUCT(YearBody, (), (month, title, percents, work))

struct ChancesBody {
  Month month;
  std::optional<int> draws;
  std::optional<std::int64_t> work;
};
BOOST_DESCRIBE_STRUCT(ChancesBody, (), (month, draws, work))

struct StudyItem {
  std::string id, month, kind, title, state;
  std::int64_t done = 0, steps = 0;
  std::string asked_at, person, ended_at, failure;
};
BOOST_DESCRIBE_STRUCT(StudyItem, (), (id, month, kind, title, state, done, steps, asked_at, person, ended_at, failure))

struct StudyList {
  std::vector<StudyItem> items;
};
BOOST_DESCRIBE_STRUCT(StudyList, (), (items))

struct LoadItem {
  NamedId site;
  std::int64_t sessions = 0, candidates = 0, used = 0, openings = 0;
};
BOOST_DESCRIBE_STRUCT(LoadItem, (), (site, sessions, candidates, used, openings))

/// Means of the draws, in tenths where the name says so.
struct MeasuresView {
  Levels levels;
  std::int64_t batches = 0, candidates = 0, placed_x10 = 0, unplaced_x10 = 0, sessions_x10 = 0;
  std::int64_t mean_distance_m = 0, mean_wait_x10 = 0; ///< per placed candidate
  std::int64_t first_permille = 0, nearest_permille = 0, split_x10 = 0;
  std::vector<LoadItem> sites;
};
BOOST_DESCRIBE_STRUCT(MeasuresView, (),
                      (levels, batches, candidates, placed_x10, unplaced_x10, sessions_x10, mean_distance_m, mean_wait_x10, first_permille, nearest_permille,
                       split_x10, sites))

struct WhatIfView {
  std::int64_t draws = 0, work = 0;
  std::vector<std::string> changes; ///< in words, caller's language
  MeasuresView as_is, as_if;
};
BOOST_DESCRIBE_STRUCT(WhatIfView, (), (draws, work, changes, as_is, as_if))

struct YearMonthItem {
  std::string month;
  int percent = 100;
  std::int64_t carried_in = 0;
  MeasuresView measures;
};
BOOST_DESCRIBE_STRUCT(YearMonthItem, (), (month, percent, carried_in, measures))

struct SiteChanceItem {
  NamedId site;
  std::int64_t permille = 0;
  bool nearest = false;
  std::int64_t observed = 0; ///< candidates seated there in the drawn plan
};
BOOST_DESCRIBE_STRUCT(SiteChanceItem, (), (site, permille, nearest, observed))

struct BatchChanceItem {
  std::string batch, institution, institution_name, subject, subject_name;
  std::int64_t candidates = 0, unplaced_permille = 0, nearest = 0, lean = 0, floor = 0, effective_x100 = 0, weeks_x10 = 0;
  std::vector<SiteChanceItem> sites; ///< most likely first
};
BOOST_DESCRIBE_STRUCT(BatchChanceItem, (),
                      (batch, institution, institution_name, subject, subject_name, candidates, unplaced_permille, nearest, lean, floor, effective_x100,
                       weeks_x10, sites))

/// Expected from the simulation against what the draw gave, over the caller's batches.
struct SiteBiasItem {
  NamedId site;
  std::int64_t expected_x10 = 0; ///< candidates
  std::int64_t observed = 0;
};
BOOST_DESCRIBE_STRUCT(SiteBiasItem, (), (site, expected_x10, observed))

struct ChancesView {
  std::string month, id, asked_at;
  std::int64_t draws = 0, work = 0;
  bool same_data = false; ///< the simulation had the very instance that is frozen
  bool drawn = false;     ///< there is a plan within the caller's reach to compare with
  std::int64_t measured = 0, lean_median = 0, lean_p90 = 0, floor_median = 0, floor_p90 = 0, effective_median = 0;
  std::vector<BatchChanceItem> batches;
  std::vector<SiteBiasItem> bias;
};
BOOST_DESCRIBE_STRUCT(ChancesView, (),
                      (month, id, asked_at, draws, work, same_data, drawn, measured, lean_median, lean_p90, floor_median, floor_p90, effective_median,
                       batches, bias))

struct StudyView {
  StudyItem study;
  std::optional<WhatIfView> what_if;
  std::vector<YearMonthItem> year;
  std::optional<ChancesView> chances;
};
BOOST_DESCRIBE_STRUCT(StudyView, (), (study, what_if, year, chances))

} // namespace ankao::planning::dto
