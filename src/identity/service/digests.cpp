// SPDX-License-Identifier: Apache-2.0
#include "identity/service/digests.hpp"

#include <nlohmann/json.hpp>

#include "base/sm3.hpp"

namespace ankao::identity {

std::string digest_of(const Account& account) {
  const nlohmann::json json = {{"id", account.id},
                               {"name", account.name},
                               {"role", account.role},
                               {"scope_id", account.scope_id},
                               {"enabled", account.enabled},
                               {"must_change", account.password == PasswordState::MustChange},
                               {"created_at", account.created_at.ms},
                               {"password_at", account.password_at.ms}};
  return to_hex(sm3(json.dump()));
}

} // namespace ankao::identity
