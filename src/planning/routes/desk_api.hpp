// SPDX-License-Identifier: Apache-2.0
// Types of the planning desk's endpoints, one body per step of the month; shared parts and conventions stand in api.hpp.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "planning/routes/api.hpp"

namespace ankao::planning::dto {

struct DeskMonthItem {
  std::string month;
  int version = 0; ///< 0: not opened yet
  Stage stage = Stage::Collecting;
  bool demo = false;
  Deadline deadline;
  std::int64_t bookings = 0, candidates = 0;
};
BOOST_DESCRIBE_STRUCT(DeskMonthItem, (), (month, version, stage, demo, deadline, bookings, candidates))

struct DeskMonths {
  std::vector<DeskMonthItem> items; ///< newest first; months with bookings that nobody opened yet included
};
BOOST_DESCRIBE_STRUCT(DeskMonths, (), (items))

struct MonthQuery {
  Month month;
};
BOOST_DESCRIBE_STRUCT(MonthQuery, (), (month))

/// Something in the way of the next stage, or worth knowing.
struct FindingItem {
  std::string id; ///< catalogue id
  bool blocks = false;
  std::string clause, text, remedy;
  std::int64_t count = 0;
  std::vector<std::string> ids; ///< bookings, institutions, sites concerned, at most 50
};
BOOST_DESCRIBE_STRUCT(FindingItem, (), (id, blocks, clause, text, remedy, count, ids))

struct DemandItem {
  std::string subject, subject_name;
  std::int64_t batches = 0, candidates = 0;
  std::int64_t seats = 0; ///< seats × open slots of the month, were the rooms used for nothing else
  std::int64_t sites = 0, institutions = 0;
  std::optional<int> max_sessions; ///< quota of S-2.1
};
BOOST_DESCRIBE_STRUCT(DemandItem, (), (subject, subject_name, batches, candidates, seats, sites, institutions, max_sessions))

struct LateEdit {
  std::string booking, institution, institution_name, what, at, reason; ///< what: booked_late, changed, withdrawn
  int working_days_late = 0;
};
BOOST_DESCRIBE_STRUCT(LateEdit, (), (booking, institution, institution_name, what, at, reason, working_days_late))

struct JobView {
  bool running = false;
  std::int64_t work_done = 0, work_limit = 0;
  Levels best;
  std::string failure;
};
BOOST_DESCRIBE_STRUCT(JobView, (), (running, work_done, work_limit, best, failure))

struct DeskView {
  std::string month;
  int version = 0;
  Stage stage = Stage::Collecting;
  bool demo = false;
  std::optional<int> published_version; ///< in force meanwhile
  Deadline deadline;
  std::vector<std::string> next; ///< operations that are possible now: "plan.freeze" ...
  std::string announced_source;
  std::vector<std::string> slots;
  PolicyView policy;
  std::string instance_sm3, engine, public_value, seed, plan_sm3;
  std::int64_t work_limit = 0;
  Levels levels, greedy;
  Counts counts;
  CheckResult check;
  JobView job;
  std::vector<FindingItem> findings;
  std::vector<DemandItem> demand;
  std::vector<LateEdit> late;
  std::vector<WaiverItem> waivers;
  std::vector<ExceptionItem> exceptions;
  std::vector<StepItem> steps;
  std::vector<VersionItem> versions;
};
BOOST_DESCRIBE_STRUCT(DeskView, (),
                      (month, version, stage, demo, published_version, deadline, next, announced_source, slots, policy, instance_sm3,
                       engine, public_value, seed, plan_sm3, work_limit, levels, greedy, counts, check, job, findings, demand, late,
                       waivers, exceptions, steps, versions))

struct QuotaItem {
  std::string subject;
  int max_sessions = 0;
};
BOOST_DESCRIBE_STRUCT(QuotaItem, (), (subject, max_sessions))

/// What the desk sets otherwise than law/draw_policy.yaml for one month.
struct PolicyChange {
  std::optional<int> max_sessions_per_slot, max_sites_per_institution_slot, order_depth, min_fragment;
  std::optional<std::vector<QuotaItem>> quotas; ///< S-2.1
};
BOOST_DESCRIBE_STRUCT(PolicyChange, (), (max_sessions_per_slot, max_sites_per_institution_slot, order_depth, min_fragment, quotas))

/// Opens the month (or a new version of a published one), or changes the announcement while it is collecting.
struct PlanBody {
  Month month;
  std::string announced_source;
  std::optional<PolicyChange> policy;
  std::optional<std::vector<std::string>> slots; ///< none: am, pm
  std::optional<std::string> reason;             ///< needed for a new version of a published month
};
BOOST_DESCRIBE_STRUCT(PlanBody, (), (month, announced_source, policy, slots, reason))

struct WaiverBody {
  Month month;
  std::string institution, subject, reason;
};
BOOST_DESCRIBE_STRUCT(WaiverBody, (), (month, institution, subject, reason))

struct ExceptionBody {
  Month month;
  std::string institution, site, subject, reason;
};
BOOST_DESCRIBE_STRUCT(ExceptionBody, (), (month, institution, site, subject, reason))

/// Times that are left out are the least that law/planning.yaml asks for.
struct FreezeBody {
  Month month;
  std::string how; ///< how anybody reads the public value at its source
  std::optional<Instant> commitments_until, reveals_until, available_at;
  std::optional<std::int64_t> work_limit; ///< none: the engine's default
};
BOOST_DESCRIBE_STRUCT(FreezeBody, (), (month, how, commitments_until, reveals_until, available_at, work_limit))

/// Bodies of seed.announce and, by a second person, seed.confirm.
struct SeedBody {
  Month month;
  std::string public_value;
};
BOOST_DESCRIBE_STRUCT(SeedBody, (), (month, public_value))

/// Bodies of plan.draw, plan.submit, plan.publish (reason may be empty) and plan.return (needed).
struct StepBody {
  Month month;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(StepBody, (), (month, reason))

/// Data of the SSE events progress, done, failed of GET /api/desk/{month}/progress.
struct ProgressEvent {
  std::string month;
  Stage stage = Stage::Drawing;
  std::int64_t work_done = 0, work_limit = 0;
  Levels levels;
  std::string failure;
};
BOOST_DESCRIBE_STRUCT(ProgressEvent, (), (month, stage, work_done, work_limit, levels, failure))

} // namespace ankao::planning::dto
