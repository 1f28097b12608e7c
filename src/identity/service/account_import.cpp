// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "identity/rules/account.hpp"
#include "identity/service/digests.hpp"
#include "identity/service/identity.hpp"
#include "identity/service/password_hash.hpp"
#include "identity/store/store.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::identity {
namespace {

void judge(AccountRow& row, const char* at, const Result<void>& sound) {
  if (sound.ok()) return;
  Problem fault = sound.problem();
  fault.at = at;
  row.faults.push_back(std::move(fault));
}

bool same(const Account& account, const NewAccount& wanted) {
  return account.name == wanted.name && account.role == wanted.role && account.scope_id == wanted.scope_id && !account.left_at;
}

/// Sorts the rows into new, unchanged and bad; `fresh` are the new ones.
void sort_out(db::Transaction& transaction, const Roles& roles, std::vector<AccountRow> rows, AccountImport& result, std::vector<NewAccount>& fresh) {
  std::set<std::string> seen;
  result.rows = static_cast<int>(rows.size());
  for (AccountRow& row : rows) {
    NewAccount& wanted = row.wanted;
    wanted.id = account_id(wanted.id);
    if (row.faults.empty()) {
      judge(row, "account", check_account_id(wanted.id));
      judge(row, "name", check_display_name(wanted.name));
      const Role* role = roles.find(wanted.role);
      if (role == nullptr)
        row.faults.push_back(problem("identity.role_unknown", {{"role", wanted.role.substr(0, 64)}, {"known", ""}}, "role"));
      else
        judge(row, "scope_id", check_scope(*role, wanted.scope_id));
    }
    if (row.faults.empty() && !seen.insert(wanted.id).second) row.faults.push_back(problem("identity.account_exists", {{"account", wanted.id}}, "account"));
    if (row.faults.empty()) {
      const auto stands = store::find_account(transaction, wanted.id);
      if (!stands) {
        fresh.push_back(wanted);
        continue;
      }
      if (same(stands->account, wanted)) {
        ++result.unchanged;
        continue;
      }
      row.faults.push_back(problem("identity.account_exists", {{"account", wanted.id}}, "account"));
    }
    result.bad.push_back(std::move(row));
  }
  result.added = static_cast<int>(fresh.size());
}

} // namespace

AccountImport Identity::import_accounts(const ledger::Actor& actor, std::vector<AccountRow> rows, bool dry_run, Instant now) {
  AccountImport result;
  std::vector<NewAccount> fresh;
  database_.read([&](db::Transaction& transaction) { sort_out(transaction, roles_, rows, result, fresh); });
  if (dry_run || !result.bad.empty()) return result;
  // Hashing takes its time on purpose: not while others wait for the write transaction.
  std::vector<store::StoredAccount> made;
  std::vector<Opened> opened;
  for (const NewAccount& one : fresh) {
    const std::string password = random_password(random_);
    const Account account{one.id, one.name, one.role, one.scope_id, true, PasswordState::MustChange, now, now, std::nullopt};
    made.push_back({account, hash_password(password, settings_.hash, random_)});
    opened.push_back({account, password});
  }
  database_.write([&](db::Transaction& transaction) {
    AccountImport again;
    std::vector<NewAccount> still;
    sort_out(transaction, roles_, rows, again, still);
    result = std::move(again);
    if (!result.bad.empty() || still.size() != made.size()) return; // somebody else was quicker: nothing is stored, the rows say why
    for (const store::StoredAccount& one : made) {
      store::insert_account(transaction, one);
      store::insert_post(transaction, {one.account.id, now, one.account.role, one.account.scope_id, actor.account, ""});
      ledger::append(transaction, {actor, now, "account.create", "account:" + one.account.id, "", digest_of(one.account), "", ""});
    }
    result.stored = true;
    result.opened = opened;
  });
  return result;
}

} // namespace ankao::identity
