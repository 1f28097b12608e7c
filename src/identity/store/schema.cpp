// SPDX-License-Identifier: Apache-2.0
#include "identity/service/identity.hpp"
#include "identity/store/personal.hpp"
#include "identity/store/oidc.hpp"
#include "identity/store/second.hpp"

namespace ankao::identity {

std::vector<db::Migration> migrations() {
  return {{500, "accounts, sessions, attempts", R"(CREATE TABLE identity_account (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  scope_id TEXT NOT NULL,
  enabled BIGINT NOT NULL,
  must_change BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  password_at BIGINT NOT NULL,
  signed_in_at BIGINT,
  password TEXT NOT NULL
);
CREATE TABLE identity_session (
  id TEXT PRIMARY KEY,
  token_sm3 TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL REFERENCES identity_account (id),
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  peer TEXT NOT NULL,
  agent TEXT NOT NULL
);
CREATE INDEX identity_session_account ON identity_session (account);
CREATE INDEX identity_session_created ON identity_session (created_at);
CREATE TABLE identity_attempt (
  key TEXT PRIMARY KEY,
  failures BIGINT NOT NULL,
  last_at BIGINT NOT NULL
);
CREATE INDEX identity_attempt_last ON identity_attempt (last_at);
)"},
          {501, "posts, leavers, delegations, attempts to sign in, known devices", R"(ALTER TABLE identity_account ADD COLUMN left_at BIGINT;
ALTER TABLE identity_session ADD COLUMN delegation TEXT NOT NULL DEFAULT '';
CREATE TABLE identity_post (
  account TEXT NOT NULL REFERENCES identity_account (id),
  since BIGINT NOT NULL,
  role TEXT NOT NULL,
  scope_id TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX identity_post_account ON identity_post (account, since);
INSERT INTO identity_post (account, since, role, scope_id, decided_by, reason) SELECT id, created_at, role, scope_id, 'system', '' FROM identity_account;
CREATE TABLE identity_delegation (
  id TEXT PRIMARY KEY,
  giver TEXT NOT NULL REFERENCES identity_account (id),
  taker TEXT NOT NULL REFERENCES identity_account (id),
  role TEXT NOT NULL,
  scope_id TEXT NOT NULL,
  permissions TEXT NOT NULL,
  starts_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  reason TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX identity_delegation_giver ON identity_delegation (giver);
CREATE INDEX identity_delegation_taker ON identity_delegation (taker);
CREATE TABLE identity_sign_in (
  id TEXT PRIMARY KEY,
  at BIGINT NOT NULL,
  account TEXT NOT NULL,
  outcome TEXT NOT NULL,
  peer TEXT NOT NULL,
  agent TEXT NOT NULL
);
CREATE INDEX identity_sign_in_at ON identity_sign_in (at);
CREATE INDEX identity_sign_in_account ON identity_sign_in (account, at);
CREATE TABLE identity_device (
  token_sm3 TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES identity_account (id),
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (token_sm3, account)
);
)"},
          personal_step(), store::oidc_migration(), store::second_migration()};
}

} // namespace ankao::identity
