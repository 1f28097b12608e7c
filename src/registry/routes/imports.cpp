// SPDX-License-Identifier: Apache-2.0
// The printed tables and the rooms, from files.
#include "api/imports/import.hpp"
#include "base/sm3.hpp"
#include "registry/files/import.hpp"
#include "registry/routes/parts.hpp"
#include "registry/service/room_import.hpp"
#include "tables/write.hpp"

namespace ankao::registry::routes {
namespace {

using api::Call;
using api::Verb;

Result<std::optional<Table>> table_in(const api::Upload& upload) {
  const std::string value = upload.field("table").value_or("");
  if (value.empty()) return std::optional<Table>();
  if (value == "a") return std::optional(Table::SpecialOperations);
  if (value == "b") return std::optional(Table::HighRisk);
  return problem("register.form_field", {{"field", "table"}, {"value", value}, {"known", "a, b"}}, "/table");
}

/// Faults of rows and cells are the report's business; a file that cannot be read at all is refused.
Result<ImportReport> refused(ImportReport report, const Problem& problem, Language language) {
  if (problem.parts.empty()) return problem;
  report.errors = cell_errors(problem, language);
  return report;
}

Result<ImportReport> import_tables(const Shared& shared, const Call& call, const api::Upload& upload) {
  const auto dry_run = flag_in(upload, "dry_run");
  if (!dry_run.ok()) return dry_run.problem();
  const auto table = table_in(upload);
  if (!table.ok()) return table.problem();
  const auto day = wanted_day(upload.field("effective_date"));
  if (!day.ok()) return day.problem();
  ImportReport report;
  report.file = upload.name;
  report.sm3 = to_hex(sm3(upload.bytes));
  report.dry_run = *dry_run;
  const auto printed = read_printed(upload.bytes, *table);
  if (!printed.ok()) return refused(report, printed.problem(), call.language);
  const ImportSource source{upload.name, report.sm3, *printed, *day, upload.field("reason").value_or("导入名录文件"), "P-1.2b"};
  const auto outcome = store_import(shared.database, act_of(call), source, *dry_run ? DryRun::Yes : DryRun::No);
  if (!outcome.ok()) return refused(report, outcome.problem(), call.language);
  report.id = outcome->id;
  report.stored = outcome->stored;
  report.facts = view_of(outcome->facts);
  report.added = outcome->added;
  report.changed = outcome->changed;
  report.unchanged = outcome->unchanged;
  for (const RowId row : outcome->registry.missing_rows) report.missing_rows.push_back(to_string(row));
  for (const Anomaly& anomaly : outcome->anomalies) report.anomalies.push_back(view_of(anomaly, call.language));
  if (outcome->stored) shared.changed();
  return report;
}

/// The two tables as the notice prints them, empty, with one example a column on the first sheet.
Result<api::Download> tables_template(const Call& call) {
  const bool chinese = call.language == Language::Chinese;
  tables::OutSheet notes{
      chinese ? "填写说明" : "how to fill in", {{chinese ? "栏目" : "column", 16}, {chinese ? "说明" : "what it holds", 80}}, {}};
  const std::vector<std::pair<Column, std::pair<const char*, const char*>>> lines{
      {Column::Number, {"印刷表中的序号，不改编号；缺号保留为空缺", "the printed number; never renumbered, gaps stay"}},
      {Column::Name,
       {"机构全称；设有考试点的加（+考试点）、（+2 考试点）或（+仅理论考试点）",
        "full name; an exam site is marked (+考试点), (+2 考试点) or (+仅理论考试点)"}},
      {Column::District, {"区名，如 白云区；多个区用顿号分开", "district, e.g. 白云区; several joined by 、"}},
      {Column::Address, {"多个地址写成 1、… 2、…", "several addresses as 1、… 2、…"}},
      {Column::Projects,
       {"特种作业【低压电工作业, 高压电工作业】；高危行业写【危险化学品生产、经营单位】主要负责人和安全生产管理人员",
        "as printed in the notice: 特种作业【…】, or industries in 【…】"}},
      {Column::Contact, {"多个联系人用顿号分开", "several joined by 、"}},
      {Column::Telephone, {"多个号码用顿号或空格分开", "several joined by 、 or blanks"}}};
  for (const auto& [column, text] : lines)
    notes.rows.push_back({"“" + std::string(heading_of(column)) + "”", chinese ? text.first : text.second});
  std::vector<tables::OutSheet> sheets{notes};
  for (const char* name : {"特种作业安全培训机构、考试点汇总表", "高危行业安全培训机构汇总表"}) {
    tables::OutSheet sheet{name, {}, {}};
    for (std::size_t c = 0; c < k_columns; ++c) sheet.columns.push_back({heading_of(static_cast<Column>(c)), 20});
    sheets.push_back(sheet);
  }
  const auto bytes = tables::write_xlsx(sheets);
  if (!bytes.ok()) return bytes.problem();
  return api::Download{chinese ? "名录导入模板.xlsx" : "registry-template.xlsx", k_xlsx_type, *bytes};
}

Result<RoomImportReport> import_rooms_file(const Shared& shared, const Call& call, const api::Upload& upload) {
  const auto dry_run = flag_in(upload, "dry_run");
  if (!dry_run.ok()) return dry_run.problem();
  RoomImportReport report;
  report.file = upload.name;
  report.sm3 = to_hex(sm3(upload.bytes));
  report.dry_run = *dry_run;
  const std::string reason = upload.field("reason").value_or("从表格导入");
  const auto outcome = import_rooms(shared.database, act_of(call), upload.bytes, reason, *dry_run ? DryRun::Yes : DryRun::No);
  if (!outcome.ok()) {
    if (outcome.problem().parts.empty()) return outcome.problem();
    report.errors = cell_errors(outcome.problem(), call.language);
    return report;
  }
  report.stored = !*dry_run;
  report.rows = outcome->rows;
  report.sites_changed = outcome->sites_changed;
  report.rooms_added = outcome->rooms_added;
  report.rooms_changed = outcome->rooms_changed;
  report.institutions_changed = outcome->institutions_changed;
  if (report.stored) shared.changed();
  return report;
}

api::Upload only_checked(api::Upload upload) {
  std::erase_if(upload.fields, [](const auto& field) { return field.first == "dry_run"; });
  upload.fields.emplace_back("dry_run", "true");
  return upload;
}

void add_marked_files(api::Endpoints& endpoints, const SharedPtr& shared) {
  api::imports::add_marked<ImportReport>(
      endpoints, {.verb = Verb::Post, .path = "/api/registry/imports", .operation = "registry.import", .clauses = {"A6-F1"}},
      [shared](const Call& call, const api::Upload& upload) { return import_tables(*shared, call, only_checked(upload)); });
  api::imports::add_marked<RoomImportReport>(
      endpoints, {.verb = Verb::Post, .path = "/api/registry/rooms/import", .operation = "room.import", .clauses = {"A6-F9"}, .permission = "room.edit"},
      [shared](const Call& call, const api::Upload& upload) { return import_rooms_file(*shared, call, only_checked(upload)); });
}

} // namespace

void add_imports(api::Endpoints& endpoints, const SharedPtr& shared) {
  add_marked_files(endpoints, shared);
  endpoints.add<api::Upload, ImportReport>(
      {.verb = Verb::Post,
       .path = "/api/registry/imports",
       .operation = "registry.import",
       .summary = "Import the printed tables",
       .clauses = {"A6-F1", "A6-F2"}},
      [shared](const Call& call, const api::Upload& upload) { return import_tables(*shared, call, upload); });
  endpoints.add<api::None, api::Download>({.verb = Verb::Get,
                                           .path = "/api/registry/imports/template",
                                           .operation = "registry.template",
                                           .summary = "The tables of Annex 6, empty",
                                           .clauses = {"A6-F1"},
                                           .permission = "registry.import"},
                                          [](const Call& call, const api::None&) { return tables_template(call); });
  endpoints.add<api::None, api::Download>({.verb = Verb::Get,
                                           .path = "/api/registry/rooms/template",
                                           .operation = "room.template",
                                           .summary = "Sites, rooms, seats and openings as a workbook to fill in",
                                           .clauses = {"A6-F9"},
                                           .permission = "room.edit"},
                                          [shared](const Call& call, const api::None&) -> Result<api::Download> {
                                            const auto bytes = room_template(shared->database, call.caller.actor(), date_of(call.now));
                                            if (!bytes.ok()) return bytes.problem();
                                            return api::Download{"考场导入模板.xlsx", k_xlsx_type, *bytes};
                                          });
  endpoints.add<api::Upload, RoomImportReport>(
      {.verb = Verb::Post,
       .path = "/api/registry/rooms/import",
       .operation = "room.import",
       .summary = "Import rooms, seats, openings, places and school types",
       .clauses = {"A6-F9", "S-3.3"},
       .permission = "room.edit"},
      [shared](const Call& call, const api::Upload& upload) { return import_rooms_file(*shared, call, upload); });
}

} // namespace ankao::registry::routes
