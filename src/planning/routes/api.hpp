// SPDX-License-Identifier: Apache-2.0
// The planning endpoints' types (api/api.hpp). Dates are "YYYY-MM-DD", months "YYYY-MM", moments RFC 3339 in UTC+8.
//
// Public (published plans only, cacheable):
//   GET /api/plans                                  plan.list        PlansQuery    -> PlansPage
//   GET /api/plans/{month}                          plan.show        PlanQuery     -> PlanRecord
//   GET /api/plans/{month}/sessions                 session.list     SessionsQuery -> SessionsPage       (/export?format=)
//   GET /api/plans/{month}/calendar                 plan.calendar    CalendarQuery -> CalendarView
//   GET /api/plans/{month}/batches                  batch.list       BatchesQuery  -> BatchesPage        (/export?format=)
//   GET /api/plans/{month}/batches/{id}             batch.explain    PlanItemQuery -> BatchExplanation
//   GET /api/plans/{month}/institutions/{id}        plan.institution PlanItemQuery -> InstitutionPlan
//   GET /api/plans/{month}/files/{name}             plan.download    FileQuery     -> Download
// The same reads of a version that is not published yet stand below /api/desk/{month}/draft (draft.show, draft.sessions, ...),
// with the permission plan.view_draft and the same types.
// Bookings: /api/bookings ... ; desk: GET /api/desk -> DeskMonths, GET /api/desk/{month} -> DeskView, and one POST per step.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "law/why.hpp"
#include "planning/words/booking.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

BOOST_DESCRIBE_ENUM(BookingKind, Regular, Retake)
BOOST_DESCRIBE_ENUM(BookingState, Booked, Planned, Withdrawn)
BOOST_DESCRIBE_ENUM(Stage, Collecting, Frozen, Seeded, Drawing, Failed, Drawn, Submitted, Published, Returned, Superseded)
BOOST_DESCRIBE_ENUM(WaiverBasis, Exempt, OwnSchool, NoOtherSite)

namespace dto {

// ---- shared parts ----

struct Levels {
  std::int64_t u = 0, e = 0, x = 0, j = 0, v = 0, q = 0;
};
BOOST_DESCRIBE_STRUCT(Levels, (), (u, e, x, j, v, q))

struct Counts {
  std::int64_t batches = 0, candidates = 0, placed = 0, unplaced = 0, sessions = 0, sites = 0, institutions = 0;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (batches, candidates, placed, unplaced, sessions, sites, institutions))

struct Deadline {
  std::string date;             ///< last day, up to 24:00 (G-04)
  std::string clause;           ///< "S-2.3"
  std::optional<int> days_left; ///< desk only; negative when it has passed
  std::optional<bool> kept;     ///< once published
};
BOOST_DESCRIBE_STRUCT(Deadline, (), (date, clause, days_left, kept))

struct StepItem {
  std::string step; ///< "plan.create", "plan.freeze", "seed.announce", "seed.confirm", "plan.draw", "plan.submit", "plan.publish", "plan.return"
  std::string at;
  std::string role;                ///< role id
  std::optional<std::string> name; ///< officials only
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(StepItem, (), (step, at, role, name, reason))

/// A rule of draw.md with its clause.
struct RuleRef {
  std::string rule;   ///< "R6"
  std::string clause; ///< "S-3.2"
  std::string text;   ///< one sentence in the caller's language
};
BOOST_DESCRIBE_STRUCT(RuleRef, (), (rule, clause, text))

struct SiteRule {
  std::string site;
  std::string site_name;
  std::string rule;
  std::string clause;
};
BOOST_DESCRIBE_STRUCT(SiteRule, (), (site, site_name, rule, clause))

// ---- public: plans ----

struct PlansQuery {
  int page = 1;
  int size = 24;
};
BOOST_DESCRIBE_STRUCT(PlansQuery, (), (page, size))

struct PlanItem {
  std::string month;
  int version = 1;
  Stage stage = Stage::Published;
  bool demo = false; ///< synthetic data (演示)
  std::string published_at;
  Deadline deadline;
  Counts counts;
  Levels levels;
};
BOOST_DESCRIBE_STRUCT(PlanItem, (), (month, version, stage, demo, published_at, deadline, counts, levels))

struct PlansPage {
  std::int64_t total = 0;
  int page = 1, size = 24;
  std::vector<PlanItem> items;
};
BOOST_DESCRIBE_STRUCT(PlansPage, (), (total, page, size, items))

struct PlanQuery {
  Month month;
  std::optional<int> version; ///< a former published version; none: the one in force
};
BOOST_DESCRIBE_STRUCT(PlanQuery, (), (month, version))

struct WaiverItem {
  std::string institution, institution_name, subject, subject_name;
  WaiverBasis basis = WaiverBasis::Exempt;
  std::string clause;
  std::string basis_text; ///< the legal basis in one sentence, caller's language
  std::int64_t batches = 0, candidates = 0;
  bool needs_approval = false, approved = false;
  std::string reason, approved_at, approved_role;
};
BOOST_DESCRIBE_STRUCT(WaiverItem, (),
                      (institution, institution_name, subject, subject_name, basis, clause, basis_text, batches, candidates, needs_approval,
                       approved, reason, approved_at, approved_role))

struct ExceptionItem {
  std::string institution, institution_name, site, site_name, subject, subject_name;
  int visits = 0; ///< of the year, the plan's included
  int limit = 0;
  bool approved = false;
  std::string reason, approved_at, approved_role;
};
BOOST_DESCRIBE_STRUCT(ExceptionItem, (),
                      (institution, institution_name, site, site_name, subject, subject_name, visits, limit, approved, reason, approved_at,
                       approved_role))

struct UnplacedItem {
  std::string batch, institution, institution_name, subject, subject_name;
  int candidates = 0; ///< without a place
  std::vector<SiteRule> because;
};
BOOST_DESCRIBE_STRUCT(UnplacedItem, (), (batch, institution, institution_name, subject, subject_name, candidates, because))

struct BreachItem {
  std::string rule, clause;
  std::string at;           ///< JSON pointer into the plan's file
  std::string what, remedy; ///< in the reader's language
  std::vector<std::string> ids;
};
BOOST_DESCRIBE_STRUCT(BreachItem, (), (rule, clause, at, what, remedy, ids))

struct CheckResult {
  bool done = false;
  bool lawful = false;
  std::vector<BreachItem> breaches;
};
BOOST_DESCRIBE_STRUCT(CheckResult, (), (done, lawful, breaches))

struct VersionItem {
  int version = 1;
  Stage stage = Stage::Published;
  std::string instance_sm3, public_value, seed, plan_sm3, at, reason;
};
BOOST_DESCRIBE_STRUCT(VersionItem, (), (version, stage, instance_sm3, public_value, seed, plan_sm3, at, reason))

struct FileItem {
  std::string name; ///< "instance.json"
  std::int64_t bytes = 0;
  std::string sm3;
};
BOOST_DESCRIBE_STRUCT(FileItem, (), (name, bytes, sm3))

/// Candidates beyond the offer in trial draws of one depth.
struct DepthTrialItem {
  int depth = 0;
  std::vector<std::int64_t> beyond;
  bool left_out_more = false; ///< than with the most sites
};
BOOST_DESCRIBE_STRUCT(DepthTrialItem, (), (depth, beyond, left_out_more))

/// How the number of sites of the offer was found at the freeze.
struct DepthView {
  int least = 0, most = 0, draws = 0, beyond_per_thousand = 0;
  std::vector<DepthTrialItem> trials;
};
BOOST_DESCRIBE_STRUCT(DepthView, (), (least, most, draws, beyond_per_thousand, trials))

struct PolicyView {
  int visits_per_year = 0;
  std::vector<std::int64_t> bands_m;
  int order_depth = 0, min_fragment = 0, vacancy_free_percent = 0;
  std::optional<int> max_sessions_per_slot, max_sites_per_institution_slot;
  bool depth_by_desk = false;
  std::optional<DepthView> depth; ///< before the freeze: the rule, no trials yet; absent where the desk set the number
};
BOOST_DESCRIBE_STRUCT(PolicyView, (),
                      (visits_per_year, bands_m, order_depth, min_fragment, vacancy_free_percent, max_sessions_per_slot,
                       max_sites_per_institution_slot, depth_by_desk, depth))

/// The draw record.
struct PlanRecord {
  std::string month;
  int version = 1;
  Stage stage = Stage::Collecting;
  bool demo = false;
  Deadline deadline;
  std::string announced_source; ///< where the public value was to come from, named before the freeze
  std::string instance_sm3, engine;
  std::int64_t work_limit = 0;
  std::string public_value;
  std::string seed_rule; ///< one sentence, caller's language
  std::string seed;      ///< hex
  std::string plan_sm3;
  std::string reproduce; ///< command line by which anybody repeats the draw
  Levels levels, greedy;
  Counts counts;
  PolicyView policy;
  CheckResult check;
  std::vector<WaiverItem> waivers;
  std::vector<ExceptionItem> exceptions;
  std::vector<UnplacedItem> unplaced;
  std::vector<StepItem> steps;
  std::vector<VersionItem> versions; ///< all versions of the month that were ever frozen
  std::vector<FileItem> files;
  std::string feedback_until; ///< last day of the sites' two working days (S-5.1b); empty before publication
};
BOOST_DESCRIBE_STRUCT(PlanRecord, (),
                      (month, version, stage, demo, deadline, announced_source, instance_sm3, engine, work_limit, public_value, seed_rule,
                       seed, plan_sm3, reproduce, levels, greedy, counts, policy, check, waivers, exceptions, unplaced, steps, versions,
                       files, feedback_until))

struct SessionsQuery {
  Month month;
  std::optional<int> version;
  std::string q; ///< site or institution name, room, class, batch id
  std::string site, institution, subject, district, slot;
  std::optional<Date> date;
  int page = 1;
  int size = 50;
  std::string sort; ///< a column of the list, "-" before it turns it round
};
BOOST_DESCRIBE_STRUCT(SessionsQuery, (), (month, version, q, site, institution, subject, district, date, slot, page, size, sort))

struct SeatItem {
  std::string batch, class_id, institution, institution_name;
  BookingKind kind = BookingKind::Regular;
  bool own_school = false;
  int candidates = 0;
};
BOOST_DESCRIBE_STRUCT(SeatItem, (), (batch, class_id, institution, institution_name, kind, own_school, candidates))

struct SessionItem {
  std::string id; ///< "2024-03-05.am.GZ-A01-S1-R1.OP01"
  std::string date, slot, site, site_name, district, room, room_name, subject, subject_name;
  bool theory = false;
  int seats = 0;      ///< the room's for the subject
  int candidates = 0; ///< taken
  std::vector<SeatItem> batches;
};
BOOST_DESCRIBE_STRUCT(SessionItem, (),
                      (id, date, slot, site, site_name, district, room, room_name, subject, subject_name, theory, seats, candidates,
                       batches))

struct SessionsPage {
  std::int64_t total = 0;
  int page = 1, size = 50;
  std::int64_t candidates = 0; ///< of all pages
  std::vector<SessionItem> items;
};
BOOST_DESCRIBE_STRUCT(SessionsPage, (), (total, page, size, candidates, items))

struct CalendarQuery {
  Month month;
  std::optional<int> version;
  std::string site, institution, subject;
};
BOOST_DESCRIBE_STRUCT(CalendarQuery, (), (month, version, site, institution, subject))

struct CalendarCell {
  std::string slot;
  std::int64_t sessions = 0, seats = 0, candidates = 0;
};
BOOST_DESCRIBE_STRUCT(CalendarCell, (), (slot, sessions, seats, candidates))

struct CalendarDay {
  std::string date;
  int weekday = 1;                 ///< 1 = Monday
  bool working = true;             ///< by the State Council's arrangement
  std::string label;               ///< holiday's name, "调休上班", or empty
  std::vector<CalendarCell> cells; ///< one per slot, in slot order
};
BOOST_DESCRIBE_STRUCT(CalendarDay, (), (date, weekday, working, label, cells))

struct CalendarView {
  std::string month;
  int version = 1;
  std::vector<std::string> slots;
  std::vector<CalendarDay> days; ///< every day of the month
};
BOOST_DESCRIBE_STRUCT(CalendarView, (), (month, version, slots, days))

enum class BatchState { Placed, Partly, Unplaced };
BOOST_DESCRIBE_ENUM(BatchState, Placed, Partly, Unplaced)

struct BatchesQuery {
  Month month;
  std::optional<int> version;
  std::string q, institution, subject, kind, state, waiver; ///< kind regular|retake, state placed|partly|unplaced, waiver a WaiverBasis
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(BatchesQuery, (), (month, version, q, institution, subject, kind, state, waiver, page, size, sort))

struct PlaceItem {
  std::string session, site, site_name, room, date, slot;
  int candidates = 0;
  std::int64_t distance_m = 0;
};
BOOST_DESCRIBE_STRUCT(PlaceItem, (), (session, site, site_name, room, date, slot, candidates, distance_m))

struct BatchItem {
  std::string id, class_id, institution, institution_name, subject, subject_name;
  BookingKind kind = BookingKind::Regular;
  bool own_school = false;
  std::string started, completed;
  std::optional<std::string> not_before, finish_by;
  int carried = 0, candidates = 0, placed = 0;
  BatchState state = BatchState::Placed;
  std::optional<WaiverBasis> waiver;
  std::vector<PlaceItem> places;
};
BOOST_DESCRIBE_STRUCT(BatchItem, (),
                      (id, class_id, institution, institution_name, subject, subject_name, kind, own_school, started, completed, not_before,
                       finish_by, carried, candidates, placed, state, waiver, places))

struct BatchesPage {
  std::int64_t total = 0;
  int page = 1, size = 50;
  std::int64_t candidates = 0, placed = 0; ///< of all pages
  std::vector<BatchItem> items;
};
BOOST_DESCRIBE_STRUCT(BatchesPage, (), (total, page, size, candidates, placed, items))

/// One batch or institution of a plan.
struct PlanItemQuery {
  Month month;
  std::string id;
  std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(PlanItemQuery, (), (month, id, version))

struct OtherBatch {
  std::string batch, institution, institution_name, completed;
  int candidates = 0;
};
BOOST_DESCRIBE_STRUCT(OtherBatch, (), (batch, institution, institution_name, completed, candidates))

/// seated: it got seats here. barred: a rule stood in the way. taken: earlier batches hold the seats. displaced: seats went to later
/// batches since this one could not take them under the rules. spare: not needed any more. open: no reason was recorded.
enum class RungOutcome { Seated, Barred, Taken, Displaced, Spare, Open };
BOOST_DESCRIBE_ENUM(RungOutcome, Seated, Barred, Taken, Displaced, Spare, Open)

/// One rung of the ladder, near to far.
struct RungItem {
  int place = 0; ///< in the drawn order, from 1
  std::string site, site_name, district;
  bool public_base = false;
  int band = 0;
  std::string band_text; ///< "10-20 km", "公共考试基地"
  std::int64_t distance_m = 0;
  std::string ticket; ///< 16 hex digits
  int inner = 0;      ///< place within the band, from 0
  bool in_offer = false;
  int seated = 0;
  std::vector<RuleRef> rules; ///< what barred it, most telling first
  std::vector<OtherBatch> earlier_batches, later_batches;
  RungOutcome outcome = RungOutcome::Open;
  law::Why why;
};
BOOST_DESCRIBE_STRUCT(RungItem, (),
                      (place, site, site_name, district, public_base, band, band_text, distance_m, ticket, inner, in_offer, seated, rules,
                       earlier_batches, later_batches, outcome, why))

struct BatchExplanation {
  std::string month;
  int version = 1;
  bool demo = false;
  BatchItem batch;
  int queue_place = 0, queue_length = 0; ///< first come, first served within the subject, from 1
  std::string tie;                       ///< 16 hex digits
  std::string waiver_text;               ///< empty when R1 binds
  std::vector<RungItem> order;
  std::vector<SiteRule> ineligible;
  PolicyView policy;
  std::string seed;
};
BOOST_DESCRIBE_STRUCT(BatchExplanation, (),
                      (month, version, demo, batch, queue_place, queue_length, tie, waiver_text, order, ineligible, policy, seed))

struct MapPoint {
  std::int64_t longitude_e6 = 0, latitude_e6 = 0;
  bool district_centre = false; ///< marked: no coordinates were entered
};
BOOST_DESCRIBE_STRUCT(MapPoint, (), (longitude_e6, latitude_e6, district_centre))

struct MapLine {
  std::string site, site_name;
  MapPoint point;
  std::int64_t distance_m = 0, candidates = 0, sessions = 0;
};
BOOST_DESCRIBE_STRUCT(MapLine, (), (site, site_name, point, distance_m, candidates, sessions))

struct InstitutionPlan {
  std::string month;
  int version = 1;
  std::string institution, institution_name;
  MapPoint point;
  Counts counts;
  std::vector<MapLine> lines; ///< nearest first
  std::vector<BatchItem> batches;
};
BOOST_DESCRIBE_STRUCT(InstitutionPlan, (), (month, version, institution, institution_name, point, counts, lines, batches))

struct FileQuery {
  Month month;
  std::string name;
  std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(FileQuery, (), (month, name, version))

} // namespace dto
} // namespace ankao::planning
