// SPDX-License-Identifier: Apache-2.0
#include "identity/routes/views.hpp"

#include "identity/routes/authenticator.hpp"

namespace ankao::identity {

std::string name_of(const Role& role, problems::Language language) { return language == problems::Language::English ? role.en : role.zh; }

std::string name_of(const Permission& permission, problems::Language language) {
  return language == problems::Language::English ? permission.en : permission.zh;
}

dto::SessionView view_of(const std::optional<Live>& live, const Identity& identity, problems::Language language) {
  dto::SessionView view;
  if (!live) return view;
  const Step step = step_of(*live, identity.roles());
  view.step = word_of(step);
  if (step == Step::Code || step == Step::Enrol) { // nobody yet, but the page knows whom to ask
    view.account = live->account.id;
    view.name = live->account.name;
    return view;
  }
  const api::Caller caller = caller_of(*live, identity.roles());
  const Role* role = identity.roles().find(caller.role);
  view.signed_in = true;
  view.account = caller.account;
  view.name = caller.name;
  view.role = caller.role;
  view.role_name = role == nullptr ? caller.role : name_of(*role, language);
  view.scope_kind = caller.scope_kind;
  view.scope_id = caller.scope_id;
  view.must_change_password = live->account.password == PasswordState::MustChange;
  if (!view.must_change_password) view.permissions.assign(caller.permissions.begin(), caller.permissions.end());
  view.behalf = caller.behalf;
  if (live->behalf) view.behalf_name = live->behalf->giver.name;
  view.idle_seconds = identity.settings().session.idle_ms / 1000;
  return view;
}

dto::AccountItem item_of(const Account& account, const Roles& roles, problems::Language language) {
  const Role* role = roles.find(account.role);
  dto::AccountItem item;
  item.account = account.id;
  item.name = account.name;
  item.role = account.role;
  item.role_name = role == nullptr ? account.role : name_of(*role, language);
  item.scope_kind = role == nullptr ? "" : word_of(role->scope);
  item.scope_id = account.scope_id;
  item.enabled = account.enabled;
  item.left_at = account.left_at;
  item.second_at = account.second_at;
  item.must_change_password = account.password == PasswordState::MustChange;
  item.created_at = account.created_at;
  item.signed_in_at = account.signed_in_at;
  return item;
}

dto::RoleItem item_of(const Role& role, const Roles& roles, problems::Language language) {
  dto::RoleItem item{role.id, name_of(role, language), word_of(role.scope), {}, {role.deputies.begin(), role.deputies.end()}, role.decides};
  for (const std::string& id : role.permissions) item.permissions.push_back({id, name_of(roles.permissions.at(id), language)});
  return item;
}

} // namespace ankao::identity
