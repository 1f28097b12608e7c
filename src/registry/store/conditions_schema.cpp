// SPDX-License-Identifier: Apache-2.0
#include "registry/store/conditions.hpp"

namespace ankao::registry {

db::Migration conditions_schema() {
  return {210, "conditions of places", R"(CREATE TABLE condition_sheet (
  number BIGINT PRIMARY KEY,
  place TEXT NOT NULL,
  name TEXT NOT NULL,
  district TEXT NOT NULL,
  institution TEXT NOT NULL,
  site TEXT NOT NULL,
  state TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  declared_at BIGINT NOT NULL,
  account TEXT NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  decided_at BIGINT,
  decided_by TEXT NOT NULL,
  decided_name TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX condition_sheet_place ON condition_sheet (place, state, declared_at);
CREATE TABLE condition_value (
  sheet BIGINT NOT NULL REFERENCES condition_sheet (number),
  line BIGINT NOT NULL,
  condition TEXT NOT NULL,
  number BIGINT NOT NULL,
  from_day TEXT,
  until_day TEXT,
  note TEXT NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (sheet, line)
);
CREATE INDEX condition_value_until ON condition_value (until_day);
CREATE TABLE condition_person (
  sheet BIGINT NOT NULL REFERENCES condition_sheet (number),
  line BIGINT NOT NULL,
  name TEXT NOT NULL,
  post TEXT NOT NULL,
  full_time BIGINT NOT NULL,
  born BIGINT NOT NULL,
  education TEXT NOT NULL,
  title TEXT NOT NULL,
  certificate TEXT NOT NULL,
  number TEXT NOT NULL,
  until_day TEXT,
  projects TEXT NOT NULL,
  years BIGINT NOT NULL,
  insured BIGINT NOT NULL,
  search TEXT NOT NULL,
  PRIMARY KEY (sheet, line)
);
CREATE INDEX condition_person_until ON condition_person (until_day);
CREATE TABLE condition_standing (
  place TEXT PRIMARY KEY,
  confirmed BIGINT,
  declared BIGINT,
  shown BIGINT NOT NULL,
  newest BIGINT NOT NULL,
  state TEXT NOT NULL,
  below BIGINT NOT NULL,
  ends TEXT
);
CREATE INDEX condition_standing_shown ON condition_standing (shown))"};
}

} // namespace ankao::registry
