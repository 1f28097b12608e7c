// SPDX-License-Identifier: Apache-2.0
// The table identity_person: sealed text and keyed digests, never a number in clear.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "identity/words/account.hpp"
#include "identity/words/personal.hpp"

namespace ankao::identity {

/// Schema step 540.
db::Migration personal_step();

namespace store {

struct SealedPerson {
  PersonalData sealed;
  PersonalData digests; ///< "" where nothing is known
};

std::optional<SealedPerson> find_person(db::Transaction& transaction, const std::string& account);
void put_person(db::Transaction& transaction, const std::string& account, const SealedPerson& person, Instant now);
/// The accounts whose field has this digest, in order.
std::vector<Account> accounts_with(db::Transaction& transaction, PersonalField field, const std::string& digest);

} // namespace store
} // namespace ankao::identity
