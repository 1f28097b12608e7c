// SPDX-License-Identifier: Apache-2.0
#include "planning/store/migrations.hpp"

namespace ankao::planning {

namespace {

constexpr const char* k_bookings = R"(
CREATE TABLE planning_counter (
  name TEXT PRIMARY KEY,
  value BIGINT NOT NULL
);
CREATE TABLE planning_booking (
  id TEXT PRIMARY KEY,
  month TEXT NOT NULL,
  class TEXT NOT NULL,
  institution TEXT NOT NULL,
  institution_name TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  own_school BIGINT NOT NULL,
  class_opened TEXT NOT NULL,
  booked_at BIGINT NOT NULL,
  days_late BIGINT NOT NULL,
  late_reason TEXT NOT NULL,
  started TEXT NOT NULL,
  planned_completed TEXT NOT NULL,
  completed TEXT,
  not_before TEXT,
  finish_by TEXT,
  regular_exam TEXT,
  carried BIGINT NOT NULL,
  candidates BIGINT NOT NULL,
  placed BIGINT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  demo BIGINT NOT NULL,
  version BIGINT NOT NULL,
  search TEXT NOT NULL
);
CREATE INDEX planning_booking_month ON planning_booking (state, month);
CREATE INDEX planning_booking_institution ON planning_booking (institution, class);
CREATE TABLE planning_booking_change (
  number BIGINT PRIMARY KEY,
  booking TEXT NOT NULL,
  institution TEXT NOT NULL,
  institution_name TEXT NOT NULL,
  month TEXT NOT NULL,
  what TEXT NOT NULL,
  at BIGINT NOT NULL,
  days_late BIGINT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX planning_booking_change_month ON planning_booking_change (month, at);
)";

constexpr const char* k_plans = R"(
CREATE TABLE planning_plan (
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  stage TEXT NOT NULL,
  announced_source TEXT NOT NULL,
  slots TEXT NOT NULL,
  policy TEXT NOT NULL,
  instance_sm3 TEXT NOT NULL,
  engine TEXT NOT NULL,
  work_limit BIGINT NOT NULL,
  public_value TEXT NOT NULL,
  seed TEXT NOT NULL,
  plan_sm3 TEXT NOT NULL,
  levels TEXT NOT NULL,
  greedy TEXT NOT NULL,
  lawful BIGINT NOT NULL,
  batches BIGINT NOT NULL,
  candidates BIGINT NOT NULL,
  placed BIGINT NOT NULL,
  sessions BIGINT NOT NULL,
  sites BIGINT NOT NULL,
  institutions BIGINT NOT NULL,
  work_done BIGINT NOT NULL,
  beat BIGINT NOT NULL,
  runner TEXT NOT NULL,
  failure TEXT NOT NULL,
  demo BIGINT NOT NULL,
  PRIMARY KEY (month, version)
);
CREATE INDEX planning_plan_stage ON planning_plan (stage, month);
CREATE TABLE planning_step (
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  number BIGINT NOT NULL,
  step TEXT NOT NULL,
  at BIGINT NOT NULL,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (month, version, number)
);
CREATE TABLE planning_file (
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  name TEXT NOT NULL,
  sm3 TEXT NOT NULL,
  size BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (month, version, name)
);
CREATE TABLE planning_approval (
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  kind TEXT NOT NULL,
  institution TEXT NOT NULL,
  site TEXT NOT NULL,
  subject TEXT NOT NULL,
  visits BIGINT NOT NULL,
  reason TEXT NOT NULL,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (month, version, kind, institution, site, subject)
);
)";

constexpr const char* k_rows = R"(
CREATE TABLE planning_party (
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  district TEXT NOT NULL,
  longitude_e6 BIGINT NOT NULL,
  latitude_e6 BIGINT NOT NULL,
  marked BIGINT NOT NULL,
  public_base BIGINT NOT NULL,
  PRIMARY KEY (month, version, kind, id)
);
CREATE TABLE planning_waiver (
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  institution TEXT NOT NULL,
  subject TEXT NOT NULL,
  basis TEXT NOT NULL,
  clause TEXT NOT NULL,
  batches BIGINT NOT NULL,
  candidates BIGINT NOT NULL,
  needs_approval BIGINT NOT NULL,
  PRIMARY KEY (month, version, institution, subject, basis)
);
CREATE TABLE planning_batch (
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  id TEXT NOT NULL,
  class TEXT NOT NULL,
  institution TEXT NOT NULL,
  institution_name TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  own_school BIGINT NOT NULL,
  started TEXT NOT NULL,
  completed TEXT NOT NULL,
  not_before TEXT,
  finish_by TEXT,
  carried BIGINT NOT NULL,
  candidates BIGINT NOT NULL,
  placed BIGINT NOT NULL,
  state TEXT NOT NULL,
  waiver TEXT NOT NULL,
  first_date TEXT NOT NULL,
  distance_m BIGINT NOT NULL,
  because TEXT NOT NULL,
  search TEXT NOT NULL,
  PRIMARY KEY (month, version, id)
);
CREATE INDEX planning_batch_institution ON planning_batch (month, version, institution);
CREATE TABLE planning_session (
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  id TEXT NOT NULL,
  date TEXT NOT NULL,
  slot TEXT NOT NULL,
  slot_place BIGINT NOT NULL,
  site TEXT NOT NULL,
  site_name TEXT NOT NULL,
  district TEXT NOT NULL,
  room TEXT NOT NULL,
  room_name TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_name TEXT NOT NULL,
  seats BIGINT NOT NULL,
  candidates BIGINT NOT NULL,
  search TEXT NOT NULL,
  PRIMARY KEY (month, version, id)
);
CREATE INDEX planning_session_site ON planning_session (month, version, site, date);
CREATE TABLE planning_seat (
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  session TEXT NOT NULL,
  batch TEXT NOT NULL,
  institution TEXT NOT NULL,
  candidates BIGINT NOT NULL,
  distance_m BIGINT NOT NULL,
  PRIMARY KEY (month, version, session, batch)
);
CREATE INDEX planning_seat_batch ON planning_seat (month, version, batch);
CREATE INDEX planning_seat_institution ON planning_seat (month, version, institution);
)";

constexpr const char* k_history = R"(
CREATE TABLE planning_visit (
  source TEXT NOT NULL,
  institution TEXT NOT NULL,
  site TEXT NOT NULL,
  subject TEXT NOT NULL,
  date TEXT NOT NULL,
  slot TEXT NOT NULL,
  waived BIGINT NOT NULL,
  PRIMARY KEY (source, institution, site, subject, date, slot, waived)
);
CREATE INDEX planning_visit_date ON planning_visit (date);
CREATE TABLE planning_held (
  source TEXT NOT NULL,
  month TEXT NOT NULL,
  site TEXT NOT NULL,
  subject TEXT NOT NULL,
  sessions BIGINT NOT NULL,
  PRIMARY KEY (source, month, site, subject)
);
)";

constexpr const char* k_ceremony = R"(
CREATE TABLE planning_ceremony (
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  source TEXT NOT NULL,
  how TEXT NOT NULL,
  commitments_until BIGINT NOT NULL,
  reveals_until BIGINT NOT NULL,
  available_at BIGINT NOT NULL,
  frozen_at BIGINT NOT NULL,
  rule_sm3 TEXT NOT NULL,
  value TEXT NOT NULL,
  announced_at BIGINT NOT NULL,
  announced_by TEXT NOT NULL,
  announced_name TEXT NOT NULL,
  PRIMARY KEY (month, version)
);
CREATE TABLE planning_participant (
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  commitment TEXT NOT NULL,
  committed_at BIGINT NOT NULL,
  nonce TEXT NOT NULL,
  revealed_at BIGINT NOT NULL,
  PRIMARY KEY (month, version, id)
);
)";

constexpr const char* k_feeds = R"(
CREATE TABLE planning_feed (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  scope TEXT NOT NULL,
  district TEXT NOT NULL,
  site TEXT NOT NULL,
  room TEXT NOT NULL,
  institution TEXT NOT NULL,
  own_seats BIGINT NOT NULL,
  label TEXT NOT NULL,
  language TEXT NOT NULL,
  secret_sm3 TEXT NOT NULL UNIQUE,
  created_at BIGINT NOT NULL,
  revoked_at BIGINT,
  read_on TEXT NOT NULL
);
CREATE INDEX planning_feed_account ON planning_feed (account, created_at);
)";

constexpr const char* k_parameters = R"(
CREATE TABLE planning_parameter (
  id TEXT PRIMARY KEY,
  parameter TEXT NOT NULL,
  value TEXT NOT NULL,
  from_month TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  entered_name TEXT NOT NULL,
  entered_at BIGINT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_name TEXT NOT NULL,
  decided_at BIGINT,
  decision_reason TEXT NOT NULL
);
CREATE INDEX planning_parameter_state ON planning_parameter (state, parameter);
)";

constexpr const char* k_quotas = R"(
CREATE TABLE planning_quota (
  id TEXT PRIMARY KEY,
  month TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  entered_name TEXT NOT NULL,
  entered_at BIGINT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_name TEXT NOT NULL,
  decided_at BIGINT,
  decision_reason TEXT NOT NULL
);
CREATE INDEX planning_quota_month ON planning_quota (month, state);
CREATE TABLE planning_quota_line (
  quota TEXT NOT NULL,
  subject TEXT NOT NULL,
  forecast BIGINT NOT NULL,
  max_sessions BIGINT NOT NULL,
  PRIMARY KEY (quota, subject)
);
)";

constexpr const char* k_arrangements = R"(
CREATE TABLE planning_arrangement (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  booking TEXT NOT NULL,
  institution TEXT NOT NULL,
  institution_name TEXT NOT NULL,
  subject TEXT NOT NULL,
  candidates BIGINT NOT NULL,
  party TEXT NOT NULL,
  authority TEXT NOT NULL,
  evidence TEXT NOT NULL,
  reason TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_name TEXT NOT NULL,
  recorded_at BIGINT NOT NULL,
  ended_name TEXT NOT NULL,
  end_reason TEXT NOT NULL,
  ended_at BIGINT,
  search TEXT NOT NULL
);
CREATE INDEX planning_arrangement_booking ON planning_arrangement (booking, kind);
CREATE INDEX planning_arrangement_institution ON planning_arrangement (institution);
)";

/// What of a booking can be changed, as it stood before each change.
constexpr const char* k_booking_past = R"(
CREATE TABLE planning_booking_past (
  number BIGINT PRIMARY KEY,
  booking TEXT NOT NULL,
  at BIGINT NOT NULL,
  action TEXT NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  reason TEXT NOT NULL,
  existed BIGINT NOT NULL,
  candidates BIGINT NOT NULL,
  completed TEXT,
  not_before TEXT,
  finish_by TEXT,
  state TEXT NOT NULL
);
CREATE INDEX planning_booking_past_at ON planning_booking_past (at);
)";

/// Questions asked of a month: another policy, other rooms, a year, the chances. Answers are kept and never published.
constexpr const char* k_studies = R"(
CREATE TABLE planning_study (
  id TEXT PRIMARY KEY,
  month TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  done BIGINT NOT NULL,
  steps BIGINT NOT NULL,
  request TEXT NOT NULL,
  result TEXT NOT NULL,
  failure TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  ended_at BIGINT NOT NULL
);
CREATE INDEX planning_study_month ON planning_study (month, kind, asked_at);
)";

constexpr const char* k_assignments = R"(
CREATE TABLE planning_assignment (
  id TEXT PRIMARY KEY,
  month TEXT NOT NULL,
  session TEXT NOT NULL,
  date TEXT NOT NULL,
  slot TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  made_name TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  ended_name TEXT NOT NULL,
  end_reason TEXT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX planning_assignment_month ON planning_assignment (month, account);
CREATE TABLE planning_interest (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  institution TEXT NOT NULL,
  institution_name TEXT NOT NULL,
  body TEXT NOT NULL,
  declared_name TEXT NOT NULL,
  declared_at BIGINT NOT NULL,
  ended_name TEXT NOT NULL,
  end_reason TEXT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX planning_interest_account ON planning_interest (account);
)";

/// The days agreed for an examination in another city; older records have none.
constexpr const char* k_arrangement_days = R"(
ALTER TABLE planning_arrangement ADD COLUMN held_from TEXT NOT NULL DEFAULT '';
ALTER TABLE planning_arrangement ADD COLUMN held_until TEXT NOT NULL DEFAULT '';
)";

} // namespace

std::vector<db::Migration> migrations() {
  std::vector<db::Migration> all{{300, "planning bookings", k_bookings},
                                 {301, "planning plans", k_plans},
                                 {302, "planning rows", k_rows},
                                 {303, "planning history", k_history},
                                 {304, "planning ceremonies", k_ceremony},
                                 {330, "planning feeds", k_feeds},
                                 {331, "planning parameters", k_parameters},
                                 {332, "planning quotas", k_quotas},
                                 {333, "planning arrangements", k_arrangements},
                                 {340, "planning bookings as they were", k_booking_past},
                                 {341, "planning studies", k_studies},
                                 {342, "planning assignments of examiners", k_assignments},
                                 {343, "planning days in another city", k_arrangement_days}};
  for (auto& one : after_migrations()) all.push_back(std::move(one));
  return all;
}

} // namespace ankao::planning
