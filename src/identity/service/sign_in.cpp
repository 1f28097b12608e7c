// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "identity/rules/account.hpp"
#include "identity/rules/second.hpp"
#include "identity/rules/session.hpp"
#include "identity/service/counters.hpp"
#include "identity/service/identity.hpp"
#include "identity/service/password_hash.hpp"
#include "identity/store/store.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::identity {
namespace {

constexpr std::size_t k_token_bytes = 32;
constexpr std::size_t k_session_id_bytes = 16;
constexpr std::size_t k_agent_longest = 200;
constexpr std::size_t k_password_longest_bytes = 1024; ///< longer input is refused before it costs a hash

std::string digest_of_token(const std::string& token) { return to_hex(sm3(token)); }

/// Header text from outside: cut, and without what the database would refuse.
std::string printable(const std::string& text) {
  std::string out;
  for (const char c : text.substr(0, k_agent_longest)) out += c >= 0x20 && c < 0x7f ? c : '?';
  return out;
}

} // namespace

Identity::Identity(db::Database& database, const Roles& roles, const Settings& settings, Random& random)
    : database_(database)
    , roles_(roles)
    , settings_(settings)
    , random_(random)
    , nobodys_hash_(hash_password(random_hex(random, k_token_bytes), settings.hash, random)) {}

ledger::Actor Identity::actor_of(const Account& account) const {
  const Role* role = roles_.find(account.role);
  const std::string kind = role == nullptr ? "" : word_of(role->scope);
  return {account.id, account.name, account.role, account.scope_id.empty() ? kind : kind + ":" + account.scope_id};
}

Result<void> Identity::reserve_attempt(const std::string& account, const Origin& origin, Instant now) {
  return db::decide(database_, [&](db::Transaction& transaction) {
    return reserve(transaction, password_counters(transaction, settings_, account, origin), settings_, now);
  });
}

void Identity::note_attempt(db::Transaction& transaction, const std::string& account, const std::string& outcome, const Origin& origin,
                            Instant now) {
  // People type passwords into the account's field: only what is an account is kept.
  const bool known = check_account_id(account).ok() && store::find_account(transaction, account);
  store::delete_sign_ins_before(transaction, Instant{now.ms - settings_.sign_in_log_ms});
  store::insert_attempt(transaction, {random_hex(random_, k_session_id_bytes), now, known ? account : "", outcome, printable(origin.peer),
                                      printable(origin.agent)});
}

Result<SignedIn> Identity::sign_in(const Credentials& credentials, const Origin& origin, Instant now) {
  const std::string id = account_id(credentials.account);
  auto result = admit(id, credentials.password, origin, now);
  if (!result.ok()) note_refusal(id, result.problem(), origin, now);
  return result;
}

void Identity::note_refusal(const std::string& account, const Problem& refused, const Origin& origin, Instant now) {
  const std::string outcome = refused.id.substr(refused.id.find('.') + 1);
  database_.write([&](db::Transaction& transaction) { note_attempt(transaction, account, outcome, origin, now); });
}

Result<SignedIn> Identity::admit(const std::string& id, const std::string& password, const Origin& origin, Instant now) {
  if (password.size() > k_password_longest_bytes) return problem("identity.wrong_credentials");
  if (const auto reserved = reserve_attempt(id, origin, now); !reserved.ok()) return reserved.problem();
  std::optional<store::StoredAccount> stored;
  if (check_account_id(id).ok()) database_.read([&](db::Transaction& transaction) { stored = store::find_account(transaction, id); });
  const bool fits = fits_password(password, stored ? stored->password_hash : nobodys_hash_);
  if (!stored || !fits) return problem("identity.wrong_credentials");
  if (stored->account.left_at) return problem("identity.account_left", {{"account", id}});
  if (!stored->account.enabled) return problem("identity.account_disabled");
  const bool renew = is_outdated(stored->password_hash, settings_.hash);
  const std::string renewed = renew ? hash_password(password, settings_.hash, random_) : "";
  std::optional<SignedIn> out;
  database_.write([&](db::Transaction& transaction) {
    forgive(transaction, password_counters(transaction, settings_, id, origin));
    // The account may have been disabled, or its password changed, while the hash was computed.
    const auto again = store::find_account(transaction, id);
    if (!again || !again->account.enabled || again->password_hash != stored->password_hash) return;
    if (renew) store::renew_hash(transaction, id, renewed);
    out = open_session(transaction, again->account, origin, now, Proof::One);
  });
  if (!out) return problem("identity.wrong_credentials");
  return *out;
}

SignedIn Identity::open_session(db::Transaction& transaction, const Account& account, const Origin& origin, Instant now, Proof proof) {
  SignedIn out{random_hex(random_, k_token_bytes), {}, account, digest_from_hex(origin.device) ? origin.device : random_hex(random_, k_token_bytes)};
  out.session = {random_hex(random_, k_session_id_bytes), account.id, now, now, printable(origin.peer), printable(origin.agent), "", proof == Proof::Two};
  store::delete_sessions_before(transaction, Instant{now.ms - settings_.session.absolute_ms});
  store::insert_session(transaction, out.session, digest_of_token(out.token));
  ledger::append(transaction, {actor_of(account), now, "session.create", "session:" + out.session.id, "", "", "", ""});
  const Role* role = roles_.find(account.role);
  const bool owes_second = proof == Proof::One && (account.second_at || (role != nullptr && role->decides));
  if (owes_second) note_attempt(transaction, account.id, "password_accepted", origin, now);
  else admitted(transaction, account.id, {origin.peer, origin.agent, out.device}, now);
  if (!owes_second) out.account.signed_in_at = now;
  return out;
}

// A browser is known only when everything was shown: with the password alone nobody gets a counter of his own.
void Identity::admitted(db::Transaction& transaction, const std::string& account, const Origin& origin, Instant now) {
  store::note_sign_in(transaction, account, now);
  if (digest_from_hex(origin.device)) store::note_device(transaction, digest_of_token(origin.device), account, now);
  note_attempt(transaction, account, "signed_in", origin, now);
}

void Identity::prove(db::Transaction& transaction, const Live& who, const Origin& origin, Instant now) {
  if (who.session.second) return;
  store::prove_session(transaction, who.session.id);
  admitted(transaction, who.account.id, origin, now);
}

Step step_of(const Live& live, const Roles& roles) {
  const auto decides = [&](const std::string& id) {
    const Role* role = roles.find(id);
    return role != nullptr && role->decides;
  };
  return step_of(live.account, decides(live.account.role) || (live.behalf && decides(live.behalf->giver.role)), live.session.second);
}

std::optional<Live> Identity::live(const std::string& token, Instant now) {
  if (!digest_from_hex(token)) return std::nullopt;
  std::optional<Live> out;
  database_.read([&](db::Transaction& transaction) {
    const auto session = store::find_session(transaction, digest_of_token(token));
    if (!session || !is_live(*session, now, settings_.session)) return;
    const auto stored = store::find_account(transaction, session->account);
    if (stored && stored->account.enabled) out = Live{*session, stored->account, behalf_of(transaction, session->account, session->delegation, now)};
  });
  if (!out || now.ms - out->session.seen_at.ms < k_seen_step_ms) return out;
  try {
    database_.write([&](db::Transaction& transaction) { store::touch_session(transaction, out->session.id, now); });
    out->session.seen_at = now;
  } catch (const db::Failure& failure) {
    if (failure.kind() != db::Failure::Kind::Conflict) throw; // a busy database must not refuse a page that only reads
  }
  return out;
}

void Identity::sign_out(const std::string& token, Instant now) {
  const auto who = live(token, now);
  if (!who) return;
  database_.write([&](db::Transaction& transaction) {
    store::delete_session(transaction, who->session.id);
    ledger::append(transaction, {actor_of(who->account), now, "session.end", "session:" + who->session.id, "", "", "", ""});
  });
}

std::vector<Session> Identity::sessions(const std::string& account, Instant now) {
  std::vector<Session> all;
  database_.read([&](db::Transaction& transaction) { all = store::sessions_of(transaction, account); });
  std::erase_if(all, [&](const Session& session) { return !is_live(session, now, settings_.session); });
  return all;
}

Result<void> Identity::revoke(const Live& who, const std::string& session, Instant now) {
  const auto own = sessions(who.account.id, now);
  if (std::none_of(own.begin(), own.end(), [&](const Session& one) { return one.id == session; }))
    return problem("identity.session_unknown");
  database_.write([&](db::Transaction& transaction) {
    store::delete_session(transaction, session);
    ledger::append(transaction, {actor_of(who.account), now, "session.revoke", "session:" + session, "", "", "", ""});
  });
  return {};
}

} // namespace ankao::identity
