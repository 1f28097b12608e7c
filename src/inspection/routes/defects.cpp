// SPDX-License-Identifier: Apache-2.0
#include "inspection/routes/lists.hpp"
#include "inspection/routes/parts.hpp"
#include "inspection/routes/views.hpp"
#include "inspection/rules/visits.hpp"
#include "inspection/service/defects.hpp"
#include "lists/routes/add.hpp"

namespace ankao::inspection {
namespace {

using api::Call;
using api::Verb;

Result<dto::DefectView> show(db::Transaction& transaction, const Call& call, const std::string& id) {
  const auto found = store::defect(transaction, id);
  if (!found || !may_see(unit_viewer_of(call), *found)) return problem("inspection.defect_unknown", {{"value", id}}, "id");
  return view_of(transaction, call, *found);
}

Result<dto::DefectView> shown(db::Database& database, const Call& call, const Result<Defect>& done) {
  if (!done.ok()) return done.problem();
  return show(*database.begin(db::Mode::Read), call, done->id);
}

Result<dto::DefectPage> page(db::Transaction& transaction, const Call& call, const dto::DefectQuery& query, const lists::Window& window) {
  store::Filter filter{unit_viewer_of(call), query.q, query.campaign, query.phase, query.district, query.checklist, query.state, query.overdue, date_of(call.now), window.limit, window.offset, window.order, {}, "", query.found};
  const auto found = store::defects(transaction, filter);
  dto::DefectPage out;
  out.total = found.total;
  for (const Defect& one : found.rows) out.items.push_back(row_of(one, filter.today));
  return out;
}

} // namespace

void add_defect_routes(api::Endpoints& endpoints, db::Database& database, const Tell& tell) {
  lists::add<dto::DefectQuery, dto::DefectPage>(endpoints, database, defect_list(), {.verb = Verb::Get, .path = "/api/defects", .operation = "defect.list", .summary = "The problems of the own scope", .clauses = {"M-3.1c"}},
                                                "defect.export", [&database](const Call& call, const dto::DefectQuery& query, const lists::Window& window) { return page(*database.begin(db::Mode::Read), call, query, window); });
  endpoints.add<dto::DefectOf, dto::DefectView>({.verb = Verb::Get, .path = "/api/defects/{id}", .operation = "defect.show", .summary = "A problem and its steps", .clauses = {"M-3.1c"}, .permission = "defect.list"},
                                                [&database](const Call& call, const dto::DefectOf& query) -> Result<dto::DefectView> {
                                                  return db::look(database, [&](db::Transaction& transaction) { return show(transaction, call, query.id); });
                                                });
  endpoints.add<dto::DefectAssign, dto::DefectView>({.verb = Verb::Post, .path = "/api/defects/{id}/assign", .operation = "defect.assign", .summary = "Set measure, limit and person", .clauses = {"M-3.1c", "G-43"}},
                                                    [&database, tell](const Call& call, const dto::DefectAssign& form) {
                                                      return shown(database, call, assign_defect(database, call.caller.actor(), call.now, unit_viewer_of(call), {form.id, form.measure, form.person, form.limit}, tell));
                                                    });
  endpoints.add<dto::DefectCorrect, dto::DefectView>({.verb = Verb::Post, .path = "/api/defects/{id}/correct", .operation = "defect.correct", .summary = "Report the correction with evidence", .clauses = {"A3-3"}},
                                                     [&database, tell](const Call& call, const dto::DefectCorrect& form) {
                                                       return shown(database, call, correct_defect(database, call.caller.actor(), call.now, unit_viewer_of(call), {form.id, form.correction, form.before, form.after}, tell));
                                                     });
  endpoints.add<dto::DefectCheck, dto::DefectView>({.verb = Verb::Post, .path = "/api/defects/{id}/check", .operation = "defect.check", .summary = "Close a problem or return it, by somebody else", .clauses = {"M-3.4b"}},
                                                   [&database, tell](const Call& call, const dto::DefectCheck& form) {
                                                     return shown(database, call, check_defect(database, call.caller.actor(), call.now, unit_viewer_of(call), form.id, form.accept, form.reason.value_or(""), tell));
                                                   });
}

} // namespace ankao::inspection
