// SPDX-License-Identifier: Apache-2.0
#include "db/use_case.hpp"
#include "identity/rules/delegation.hpp"
#include "identity/service/digests.hpp"
#include "identity/service/identity.hpp"
#include "identity/store/store.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::identity {
namespace {

constexpr std::size_t k_id_bytes = 16;
constexpr std::int64_t k_takers_most = 500;

} // namespace

Result<Delegation> Identity::delegate(const Live& who, const NewDelegation& wanted, Instant now) {
  const Account& giver = who.account;
  const Role* role = roles_.find(giver.role);
  if (role == nullptr) return problem("identity.delegation_taker", {{"account", wanted.taker}}, "/taker");
  const Delegation made{random_hex(random_, k_id_bytes), giver.id, wanted.taker, giver.role, giver.scope_id, wanted.permissions,
                        wanted.starts_at, wanted.ends_at, wanted.reason, now, std::nullopt};
  return db::decide(database_, [&](db::Transaction& transaction) -> Result<Delegation> {
    const auto taker = store::find_account(transaction, wanted.taker);
    if (!taker) return problem("identity.delegation_taker", {{"account", wanted.taker.substr(0, 64)}}, "/taker");
    if (const auto sound = check_delegation(made, giver, *role, taker->account, now, settings_.delegation); !sound.ok()) return sound.problem();
    store::insert_delegation(transaction, made);
    ledger::append(transaction, {actor_of(giver), now, "delegation.give", "delegation:" + made.id, "", digest_of(made), "", made.reason});
    return made;
  });
}

Result<void> Identity::end_delegation(const Live& who, const std::string& delegation, Instant now) {
  return db::decide(database_, [&](db::Transaction& transaction) -> Result<void> {
    const auto found = store::find_delegation(transaction, delegation);
    if (!found || found->ended_at || (found->giver != who.account.id && found->taker != who.account.id))
      return problem("identity.delegation_unknown");
    store::end_delegation(transaction, delegation, now);
    ledger::append(transaction, {actor_of(who.account), now, "delegation.end", "delegation:" + delegation, digest_of(*found), "", "", ""});
    return {};
  });
}

void Identity::end_delegations(db::Transaction& transaction, const ledger::Actor& actor, const std::string& account, Instant now) {
  for (const Delegation& one : store::delegations_of(transaction, account)) {
    if (one.ended_at || !(now < one.ends_at)) continue;
    store::end_delegation(transaction, one.id, now);
    ledger::append(transaction, {actor, now, "delegation.end", "delegation:" + one.id, digest_of(one), "", "", ""});
  }
}

std::vector<Delegation> Identity::delegations(const std::string& account) {
  return db::look(database_, [&](db::Transaction& transaction) { return store::delegations_of(transaction, account); });
}

std::vector<Account> Identity::takers(const Account& giver) {
  const Role* role = roles_.find(giver.role);
  std::vector<Account> out;
  if (role == nullptr) return out;
  for (const std::string& deputy : role->deputies) {
    const auto all = db::look(database_, [&](db::Transaction& transaction) {
      return store::list_accounts(transaction, {"", deputy, 0, k_takers_most});
    });
    for (const Account& one : all)
      if (may_take(one, giver, *role)) out.push_back(one);
  }
  return out;
}

std::optional<Behalf> Identity::behalf_of(db::Transaction& transaction, const std::string& taker, const std::string& delegation, Instant now) {
  if (delegation.empty()) return std::nullopt;
  const auto found = store::find_delegation(transaction, delegation);
  if (!found || found->taker != taker) return std::nullopt;
  const auto giver = store::find_account(transaction, found->giver);
  if (!giver || !in_force(*found, giver->account, now)) return std::nullopt;
  return Behalf{*found, giver->account};
}

Result<Live> Identity::act_for(const Live& who, const std::string& delegation, Instant now) {
  return db::decide(database_, [&](db::Transaction& transaction) -> Result<Live> {
    Live out = who;
    out.behalf = behalf_of(transaction, who.account.id, delegation, now);
    if (!delegation.empty() && !out.behalf) return problem("identity.delegation_unknown");
    out.session.delegation = delegation;
    store::use_delegation(transaction, who.session.id, delegation);
    const std::string subject = "delegation:" + (delegation.empty() ? who.session.delegation : delegation);
    if (delegation != who.session.delegation)
      ledger::append(transaction, {actor_of(who.account), now, delegation.empty() ? "delegation.lay_down" : "delegation.take_up", subject, "", "", "", ""});
    return out;
  });
}

} // namespace ankao::identity
