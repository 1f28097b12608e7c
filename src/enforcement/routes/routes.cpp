// SPDX-License-Identifier: Apache-2.0
#include "enforcement/routes/routes.hpp"

#include "api/endpoints.hpp"
#include "db/use_case.hpp"
#include "enforcement/routes/lists.hpp"
#include "enforcement/routes/views.hpp"
#include "enforcement/rules/scope.hpp"
#include "lists/routes/add.hpp"

namespace ankao::enforcement {
namespace {

using api::Call;
using api::None;
using api::Verb;

Result<dto::DecisionView> show(db::Transaction& transaction, const Call& call, const std::string& id) {
  const auto found = store::decision(transaction, id);
  if (!found || !may_see(act_of(call).viewer, *found)) return problem("enforcement.unknown", {{"value", id}}, "id");
  return view_of(transaction, call, *found);
}

Result<dto::DecisionView> shown(db::Database& database, const Call& call, const Result<Decision>& done) {
  if (!done.ok()) return done.problem();
  return show(*database.begin(db::Mode::Read), call, done->id);
}

Result<dto::DecisionPage> page(db::Transaction& transaction, const Call& call, const dto::DecisionQuery& query, const lists::Window& window) {
  const Act act = act_of(call);
  const auto found = store::decisions(transaction, {act.viewer, query.q, query.district, query.kind, query.ground, query.state, query.subject, window.limit, window.offset, window.order});
  dto::DecisionPage out;
  out.total = found.total;
  for (const Decision& one : found.rows) out.items.push_back(row_of(one, act));
  return out;
}

Result<dto::DecisionBasis> basis(db::Transaction& transaction, const Call& call, const std::string& record) {
  const auto found = basis_of(transaction, act_of(call).viewer, record);
  if (!found.ok()) return found.problem();
  dto::DecisionBasis out{found->subject, found->name, found->district, district_name(found->district), found->facts, found->problems, found->visits, {}};
  for (const Decision& one : store::resting_on(transaction, record)) out.decisions.push_back(one.id);
  return out;
}

Result<Draft> draft_of(const dto::DecisionNew& form) {
  const auto kind = kind_of(form.kind);
  if (!kind) return problem("enforcement.kind_not_provided", {{"clause", form.ground}, {"kind", form.kind}, {"allowed", "—"}}, "kind");
  const auto amount = fen_of(form.amount.value_or(""));
  if (!amount.ok()) return amount.problem();
  const std::vector<std::string> none;
  return Draft{form.subject, form.ground, *kind, form.facts, form.basis.value_or(""), form.problems.value_or(none), form.visits.value_or(none), form.from, form.to, form.due, *amount, form.persons.value_or(none), form.authority.value_or("")};
}

} // namespace

void add_routes(api::Endpoints& endpoints, db::Database& database, const Tell& tell, const std::function<void()>& changed) {
  lists::add<dto::DecisionQuery, dto::DecisionPage>(endpoints, database, decision_list(), {.verb = Verb::Get, .path = "/api/decisions", .operation = "decision.list", .summary = "Decisions of the own scope", .clauses = {"M-4.2.1", "P-3.2"}},
                                                    "decision.export", [&database](const Call& call, const dto::DecisionQuery& query, const lists::Window& window) { return page(*database.begin(db::Mode::Read), call, query, window); });
  endpoints.add<None, dto::GroundList>({.verb = Verb::Get, .path = "/api/decision-grounds", .operation = "decision.grounds", .access = api::Access::Public, .summary = "The grounds of decisions, their measures and legal ranges", .clauses = {"P-3.2", "C-3a", "G-33"}},
                                       [](const Call&, const None&) -> Result<dto::GroundList> { return grounds(); });
  endpoints.add<dto::DecisionBasisOf, dto::DecisionBasis>({.verb = Verb::Get, .path = "/api/decision-basis/{record}", .operation = "decision.basis", .summary = "What a decision from a problem or a visit would rest on", .clauses = {"M-4.2.1"}, .permission = "decision.propose"},
                                                          [&database](const Call& call, const dto::DecisionBasisOf& query) -> Result<dto::DecisionBasis> {
                                                            return db::look(database, [&](db::Transaction& transaction) { return basis(transaction, call, query.record); });
                                                          });
  endpoints.add<dto::DecisionOf, dto::DecisionView>({.verb = Verb::Get, .path = "/api/decisions/{id}", .operation = "decision.show", .summary = "A decision, its grounds and steps", .clauses = {"M-4.2.1"}, .permission = "decision.list"},
                                                    [&database](const Call& call, const dto::DecisionOf& query) -> Result<dto::DecisionView> {
                                                      return db::look(database, [&](db::Transaction& transaction) { return show(transaction, call, query.id); });
                                                    });
  endpoints.add<dto::DecisionNew, dto::DecisionView>({.verb = Verb::Post, .path = "/api/decisions", .operation = "decision.propose", .summary = "Propose a decision", .clauses = {"M-4.2.1", "G-72"}}, [&database, tell](const Call& call, const dto::DecisionNew& form) -> Result<dto::DecisionView> {
    const auto draft = draft_of(form);
    if (!draft.ok()) return draft.problem();
    return shown(database, call, propose(database, act_of(call), *draft, tell));
  });
  endpoints.add<dto::DecisionSign, dto::DecisionView>({.verb = Verb::Post, .path = "/api/decisions/{id}/sign", .operation = "decision.sign", .summary = "Sign a decision as the second person, or refuse it", .clauses = {"M-4.2.4", "G-72"}},
                                                      [&database, tell, changed](const Call& call, const dto::DecisionSign& form) -> Result<dto::DecisionView> {
                                                        const auto done = sign(database, act_of(call), form.id, form.accept, form.reason.value_or(""), tell);
                                                        if (done.ok() && !done->effect.empty()) changed();
                                                        return shown(database, call, done);
                                                      });
  endpoints.add<dto::DecisionTakeBack, dto::DecisionView>({.verb = Verb::Post, .path = "/api/decisions/{id}/take-back", .operation = "decision.take_back", .summary = "Withdraw a proposal, or annul a decision", .clauses = {"M-4.2.1"}},
                                                          [&database, tell, changed](const Call& call, const dto::DecisionTakeBack& form) -> Result<dto::DecisionView> {
                                                            const auto done = take_back(database, act_of(call), form.id, form.reason, tell);
                                                            if (done.ok() && !done->effect.empty()) changed();
                                                            return shown(database, call, done);
                                                          });
}

} // namespace ankao::enforcement
