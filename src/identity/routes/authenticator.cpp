// SPDX-License-Identifier: Apache-2.0
#include "identity/routes/authenticator.hpp"

namespace ankao::identity {

api::Caller caller_of(const Live& live, const Roles& roles) {
  const Role* role = roles.find(live.account.role);
  api::Caller caller;
  caller.account = live.account.id;
  caller.name = live.account.name;
  caller.role = live.account.role;
  caller.scope_id = live.account.scope_id;
  if (role == nullptr) return caller; // a role that the law no longer knows permits nothing
  caller.scope_kind = word_of(role->scope);
  caller.permissions = role->permissions;
  if (live.account.password == PasswordState::MustChange) caller.refusal = "identity.password_first";
  return caller;
}

api::Caller SessionAuthenticator::caller(const http::Request& request, Instant now) {
  const auto token = request.cookie(k_cookie);
  if (!token) return {};
  const auto live = identity_.live(*token, now);
  return live ? caller_of(*live, identity_.roles()) : api::Caller{};
}

} // namespace ankao::identity
