// SPDX-License-Identifier: Apache-2.0
// What a drawn plan means (api/api.hpp), within the caller's scope: the desk sees the newest drawn version, others the published one;
// an institution its own batches, a site its own sessions.
//   GET /api/studies/unplaced?month=                  study.unplaced    StudyQuery     -> UnplacedStudies
//   GET /api/studies/{month}/batches/{id}             study.batch       StudyItemQuery -> BatchStudy
//   GET /api/studies/{month}/institutions/{id}        study.institution StudyItemQuery -> InstitutionStudyView
//   GET /api/studies/{month}/sites/{id}               study.site        StudyItemQuery -> SiteStudyView
#pragma once

#include "planning/routes/api.hpp"

namespace ankao::planning::dto {

struct StudyQuery {
  Month month;
};
BOOST_DESCRIBE_STRUCT(StudyQuery, (), (month))

struct StudyItemQuery {
  Month month;
  std::string id;
};
BOOST_DESCRIBE_STRUCT(StudyItemQuery, (), (month, id))

struct NamedId {
  std::string id, name;
};
BOOST_DESCRIBE_STRUCT(NamedId, (), (id, name))

/// Batches that together have more candidates than all places they may go to have seats; none of them can be left out.
struct ShortageItem {
  std::vector<std::string> batches;
  std::vector<NamedId> sites, subjects;
  std::int64_t candidates = 0, seats = 0, missing = 0, openings = 0;
  std::int64_t sessions = 0; ///< "sessions": needed, more than openings
  std::string limit;    ///< "seats", "slot_sessions", "subject_sessions", "sessions"
  bool has_part = true; ///< false: the batch stands behind the shortage, without it the others would be short too
  std::string text;     ///< one sentence, caller's language
};
BOOST_DESCRIBE_STRUCT(ShortageItem, (), (batches, sites, subjects, candidates, seats, missing, openings, sessions, limit, has_part, text))

struct UnplacedStudyItem {
  std::string batch, institution, institution_name, subject, subject_name;
  std::int64_t candidates = 0, unplaced = 0;
  std::optional<ShortageItem> shortage;
};
BOOST_DESCRIBE_STRUCT(UnplacedStudyItem, (), (batch, institution, institution_name, subject, subject_name, candidates, unplaced, shortage))

struct UnplacedStudies {
  std::string month;
  int version = 1;
  Stage stage = Stage::Published;
  bool demo = false;
  std::int64_t batches = 0, unplaced = 0;
  std::vector<UnplacedStudyItem> items;
};
BOOST_DESCRIBE_STRUCT(UnplacedStudies, (), (month, version, stage, demo, batches, unplaced, items))

/// One seat, one opening, one rule: tried by placing the batch again on the otherwise unchanged plan.
struct HelpingChange {
  std::string kind; ///< "seats", "opening", "rule"
  NamedId site;
  std::string room, date, slot;
  int seats = 0;    ///< more
  std::string rule; ///< "R6"
  int seated = 0, still_unplaced = 0;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(HelpingChange, (), (kind, site, room, date, slot, seats, rule, seated, still_unplaced, text))

struct BlockerItem {
  std::string batch, institution_name;
  int candidates = 0;
  std::string rule, text;
};
BOOST_DESCRIBE_STRUCT(BlockerItem, (), (batch, institution_name, candidates, rule, text))

struct BlockedItem {
  NamedId site;
  std::string room, date, slot;
  int seated = 0;
  std::vector<BlockerItem> blockers;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(BlockedItem, (), (site, room, date, slot, seated, blockers, text))

struct BatchStudy {
  std::string month;
  int version = 1;
  Stage stage = Stage::Published;
  bool demo = false;
  std::string batch, institution, institution_name, subject, subject_name;
  std::int64_t candidates = 0, unplaced = 0;
  std::optional<ShortageItem> shortage;
  std::vector<HelpingChange> changes;
  std::vector<BlockedItem> blocked;
};
BOOST_DESCRIBE_STRUCT(BatchStudy, (),
                      (month, version, stage, demo, batch, institution, institution_name, subject, subject_name, candidates, unplaced, shortage,
                       changes, blocked))

struct OutcomeItem {
  std::string batch, subject, subject_name;
  std::int64_t candidates = 0, placed = 0;
  int place = 0; ///< of the nearest of its sites in the drawn order, from 1; 0 = nowhere
  int sessions = 0, weeks_waited = 0, envied = 0;
  std::int64_t farthest_m = 0;
};
BOOST_DESCRIBE_STRUCT(OutcomeItem, (), (batch, subject, subject_name, candidates, placed, place, sessions, weeks_waited, envied, farthest_m))

struct VisitStepItem {
  std::string date, slot; ///< empty: the latest before the month
  std::vector<NamedId> sites;
};
BOOST_DESCRIBE_STRUCT(VisitStepItem, (), (date, slot, sites))

struct VisitCountItem {
  NamedId site;
  std::string subject, subject_name;
  int held = 0, planned = 0, limit = 0;
};
BOOST_DESCRIBE_STRUCT(VisitCountItem, (), (site, subject, subject_name, held, planned, limit))

struct InstitutionStudyView {
  std::string month;
  int version = 1;
  Stage stage = Stage::Published;
  bool demo = false;
  NamedId institution;
  std::int64_t candidates = 0, placed = 0, at_first = 0, within_offer = 0;
  std::int64_t mean_distance_m = 0, mean_wait_x10 = 0; ///< weeks, in tenths
  std::vector<OutcomeItem> batches;
  std::vector<VisitStepItem> chain;
  std::vector<VisitCountItem> visits;
};
BOOST_DESCRIBE_STRUCT(InstitutionStudyView, (),
                      (month, version, stage, demo, institution, candidates, placed, at_first, within_offer, mean_distance_m, mean_wait_x10,
                       batches, chain, visits))

struct SubjectLoadItem {
  std::string subject, subject_name;
  std::int64_t seats = 0, sessions = 0, past_sessions = 0, candidates = 0, eligible = 0, in_offer = 0, first = 0, first_here = 0;
  std::int64_t average_sessions_x10 = 0;
};
BOOST_DESCRIBE_STRUCT(SubjectLoadItem, (),
                      (subject, subject_name, seats, sessions, past_sessions, candidates, eligible, in_offer, first, first_here,
                       average_sessions_x10))

struct VisitorItem {
  NamedId institution;
  std::int64_t candidates = 0;
};
BOOST_DESCRIBE_STRUCT(VisitorItem, (), (institution, candidates))

struct SiteStudyView {
  std::string month;
  int version = 1;
  Stage stage = Stage::Published;
  bool demo = false;
  NamedId site;
  std::int64_t openings = 0, used = 0, seats_used = 0, seats_of_used = 0, vacant = 0;
  std::vector<SubjectLoadItem> subjects;
  std::vector<VisitorItem> institutions;
};
BOOST_DESCRIBE_STRUCT(SiteStudyView, (),
                      (month, version, stage, demo, site, openings, used, seats_used, seats_of_used, vacant, subjects, institutions))

} // namespace ankao::planning::dto
