// SPDX-License-Identifier: Apache-2.0
// Posts that change, people who leave, everybody's sessions, what was tried at the door.
#include <algorithm>

#include "db/use_case.hpp"
#include "identity/rules/account.hpp"
#include "identity/rules/session.hpp"
#include "identity/service/digests.hpp"
#include "identity/service/identity.hpp"
#include "identity/store/store.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::identity {
namespace {

constexpr const char* k_administrator = "administrator";

/// An account that may lose its post: not the actor's own, not gone, not the last administrator.
Result<Account> movable(db::Transaction& transaction, const ledger::Actor& actor, const std::string& id) {
  const auto stored = store::find_account(transaction, id);
  if (!stored) return problem("identity.account_unknown", {{"account", id.substr(0, 64)}});
  if (stored->account.left_at) return problem("identity.account_left", {{"account", id}});
  if (id == actor.account) return problem("identity.own_account");
  if (stored->account.enabled && stored->account.role == k_administrator && store::count_enabled(transaction, k_administrator) <= 1)
    return problem("identity.last_administrator");
  return stored->account;
}

} // namespace

Result<void> Identity::change_post(const ledger::Actor& actor, const std::string& account, const NewPost& wanted, Instant now) {
  const Role* role = roles_.find(wanted.role);
  if (role == nullptr) return problem("identity.role_unknown", {{"role", wanted.role.substr(0, 64)}, {"known", ""}}, "/role");
  if (const auto sound = check_scope(*role, wanted.scope_id); !sound.ok()) return sound.problem();
  if (const auto sound = check_reason(wanted.reason); !sound.ok()) return sound.problem();
  return db::decide(database_, [&](db::Transaction& transaction) -> Result<void> {
    const auto before = movable(transaction, actor, account);
    if (!before.ok()) return before.problem();
    if (before->role == wanted.role && before->scope_id == wanted.scope_id) return problem("identity.same_post", {{"account", account}}, "/role");
    store::set_post(transaction, account, wanted.role, wanted.scope_id);
    store::insert_post(transaction, {account, now, wanted.role, wanted.scope_id, actor.account, wanted.reason});
    store::delete_sessions(transaction, account, "");
    end_delegations(transaction, actor, account, now);
    const auto after = store::find_account(transaction, account);
    ledger::append(transaction, {actor, now, "account.post", "account:" + account, digest_of(*before), digest_of(after->account), "",
                                 wanted.reason});
    return {};
  });
}

Result<void> Identity::leave(const ledger::Actor& actor, const std::string& account, const std::string& reason, Instant now) {
  if (const auto sound = check_reason(reason); !sound.ok()) return sound.problem();
  return db::decide(database_, [&](db::Transaction& transaction) -> Result<void> {
    const auto before = movable(transaction, actor, account);
    if (!before.ok()) return before.problem();
    store::set_left(transaction, account, now);
    store::delete_sessions(transaction, account, "");
    end_delegations(transaction, actor, account, now);
    const auto after = store::find_account(transaction, account);
    ledger::append(transaction, {actor, now, "account.leave", "account:" + account, digest_of(*before), digest_of(after->account), "", reason});
    return {};
  });
}

std::vector<Post> Identity::posts(const std::string& account) {
  return db::look(database_, [&](db::Transaction& transaction) { return store::posts_of(transaction, account); });
}

std::vector<Session> Identity::online(Instant now) {
  auto all = db::look(database_, [&](db::Transaction& transaction) {
    return store::sessions_since(transaction, Instant{now.ms - settings_.session.absolute_ms});
  });
  std::erase_if(all, [&](const Session& session) { return !is_live(session, now, settings_.session); });
  return all;
}

Result<void> Identity::end_session(const ledger::Actor& actor, const std::string& session, Instant now) {
  const auto all = online(now);
  if (std::none_of(all.begin(), all.end(), [&](const Session& one) { return one.id == session; })) return problem("identity.session_unknown");
  return db::decide(database_, [&](db::Transaction& transaction) -> Result<void> {
    store::delete_session(transaction, session);
    ledger::append(transaction, {actor, now, "session.end_any", "session:" + session, "", "", "", ""});
    return {};
  });
}

AttemptPage Identity::attempts(const AttemptQuery& query) {
  const store::AttemptFilter filter{query.account, query.outcome, query.offset, query.limit, query.order};
  return db::look(database_, [&](db::Transaction& transaction) {
    return AttemptPage{store::count_attempts(transaction, filter), store::list_attempts(transaction, filter)};
  });
}

} // namespace ankao::identity
