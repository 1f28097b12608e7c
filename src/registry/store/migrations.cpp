// SPDX-License-Identifier: Apache-2.0
#include "registry/service/snapshot.hpp"
#include "registry/store/conditions.hpp"
#include "registry/store/organisations.hpp"

namespace ankao::registry {
namespace {

// A version holds from effective_date up to the day before until_date; the newest one until '9999-12-31'. Because a later version
// always shortens the ones before it, the register of any day is one range condition, for lists as for single entries.
constexpr const char* k_register = R"(
CREATE TABLE register_version (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  step TEXT NOT NULL,
  standing TEXT NOT NULL,
  since TEXT NOT NULL,
  effective_date TEXT NOT NULL,
  until_date TEXT NOT NULL,
  recorded_at BIGINT NOT NULL,
  account TEXT NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  reason TEXT NOT NULL,
  clause TEXT NOT NULL,
  event BIGINT NOT NULL,
  record TEXT NOT NULL,
  sm3 TEXT NOT NULL,
  name TEXT NOT NULL,
  district TEXT NOT NULL,
  owner TEXT NOT NULL,
  seats BIGINT NOT NULL,
  projects BIGINT NOT NULL,
  search TEXT NOT NULL,
  PRIMARY KEY (kind, id, version)
);
CREATE INDEX register_version_day ON register_version (kind, until_date, standing, effective_date);
CREATE INDEX register_version_owner ON register_version (owner, until_date);
CREATE INDEX register_version_name ON register_version (kind, name);
CREATE TABLE register_key (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (kind, id, version, key)
);
CREATE INDEX register_key_key ON register_key (kind, key, id, version);
CREATE TABLE registry_counter (
  name TEXT PRIMARY KEY,
  value BIGINT NOT NULL
))";

constexpr const char* k_reports = R"(
CREATE TABLE registry_report (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  institution TEXT NOT NULL,
  institution_name TEXT NOT NULL,
  district TEXT NOT NULL,
  base_version BIGINT NOT NULL,
  base TEXT NOT NULL,
  record TEXT NOT NULL,
  reason TEXT NOT NULL,
  submitted_at BIGINT NOT NULL,
  submitted_by TEXT NOT NULL,
  effective_date TEXT NOT NULL,
  search TEXT NOT NULL
);
CREATE INDEX registry_report_institution ON registry_report (institution, state);
CREATE INDEX registry_report_submitted ON registry_report (submitted_at);
CREATE TABLE registry_report_step (
  report TEXT NOT NULL,
  number BIGINT NOT NULL,
  state TEXT NOT NULL,
  at BIGINT NOT NULL,
  account TEXT NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  reason TEXT NOT NULL,
  event BIGINT NOT NULL,
  PRIMARY KEY (report, number)
))";

constexpr const char* k_suspensions = R"(
CREATE TABLE registry_suspension (
  id TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  subject_name TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  clause TEXT NOT NULL,
  reason TEXT NOT NULL,
  recorded_at BIGINT NOT NULL,
  account TEXT NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  event BIGINT NOT NULL,
  search TEXT NOT NULL
);
CREATE INDEX registry_suspension_subject ON registry_suspension (subject, from_date, to_date))";

constexpr const char* k_imports = R"(
CREATE TABLE registry_import (
  id TEXT PRIMARY KEY,
  file TEXT NOT NULL,
  sm3 TEXT NOT NULL,
  at BIGINT NOT NULL,
  account TEXT NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  effective_date TEXT NOT NULL,
  added BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  unchanged BIGINT NOT NULL,
  anomalies TEXT NOT NULL,
  event BIGINT NOT NULL
);
CREATE TABLE registry_printed_row (
  row TEXT PRIMARY KEY,
  letter TEXT NOT NULL,
  number BIGINT NOT NULL,
  line BIGINT NOT NULL,
  cells TEXT NOT NULL,
  import TEXT NOT NULL
);
CREATE TABLE registry_printed (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  record TEXT NOT NULL,
  import TEXT NOT NULL,
  PRIMARY KEY (kind, id)
))";

// Everything a page of a list is counted, narrowed and sorted by, so that the long records are read only for the rows of the page.
constexpr const char* k_list_index =
    "CREATE INDEX register_version_list ON register_version (kind, standing, until_date, effective_date, name, id, version, district, owner, seats, projects, since)";

} // namespace

std::vector<db::Migration> migrations() {
  return {{200, "register of institutions and sites", k_register},
          {201, "written reports of institutions", k_reports},
          {202, "suspensions", k_suspensions},
          {203, "imports and printed rows", k_imports},
          {204, "lists of the register from an index", k_list_index},
          conditions_schema(),
          organisations_schema()};
}

} // namespace ankao::registry
