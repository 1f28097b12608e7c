// SPDX-License-Identifier: Apache-2.0
// Conditions of places: list, page, history, declaration, decision, tables.
#include "api/imports/import.hpp"
#include "db/use_case.hpp"
#include "lists/routes/add.hpp"
#include "registry/files/condition_forms.hpp"
#include "registry/files/condition_law.hpp"
#include "registry/routes/condition_views.hpp"
#include "registry/routes/lists.hpp"
#include "registry/routes/parts.hpp"
#include "registry/service/city.hpp"
#include "registry/service/condition_import.hpp"

namespace ankao::registry::routes {
namespace {

using api::Call;
using api::None;
using api::Upload;
using api::Verb;
using api::imports::ImportAnswer;

Result<ConditionRowPage> list_conditions(db::Transaction& transaction, const Call& call, const ConditionQuery& query, const lists::Window& window) {
  ConditionRowPage out;
  const auto reach = reach_of(call.caller.actor());
  if (!reach) return out;
  const Date today = date_of(call.now);
  const ConditionFilter filter{*reach, query.q, query.district, query.premises, query.state, query.mark, today, shipped_conditions_law().warn_days, window.order, window.limit, window.offset};
  const auto found = find_conditions(transaction, filter);
  out.total = found.total;
  for (const ConditionFound& one : found.items) out.items.push_back(row_of(one, today, call.language));
  return out;
}

Result<StaffListPage> list_staff(db::Transaction& transaction, const Call& call, const StaffQuery& query, const lists::Window& window) {
  StaffListPage out;
  const auto reach = reach_of(call.caller.actor());
  if (!reach) return out;
  const Date today = date_of(call.now);
  const auto found = find_staff(transaction, {*reach, query.q, query.place, query.district, query.post, query.mark, today, shipped_conditions_law().warn_days, window.order, window.limit, window.offset});
  out.total = found.total;
  for (const StaffFound& one : found.items) out.items.push_back(row_of(one, today, call.language));
  return out;
}

/// What lies outside one's reach is as unknown as what does not exist.
Result<ConditionsOnDay> reached(db::Transaction& transaction, const Call& call, const std::string& place) {
  auto found = conditions_on(transaction, place, date_of(call.now));
  if (!found || !may_see(call.caller.actor(), found->place)) return problem("register.entry_unknown", {{"id", place.substr(0, 40)}});
  return *found;
}

Result<ConditionsView> show(db::Transaction& transaction, const Call& call, const std::string& place) {
  const auto found = reached(transaction, call, place);
  if (!found.ok()) return found.problem();
  return view_of(transaction, call, *found);
}

/// A sheet of the past as it was, in the place of the one that waits.
Result<ConditionsView> show_sheet(db::Transaction& transaction, const Call& call, const std::string& id) {
  auto one = sheet(transaction, id);
  if (!one || !may_see(call.caller.actor(), one->place)) return problem("register.sheet_unknown", {{"id", id.substr(0, 40)}});
  const Date day = one->valid_from;
  const auto place = condition_place(transaction, one->place.id, date_of(call.now));
  ConditionsOnDay then{place.value_or(one->place), day, std::nullopt, std::move(one)};
  return view_of(transaction, call, then);
}

Result<ConditionsView> shown(db::Database& database, const Call& call, const Result<Sheet>& done) {
  if (!done.ok()) return done.problem();
  return db::look(database, [&](db::Transaction& transaction) { return show(transaction, call, done->place.id); });
}

struct Table {
  std::string path, operation, name, summary;
  tables::Form (*form)(const ConditionsLaw&);
  ConditionImport (*take)(db::Database&, const Act&, const EvidenceOf&, const std::vector<tables::FormRow>&, DryRun);
};

void add_table(api::Endpoints& endpoints, const SharedPtr& shared, const EvidenceOf& evidence, const Table& table) {
  const auto take = [shared, evidence, table](const Call& call, const Upload& upload, bool dry_run) -> Result<ImportAnswer> {
    const tables::Form form = table.form(shipped_conditions_law());
    const auto rows = tables::read_form(upload.bytes, form);
    if (!rows.ok()) return rows.problem();
    const ConditionImport done = table.take(shared->database, act_of(call), evidence, *rows, dry_run ? DryRun::Yes : DryRun::No);
    ImportAnswer answer = api::imports::answer_for(upload, dry_run);
    answer.rows = done.rows;
    answer.changed = done.declared;
    answer.unchanged = done.unchanged;
    answer.stored = done.stored;
    for (const ConditionRowFaults& row : done.bad) api::imports::add_faults(answer.errors, form, row.row, row.faults, call.language);
    return answer;
  };
  const std::string noun = table.operation.substr(0, table.operation.find('.'));
  endpoints.add<None, api::Download>({.verb = Verb::Get, .path = table.path + "/template", .operation = noun + ".import_template", .summary = "Empty table: " + table.summary, .clauses = {"A1-04.2"}, .permission = "condition.declare"},
                                     [table](const Call& call, const None&) { return api::imports::template_file(table.form(shipped_conditions_law()), table.name, call.language); });
  const api::Spec spec{.verb = Verb::Post, .path = table.path, .operation = table.operation, .summary = table.summary + "; nothing is stored when a row is wrong", .clauses = {"A1-04.2"}, .permission = "condition.declare"};
  endpoints.add<Upload, ImportAnswer>(spec, [take](const Call& call, const Upload& upload) -> Result<ImportAnswer> {
    const auto dry_run = api::imports::dry_run_of(upload);
    if (!dry_run.ok()) return dry_run.problem();
    return take(call, upload, *dry_run);
  });
  api::imports::add_marked<ImportAnswer>(endpoints, spec, [take](const Call& call, const Upload& upload) { return take(call, upload, true); });
}

} // namespace

void add_conditions(api::Endpoints& endpoints, const SharedPtr& shared, const EvidenceOf& evidence, const TellConditions& tell) {
  const auto look = [shared](const auto& work) { return db::look(shared->database, work); };
  lists::add<ConditionQuery, ConditionRowPage>(endpoints, shared->database, condition_list(), {.verb = Verb::Get, .path = "/api/conditions", .operation = "condition.list", .summary = "Places and where they stand with their conditions", .clauses = {"A1-F5"}},
                                               "condition.export", [shared](const Call& call, const ConditionQuery& query, const lists::Window& window) { return list_conditions(*shared->database.begin(db::Mode::Read), call, query, window); });
  lists::add<StaffQuery, StaffListPage>(endpoints, shared->database, staff_list(), {.verb = Verb::Get, .path = "/api/condition-staff", .operation = "staff.list", .summary = "Persons of places", .clauses = {"A1-04.2", "A1-05.1", "A22-1-2", "A23-1-2"}, .permission = "condition.list"},
                                        "staff.export", [shared](const Call& call, const StaffQuery& query, const lists::Window& window) { return list_staff(*shared->database.begin(db::Mode::Read), call, query, window); });
  endpoints.add<ConditionPlaceQuery, ConditionsView>({.verb = Verb::Get, .path = "/api/conditions/{place}", .operation = "condition.show", .summary = "The conditions of a place: what holds and what waits", .clauses = {"A1-F5"}, .permission = "condition.list"},
                                                     [look](const Call& call, const ConditionPlaceQuery& query) { return look([&](db::Transaction& transaction) { return show(transaction, call, query.place); }); });
  endpoints.add<ConditionPlaceQuery, ConditionHistory>({.verb = Verb::Get, .path = "/api/conditions/{place}/history", .operation = "condition.history", .summary = "Every figure a place ever declared", .clauses = {"P-2.4f"}, .permission = "condition.list"},
                                                       [look](const Call& call, const ConditionPlaceQuery& query) {
                                                         return look([&](db::Transaction& transaction) -> Result<ConditionHistory> {
                                                           const auto found = reached(transaction, call, query.place);
                                                           if (!found.ok()) return found.problem();
                                                           return history_of(transaction, found->place);
                                                         });
                                                       });
  endpoints.add<ConditionSheetQuery, ConditionsView>({.verb = Verb::Get, .path = "/api/condition-sheets/{id}", .operation = "condition.sheet", .summary = "A declaration as it was", .clauses = {"P-2.4f"}, .permission = "condition.list"},
                                                     [look](const Call& call, const ConditionSheetQuery& query) { return look([&](db::Transaction& transaction) { return show_sheet(transaction, call, query.id); }); });
  endpoints.add<ConditionDeclaration, ConditionsView>({.verb = Verb::Post, .path = "/api/conditions/{place}", .operation = "condition.declare", .summary = "Declare the conditions of the own place", .clauses = {"A1-F5", "A1-04.2", "A22-1-2", "A23-1-2"}},
                                                      [shared, evidence](const Call& call, const ConditionDeclaration& form) -> Result<ConditionsView> {
                                                        const auto draft = draft_of(form);
                                                        if (!draft.ok()) return draft.problem();
                                                        return shown(shared->database, call, db::decide(shared->database, [&](db::Transaction& transaction) { return declare_conditions(transaction, act_of(call), evidence, *draft); }));
                                                      });
  endpoints.add<ConditionDecision, ConditionsView>({.verb = Verb::Post, .path = "/api/condition-sheets/{id}/decide", .operation = "condition.confirm", .summary = "Confirm a declaration, or return it with a reason", .clauses = {"A1-F5"}},
                                                   [shared, tell](const Call& call, const ConditionDecision& form) -> Result<ConditionsView> {
                                                     return shown(shared->database, call, db::decide(shared->database, [&](db::Transaction& transaction) { return decide_conditions(transaction, act_of(call), form.id, form.accept, form.reason.value_or(""), tell); }));
                                                   });
  add_table(endpoints, shared, evidence, {"/api/condition-imports/figures", "condition.import", "条件导入模板", "Figures of the own places from a table", condition_form, import_conditions});
  add_table(endpoints, shared, evidence, {"/api/condition-imports/persons", "staff.import", "人员名册导入模板", "Persons of the own places from a table", staff_form, import_staff});
}

} // namespace ankao::registry::routes
