// SPDX-License-Identifier: Apache-2.0
#include "ledger/service/ledger.hpp"

namespace ankao::ledger {

std::vector<db::Migration> migrations() {
  return {{100, "ledger events", R"(CREATE TABLE ledger_event (
  number BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  account TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  role TEXT NOT NULL,
  scope TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  before_sm3 TEXT NOT NULL,
  after_sm3 TEXT NOT NULL,
  clause TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX ledger_event_subject ON ledger_event (subject, number);
)"},
          {101, "Merkle log", R"(ALTER TABLE ledger_event ADD COLUMN behalf TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger_event ADD COLUMN salt {bytes};
CREATE TABLE ledger_node (
  level BIGINT NOT NULL,
  position BIGINT NOT NULL,
  hash {bytes} NOT NULL,
  PRIMARY KEY (level, position)
);
)"},
          {102, "checkpoints", R"(CREATE TABLE ledger_checkpoint (
  size BIGINT PRIMARY KEY,
  origin TEXT NOT NULL,
  root {bytes} NOT NULL,
  at BIGINT NOT NULL,
  signature {bytes} NOT NULL
);
)"},
          {103, "checks, expired shards, legal holds", R"(CREATE TABLE ledger_check (
  at BIGINT NOT NULL,
  account TEXT NOT NULL,
  size BIGINT NOT NULL,
  findings BIGINT NOT NULL,
  id BIGINT PRIMARY KEY
);
CREATE TABLE ledger_finding (
  check_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  kind TEXT NOT NULL,
  first BIGINT NOT NULL,
  last BIGINT NOT NULL,
  PRIMARY KEY (check_id, position)
);
CREATE TABLE ledger_shard (
  month TEXT NOT NULL,
  term TEXT NOT NULL,
  expired_at BIGINT NOT NULL,
  event BIGINT NOT NULL,
  events BIGINT NOT NULL,
  numbers TEXT NOT NULL,
  PRIMARY KEY (month, term)
);
CREATE TABLE ledger_hold (
  id TEXT PRIMARY KEY,
  first_month TEXT NOT NULL,
  last_month TEXT NOT NULL,
  term TEXT NOT NULL,
  reason TEXT NOT NULL,
  placed_by TEXT NOT NULL,
  placed_at BIGINT NOT NULL,
  lift_reason TEXT NOT NULL,
  lifted_by TEXT NOT NULL,
  lifted_at BIGINT
);
)"}};
}

} // namespace ankao::ledger
