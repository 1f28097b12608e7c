// SPDX-License-Identifier: Apache-2.0
#include "identity/routes/second.hpp"

#include "api/endpoints.hpp"
#include "identity/routes/cookie.hpp"
#include "identity/routes/views.hpp"
#include "identity/service/second.hpp"
#include "paper/qr.hpp"

namespace ankao::identity {
namespace {

using api::Access;
using api::Call;
using api::None;
using api::Reply;
using api::Verb;

constexpr std::size_t k_quiet = 4; ///< ISO/IEC 18004: four modules of white around

Result<Live> who_of(Identity& identity, const Call& call) {
  const auto who = identity.live(token_of(call), call.now);
  if (!who) return problem("identity.password_step");
  return *who;
}

template <class T>
Reply<T> unkept(T value) {
  return {std::move(value), {{"cache-control", "no-store"}}};
}

dto::EnrolmentView view_of(const Enrolment& begun) {
  const auto modules = paper::qr_modules(begun.address);
  dto::EnrolmentView out{begun.secret, begun.address, static_cast<int>(modules.size() + 2 * k_quiet), ""};
  for (std::size_t y = 0; y < modules.size(); ++y)
    for (std::size_t x = 0; x < modules.size(); ++x)
      if (modules[y][x]) out.qr_path += "M" + std::to_string(x + k_quiet) + " " + std::to_string(y + k_quiet) + "h1v1h-1z";
  return out;
}

void add_entering(api::Endpoints& endpoints, Identity& identity, Second& second) {
  endpoints.add<dto::CodeForm, Reply<dto::SessionView>>(
      {.verb = Verb::Post, .path = "/api/session/code", .operation = "second.enter", .access = Access::Public, .summary = "The second step of a sign-in"},
      [&](const Call& call, const dto::CodeForm& form) -> Result<Reply<dto::SessionView>> {
        const auto who = who_of(identity, call);
        if (!who.ok()) return who.problem();
        if (const auto entered = second.enter(*who, form.code, origin_of(call), call.now); !entered.ok()) return entered.problem();
        return unkept(view_of(identity.live(token_of(call), call.now), identity, call.language));
      });
  endpoints.add<dto::BeginForm, Reply<dto::EnrolmentView>>(
      {.verb = Verb::Post, .path = "/api/session/second", .operation = "second.begin", .access = Access::Public, .summary = "A secret for a device that makes one-time codes"},
      [&](const Call& call, const dto::BeginForm& form) -> Result<Reply<dto::EnrolmentView>> {
        const auto who = who_of(identity, call);
        if (!who.ok()) return who.problem();
        const auto begun = second.begin(*who, form.code.value_or(""), origin_of(call), call.now);
        if (!begun.ok()) return begun.problem();
        return unkept(view_of(*begun));
      });
  endpoints.add<dto::CodeForm, Reply<dto::RecoveryCodes>>(
      {.verb = Verb::Post, .path = "/api/session/second/confirm", .operation = "second.confirm", .access = Access::Public, .summary = "Bind the device by its first code"},
      [&](const Call& call, const dto::CodeForm& form) -> Result<Reply<dto::RecoveryCodes>> {
        const auto who = who_of(identity, call);
        if (!who.ok()) return who.problem();
        const auto codes = second.confirm(*who, form.code, origin_of(call), call.now);
        if (!codes.ok()) return codes.problem();
        return unkept(dto::RecoveryCodes{*codes});
      });
}

void add_keeping(api::Endpoints& endpoints, Identity& identity, Second& second) {
  endpoints.add<None, dto::SecondView>(
      {.verb = Verb::Get, .path = "/api/session/second", .operation = "second.show", .access = Access::SignedIn, .summary = "The own second factor"},
      [&](const Call& call, const None&) -> Result<dto::SecondView> {
        const SecondState state = second.state(call.caller.account);
        const auto account = identity.account(call.caller.account);
        const Role* role = account ? identity.roles().find(account->role) : nullptr;
        return dto::SecondView{state.since, state.codes_left, role != nullptr && role->decides};
      });
  endpoints.add<dto::CodeForm, Reply<dto::RecoveryCodes>>(
      {.verb = Verb::Post, .path = "/api/session/second/codes", .operation = "second.renew", .access = Access::SignedIn, .summary = "Fresh recovery codes"},
      [&](const Call& call, const dto::CodeForm& form) -> Result<Reply<dto::RecoveryCodes>> {
        const auto who = who_of(identity, call);
        if (!who.ok()) return who.problem();
        const auto codes = second.renew(*who, form.code, origin_of(call), call.now);
        if (!codes.ok()) return codes.problem();
        return unkept(dto::RecoveryCodes{*codes});
      });
  endpoints.add<dto::ResetForm, dto::AccountItem>(
      {.verb = Verb::Post, .path = "/api/accounts/{id}/second/reset", .operation = "second.reset", .summary = "Unbind an account's device", .permission = "account.create"},
      [&](const Call& call, const dto::ResetForm& form) -> Result<dto::AccountItem> {
        if (const auto done = second.reset(call.caller.actor(), form.id, form.reason, call.now); !done.ok()) return done.problem();
        return item_of(*identity.account(form.id), identity.roles(), call.language);
      });
}

} // namespace

void add_second_routes(api::Endpoints& endpoints, Identity& identity, Second& second) {
  add_entering(endpoints, identity, second);
  add_keeping(endpoints, identity, second);
}

} // namespace ankao::identity
