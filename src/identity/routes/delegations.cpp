// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints.hpp"
#include "identity/routes/authenticator.hpp"
#include "identity/routes/posts.hpp"
#include "identity/routes/views.hpp"
#include "identity/rules/delegation.hpp"
#include "identity/service/identity.hpp"

namespace ankao::identity {
namespace {

using api::Call;
using api::None;
using api::Verb;

Result<Live> who_of(Identity& identity, const Call& call) {
  const auto who = identity.live(call.request.cookie(k_cookie).value_or(""), call.now);
  if (!who) return problem("api.sign_in_required");
  return *who;
}

std::string person(Identity& identity, const std::string& id) {
  const auto account = identity.account(id);
  return account ? account->name : id;
}

dto::PermissionItem permission_item(const Roles& roles, const std::string& id, problems::Language language) {
  const auto found = roles.permissions.find(id);
  return {id, found == roles.permissions.end() ? id : name_of(found->second, language)};
}

dto::DelegationItem item_of(Identity& identity, const Delegation& one, const Call& call) {
  dto::DelegationItem item;
  item.id = one.id;
  item.giver = one.giver;
  item.giver_name = person(identity, one.giver);
  item.taker = one.taker;
  item.taker_name = person(identity, one.taker);
  for (const std::string& id : one.permissions) item.permissions.push_back(permission_item(identity.roles(), id, call.language));
  item.starts_at = one.starts_at;
  item.ends_at = one.ends_at;
  item.ended_at = one.ended_at;
  item.reason = one.reason;
  const auto giver = identity.account(one.giver);
  if (giver && in_force(one, *giver, call.now)) item.state = dto::DelegationState::InForce;
  if (!one.ended_at && call.now < one.starts_at) item.state = dto::DelegationState::Coming;
  item.mine = one.giver == call.caller.account;
  return item;
}

void add_giving(api::Endpoints& endpoints, Identity& identity) {
  endpoints.add<None, dto::DelegationChoices>(
      {.verb = Verb::Get,
       .path = "/api/delegations/choices",
       .operation = "delegation.choices",
       .summary = "What the caller may hand over, and to whom",
       .clauses = {},
       .permission = "delegation.give"},
      [&identity](const Call& call, const None&) -> Result<dto::DelegationChoices> {
        dto::DelegationChoices out;
        const auto giver = identity.account(call.caller.account);
        for (const Account& one : identity.takers(*giver)) out.takers.push_back({one.id, one.name});
        for (const std::string& id : identity.roles().find(giver->role)->permissions)
          if (!is_personal(id)) out.permissions.push_back(permission_item(identity.roles(), id, call.language));
        return out;
      });
  endpoints.add<dto::DelegationForm, dto::DelegationItem>(
      {.verb = Verb::Post, .path = "/api/delegations", .operation = "delegation.give", .summary = "Let somebody act for oneself for a time", .clauses = {}},
      [&identity](const Call& call, const dto::DelegationForm& form) -> Result<dto::DelegationItem> {
        const auto who = who_of(identity, call);
        if (!who.ok()) return who.problem();
        const auto made = identity.delegate(
            *who, {form.taker, {form.permissions.begin(), form.permissions.end()}, form.starts_at, form.ends_at, form.reason}, call.now);
        if (!made.ok()) return made.problem();
        return item_of(identity, *made, call);
      });
}

} // namespace

void add_delegation_routes(api::Endpoints& endpoints, Identity& identity) {
  add_giving(endpoints, identity);
  endpoints.add<None, std::vector<dto::DelegationItem>>(
      {.verb = Verb::Get,
       .path = "/api/delegations",
       .operation = "delegation.list",
       .summary = "Delegations given and taken",
       .clauses = {},
       .permission = "session.list"},
      [&identity](const Call& call, const None&) -> Result<std::vector<dto::DelegationItem>> {
        std::vector<dto::DelegationItem> out;
        for (const Delegation& one : identity.delegations(call.caller.account)) out.push_back(item_of(identity, one, call));
        return out;
      });
  endpoints.add<dto::DelegationId, None>({.verb = Verb::Delete,
                                          .path = "/api/delegations/{id}",
                                          .operation = "delegation.end",
                                          .summary = "End a delegation before its time",
                                          .clauses = {},
                                          .permission = "session.list"},
                                         [&identity](const Call& call, const dto::DelegationId& input) -> Result<None> {
                                           const auto who = who_of(identity, call);
                                           if (!who.ok()) return who.problem();
                                           const auto ended = identity.end_delegation(*who, input.id, call.now);
                                           if (!ended.ok()) return ended.problem();
                                           return None{};
                                         });
  endpoints.add<dto::ActForForm, dto::SessionView>(
      {.verb = Verb::Put,
       .path = "/api/session/behalf",
       .operation = "session.act_for",
       .summary = "Act under a delegation, or for oneself again",
       .clauses = {},
       .permission = "session.list"},
      [&identity](const Call& call, const dto::ActForForm& form) -> Result<dto::SessionView> {
        const auto who = who_of(identity, call);
        if (!who.ok()) return who.problem();
        const auto now_as = identity.act_for(*who, form.delegation.value_or(""), call.now);
        if (!now_as.ok()) return now_as.problem();
        return view_of(*now_as, identity, call.language);
      });
}

} // namespace ankao::identity
