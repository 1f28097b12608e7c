// SPDX-License-Identifier: Apache-2.0
#include "reporting/routes/routes.hpp"

#include <algorithm>

#include "api/endpoints.hpp"
#include "db/use_case.hpp"
#include "lists/routes/add.hpp"
#include "paper/docx.hpp"
#include "paper/pdf.hpp"
#include "paper/xlsx.hpp"
#include "reporting/routes/lists.hpp"
#include "reporting/routes/views.hpp"
#include "reporting/service/form.hpp"

namespace ankao::reporting {
namespace {

using api::Call;
using api::Verb;

Act act_of(const Call& call, const Tell& tell) { return {call.caller.actor(), call.now, tell}; }

Result<dto::ReturnView> show(db::Transaction& transaction, const Call& call, const std::string& id) {
  const auto found = whole(transaction, viewer_of(call), id, date_of(call.now));
  if (!found.ok()) return found.problem();
  return view_of(transaction, call, *found);
}

Result<dto::ReturnView> shown(db::Database& database, const Call& call, const std::string& id, const Result<void>& done) {
  if (!done.ok()) return done.problem();
  return show(*database.begin(db::Mode::Read), call, id);
}

/// There are never more than districts times months of them: the page is cut from all, figures are read for its lines only.
Result<dto::ReturnPage> page(db::Transaction& transaction, const Call& call, const dto::ReturnQuery& query, const lists::Window& window) {
  const Date today = date_of(call.now);
  std::vector<Return> found;
  for (Return& one : all_of(transaction, viewer_of(call), query.campaign, today)) {
    const dto::ReturnRow row = row_of(one, today);
    const auto fits = [](const std::string& asked, const std::string& is) { return asked.empty() || asked == is; };
    if (fits(query.month, row.month) && fits(query.district, row.district) && fits(query.state, row.state)) found.push_back(std::move(one));
  }
  dto::ReturnPage out;
  out.total = static_cast<std::int64_t>(found.size());
  const auto from = std::min<std::int64_t>(window.offset, out.total), to = std::min<std::int64_t>(from + window.limit, out.total);
  std::vector<Return> shown(std::make_move_iterator(found.begin() + from), std::make_move_iterator(found.begin() + to));
  add_late(transaction, shown, today);
  for (const Return& one : shown) out.items.push_back(row_of(one, today));
  return out;
}

Result<dto::ReturnItemPage> records(db::Transaction& transaction, const Call& call, const dto::ReturnItemQuery& query, const lists::Window& window) {
  const auto found = behind_cell(transaction, viewer_of(call), query.id, query.row, query.cell, window.offset, window.limit);
  if (!found.ok()) return found.problem();
  dto::ReturnItemPage out;
  out.total = found->total;
  for (const Item& one : found->items) out.items.push_back(view_of(one));
  return out;
}

Result<api::Download> form(db::Transaction& transaction, const Call& call, const dto::ReturnFileOf& query) {
  const auto found = whole(transaction, viewer_of(call), query.id, date_of(call.now));
  if (!found.ok()) return found.problem();
  const auto sheet = annex_5(*found, unit_name(found->mine.kept.district), call.now);
  if (!sheet.ok()) return sheet.problem();
  const std::string name = "进展情况统计表-" + to_string(found->mine.period.month) + "-" + row_of(found->mine, date_of(call.now)).district_name;
  if (query.format == "docx") return api::Download{name + ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", paper::to_docx(*sheet)};
  if (query.format == "xlsx") return api::Download{name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", paper::to_xlsx(*sheet)};
  if (query.format != "pdf") return problem("reporting.format", {{"value", query.format}}, "format");
  auto bytes = paper::to_pdf(*sheet);
  if (!bytes.ok()) return bytes.problem();
  return api::Download{name + ".pdf", "application/pdf", std::move(*bytes)};
}

void add_changes(api::Endpoints& endpoints, db::Database& database, const Tell& tell) {
  endpoints.add<dto::ReturnCell, dto::ReturnView>({.verb = Verb::Post, .path = "/api/returns/{id}/cells", .operation = "return.correct", .summary = "Correct a figure with a reason; the computed one stays visible", .clauses = {"M-4.1.5"}}, [&database, tell](const Call& call, const dto::ReturnCell& form) {
    return shown(database, call, form.id, correct(database, act_of(call, tell), viewer_of(call), {form.id, form.row, form.cell, form.value, form.reason}));
  });
  endpoints.add<dto::ReturnSend, dto::ReturnView>({.verb = Verb::Post, .path = "/api/returns/{id}/send", .operation = "return.file", .summary = "File the monthly return", .clauses = {"M-4.1.5", "A5-F1", "G-03"}}, [&database, tell](const Call& call, const dto::ReturnSend& form) {
    return shown(database, call, form.id, send(database, act_of(call, tell), viewer_of(call), {form.id, form.filler, form.telephone, form.note.value_or("")}));
  });
  endpoints.add<dto::ReturnReopen, dto::ReturnView>({.verb = Verb::Post, .path = "/api/returns/{id}/reopen", .operation = "return.reopen", .summary = "Reopen a return that was filed", .clauses = {"M-4.1.5"}}, [&database, tell](const Call& call, const dto::ReturnReopen& form) {
    return shown(database, call, form.id, reopen(database, act_of(call, tell), viewer_of(call), form.id, form.reason));
  });
}

} // namespace

void add_routes(api::Endpoints& endpoints, db::Database& database, const Tell& tell) {
  lists::add<dto::ReturnQuery, dto::ReturnPage>(endpoints, database, return_list(), {.verb = Verb::Get, .path = "/api/returns", .operation = "return.list", .summary = "The monthly returns of a special inspection", .clauses = {"M-4.1.5"}}, "return.export",
                                                [&database](const Call& call, const dto::ReturnQuery& query, const lists::Window& window) { return page(*database.begin(db::Mode::Read), call, query, window); });
  endpoints.add<dto::ReturnOf, dto::ReturnView>({.verb = Verb::Get, .path = "/api/returns/{id}", .operation = "return.show", .summary = "A monthly return: every figure computed, corrected, sent", .clauses = {"M-4.1.5", "A5-F1"}, .permission = "return.list"},
                                                [&database](const Call& call, const dto::ReturnOf& query) -> Result<dto::ReturnView> {
                                                  return db::look(database, [&](db::Transaction& transaction) { return show(transaction, call, query.id); });
                                                });
  lists::add<dto::ReturnItemQuery, dto::ReturnItemPage>(endpoints, database, item_list(), {.verb = Verb::Get, .path = "/api/returns/{id}/records", .operation = "return.records", .summary = "The records behind a figure", .clauses = {"M-4.1.5"}, .permission = "return.list"}, "return.records_export",
                                                        [&database](const Call& call, const dto::ReturnItemQuery& query, const lists::Window& window) { return records(*database.begin(db::Mode::Read), call, query, window); });
  endpoints.add<dto::ReturnFileOf, api::Download>({.verb = Verb::Get, .path = "/api/returns/{id}/form", .operation = "return.form", .summary = "Annex 5 filled, as PDF, Word or workbook", .clauses = {"A5-F1"}, .permission = "return.list"},
                                                  [&database](const Call& call, const dto::ReturnFileOf& query) -> Result<api::Download> {
                                                    return db::look(database, [&](db::Transaction& transaction) { return form(transaction, call, query); });
                                                  });
  add_changes(endpoints, database, tell);
  add_completeness_routes(endpoints, database);
  add_summary_routes(endpoints, database, tell);
}

} // namespace ankao::reporting
