// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "identity/rules/account.hpp"
#include "identity/service/digests.hpp"
#include "identity/service/identity.hpp"
#include "identity/service/password_hash.hpp"
#include "identity/store/store.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::identity {
namespace {

constexpr const char* k_administrator = "administrator";

std::string known_roles(const Roles& roles) {
  std::string out;
  for (const Role& role : roles.roles) out += (out.empty() ? "" : ", ") + role.id;
  return out;
}

Result<Account> checked(const NewAccount& wanted, const Roles& roles, Instant now) {
  Account account{account_id(wanted.id), wanted.name, wanted.role, wanted.scope_id, true, wanted.state, now, now, std::nullopt};
  if (const auto sound = check_account_id(account.id); !sound.ok()) return sound.problem();
  if (const auto sound = check_display_name(account.name); !sound.ok()) return sound.problem();
  const Role* role = roles.find(account.role);
  if (role == nullptr)
    return problem("identity.role_unknown", {{"role", account.role.substr(0, 64)}, {"known", known_roles(roles)}}, "/role");
  if (const auto sound = check_scope(*role, account.scope_id); !sound.ok()) return sound.problem();
  return account;
}

/// Nothing when the account already is as wanted.
Result<std::optional<store::StoredAccount>> changeable(db::Transaction& transaction, const ledger::Actor& actor, const std::string& id,
                                                       bool enabled) {
  const auto stored = store::find_account(transaction, id);
  if (!stored) return problem("identity.account_unknown", {{"account", id.substr(0, 64)}});
  if (stored->account.left_at) return problem("identity.account_left", {{"account", id}});
  if (stored->account.enabled == enabled) return std::optional<store::StoredAccount>();
  if (!enabled && id == actor.account) return problem("identity.own_account");
  if (!enabled && stored->account.role == k_administrator && store::count_enabled(transaction, k_administrator) <= 1)
    return problem("identity.last_administrator");
  return stored;
}

} // namespace

Result<Opened> Identity::create_account(const ledger::Actor& actor, const NewAccount& wanted, Instant now) {
  const auto account = checked(wanted, roles_, now);
  if (!account.ok()) return account.problem();
  const auto chosen = choose_password(account->id, wanted.password);
  if (!chosen.ok()) return chosen.problem();
  const std::string hash = hash_password(chosen->password, settings_.hash, random_);
  Result<Opened> result = problem("identity.account_exists", {{"account", account->id}}, "/account");
  database_.write([&](db::Transaction& transaction) {
    if (store::find_account(transaction, account->id)) return;
    store::insert_account(transaction, {*account, hash});
    store::insert_post(transaction, {account->id, now, account->role, account->scope_id, actor.account, ""});
    ledger::append(transaction, {actor, now, "account.create", "account:" + account->id, "", digest_of(*account), "", ""});
    result = Opened{*account, wanted.password ? "" : chosen->password};
  });
  return result;
}

Result<void> Identity::set_enabled(const ledger::Actor& actor, const std::string& account, Enabling enabling, Instant now) {
  const bool enabled = enabling == Enabling::Enable;
  Result<void> result;
  database_.write([&](db::Transaction& transaction) {
    result = {};
    const auto before = changeable(transaction, actor, account, enabled);
    if (!before.ok()) result = before.problem();
    if (!before.ok() || !*before) return;
    store::set_enabled(transaction, account, enabled);
    if (!enabled) store::delete_sessions(transaction, account, "");
    if (!enabled) end_delegations(transaction, actor, account, now);
    const auto after = store::find_account(transaction, account);
    ledger::append(transaction, {actor, now, enabled ? "account.enable" : "account.disable", "account:" + account,
                                 digest_of((*before)->account), digest_of(after->account), "", ""});
  });
  return result;
}

AccountPage Identity::accounts(const AccountQuery& query) {
  const store::AccountFilter filter{query.text, query.role, query.offset, query.limit, query.order};
  AccountPage page;
  database_.read([&](db::Transaction& transaction) {
    page.total = store::count_accounts(transaction, filter);
    page.accounts = store::list_accounts(transaction, filter);
  });
  return page;
}

std::optional<Account> Identity::account(const std::string& id) {
  std::optional<store::StoredAccount> stored;
  database_.read([&](db::Transaction& transaction) { stored = store::find_account(transaction, id); });
  if (!stored) return std::nullopt;
  return stored->account;
}

} // namespace ankao::identity
