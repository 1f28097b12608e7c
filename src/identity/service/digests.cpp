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
  nlohmann::json whole = json;
  if (account.left_at) whole["left_at"] = account.left_at->ms;
  if (account.second_at) whole["second_at"] = account.second_at->ms;
  return to_hex(sm3(whole.dump()));
}

std::string digest_of(const Delegation& one) {
  const nlohmann::json json = {{"id", one.id},
                               {"giver", one.giver},
                               {"taker", one.taker},
                               {"role", one.role},
                               {"scope_id", one.scope_id},
                               {"permissions", one.permissions},
                               {"starts_at", one.starts_at.ms},
                               {"ends_at", one.ends_at.ms},
                               {"reason", one.reason}};
  return to_hex(sm3(json.dump()));
}

} // namespace ankao::identity
