// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "identity/store/store.hpp"

namespace ankao::identity::store {
namespace {

Delegation read_delegation(const db::Rows& rows, std::size_t i) {
  Delegation out;
  out.id = rows.text(i, "id");
  out.giver = rows.text(i, "giver");
  out.taker = rows.text(i, "taker");
  out.role = rows.text(i, "role");
  out.scope_id = rows.text(i, "scope_id");
  out.permissions = nlohmann::json::parse(rows.text(i, "permissions")).get<std::set<std::string>>();
  out.starts_at = Instant{rows.integer(i, "starts_at")};
  out.ends_at = Instant{rows.integer(i, "ends_at")};
  out.reason = rows.text(i, "reason");
  out.created_at = Instant{rows.integer(i, "created_at")};
  if (const auto at = rows.maybe_integer(i, "ended_at")) out.ended_at = Instant{*at};
  return out;
}

constexpr const char* k_attempts = " FROM identity_sign_in WHERE ($1 = '' OR account = $1) AND ($2 = '' OR outcome = $2)";

} // namespace

void insert_post(db::Transaction& transaction, const Post& post) {
  transaction.execute("INSERT INTO identity_post (account, since, role, scope_id, decided_by, reason) VALUES ($1, $2, $3, $4, $5, $6)",
                      {post.account, post.since.ms, post.role, post.scope_id, post.by, post.reason});
}

std::vector<Post> posts_of(db::Transaction& transaction, const std::string& account) {
  const auto rows = transaction.query("SELECT * FROM identity_post WHERE account = $1 ORDER BY since DESC", {account});
  std::vector<Post> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back({rows.text(i, "account"), Instant{rows.integer(i, "since")}, rows.text(i, "role"), rows.text(i, "scope_id"),
                   rows.text(i, "decided_by"), rows.text(i, "reason")});
  return out;
}

void insert_delegation(db::Transaction& transaction, const Delegation& one) {
  transaction.execute("INSERT INTO identity_delegation (id, giver, taker, role, scope_id, permissions, starts_at, ends_at, reason, created_at) "
                      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                      {one.id, one.giver, one.taker, one.role, one.scope_id, nlohmann::json(one.permissions).dump(), one.starts_at.ms,
                       one.ends_at.ms, one.reason, one.created_at.ms});
}

std::optional<Delegation> find_delegation(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM identity_delegation WHERE id = $1", {id});
  if (rows.empty()) return std::nullopt;
  return read_delegation(rows, 0);
}

std::vector<Delegation> delegations_of(db::Transaction& transaction, const std::string& account) {
  const auto rows =
      transaction.query("SELECT * FROM identity_delegation WHERE giver = $1 OR taker = $1 ORDER BY created_at DESC, id", {account});
  std::vector<Delegation> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read_delegation(rows, i));
  return out;
}

void end_delegation(db::Transaction& transaction, const std::string& id, Instant at) {
  transaction.execute("UPDATE identity_delegation SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL", {id, at.ms});
  transaction.execute("UPDATE identity_session SET delegation = '' WHERE delegation = $1", {id});
}

void insert_attempt(db::Transaction& transaction, const SignInAttempt& attempt) {
  transaction.execute("INSERT INTO identity_sign_in (id, at, account, outcome, peer, agent) VALUES ($1, $2, $3, $4, $5, $6)",
                      {attempt.id, attempt.at.ms, attempt.account, attempt.outcome, attempt.peer, attempt.agent});
}

std::vector<SignInAttempt> list_attempts(db::Transaction& transaction, const AttemptFilter& filter) {
  const auto rows = transaction.query(std::string("SELECT *") + k_attempts + " ORDER BY " + filter.order + " LIMIT $3 OFFSET $4",
                                      {filter.account, filter.outcome, filter.limit, filter.offset});
  std::vector<SignInAttempt> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back({rows.text(i, "id"), Instant{rows.integer(i, "at")}, rows.text(i, "account"), rows.text(i, "outcome"), rows.text(i, "peer"),
                   rows.text(i, "agent")});
  return out;
}

std::int64_t count_attempts(db::Transaction& transaction, const AttemptFilter& filter) {
  return transaction.query(std::string("SELECT COUNT(*) AS n") + k_attempts, {filter.account, filter.outcome}).integer(0, "n");
}

void delete_sign_ins_before(db::Transaction& transaction, Instant at) {
  transaction.execute("DELETE FROM identity_sign_in WHERE at < $1", {at.ms});
}

bool knows_device(db::Transaction& transaction, const std::string& token_digest, const std::string& account) {
  return !transaction.query("SELECT account FROM identity_device WHERE token_sm3 = $1 AND account = $2", {token_digest, account}).empty();
}

void note_device(db::Transaction& transaction, const std::string& token_digest, const std::string& account, Instant now) {
  transaction.execute("INSERT INTO identity_device (token_sm3, account, seen_at) VALUES ($1, $2, $3) "
                      "ON CONFLICT (token_sm3, account) DO UPDATE SET seen_at = excluded.seen_at",
                      {token_digest, account, now.ms});
}

} // namespace ankao::identity::store
