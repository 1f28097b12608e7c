// SPDX-License-Identifier: Apache-2.0
#include "identity/service/identity.hpp"
#include "identity/store/store.hpp"

namespace ankao::identity {

Result<SignedIn> Identity::sign_in_as(const std::string& account, const Origin& origin, Instant now, Proof proof) {
  Result<SignedIn> result = problem("identity.account_unknown", {{"account", account}});
  database_.write([&](db::Transaction& transaction) {
    result = problem("identity.account_unknown", {{"account", account}});
    const auto stored = store::find_account(transaction, account);
    if (!stored) return;
    if (stored->account.left_at) result = problem("identity.account_left", {{"account", account}});
    else if (!stored->account.enabled) result = problem("identity.account_disabled");
    else result = open_session(transaction, stored->account, origin, now, proof);
  });
  if (!result.ok()) note_refusal(account, result.problem(), origin, now);
  return result;
}

} // namespace ankao::identity
