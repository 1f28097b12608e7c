// SPDX-License-Identifier: Apache-2.0
#include "identity/routes/authenticator.hpp"

#include "identity/rules/delegation.hpp"

namespace ankao::identity {

namespace {

/// Post and scope of the giver; of the permissions those that were given, and what concerns the person alone.
void stand_in(api::Caller& caller, const Behalf& behalf, const Roles& roles) {
  const Role* role = roles.find(behalf.giver.role);
  if (role == nullptr) return;
  std::erase_if(caller.permissions, [](const std::string& permission) { return permission.rfind("session.", 0) != 0; });
  for (const std::string& permission : behalf.delegation.permissions)
    if (role->permissions.contains(permission) && !is_personal(permission)) caller.permissions.insert(permission);
  caller.role = behalf.giver.role;
  caller.scope_kind = word_of(role->scope);
  caller.scope_id = behalf.giver.scope_id;
  caller.behalf = behalf.giver.id;
}

} // namespace

api::Caller caller_of(const Live& live, const Roles& roles) {
  const Step step = step_of(live, roles);
  if (step == Step::Code || step == Step::Enrol) return {};
  const Role* role = roles.find(live.account.role);
  api::Caller caller;
  caller.account = live.account.id;
  caller.name = live.account.name;
  caller.role = live.account.role;
  caller.scope_id = live.account.scope_id;
  if (role == nullptr) return caller; // a role that the law no longer knows permits nothing
  caller.scope_kind = word_of(role->scope);
  caller.permissions = role->permissions;
  if (live.behalf) stand_in(caller, *live.behalf, roles);
  if (step == Step::Password) caller.refusal = "identity.password_first";
  return caller;
}

api::Caller SessionAuthenticator::caller(const http::Request& request, Instant now) {
  const auto token = request.cookie(k_cookie);
  if (!token) return {};
  const auto live = identity_.live(*token, now);
  return live ? caller_of(*live, identity_.roles()) : api::Caller{};
}

} // namespace ankao::identity
