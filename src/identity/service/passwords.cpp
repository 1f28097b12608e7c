// SPDX-License-Identifier: Apache-2.0
#include "db/use_case.hpp"
#include "identity/rules/password.hpp"
#include "identity/service/counters.hpp"
#include "identity/service/digests.hpp"
#include "identity/service/identity.hpp"
#include "identity/service/password_hash.hpp"
#include "identity/store/store.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::identity {

Result<Opened> Identity::choose_password(const std::string& account, const std::optional<std::string>& wanted) {
  Opened out;
  out.password = wanted ? *wanted : random_password(random_);
  if (wanted)
    if (const auto checked = check_password(*wanted, account, settings_.password); !checked.ok()) return checked.problem();
  return out;
}

Result<void> Identity::change_password(const Live& who, const std::string& present, const std::string& fresh, Instant now) {
  const std::string& id = who.account.id;
  const auto counters = present_counters(settings_, id);
  const auto reserved = db::decide(database_, [&](db::Transaction& transaction) { return reserve(transaction, counters, settings_, now); });
  if (!reserved.ok()) return reserved.problem();
  std::optional<store::StoredAccount> stored;
  database_.read([&](db::Transaction& transaction) { stored = store::find_account(transaction, id); });
  if (!stored || !fits_password(present, stored->password_hash)) return problem("identity.password_wrong", {}, "/present");
  database_.write([&](db::Transaction& transaction) { forgive(transaction, counters); });
  if (present == fresh) return problem("identity.password_unchanged", {}, "/password");
  if (const auto checked = check_password(fresh, id, settings_.password); !checked.ok()) return checked.problem();
  const std::string hash = hash_password(fresh, settings_.hash, random_);
  Result<void> result;
  database_.write([&](db::Transaction& transaction) {
    const auto before = store::find_account(transaction, id);
    if (!before || before->password_hash != stored->password_hash) { // changed meanwhile by somebody else
      result = problem("identity.password_wrong", {}, "/present");
      return;
    }
    store::update_password(transaction, id, hash, PasswordState::Chosen, now);
    store::delete_sessions(transaction, id, who.session.id);
    const auto after = store::find_account(transaction, id);
    ledger::append(transaction, {actor_of(before->account), now, "password.change", "account:" + id, digest_of(before->account),
                                 digest_of(after->account), "", ""});
  });
  return result;
}

Result<Opened> Identity::reset_password(const ledger::Actor& actor, const std::string& account, const std::optional<std::string>& password,
                                        Instant now) {
  const auto chosen = choose_password(account, password);
  if (!chosen.ok()) return chosen.problem();
  const std::string hash = hash_password(chosen->password, settings_.hash, random_);
  Result<Opened> result = problem("identity.account_unknown", {{"account", account}});
  database_.write([&](db::Transaction& transaction) {
    const auto before = store::find_account(transaction, account);
    if (!before) return;
    store::update_password(transaction, account, hash, PasswordState::MustChange, now);
    store::delete_sessions(transaction, account, "");
    const auto after = store::find_account(transaction, account);
    ledger::append(transaction,
                   {actor, now, "account.reset", "account:" + account, digest_of(before->account), digest_of(after->account), "", ""});
    result = Opened{after->account, password ? "" : chosen->password};
  });
  return result;
}

} // namespace ankao::identity
