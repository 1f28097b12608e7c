// SPDX-License-Identifier: Apache-2.0
// Personal data of accounts: kept sealed, shown masked, told in clear once a reason stands in the ledger.
#pragma once

#include <functional>
#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "identity/words/account.hpp"
#include "identity/words/personal.hpp"
#include "identity/words/role.hpp"
#include "ledger/words/event.hpp"
#include "vault/reseal.hpp"

namespace ankao::identity {

/// For `ankao keys rotate`.
std::vector<vault::Column> personal_columns();
/// And of digests.
std::vector<vault::Digested> personal_digests();

/// The district an institution or site belongs to; "" when unknown. The register answers it.
using DistrictOf = std::function<std::string(db::Transaction&, ScopeKind, const std::string& id)>;

/// Who asks, in which role, and how far they may see.
struct Asker {
  ledger::Actor actor;
  Viewer viewer;
};

class Personal {
public:
  /// All must outlive it.
  Personal(db::Database& database, const vault::Vault& vault, const Roles& roles, DistrictOf district_of);

  /// Masked. identity.account_unknown, also for an account out of the asker's scope; vault.*.
  Result<PersonalData> show(const Asker& asker, const std::string& account) const;
  /// number.*, identity.person_taken (another account has the identity number); event personal.change.
  Result<PersonalData> change(const Asker& asker, const std::string& account, const PersonalChange& wanted, Instant now);
  /// In clear; the event personal.reveal tells who, whose, which field and why, not what. identity.reason_*.
  Result<std::string> reveal(const Asker& asker, const std::string& account, PersonalField field, const std::string& reason, Instant now);
  /// The accounts in the asker's scope with this number, whole and exact; event personal.find. number.* for a number that is none.
  Result<std::vector<Account>> find(const Asker& asker, PersonalField field, const std::string& number, Instant now);

private:
  Result<Account> visible(db::Transaction& transaction, const Asker& asker, const std::string& account) const;
  Home home_of(db::Transaction& transaction, const Account& account) const;
  Result<PersonalData> clear_of(db::Transaction& transaction, const std::string& account) const;
  std::string digest(PersonalField field, const std::string& clear) const;
  std::vector<Account> with(db::Transaction& transaction, PersonalField field, const std::string& clear) const;
  std::string mark_of(const std::string& account, const PersonalData& clear) const;

  db::Database& database_;
  const vault::Vault& vault_;
  const Roles& roles_;
  DistrictOf district_of_;
};

} // namespace ankao::identity
