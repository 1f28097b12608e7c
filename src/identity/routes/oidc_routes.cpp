// SPDX-License-Identifier: Apache-2.0
#include "identity/routes/oidc_routes.hpp"

#include "api/endpoints.hpp"
#include "identity/routes/authenticator.hpp"
#include "identity/routes/cookie.hpp"
#include "identity/routes/views.hpp"
#include "identity/rules/oidc.hpp"
#include "identity/service/oidc.hpp"

namespace ankao::identity {
namespace {

using api::Access;
using api::Call;
using api::None;
using api::Reply;
using api::Verb;

constexpr const char* k_flow_cookie = "ankao_provider";

Result<std::vector<dto::LinkItem>> items(oidc::Oidc& oidc, const std::string& account) {
  const auto links = oidc.links(account);
  if (!links.ok()) return links.problem();
  std::vector<dto::LinkItem> out;
  for (const oidc::Link& one : *links) out.push_back({one.subject, one.at});
  return out;
}

void add_sign_in(api::Endpoints& endpoints, Identity& identity, oidc::Oidc& oidc) {
  endpoints.add<None, dto::ProviderView>(
      {.verb = Verb::Get, .path = "/api/oidc", .operation = "oidc.show", .access = Access::Public, .summary = "The identity provider offered for sign-in"},
      [&oidc](const Call& call, const None&) -> Result<dto::ProviderView> {
        const auto& provider = oidc.provider();
        if (!provider) return dto::ProviderView{};
        return dto::ProviderView{true, call.language == problems::Language::English ? provider->en : provider->zh};
      });
  endpoints.add<None, Reply<dto::ProviderStart>>(
      {.verb = Verb::Post, .path = "/api/oidc/begin", .operation = "oidc.begin", .access = Access::Public, .summary = "Begin to sign in by the provider"},
      [&oidc](const Call& call, const None&) -> Result<Reply<dto::ProviderStart>> {
        const auto begun = oidc.begin(call.now);
        if (!begun.ok()) return begun.problem();
        return Reply<dto::ProviderStart>{{begun->address}, cookie_headers(call, k_flow_cookie, begun->browser, oidc::k_flow_ms / 1000)};
      });
  endpoints.add<dto::ProviderAnswer, Reply<dto::SessionView>>(
      {.verb = Verb::Post, .path = "/api/oidc/finish", .operation = "oidc.finish", .access = Access::Public, .summary = "Sign in with the provider's answer"},
      [&identity, &oidc](const Call& call, const dto::ProviderAnswer& form) -> Result<Reply<dto::SessionView>> {
        const auto signed_in = oidc.finish({form.code, form.state, call.request.cookie(k_flow_cookie).value_or("")},
                                           origin_of(call), call.now);
        if (!signed_in.ok()) return signed_in.problem();
        identity.sign_out(token_of(call), call.now);
        auto headers = cookie_headers(call, k_cookie, signed_in->token, identity.settings().session.absolute_ms / 1000);
        headers.push_back(cookie_headers(call, k_flow_cookie, "", 0).front());
        add_device(call, signed_in->device, headers);
        return Reply<dto::SessionView>{view_of(Live{signed_in->session, signed_in->account}, identity, call.language), headers};
      });
}

void add_links(api::Endpoints& endpoints, oidc::Oidc& oidc) {
  endpoints.add<dto::AccountId, std::vector<dto::LinkItem>>(
      {.verb = Verb::Get, .path = "/api/accounts/{id}/oidc", .operation = "oidc.links", .summary = "The provider's subjects that open an account", .permission = "account.list"},
      [&oidc](const Call&, const dto::AccountId& input) { return items(oidc, input.id); });
  endpoints.add<dto::LinkForm, std::vector<dto::LinkItem>>(
      {.verb = Verb::Put, .path = "/api/accounts/{id}/oidc", .operation = "oidc.link", .summary = "Let a provider's subject open an account", .permission = "account.create"},
      [&oidc](const Call& call, const dto::LinkForm& form) -> Result<std::vector<dto::LinkItem>> {
        if (const auto done = oidc.link(call.caller.actor(), form.id, form.subject, call.now); !done.ok()) return done.problem();
        return items(oidc, form.id);
      });
  endpoints.add<dto::AccountId, std::vector<dto::LinkItem>>(
      {.verb = Verb::Delete, .path = "/api/accounts/{id}/oidc", .operation = "oidc.unlink", .summary = "No provider's subject opens the account", .permission = "account.create"},
      [&oidc](const Call& call, const dto::AccountId& input) -> Result<std::vector<dto::LinkItem>> {
        if (const auto done = oidc.unlink(call.caller.actor(), input.id, call.now); !done.ok()) return done.problem();
        return items(oidc, input.id);
      });
}

} // namespace

void add_oidc_routes(api::Endpoints& endpoints, Identity& identity, oidc::Oidc& oidc) {
  add_sign_in(endpoints, identity, oidc);
  add_links(endpoints, oidc);
}

} // namespace ankao::identity
