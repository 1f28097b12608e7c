// SPDX-License-Identifier: Apache-2.0
#include "enforcement/store/decisions.hpp"

namespace ankao::enforcement {

std::vector<db::Migration> migrations() {
  return {{1500, "decisions", R"(CREATE TABLE decision (
  number BIGINT PRIMARY KEY,
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  district TEXT NOT NULL,
  institution TEXT NOT NULL,
  site TEXT NOT NULL,
  ground TEXT NOT NULL,
  kind TEXT NOT NULL,
  facts TEXT NOT NULL,
  basis TEXT NOT NULL,
  from_day TEXT,
  to_day TEXT,
  due_day TEXT,
  amount BIGINT NOT NULL,
  persons TEXT NOT NULL,
  person_count BIGINT NOT NULL,
  authority TEXT NOT NULL,
  state TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_name TEXT NOT NULL,
  proposed_at BIGINT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_name TEXT NOT NULL,
  decided_at BIGINT,
  ended_by TEXT NOT NULL,
  ended_name TEXT NOT NULL,
  ended_at BIGINT,
  reason TEXT NOT NULL,
  effect TEXT NOT NULL,
  barred_until TEXT,
  search TEXT NOT NULL
);
CREATE INDEX decision_district ON decision (district, state, number);
CREATE INDEX decision_decided ON decision (state, decided_at);
CREATE INDEX decision_institution ON decision (institution, state);
CREATE INDEX decision_site ON decision (site, state);
CREATE TABLE decision_basis (
  record TEXT NOT NULL,
  decision BIGINT NOT NULL REFERENCES decision (number),
  place BIGINT NOT NULL,
  PRIMARY KEY (record, decision)
);
CREATE INDEX decision_basis_decision ON decision_basis (decision, place);
CREATE TABLE decision_count (
  name TEXT PRIMARY KEY,
  n BIGINT NOT NULL
))"}};
}

} // namespace ankao::enforcement
