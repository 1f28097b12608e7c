// SPDX-License-Identifier: Apache-2.0
#include "identity/store/second.hpp"

namespace ankao::identity::store {

db::Migration second_migration() {
  return {560, "second factor", R"(ALTER TABLE identity_account ADD COLUMN second_at BIGINT;
ALTER TABLE identity_session ADD COLUMN second_shown BIGINT NOT NULL DEFAULT 0;
CREATE TABLE identity_factor (
  account TEXT PRIMARY KEY REFERENCES identity_account (id),
  secret TEXT NOT NULL,
  last_step BIGINT NOT NULL,
  pending TEXT NOT NULL,
  pending_session TEXT NOT NULL,
  pending_at BIGINT NOT NULL
);
CREATE TABLE identity_recovery (
  account TEXT NOT NULL REFERENCES identity_account (id),
  digest TEXT NOT NULL,
  used_at BIGINT,
  PRIMARY KEY (account, digest)
);
)"};
}

std::optional<Factor> find_factor(db::Transaction& transaction, const std::string& account) {
  const auto rows = transaction.query("SELECT secret, last_step, pending, pending_session, pending_at FROM identity_factor WHERE account = $1", {account});
  if (rows.empty()) return std::nullopt;
  return Factor{rows.text(0, "secret"), rows.integer(0, "last_step"), rows.text(0, "pending"), rows.text(0, "pending_session"), Instant{rows.integer(0, "pending_at")}};
}

void put_pending(db::Transaction& transaction, const std::string& account, const std::string& sealed, const std::string& session, Instant now) {
  transaction.execute("INSERT INTO identity_factor (account, secret, last_step, pending, pending_session, pending_at) VALUES ($1, '', 0, $2, $3, $4) "
                      "ON CONFLICT (account) DO UPDATE SET pending = excluded.pending, pending_session = excluded.pending_session, pending_at = excluded.pending_at",
                      {account, sealed, session, now.ms});
}

void bind_factor(db::Transaction& transaction, const std::string& account, const std::string& sealed, std::int64_t last_step, Instant now) {
  transaction.execute("INSERT INTO identity_factor (account, secret, last_step, pending, pending_session, pending_at) VALUES ($1, $2, $3, '', '', 0) "
                      "ON CONFLICT (account) DO UPDATE SET secret = excluded.secret, last_step = excluded.last_step, pending = '', pending_session = ''",
                      {account, sealed, last_step});
  transaction.execute("UPDATE identity_account SET second_at = $2 WHERE id = $1", {account, now.ms});
}

bool take_step(db::Transaction& transaction, const std::string& account, std::int64_t step) {
  return transaction.execute("UPDATE identity_factor SET last_step = $2 WHERE account = $1 AND last_step < $2", {account, step}) == 1;
}

void delete_factor(db::Transaction& transaction, const std::string& account) {
  transaction.execute("DELETE FROM identity_factor WHERE account = $1", {account});
  transaction.execute("DELETE FROM identity_recovery WHERE account = $1", {account});
  transaction.execute("UPDATE identity_account SET second_at = NULL WHERE id = $1", {account});
}

void put_recovery(db::Transaction& transaction, const std::string& account, const std::vector<std::string>& digests) {
  transaction.execute("DELETE FROM identity_recovery WHERE account = $1", {account});
  for (const std::string& digest : digests) transaction.execute("INSERT INTO identity_recovery (account, digest) VALUES ($1, $2)", {account, digest});
}

bool use_recovery(db::Transaction& transaction, const std::string& account, const std::string& digest, Instant now) {
  return transaction.execute("UPDATE identity_recovery SET used_at = $3 WHERE account = $1 AND digest = $2 AND used_at IS NULL", {account, digest, now.ms}) == 1;
}

std::int64_t recovery_left(db::Transaction& transaction, const std::string& account) {
  return transaction.query("SELECT COUNT(*) AS n FROM identity_recovery WHERE account = $1 AND used_at IS NULL", {account}).integer(0, "n");
}

} // namespace ankao::identity::store
