// SPDX-License-Identifier: Apache-2.0
#include "identity/store/store.hpp"

namespace ankao::identity::store {
namespace {

Account read_account(const db::Rows& rows, std::size_t i) {
  Account out;
  out.id = rows.text(i, "id");
  out.name = rows.text(i, "name");
  out.role = rows.text(i, "role");
  out.scope_id = rows.text(i, "scope_id");
  out.enabled = rows.integer(i, "enabled") != 0;
  out.password = rows.integer(i, "must_change") != 0 ? PasswordState::MustChange : PasswordState::Chosen;
  out.created_at = Instant{rows.integer(i, "created_at")};
  out.password_at = Instant{rows.integer(i, "password_at")};
  if (const auto at = rows.maybe_integer(i, "signed_in_at")) out.signed_in_at = Instant{*at};
  if (const auto at = rows.maybe_integer(i, "second_at")) out.second_at = Instant{*at};
  if (const auto at = rows.maybe_integer(i, "left_at")) out.left_at = Instant{*at};
  return out;
}

std::int64_t flag(bool value) { return value ? 1 : 0; }

/// A pattern that finds `text` anywhere, taken literally.
std::string containing(const std::string& text) {
  std::string out = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') out += '\\';
    out += c;
  }
  return out + "%";
}

constexpr const char* k_where =
    " FROM identity_account WHERE (id LIKE $1 ESCAPE '\\' OR name LIKE $1 ESCAPE '\\') AND ($2 = '' OR role = $2)";

} // namespace

void insert_account(db::Transaction& transaction, const StoredAccount& stored) {
  const Account& account = stored.account;
  transaction.execute("INSERT INTO identity_account (id, name, role, scope_id, enabled, must_change, created_at, password_at, password) "
                      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                      {account.id, account.name, account.role, account.scope_id, flag(account.enabled),
                       flag(account.password == PasswordState::MustChange), account.created_at.ms, account.password_at.ms,
                       stored.password_hash});
}

std::optional<StoredAccount> find_account(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM identity_account WHERE id = $1", {id});
  if (rows.empty()) return std::nullopt;
  return StoredAccount{read_account(rows, 0), rows.text(0, "password")};
}

void update_password(db::Transaction& transaction, const std::string& id, const std::string& hash, PasswordState state, Instant now) {
  transaction.execute("UPDATE identity_account SET password = $2, must_change = $3, password_at = $4 WHERE id = $1",
                      {id, hash, flag(state == PasswordState::MustChange), now.ms});
}

void renew_hash(db::Transaction& transaction, const std::string& id, const std::string& hash) {
  transaction.execute("UPDATE identity_account SET password = $2 WHERE id = $1", {id, hash});
}

void set_enabled(db::Transaction& transaction, const std::string& id, bool enabled) {
  transaction.execute("UPDATE identity_account SET enabled = $2 WHERE id = $1", {id, flag(enabled)});
}

void set_post(db::Transaction& transaction, const std::string& id, const std::string& role, const std::string& scope_id) {
  transaction.execute("UPDATE identity_account SET role = $2, scope_id = $3 WHERE id = $1", {id, role, scope_id});
}

void set_left(db::Transaction& transaction, const std::string& id, Instant at) {
  transaction.execute("UPDATE identity_account SET enabled = 0, left_at = $2 WHERE id = $1", {id, at.ms});
}

void note_sign_in(db::Transaction& transaction, const std::string& id, Instant now) {
  transaction.execute("UPDATE identity_account SET signed_in_at = $2 WHERE id = $1", {id, now.ms});
}

std::int64_t count_enabled(db::Transaction& transaction, const std::string& role) {
  return transaction.query("SELECT COUNT(*) AS n FROM identity_account WHERE role = $1 AND enabled = 1", {role}).integer(0, "n");
}

std::vector<Account> list_accounts(db::Transaction& transaction, const AccountFilter& filter) {
  const auto rows = transaction.query(std::string("SELECT *") + k_where + " ORDER BY " + filter.order + " LIMIT $3 OFFSET $4",
                                      {containing(filter.text), filter.role, filter.limit, filter.offset});
  std::vector<Account> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read_account(rows, i));
  return out;
}

std::int64_t count_accounts(db::Transaction& transaction, const AccountFilter& filter) {
  return transaction.query(std::string("SELECT COUNT(*) AS n") + k_where, {containing(filter.text), filter.role}).integer(0, "n");
}

} // namespace ankao::identity::store
