// SPDX-License-Identifier: Apache-2.0
#include "identity/store/store.hpp"

namespace ankao::identity::store {
namespace {

Session read_session(const db::Rows& rows, std::size_t i) {
  return {rows.text(i, "id"),   rows.text(i, "account"), Instant{rows.integer(i, "created_at")}, Instant{rows.integer(i, "seen_at")},
          rows.text(i, "peer"), rows.text(i, "agent"), rows.text(i, "delegation"), rows.integer(i, "second_shown") != 0};
}

constexpr const char* k_online = " FROM identity_session WHERE created_at > $1 AND seen_at > $2 AND ($3 = '' OR account = $3)";

} // namespace

void insert_session(db::Transaction& transaction, const Session& session, const std::string& token_digest) {
  transaction.execute(
      "INSERT INTO identity_session (id, token_sm3, account, created_at, seen_at, peer, agent, second_shown) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      {session.id, token_digest, session.account, session.created_at.ms, session.seen_at.ms, session.peer, session.agent, std::int64_t{session.second ? 1 : 0}});
}

std::optional<Session> find_session(db::Transaction& transaction, const std::string& token_digest) {
  const auto rows = transaction.query("SELECT * FROM identity_session WHERE token_sm3 = $1", {token_digest});
  if (rows.empty()) return std::nullopt;
  return read_session(rows, 0);
}

std::vector<Session> sessions_of(db::Transaction& transaction, const std::string& account) {
  const auto rows = transaction.query("SELECT * FROM identity_session WHERE account = $1 ORDER BY created_at DESC, id", {account});
  std::vector<Session> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read_session(rows, i));
  return out;
}

std::vector<Session> sessions_since(db::Transaction& transaction, Instant created) {
  const auto rows = transaction.query("SELECT * FROM identity_session WHERE created_at > $1 ORDER BY seen_at DESC, id", {created.ms});
  std::vector<Session> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read_session(rows, i));
  return out;
}

std::vector<Session> list_online(db::Transaction& transaction, const OnlineFilter& filter) {
  const auto rows = transaction.query(std::string("SELECT *") + k_online + " ORDER BY " + filter.order + " LIMIT $4 OFFSET $5",
                                      {filter.created.ms, filter.seen.ms, filter.account, filter.limit, filter.offset});
  std::vector<Session> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read_session(rows, i));
  return out;
}

std::int64_t count_online(db::Transaction& transaction, const OnlineFilter& filter) {
  return transaction.query(std::string("SELECT COUNT(*) AS n") + k_online, {filter.created.ms, filter.seen.ms, filter.account}).integer(0, "n");
}

void use_delegation(db::Transaction& transaction, const std::string& session, const std::string& delegation) {
  transaction.execute("UPDATE identity_session SET delegation = $2 WHERE id = $1", {session, delegation});
}

void prove_session(db::Transaction& transaction, const std::string& id) {
  transaction.execute("UPDATE identity_session SET second_shown = 1 WHERE id = $1", {id});
}

void touch_session(db::Transaction& transaction, const std::string& id, Instant now) {
  transaction.execute("UPDATE identity_session SET seen_at = $2 WHERE id = $1 AND seen_at < $2", {id, now.ms});
}

void delete_session(db::Transaction& transaction, const std::string& id) {
  transaction.execute("DELETE FROM identity_session WHERE id = $1", {id});
}

std::int64_t delete_sessions(db::Transaction& transaction, const std::string& account, const std::string& except_id) {
  return transaction.execute("DELETE FROM identity_session WHERE account = $1 AND id <> $2", {account, except_id});
}

void delete_sessions_before(db::Transaction& transaction, Instant created) {
  transaction.execute("DELETE FROM identity_session WHERE created_at <= $1", {created.ms});
}

} // namespace ankao::identity::store
