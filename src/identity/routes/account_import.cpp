// SPDX-License-Identifier: Apache-2.0
#include "identity/routes/account_import.hpp"

#include "api/imports/import.hpp"
#include "identity/files/account_sheet.hpp"

namespace ankao::identity {
namespace {

using api::Call;
using api::Reply;
using api::Upload;
using api::Verb;
using api::imports::ImportAnswer;

Result<ImportAnswer> import_accounts(Identity& identity, const Call& call, const Upload& upload, bool dry_run) {
  const auto rows = read_accounts(upload.bytes, identity.roles());
  if (!rows.ok()) return rows.problem();
  const AccountImport result = identity.import_accounts(call.caller.actor(), *rows, dry_run, call.now);
  ImportAnswer answer = api::imports::answer_for(upload, dry_run);
  answer.rows = result.rows;
  answer.added = result.added;
  answer.unchanged = result.unchanged;
  answer.stored = result.stored;
  const tables::Form form = account_form(identity.roles());
  for (const AccountRow& row : result.bad) api::imports::add_faults(answer.errors, form, row.row, row.faults, call.language);
  for (const Opened& one : result.opened) answer.secrets.push_back({one.account.id, one.password});
  return answer;
}

} // namespace

void add_account_import_routes(api::Endpoints& endpoints, Identity& identity) {
  endpoints.add<api::None, api::Download>(
      {.verb = Verb::Get, .path = "/api/accounts/import/template", .operation = "account.import_template", .summary = "Empty table of accounts", .permission = "account.create"},
      [&identity](const Call& call, const api::None&) { return api::imports::template_file(account_form(identity.roles()), "账户导入模板", call.language); });
  const api::Spec spec{.verb = Verb::Post, .path = "/api/accounts/import", .operation = "account.import", .summary = "Accounts from a table; nothing is stored when a row is wrong", .permission = "account.create"};
  endpoints.add<Upload, Reply<ImportAnswer>>(spec, [&identity](const Call& call, const Upload& upload) -> Result<Reply<ImportAnswer>> {
    const auto dry_run = api::imports::dry_run_of(upload);
    if (!dry_run.ok()) return dry_run.problem();
    auto answer = import_accounts(identity, call, upload, *dry_run);
    if (!answer.ok()) return answer.problem();
    // The passwords made are told once.
    return Reply<ImportAnswer>{std::move(*answer), {{"cache-control", "no-store"}}};
  });
  api::imports::add_marked<ImportAnswer>(endpoints, spec, [&identity](const Call& call, const Upload& upload) { return import_accounts(identity, call, upload, true); });
}

} // namespace ankao::identity
