// SPDX-License-Identifier: Apache-2.0
#include "identity/service/identity.hpp"
#include "identity/store/store.hpp"

namespace ankao::identity {

Result<SignedIn> Identity::sign_in_as(const std::string& account, const Origin& origin, Instant now) {
  std::optional<SignedIn> out;
  bool known = false;
  database_.write([&](db::Transaction& transaction) {
    out.reset();
    const auto stored = store::find_account(transaction, account);
    known = stored.has_value();
    if (known && stored->account.enabled) out = open_session(transaction, stored->account, origin, now);
  });
  if (!known) return problem("identity.account_unknown", {{"account", account}});
  if (!out) return problem("identity.account_disabled");
  return *out;
}

} // namespace ankao::identity
