// SPDX-License-Identifier: Apache-2.0
#include "deadlines/routes/calendar_import.hpp"

#include <charconv>

#include "api/imports/import.hpp"
#include "db/use_case.hpp"
#include "deadlines/files/year_sheet.hpp"
#include "deadlines/service/calendar.hpp"

namespace ankao::deadlines {
namespace {

using api::Call;
using api::Upload;
using api::Verb;
using api::imports::ImportAnswer;

Result<int> year_of(const Call& call) {
  const std::string& text = call.request.parameters.at("year");
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size()) return problem("request.not_integer", {{"value", text.substr(0, 64)}}, "/year");
  return year;
}

/// "/rest/0/from" -> the row and the key of its column; a fault of the entry as a whole has neither.
void add_fault(ImportAnswer& answer, const YearSheet& sheet, Problem fault, problems::Language language) {
  const std::string at = fault.at;
  const auto first = at.find('/', 1);
  const auto second = first == std::string::npos ? std::string::npos : at.find('/', first + 1);
  const auto place = sheet.places.find(at.substr(0, second));
  fault.at = second == std::string::npos ? "" : at.substr(second + 1);
  if (fault.at == "date") fault.at = "from";
  api::imports::add_faults(answer.errors, year_form(), place == sheet.places.end() ? 0 : place->second, {fault}, language);
}

Result<void> keep(db::Database& database, const Call& call, const YearEntry& entry, bool dry_run) {
  if (dry_run) return db::look(database, [&](db::Transaction& transaction) { return check_year(transaction, call.now, entry); });
  const auto done = enter_year(database, call.caller.actor(), call.now, entry);
  return done.ok() ? Result<void>{} : Result<void>(done.problem());
}

Result<ImportAnswer> import_year(db::Database& database, const Call& call, const Upload& upload, bool dry_run) {
  const auto year = year_of(call);
  if (!year.ok()) return year.problem();
  auto sheet = read_year_sheet(upload.bytes);
  if (!sheet.ok()) return sheet.problem();
  YearEntry& entry = sheet->entry;
  entry.year = *year;
  entry.source = upload.field("source").value_or("");
  entry.reason = upload.field("reason").value_or("");
  entry.compared = upload.field("compared").value_or("") == "true";
  const auto stands = db::look(database, [&](db::Transaction& transaction) { return entered_year(transaction, entry.year); });
  entry.version = stands ? stands->version : 0;
  ImportAnswer answer = api::imports::answer_for(upload, dry_run);
  answer.rows = sheet->rows;
  for (const auto& row : sheet->bad) api::imports::add_faults(answer.errors, year_form(), row.number, row.faults, call.language);
  if (!answer.errors.empty()) return answer;
  if (const auto kept = keep(database, call, entry, dry_run); !kept.ok()) {
    if (kept.problem().parts.empty()) return kept.problem();
    for (const Problem& fault : kept.problem().parts) add_fault(answer, *sheet, fault, call.language);
    return answer;
  }
  (stands ? answer.changed : answer.added) = sheet->rows;
  answer.stored = !dry_run;
  return answer;
}

} // namespace

void add_calendar_import_routes(api::Endpoints& endpoints, db::Database& database, std::function<void()> changed) {
  endpoints.add<api::None, api::Download>(
      {.verb = Verb::Get, .path = "/api/calendar/import/template", .operation = "calendar.import_template", .summary = "Empty table of a year's holidays", .clauses = {"G-63"}, .permission = "calendar.enter"},
      [](const Call& call, const api::None&) { return api::imports::template_file(year_form(), "放假安排模板", call.language); });
  const api::Spec spec{.verb = Verb::Post, .path = "/api/calendar/{year}/import", .operation = "calendar.import", .summary = "A year's holidays from a table; nothing is stored when a row is wrong", .clauses = {"G-63"}, .permission = "calendar.enter"};
  endpoints.add<Upload, ImportAnswer>(spec, [&database, changed = std::move(changed)](const Call& call, const Upload& upload) -> Result<ImportAnswer> {
    const auto dry_run = api::imports::dry_run_of(upload);
    if (!dry_run.ok()) return dry_run.problem();
    auto answer = import_year(database, call, upload, *dry_run);
    if (answer.ok() && answer->stored) changed();
    return answer;
  });
  api::imports::add_marked<ImportAnswer>(endpoints, spec, [&database](const Call& call, const Upload& upload) { return import_year(database, call, upload, true); });
}

} // namespace ankao::deadlines
