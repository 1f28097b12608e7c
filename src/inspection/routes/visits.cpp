// SPDX-License-Identifier: Apache-2.0
#include "inspection/routes/lists.hpp"
#include "inspection/routes/parts.hpp"
#include "inspection/routes/routes.hpp"
#include "inspection/routes/views.hpp"
#include "inspection/rules/visits.hpp"
#include "lists/routes/add.hpp"

namespace ankao::inspection {
namespace {

using api::Call;
using api::Verb;

Result<dto::VisitView> show(db::Transaction& transaction, const Call& call, const std::string& id) {
  const auto found = store::visit(transaction, id);
  if (!found || !may_see(viewer_of(call), *found)) return problem("inspection.visit_unknown", {{"value", id}}, "id");
  return view_of(transaction, call, *found);
}

Result<void> seen(db::Transaction& transaction, const Call& call, const std::string& id) {
  const auto found = store::visit(transaction, id);
  return found && may_see(viewer_of(call), *found) ? Result<void>{} : Result<void>(problem("inspection.visit_unknown", {{"value", id}}, "id"));
}

Result<dto::VisitView> shown(db::Database& database, const Call& call, const Result<Visit>& done) {
  if (!done.ok()) return done.problem();
  return show(*database.begin(db::Mode::Read), call, done->id);
}

Result<VisitForm> form_of(const dto::VisitNew& in) {
  VisitForm out{in.campaign, in.phase, in.target, in.planned, {}};
  for (const auto& one : in.team) {
    const auto role = member_role_of(one.role);
    if (!role) return problem("inspection.member_role", {{"value", one.role}}, "team");
    out.team.push_back({*role, one.name, one.unit.value_or(""), one.institution.value_or("")});
  }
  return out;
}

Result<AnswerForm> form_of(const dto::AnswerNew& in) {
  AnswerForm out;
  out.visit = in.id;
  out.client = in.client;
  out.seen = in.seen.value_or(0);
  out.settles = in.settles.value_or(false);
  out.answer.item = in.item;
  const auto column = column_of(in.column);
  if (!column) return problem("inspection.column_unknown", {{"item", in.item}, {"value", in.column}, {"part", ""}}, "column");
  out.answer.column = *column;
  out.answer.serious = in.serious.value_or(false);
  out.answer.serious_reason = out.answer.serious ? in.serious_reason.value_or("") : "";
  out.answer.note = in.note.value_or("");
  if (out.answer.note.size() > 4000) return problem("inspection.text_long", {{"item", in.item}, {"part", ""}, {"limit", "1000"}}, "note");
  for (const auto& one : in.parts) {
    const auto mark = mark_of(one.mark);
    if (!mark) return problem("inspection.mark_impossible", {{"item", in.item}, {"part", one.part}, {"value", one.mark}}, "parts");
    out.answer.parts.push_back({one.part, *mark, one.missing.value_or(std::vector<std::string>{}), one.minus, one.reason.value_or(""), {}});
    for (const auto& count : one.counts.value_or(std::vector<dto::CountedFact>{})) out.answer.parts.back().counts.push_back({count.name, count.value});
  }
  return out;
}

Result<dto::VisitPage> page(db::Transaction& transaction, const Call& call, const dto::VisitQuery& query, const lists::Window& window) {
  store::Filter filter{viewer_of(call), query.q, query.campaign, query.phase, query.district, query.checklist, query.state, {}, date_of(call.now), window.limit, window.offset, window.order, query.differs, query.verdict, ""};
  const auto found = store::visits(transaction, filter);
  dto::VisitPage out;
  out.total = found.total;
  for (const Visit& one : found.rows) out.items.push_back(row_of(one, filter.viewer));
  return out;
}

} // namespace

void add_visit_routes(api::Endpoints& endpoints, db::Database& database, const Tell& tell) {
  lists::add<dto::VisitQuery, dto::VisitPage>(endpoints, database, visit_list(), {.verb = Verb::Get, .path = "/api/visits", .operation = "visit.list", .summary = "The visits of the own scope", .clauses = {"M-3.2b", "M-3.2f"}},
                                              "visit.export", [&database](const Call& call, const dto::VisitQuery& query, const lists::Window& window) { return page(*database.begin(db::Mode::Read), call, query, window); });
  endpoints.add<dto::VisitNew, dto::VisitView>({.verb = Verb::Post, .path = "/api/visits", .operation = "visit.plan", .summary = "Plan a visit with its team", .clauses = {"M-3.2d", "M-3.2e"}},
                                               [&database](const Call& call, const dto::VisitNew& form) -> Result<dto::VisitView> {
                                                 const auto read = form_of(form);
                                                 if (!read.ok()) return read.problem();
                                                 return shown(database, call, plan_visit(database, call.caller.actor(), call.now, viewer_of(call), *read));
                                               });
  endpoints.add<dto::VisitOf, dto::VisitView>({.verb = Verb::Get, .path = "/api/visits/{id}", .operation = "visit.show", .summary = "A visit: its form, answers, score and why", .clauses = {"A1-F4", "A22-F3"}, .permission = "visit.list"},
                                              [&database](const Call& call, const dto::VisitOf& query) -> Result<dto::VisitView> {
                                                return db::look(database, [&](db::Transaction& transaction) { return show(transaction, call, query.id); });
                                              });
  endpoints.add<dto::AnswerNew, dto::AnswerView>(
      {.verb = Verb::Post, .path = "/api/visits/{id}/answers", .operation = "visit.answer", .summary = "Answer an item; the same client id counts once", .clauses = {"A22-F2", "G-21"}},
      [&database](const Call& call, const dto::AnswerNew& form) -> Result<dto::AnswerView> {
        // Strangers learn nothing of a visit, not even what its form would say.
        if (const auto known = db::look(database, [&](db::Transaction& transaction) { return seen(transaction, call, form.id); }); !known.ok()) return known.problem();
        auto read = form_of(form);
        if (!read.ok()) return read.problem();
        read->stamp = stamp_of(call, form.device_at);
        const auto kept = answer_item(database, call.caller.actor(), call.now, viewer_of(call), *read);
        if (!kept.ok()) return kept.problem();
        return view_of(*kept, call.caller.account);
      });
  endpoints.add<dto::VisitSign, dto::VisitView>({.verb = Verb::Post, .path = "/api/visits/{id}/sign", .operation = "visit.sign", .summary = "Sign a visit: failed items become problems", .clauses = {"A1-F4", "A22-F3", "A23-F3", "G-66"}},
                                                [&database, tell](const Call& call, const dto::VisitSign& form) -> Result<dto::VisitView> {
                                                  return shown(database, call, sign_visit(database, call.caller.actor(), call.now, viewer_of(call), {form.id, form.conclusion.value_or(""), form.opinion.value_or("")}, tell));
                                                });
}

void add_routes(api::Endpoints& endpoints, db::Database& database, const Ports& ports) {
  add_checklist_routes(endpoints, database);
  add_campaign_routes(endpoints, database, ports.tell);
  add_visit_routes(endpoints, database, ports.tell);
  add_defect_routes(endpoints, database, ports.tell);
  add_board_routes(endpoints, database);
  add_measures_routes(endpoints, database);
  add_self_report_routes(endpoints, database, ports.tell);
  add_handover_routes(endpoints, database, ports.files, ports.tell);
  add_pairing_routes(endpoints, database);
  add_team_routes(endpoints, database);
  add_spot_routes(endpoints, database, ports.chance);
  add_office_routes(endpoints, database, ports.vault);
  add_case_routes(endpoints, database);
  add_closing_routes(endpoints, database, ports.open);
}

} // namespace ankao::inspection
