// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "api/endpoints.hpp"
#include "deadlines/files/register.hpp"
#include "lists/routes/add.hpp"
#include "planning/files/after_law.hpp"
#include "planning/routes/after_lists.hpp"
#include "planning/routes/after_views.hpp"
#include "planning/routes/objection_limit.hpp"
#include "planning/routes/parts.hpp"
#include "planning/service/objections.hpp"
#include "planning/service/reading.hpp"

namespace ankao::planning {

using ::ankao::api::Access;
using ::ankao::api::Call;
using ::ankao::api::Endpoints;
using ::ankao::api::None;
using ::ankao::api::Verb;

namespace {

const ledger::Actor k_public{"public", "公众", "trainee", "own"};

Act act_of(const Call& call) { return {call.caller.actor(), call.now}; }
Act act_of_anybody(const Call& call) { return {call.caller.signed_in() ? call.caller.actor() : k_public, call.now}; }

/// The last day of the answer by the register of deadlines.
std::string answer_until(const World& world, Instant now) {
  const auto* rule = deadlines::shipped_register().find("plan_objection");
  if (rule == nullptr) return "";
  const auto last = look(world.database, [&](db::Transaction& transaction) { return add_workdays(calendar_in(transaction, world), date_of(now), rule->length.count); });
  return last ? to_string(*last) : "";
}

void add_public(Endpoints& endpoints, const World& world) {
  const auto limit = std::make_shared<HourlyLimit>(), looks = std::make_shared<HourlyLimit>();
  endpoints.add<dto::ObjectionBody, dto::ReceiptView>(
      {.verb = Verb::Post, .path = "/api/objections", .operation = "objection.file", .access = Access::Public, .summary = "Object to a published plan; the receipt is shown once", .clauses = {"S-2.3"}},
      [&world, limit](const Call& call, const dto::ObjectionBody& body) -> Result<dto::ReceiptView> {
        const int most = shipped_after_law().number("objections_per_hour", date_of(call.now));
        if (!call.caller.signed_in())
          if (const auto may = limit->take(call.request.peer, call.now, most); !may.ok()) return may.problem();
        const auto filed = file_objection(world, act_of_anybody(call), {body.month, body.batch, body.institution.value_or(""), body.session.value_or(""), body.text});
        if (!filed.ok()) return filed.problem();
        return dto::ReceiptView{filed->first.id, filed->second, answer_until(world, call.now)};
      });
  endpoints.add<dto::ReceiptQuery, dto::ObjectionAnswer>(
      {.verb = Verb::Get, .path = "/api/objections/receipt", .operation = "objection.track", .access = Access::Public, .summary = "What became of an objection, by its receipt", .clauses = {"S-2.3"}},
      [&world, looks](const Call& call, const dto::ReceiptQuery& query) -> Result<dto::ObjectionAnswer> {
        constexpr int k_looks_per_hour = 60;
        if (const auto may = looks->take(call.request.peer, call.now, k_looks_per_hour); !may.ok()) return may.problem();
        const auto found = objection_with(world, query.receipt);
        if (!found.ok()) return found.problem();
        return objection_answer(*found);
      });
  endpoints.add<dto::AdmissionQuery, dto::AdmissionView>(
      {.verb = Verb::Get, .path = "/api/admission", .operation = "admission.find", .access = Access::Public, .summary = "When and where a batch or class is examined, and what to bring", .clauses = {"S-2.3", "S-5.1a"}},
      [&world](const Call& call, const dto::AdmissionQuery& query) -> Result<dto::AdmissionView> {
        if (query.code.empty() || query.code.size() > 64) return problem("planning.text_missing", {}, "code");
        return look(world.database, [&](db::Transaction& transaction) { return admission_view(transaction, world, query.month, query.code, "", date_of(call.now), call.language); });
      });
  lists::add<dto::MovesQuery, dto::MovesPage>(
      endpoints, world.database, move_list(),
      {.verb = Verb::Get, .path = "/api/plans/{month}/changes", .operation = "plan.changes", .access = Access::Public, .summary = "Who moves from where to where in a version that repairs the one before", .clauses = {"G-62"}},
      "plan.changes_export", [&world](const Call& call, const dto::MovesQuery& q, const lists::Window& window) -> Result<dto::MovesPage> {
        return look(world.database, [&](db::Transaction& transaction) -> Result<dto::MovesPage> {
          const auto plan = version_for(transaction, q.month, q.version, Reach::Public);
          if (!plan.ok()) return plan.problem();
          dto::MovesPage page;
          page.version = plan->version;
          page.reason = reason_of(*plan);
          const auto list = list_moves(transaction, q.month, plan->version, {q.q, q.institution, q.site, window.order, window.limit, window.offset});
          page.total = list.total;
          for (const auto& one : list.items) page.items.push_back(move_row(world, one, call.language));
          return page;
        });
      });
}

void add_own(Endpoints& endpoints, const World& world) {
  endpoints.add<None, dto::OwnAdmission>(
      {.verb = Verb::Get, .path = "/api/own-admission", .operation = "admission.own", .summary = "The institution's batches with their places, for admission notices", .clauses = {"S-2.3", "S-5.1a"}},
      [&world](const Call& call, const None&) {
        return look(world.database, [&](db::Transaction& transaction) -> Result<dto::OwnAdmission> {
          return own_admission(transaction, world, call.caller.scope_id, date_of(call.now), call.language);
        });
      });
}

Result<dto::ObjectionRow> shown(const Call& call, const Result<Objection>& objection) {
  if (!objection.ok()) return objection.problem();
  return objection_row(*objection, call.caller.actor());
}

void add_desk(Endpoints& endpoints, const World& world) {
  lists::add<dto::ObjectionsQuery, dto::ObjectionsPage>(
      endpoints, world.database, objection_list(),
      {.verb = Verb::Get, .path = "/api/objections", .operation = "objection.list", .summary = "Objections to plans; an institution sees those about its batches that it filed itself", .clauses = {"S-2.3"}},
      "objection.export", [&world](const Call& call, const dto::ObjectionsQuery& q, const lists::Window& window) -> Result<dto::ObjectionsPage> {
        return look(world.database, [&](db::Transaction& transaction) -> Result<dto::ObjectionsPage> {
          const bool institution = call.caller.scope_kind == "institution";
          ObjectionFilter filter{q.q, q.state, q.month ? to_string(*q.month) : "", institution ? call.caller.scope_id : "", institution, window.order, window.limit, window.offset};
          const auto list = list_objections(transaction, filter);
          dto::ObjectionsPage page;
          page.total = list.total;
          for (const auto& one : list.items) page.items.push_back(objection_row(one, call.caller.actor()));
          return page;
        });
      });
  endpoints.add<dto::ObjectionAnswerBody, dto::ObjectionRow>(
      {.verb = Verb::Post, .path = "/api/objections/{id}/answer", .operation = "objection.answer", .summary = "Answer an objection with a reason; to uphold it needs a second person", .clauses = {"S-2.3"}},
      [&world](const Call& call, const dto::ObjectionAnswerBody& body) { return shown(call, answer_objection(world, act_of(call), {body.id, body.uphold, body.answer, body.not_before})); });
  endpoints.add<dto::ObjectionConfirmBody, dto::ObjectionRow>(
      {.verb = Verb::Post, .path = "/api/objections/{id}/confirm", .operation = "objection.confirm", .summary = "Uphold it as the second person, or send it back", .clauses = {"S-2.3", "G-62"}},
      [&world](const Call& call, const dto::ObjectionConfirmBody& body) { return shown(call, confirm_objection(world, act_of(call), body.id, body.uphold)); });
}

} // namespace

void add_objection_routes(Endpoints& endpoints, const World& world) {
  add_public(endpoints, world);
  add_own(endpoints, world);
  add_desk(endpoints, world);
}

} // namespace ankao::planning
