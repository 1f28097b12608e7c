// SPDX-License-Identifier: Apache-2.0
#include "identity/routes/routes.hpp"

#include "identity/routes/account_import.hpp"

#include "api/endpoints.hpp"
#include "identity/routes/authenticator.hpp"
#include "identity/routes/cookie.hpp"
#include "identity/routes/posts.hpp"
#include "identity/routes/lists.hpp"
#include "identity/routes/views.hpp"
#include "identity/service/identity.hpp"
#include "lists/routes/add.hpp"

namespace ankao::identity {
namespace {

using api::Access;
using api::Call;
using api::None;
using api::Reply;
using api::Verb;

void add_session_routes(api::Endpoints& endpoints, Identity& identity) {
  endpoints.add<dto::SignInForm, Reply<dto::SessionView>>(
      {.verb = Verb::Post,
       .path = "/api/session",
       .operation = "session.create",
       .access = Access::Public,
       .summary = "Sign in",
       .clauses = {}},
      [&identity](const Call& call, const dto::SignInForm& form) -> Result<Reply<dto::SessionView>> {
        const auto signed_in = identity.sign_in({form.account, form.password}, origin_of(call), call.now);
        if (!signed_in.ok()) return signed_in.problem();
        identity.sign_out(token_of(call), call.now);
        auto headers = cookie_headers(call, k_cookie, signed_in->token, identity.settings().session.absolute_ms / 1000);
        add_device(call, signed_in->device, headers);
        return Reply<dto::SessionView>{view_of(Live{signed_in->session, signed_in->account}, identity, call.language), std::move(headers)};
      });
  endpoints.add<None, Reply<None>>({.verb = Verb::Delete,
                                    .path = "/api/session",
                                    .operation = "session.end",
                                    .access = Access::Public,
                                    .summary = "Sign out",
                                    .clauses = {}},
                                   [&identity](const Call& call, const None&) -> Result<Reply<None>> {
                                     identity.sign_out(token_of(call), call.now);
                                     return Reply<None>{{}, cookie_headers(call, k_cookie, "", 0)};
                                   });
  endpoints.add<None, Reply<dto::SessionView>>({.verb = Verb::Get,
                                                .path = "/api/session",
                                                .operation = "session.show",
                                                .access = Access::Public,
                                                .summary = "Who is signed in",
                                                .clauses = {}},
                                               [&identity](const Call& call, const None&) -> Result<Reply<dto::SessionView>> {
                                                 return Reply<dto::SessionView>{
                                                     view_of(identity.live(token_of(call), call.now), identity, call.language),
                                                     {{"cache-control", "no-store"}}};
                                               });
}

void add_own_routes(api::Endpoints& endpoints, Identity& identity) {
  endpoints.add<None, std::vector<dto::OwnSession>>(
      {.verb = Verb::Get,
       .path = "/api/sessions",
       .operation = "session.list_own",
       .summary = "The own sign-ins",
       .clauses = {},
       .permission = "session.list"},
      [&identity](const Call& call, const None&) -> Result<std::vector<dto::OwnSession>> {
        const auto current = identity.live(token_of(call), call.now);
        std::vector<dto::OwnSession> out;
        for (const Session& one : identity.sessions(call.caller.account, call.now))
          out.push_back({one.id, one.created_at, one.seen_at, one.peer, one.agent, current && current->session.id == one.id});
        return out;
      });
  endpoints.add<dto::SessionId, None>({.verb = Verb::Delete,
                                       .path = "/api/sessions/{id}",
                                       .operation = "session.revoke",
                                       .summary = "End one of the own sign-ins",
                                       .clauses = {}},
                                      [&identity](const Call& call, const dto::SessionId& input) -> Result<None> {
                                        const auto who = identity.live(token_of(call), call.now);
                                        if (!who) return problem("api.sign_in_required");
                                        if (const auto ended = identity.revoke(*who, input.id, call.now); !ended.ok())
                                          return ended.problem();
                                        return None{};
                                      });
  endpoints.add<dto::PasswordForm, None>({.verb = Verb::Post,
                                          .path = "/api/password",
                                          .operation = "password.change",
                                          .access = Access::SignedIn,
                                          .summary = "Change the own password",
                                          .clauses = {}},
                                         [&identity](const Call& call, const dto::PasswordForm& form) -> Result<None> {
                                           const auto who = identity.live(token_of(call), call.now);
                                           if (!who) return problem("api.sign_in_required");
                                           if (const auto changed = identity.change_password(*who, form.present, form.password, call.now);
                                               !changed.ok())
                                             return changed.problem();
                                           return None{};
                                         });
}

Result<dto::AccountItem> switched(Identity& identity, const Call& call, const std::string& id, Enabling enabling) {
  if (const auto done = identity.set_enabled(call.caller.actor(), id, enabling, call.now); !done.ok()) return done.problem();
  return item_of(*identity.account(id), identity.roles(), call.language);
}

dto::AccountOpened opened(const Opened& from, const Identity& identity, const Call& call) {
  return {item_of(from.account, identity.roles(), call.language), from.password.empty() ? std::nullopt : std::optional(from.password)};
}

void add_account_routes(api::Endpoints& endpoints, Identity& identity) {
  lists::add<dto::AccountsQuery, dto::AccountsPage>(
      endpoints, identity.database(), account_list(), {.verb = Verb::Get, .path = "/api/accounts", .operation = "account.list", .summary = "The accounts"}, "account.export",
      [&identity](const Call& call, const dto::AccountsQuery& query, const lists::Window& window) -> Result<dto::AccountsPage> {
        const AccountPage page = identity.accounts({query.q, query.role, window.offset, window.limit, window.order});
        dto::AccountsPage out{page.total, query.page, query.size, {}};
        for (const Account& account : page.accounts) out.items.push_back(item_of(account, identity.roles(), call.language));
        return out;
      });
  endpoints.add<None, std::vector<dto::RoleItem>>(
      {.verb = Verb::Get,
       .path = "/api/roles",
       .operation = "role.list",
       .summary = "The roles and what they permit",
       .clauses = {},
       .permission = "account.list"},
      [&identity](const Call& call, const None&) -> Result<std::vector<dto::RoleItem>> {
        std::vector<dto::RoleItem> out;
        for (const Role& role : identity.roles().roles)
          out.push_back(item_of(role, identity.roles(), call.language));
        return out;
      });
  endpoints.add<dto::AccountForm, Reply<dto::AccountOpened>>(
      {.verb = Verb::Post, .path = "/api/accounts", .operation = "account.create", .summary = "Create an account", .clauses = {}},
      [&identity](const Call& call, const dto::AccountForm& form) -> Result<Reply<dto::AccountOpened>> {
        const auto made = identity.create_account(
            call.caller.actor(), {form.account, form.name, form.role, form.scope_id.value_or(""), form.password}, call.now);
        if (!made.ok()) return made.problem();
        return Reply<dto::AccountOpened>{opened(*made, identity, call), {{"cache-control", "no-store"}}, 201};
      });
  endpoints.add<dto::AccountId, Reply<dto::AccountOpened>>(
      {.verb = Verb::Post,
       .path = "/api/accounts/{id}/password",
       .operation = "account.reset",
       .summary = "Give an account a new password",
       .clauses = {},
       .permission = "account.create"},
      [&identity](const Call& call, const dto::AccountId& input) -> Result<Reply<dto::AccountOpened>> {
        const auto reset = identity.reset_password(call.caller.actor(), input.id, std::nullopt, call.now);
        if (!reset.ok()) return reset.problem();
        return Reply<dto::AccountOpened>{opened(*reset, identity, call), {{"cache-control", "no-store"}}};
      });
  endpoints.add<dto::AccountId, dto::AccountItem>(
      {.verb = Verb::Post,
       .path = "/api/accounts/{id}/disable",
       .operation = "account.disable",
       .summary = "Disable an account and end its sign-ins",
       .clauses = {}},
      [&identity](const Call& call, const dto::AccountId& input) { return switched(identity, call, input.id, Enabling::Disable); });
  endpoints.add<dto::AccountId, dto::AccountItem>(
      {.verb = Verb::Post,
       .path = "/api/accounts/{id}/enable",
       .operation = "account.enable",
       .summary = "Enable an account",
       .clauses = {},
       .permission = "account.disable"},
      [&identity](const Call& call, const dto::AccountId& input) { return switched(identity, call, input.id, Enabling::Enable); });
}

} // namespace

void add_routes(api::Endpoints& endpoints, Identity& identity) {
  add_session_routes(endpoints, identity);
  add_own_routes(endpoints, identity);
  add_account_routes(endpoints, identity);
  add_post_routes(endpoints, identity);
  add_delegation_routes(endpoints, identity);
  add_account_import_routes(endpoints, identity);
  endpoints.name_permissions([&roles = identity.roles()](const std::string& permission, problems::Language language) {
    const auto found = roles.permissions.find(permission);
    if (found == roles.permissions.end()) return permission;
    return language == problems::Language::English ? found->second.en : found->second.zh;
  });
}

std::vector<const lists::List*> described_lists() { return {&account_list(), &attempt_list(), &online_list()}; }

} // namespace ankao::identity
