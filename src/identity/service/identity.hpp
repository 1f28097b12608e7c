// SPDX-License-Identifier: Apache-2.0
// The use cases of identity; each is one transaction with its ledger event. Safe to use from many threads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "identity/service/random.hpp"
#include "identity/words/account.hpp"
#include "identity/words/delegation.hpp"
#include "identity/words/role.hpp"
#include "identity/words/second.hpp"
#include "identity/words/settings.hpp"
#include "ledger/words/event.hpp"

namespace ankao::identity {

/// Schema steps 500-599.
std::vector<db::Migration> migrations();

/// Where a request comes from.
struct Origin {
  std::string peer;
  std::string agent;
  std::string device = {}; ///< secret of a browser that has signed in before, "" for a new one
};

struct Credentials {
  std::string account; ///< as typed
  std::string password;
};

struct SignedIn {
  std::string token; ///< 64 hexadecimal digits, told once; only its SM3 is kept
  Session session;
  Account account;
  std::string device = {}; ///< the browser's secret, to be kept there: its failures are counted apart from everybody else's
};

/// Whom a session acts for.
struct Behalf {
  Delegation delegation;
  Account giver;
};

struct Live {
  Session session;
  Account account;
  std::optional<Behalf> behalf = std::nullopt; ///< only while the delegation is in force
};

/// What the session still has to show.
Step step_of(const Live& live, const Roles& roles);

struct NewPost {
  std::string role;
  std::string scope_id;
  std::string reason;
};

struct NewDelegation {
  std::string taker;
  std::set<std::string> permissions;
  Instant starts_at;
  Instant ends_at;
  std::string reason;
};

struct AttemptQuery {
  std::string account;
  std::string outcome;
  std::int64_t offset = 0;
  std::int64_t limit = 50;
  std::string order = "at DESC, id"; ///< SQL
};

struct AttemptPage {
  std::int64_t total = 0;
  std::vector<SignInAttempt> attempts;
};

struct NewAccount {
  std::string id;
  std::string name;
  std::string role;
  std::string scope_id;
  std::optional<std::string> password; ///< nothing: one is made
  PasswordState state = PasswordState::MustChange;
};

struct Opened {
  Account account;
  std::string password; ///< the made one, to be handed over once; "" when it was given
};

/// One row of a table of accounts.
struct AccountRow {
  int row = 0;
  NewAccount wanted;
  std::vector<Problem> faults; ///< Problem::at: "account", "name", "role", "scope_id"
};

struct AccountImport {
  int rows = 0;
  int added = 0;
  int unchanged = 0; ///< stand already with the same name, role and scope
  bool stored = false;
  std::vector<AccountRow> bad;
  std::vector<Opened> opened; ///< with the passwords made, told once
};

struct AccountQuery {
  std::string text;
  std::string role;
  std::int64_t offset = 0;
  std::int64_t limit = 50;
  std::string order = "id"; ///< SQL
};

struct AccountPage {
  std::int64_t total = 0;
  std::vector<Account> accounts;
};

enum class Enabling { Disable, Enable };

/// How long a request may go by before a session's last use is written again; keeps reading free of writes.
inline constexpr std::int64_t k_seen_step_ms = 30'000;

class Identity {
public:
  /// All must outlive it. Takes the time of one password hash.
  Identity(db::Database& database, const Roles& roles, const Settings& settings, Random& random);

  const Roles& roles() const { return roles_; }
  const Settings& settings() const { return settings_; }

  // ---- signing in ----
  /// In this order: identity.too_many_attempts, wrong_credentials, account_disabled. Takes as long for an account that does not exist.
  Result<SignedIn> sign_in(const Credentials& credentials, const Origin& origin, Instant now);
  /// For somebody whom an identity provider vouches for: identity.account_unknown, account_left, account_disabled.
  Result<SignedIn> sign_in_as(const std::string& account, const Origin& origin, Instant now, Proof proof = Proof::One);
  /// The session has shown its second factor.
  void prove(db::Transaction& transaction, const Live& who, const Origin& origin, Instant now);
  /// For the log of attempts: somebody was turned away. `account` is "" when it is not known.
  void note_refusal(const std::string& account, const Problem& refused, const Origin& origin, Instant now);
  /// The live session of a token; nothing for a token that is wrong, ended or over, or of a disabled account.
  std::optional<Live> live(const std::string& token, Instant now);
  /// Nothing happens for a token that is not live.
  void sign_out(const std::string& token, Instant now);
  /// The account's live sessions, newest first.
  std::vector<Session> sessions(const std::string& account, Instant now);
  /// Ends one session of the same account: identity.session_unknown.
  Result<void> revoke(const Live& who, const std::string& session, Instant now);
  /// Ends the account's other sessions: identity.too_many_attempts, password_wrong, password_unchanged, password_*.
  Result<void> change_password(const Live& who, const std::string& present, const std::string& fresh, Instant now);

  /// Everybody's live sessions, last used first.
  std::vector<Session> online(Instant now);
  /// Ends anybody's session: identity.session_unknown.
  Result<void> end_session(const ledger::Actor& actor, const std::string& session, Instant now);
  AttemptPage attempts(const AttemptQuery& query);

  // ---- acting for somebody else ----
  /// Problems identity.delegation_*, reason.
  Result<Delegation> delegate(const Live& who, const NewDelegation& wanted, Instant now);
  /// By the giver, or by the taker who gives it back: identity.delegation_unknown.
  Result<void> end_delegation(const Live& who, const std::string& delegation, Instant now);
  /// Given and taken, newest first.
  std::vector<Delegation> delegations(const std::string& account);
  /// Accounts that the giver may choose.
  std::vector<Account> takers(const Account& giver);
  /// From here on the session acts under the delegation, or for itself again (""): identity.delegation_unknown.
  Result<Live> act_for(const Live& who, const std::string& delegation, Instant now);

  // ---- accounts ----
  /// Another role or scope, from now on; ends sessions and delegations: identity.account_unknown, own_account, account_left, same_post ...
  Result<void> change_post(const ledger::Actor& actor, const std::string& account, const NewPost& wanted, Instant now);
  /// The person is gone: signed out, delegations ended, never signs in again; the history stays.
  Result<void> leave(const ledger::Actor& actor, const std::string& account, const std::string& reason, Instant now);
  /// Newest first.
  std::vector<Post> posts(const std::string& account);
  Result<Opened> create_account(const ledger::Actor& actor, const NewAccount& wanted, Instant now);
  /// All rows or, when one is bad or `dry_run`, none: one transaction, one event account.create each. Every password is made.
  AccountImport import_accounts(const ledger::Actor& actor, std::vector<AccountRow> rows, bool dry_run, Instant now);
  /// Ends every session of the account: identity.account_unknown, own_account, last_administrator. Saying it twice changes nothing.
  Result<void> set_enabled(const ledger::Actor& actor, const std::string& account, Enabling enabling, Instant now);
  /// A new password that must be changed at the next sign-in; ends the account's sessions. "" is made, and returned.
  Result<Opened> reset_password(const ledger::Actor& actor, const std::string& account, const std::optional<std::string>& password,
                                Instant now);
  db::Database& database() { return database_; }
  AccountPage accounts(const AccountQuery& query);
  std::optional<Account> account(const std::string& id);
  ledger::Actor actor_of(const Account& account) const;

private:
  Result<SignedIn> admit(const std::string& account, const std::string& password, const Origin& origin, Instant now);
  void note_attempt(db::Transaction& transaction, const std::string& account, const std::string& outcome, const Origin& origin, Instant now);
  Result<void> reserve_attempt(const std::string& account, const Origin& origin, Instant now);
  void admitted(db::Transaction& transaction, const std::string& account, const Origin& origin, Instant now);
  std::optional<Behalf> behalf_of(db::Transaction& transaction, const std::string& taker, const std::string& delegation, Instant now);
  void end_delegations(db::Transaction& transaction, const ledger::Actor& actor, const std::string& account, Instant now);
  SignedIn open_session(db::Transaction& transaction, const Account& account, const Origin& origin, Instant now, Proof proof);
  /// The password to set and whether it was made.
  Result<Opened> choose_password(const std::string& account, const std::optional<std::string>& wanted);

  db::Database& database_;
  const Roles& roles_;
  const Settings& settings_;
  Random& random_;
  std::string nobodys_hash_; ///< what the password of an unknown account is compared with
};

} // namespace ankao::identity
