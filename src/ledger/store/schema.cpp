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
)"}};
}

} // namespace ankao::ledger
