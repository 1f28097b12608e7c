// SPDX-License-Identifier: Apache-2.0
#include "planning/store/migrations.hpp"

namespace ankao::planning {
namespace {

constexpr const char* k_feedback = R"(
CREATE TABLE planning_answer (
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  session TEXT NOT NULL,
  site TEXT NOT NULL,
  refused BIGINT NOT NULL,
  explanation TEXT NOT NULL,
  failure TEXT NOT NULL,
  late BIGINT NOT NULL,
  at BIGINT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  carried_from BIGINT NOT NULL,
  PRIMARY KEY (month, version, session)
);
CREATE INDEX planning_answer_site ON planning_answer (month, version, site);
CREATE TABLE planning_filing (
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  document TEXT NOT NULL,
  data_sm3 TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  made_name TEXT NOT NULL,
  made_role TEXT NOT NULL,
  filed_on TEXT NOT NULL,
  reference TEXT NOT NULL,
  noted_at BIGINT NOT NULL,
  noted_name TEXT NOT NULL,
  PRIMARY KEY (month, version)
);
CREATE TABLE planning_confirmation (
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  at BIGINT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (month, version)
);
)";

constexpr const char* k_failures = R"(
CREATE TABLE planning_failure (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  site TEXT NOT NULL,
  site_name TEXT NOT NULL,
  owner TEXT NOT NULL,
  district TEXT NOT NULL,
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  sessions TEXT NOT NULL,
  day TEXT NOT NULL,
  year BIGINT NOT NULL,
  explanation TEXT NOT NULL,
  recorded_at BIGINT NOT NULL,
  recorded_account TEXT NOT NULL,
  recorded_name TEXT NOT NULL,
  recorded_role TEXT NOT NULL,
  decided_at BIGINT NOT NULL,
  decided_name TEXT NOT NULL,
  decided_role TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX planning_failure_site ON planning_failure (site, year, state);
CREATE INDEX planning_failure_month ON planning_failure (month);
CREATE TABLE planning_ending (
  id TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  site TEXT NOT NULL,
  site_name TEXT NOT NULL,
  owner TEXT NOT NULL,
  district TEXT NOT NULL,
  year BIGINT NOT NULL,
  failures TEXT NOT NULL,
  proposed_at BIGINT NOT NULL,
  effective TEXT NOT NULL,
  ban BIGINT NOT NULL,
  reason TEXT NOT NULL,
  first_account TEXT NOT NULL,
  first_name TEXT NOT NULL,
  first_at BIGINT NOT NULL,
  second_account TEXT NOT NULL,
  second_name TEXT NOT NULL,
  second_at BIGINT NOT NULL
);
CREATE INDEX planning_ending_site ON planning_ending (site, state);
)";

constexpr const char* k_objections = R"(
CREATE TABLE planning_objection (
  id TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  institution TEXT NOT NULL,
  institution_name TEXT NOT NULL,
  batch TEXT NOT NULL,
  session TEXT NOT NULL,
  by_institution BIGINT NOT NULL,
  text TEXT NOT NULL,
  receipt_sm3 TEXT NOT NULL UNIQUE,
  at BIGINT NOT NULL,
  answer TEXT NOT NULL,
  not_before TEXT NOT NULL,
  first_account TEXT NOT NULL,
  first_name TEXT NOT NULL,
  first_at BIGINT NOT NULL,
  second_name TEXT NOT NULL,
  second_at BIGINT NOT NULL,
  repaired_in BIGINT NOT NULL
);
CREATE INDEX planning_objection_month ON planning_objection (month, state);
)";

constexpr const char* k_moves = R"(
CREATE TABLE planning_move (
  month TEXT NOT NULL,
  version BIGINT NOT NULL,
  number BIGINT NOT NULL,
  batch TEXT NOT NULL,
  class TEXT NOT NULL,
  institution TEXT NOT NULL,
  institution_name TEXT NOT NULL,
  subject TEXT NOT NULL,
  came BIGINT NOT NULL,
  date TEXT NOT NULL,
  slot TEXT NOT NULL,
  site TEXT NOT NULL,
  site_name TEXT NOT NULL,
  room_name TEXT NOT NULL,
  candidates BIGINT NOT NULL,
  lost BIGINT NOT NULL,
  PRIMARY KEY (month, version, number)
);
)";

} // namespace

std::vector<db::Migration> after_migrations() {
  return {{320, "planning feedback", k_feedback}, {321, "planning failures", k_failures}, {322, "planning objections", k_objections}, {323, "planning moves", k_moves}};
}

} // namespace ankao::planning
