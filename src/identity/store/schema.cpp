// SPDX-License-Identifier: Apache-2.0
#include "identity/service/identity.hpp"
#include "identity/store/personal.hpp"
#include "identity/store/oidc.hpp"

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
          personal_step(), store::oidc_migration()};
}

} // namespace ankao::identity
