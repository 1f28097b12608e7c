// SPDX-License-Identifier: Apache-2.0
#include "identity/service/holders.hpp"

#include <limits>

#include "identity/store/store.hpp"

namespace ankao::identity {

std::vector<std::string> holders(db::Transaction& transaction, const std::string& role, const std::string& scope_id) {
  std::vector<std::string> out;
  for (const Account& account : store::list_accounts(transaction, {.text = "", .role = role, .offset = 0, .limit = std::numeric_limits<std::int32_t>::max()}))
    if (account.enabled && (scope_id.empty() || account.scope_id == scope_id)) out.push_back(account.id);
  return out;
}

} // namespace ankao::identity
