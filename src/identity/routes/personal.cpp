// SPDX-License-Identifier: Apache-2.0
#include "identity/routes/personal.hpp"

#include "api/endpoints.hpp"
#include "identity/routes/views.hpp"
#include "identity/service/identity.hpp"
#include "identity/service/personal.hpp"

namespace ankao::identity {
namespace {

using api::Call;
using api::Reply;
using api::Verb;

Asker asker_of(const Call& call) { return {call.caller.actor(), {call.caller.scope_kind, call.caller.scope_id, call.caller.account}}; }

/// Neither a browser nor a proxy keeps it.
template <class T>
Reply<T> unkept(T value) {
  return {std::move(value), {{"cache-control", "no-store"}}};
}

PersonalField field_of(dto::PersonField field) {
  return field == dto::PersonField::NationalId  ? PersonalField::NationalId
         : field == dto::PersonField::Telephone ? PersonalField::Telephone
                                                : PersonalField::Email;
}

Result<Reply<dto::PersonalView>> view(const Result<PersonalData>& data) {
  if (!data.ok()) return data.problem();
  return unkept(dto::PersonalView{data->national_id, data->telephone, data->email});
}

Result<Reply<dto::FoundAccounts>> found(Personal& personal, const Identity& identity, const Call& call, const dto::FindForm& form) {
  const int given = int{form.national_id.has_value()} + int{form.telephone.has_value()} + int{form.email.has_value()};
  if (given != 1) return problem("identity.find_one");
  const auto field = form.national_id ? PersonalField::NationalId : form.telephone ? PersonalField::Telephone : PersonalField::Email;
  const auto accounts = personal.find(asker_of(call), field, form.national_id ? *form.national_id : form.telephone ? *form.telephone : *form.email, call.now);
  if (!accounts.ok()) return accounts.problem();
  dto::FoundAccounts out;
  for (const Account& account : *accounts) out.items.push_back(item_of(account, identity.roles(), call.language));
  return unkept(out);
}

} // namespace

void add_personal_routes(api::Endpoints& endpoints, Personal& personal, const Identity& identity) {
  endpoints.add<dto::AccountId, Reply<dto::PersonalView>>(
      {.verb = Verb::Get,
       .path = "/api/accounts/{id}/personal",
       .operation = "personal.view",
       .summary = "Personal data of an account, masked",
       .clauses = {}},
      [&personal](const Call& call, const dto::AccountId& input) { return view(personal.show(asker_of(call), input.id)); });
  endpoints.add<dto::PersonalForm, Reply<dto::PersonalView>>(
      {.verb = Verb::Put,
       .path = "/api/accounts/{id}/personal",
       .operation = "personal.change",
       .summary = "Enter identity number, mobile number, e-mail",
       .clauses = {}},
      [&personal](const Call& call, const dto::PersonalForm& form) {
        return view(personal.change(asker_of(call), form.id, {form.national_id, form.telephone, form.email}, call.now));
      });
  endpoints.add<dto::RevealForm, Reply<dto::Revealed>>(
      {.verb = Verb::Post,
       .path = "/api/accounts/{id}/personal/reveal",
       .operation = "personal.reveal",
       .summary = "One number in clear; who, whose and why goes to the ledger",
       .clauses = {}},
      [&personal](const Call& call, const dto::RevealForm& form) -> Result<Reply<dto::Revealed>> {
        const auto field = field_of(form.field.value_or(dto::PersonField::NationalId));
        const auto clear = personal.reveal(asker_of(call), form.id, field, form.reason, call.now);
        if (!clear.ok()) return clear.problem();
        return unkept(dto::Revealed{*clear});
      });
  endpoints.add<dto::FindForm, Reply<dto::FoundAccounts>>(
      {.verb = Verb::Post, .path = "/api/account-find", .operation = "account.find", .summary = "The account of an identity number", .clauses = {}},
      [&personal, &identity](const Call& call, const dto::FindForm& form) { return found(personal, identity, call, form); });
}

} // namespace ankao::identity
