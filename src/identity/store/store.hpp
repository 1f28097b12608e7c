// SPDX-License-Identifier: Apache-2.0
// The SQL of identity: accounts, sessions, attempts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "identity/rules/throttle.hpp"
#include "identity/words/account.hpp"
#include "identity/words/delegation.hpp"

namespace ankao::identity::store {

struct StoredAccount {
  Account account;
  std::string password_hash;
};

void insert_account(db::Transaction& transaction, const StoredAccount& stored);
std::optional<StoredAccount> find_account(db::Transaction& transaction, const std::string& id);
void update_password(db::Transaction& transaction, const std::string& id, const std::string& hash, PasswordState state, Instant now);
/// Same password, dearer hash.
void renew_hash(db::Transaction& transaction, const std::string& id, const std::string& hash);
void set_enabled(db::Transaction& transaction, const std::string& id, bool enabled);
void set_post(db::Transaction& transaction, const std::string& id, const std::string& role, const std::string& scope_id);
/// Disabled for good.
void set_left(db::Transaction& transaction, const std::string& id, Instant at);
void note_sign_in(db::Transaction& transaction, const std::string& id, Instant now);
std::int64_t count_enabled(db::Transaction& transaction, const std::string& role);

struct AccountFilter {
  std::string text; ///< part of the id or the name
  std::string role;
  std::int64_t offset = 0;
  std::int64_t limit = 50;
  std::string order = "id"; ///< SQL
};
std::vector<Account> list_accounts(db::Transaction& transaction, const AccountFilter& filter);
std::int64_t count_accounts(db::Transaction& transaction, const AccountFilter& filter);

void insert_session(db::Transaction& transaction, const Session& session, const std::string& token_digest);
std::optional<Session> find_session(db::Transaction& transaction, const std::string& token_digest);
/// Newest first.
std::vector<Session> sessions_of(db::Transaction& transaction, const std::string& account);
/// Of everybody, last used first.
std::vector<Session> sessions_since(db::Transaction& transaction, Instant created);
/// Sessions signed in after `created` and used after `seen`.
struct OnlineFilter {
  Instant created, seen;
  std::string account; ///< exactly; empty: of everybody
  std::int64_t offset = 0;
  std::int64_t limit = 50;
  std::string order = "seen_at DESC, id"; ///< SQL
};
std::vector<Session> list_online(db::Transaction& transaction, const OnlineFilter& filter);
std::int64_t count_online(db::Transaction& transaction, const OnlineFilter& filter);
void use_delegation(db::Transaction& transaction, const std::string& session, const std::string& delegation);
/// It has shown its second factor.
void prove_session(db::Transaction& transaction, const std::string& id);
void touch_session(db::Transaction& transaction, const std::string& id, Instant now);
void delete_session(db::Transaction& transaction, const std::string& id);
/// Every session of an account but one; returns how many.
std::int64_t delete_sessions(db::Transaction& transaction, const std::string& account, const std::string& except_id);
void delete_sessions_before(db::Transaction& transaction, Instant created);

std::optional<Attempts> find_attempts(db::Transaction& transaction, const std::string& key);
void put_attempts(db::Transaction& transaction, const std::string& key, const Attempts& attempts);
void delete_attempts(db::Transaction& transaction, const std::string& key);
void delete_attempts_before(db::Transaction& transaction, Instant last);

void insert_post(db::Transaction& transaction, const Post& post);
/// Newest first.
std::vector<Post> posts_of(db::Transaction& transaction, const std::string& account);

void insert_delegation(db::Transaction& transaction, const Delegation& delegation);
std::optional<Delegation> find_delegation(db::Transaction& transaction, const std::string& id);
/// Given or taken by the account, newest first.
std::vector<Delegation> delegations_of(db::Transaction& transaction, const std::string& account);
void end_delegation(db::Transaction& transaction, const std::string& id, Instant at);

void insert_attempt(db::Transaction& transaction, const SignInAttempt& attempt);
struct AttemptFilter {
  std::string account;
  std::string outcome;
  std::int64_t offset = 0;
  std::int64_t limit = 50;
  std::string order = "at DESC, id"; ///< SQL
};
/// Newest first.
std::vector<SignInAttempt> list_attempts(db::Transaction& transaction, const AttemptFilter& filter);
std::int64_t count_attempts(db::Transaction& transaction, const AttemptFilter& filter);

void delete_sign_ins_before(db::Transaction& transaction, Instant at);

bool knows_device(db::Transaction& transaction, const std::string& token_digest, const std::string& account);
void note_device(db::Transaction& transaction, const std::string& token_digest, const std::string& account, Instant now);

} // namespace ankao::identity::store
