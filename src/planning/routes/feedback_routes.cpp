// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints.hpp"
#include "lists/routes/add.hpp"
#include "planning/routes/after_lists.hpp"
#include "planning/routes/after_views.hpp"
#include "planning/routes/parts.hpp"
#include "planning/service/feedback.hpp"
#include "planning/service/filing.hpp"
#include "planning/service/redraws.hpp"

namespace ankao::planning {

using ::ankao::api::Call;
using ::ankao::api::Endpoints;
using ::ankao::api::Verb;

namespace {

Act act_of(const Call& call) { return {call.caller.actor(), call.now}; }

Result<dto::AfterView> after(const World& world, const Call& call, Month month) {
  return look(world.database, [&](db::Transaction& transaction) { return after_view(transaction, world, month, call.now); });
}

/// The month after the step, or the refusal.
template <class T>
Result<dto::AfterView> after(const World& world, const Call& call, Month month, const Result<T>& step) {
  if (!step.ok()) return step.problem();
  return after(world, call, month);
}

Result<dto::OwnSessions> own(const World& world, const Call& call, const std::string& site) {
  return look(world.database, [&](db::Transaction& transaction) { return own_sessions(transaction, world, act_of(call), site, call.language); });
}

void add_reads(Endpoints& endpoints, const World& world) {
  endpoints.add<dto::MonthQuery, dto::AfterView>(
      {.verb = Verb::Get, .path = "/api/after/{month}", .operation = "after.show", .summary = "A published month: feedback, losses, filing, confirmation, what is possible now",
       .clauses = {"S-2.3", "S-5.1b", "G-62"}, .permission = "plan.view_draft"},
      [&world](const Call& call, const dto::MonthQuery& query) { return after(world, call, query.month); });
  lists::add<dto::FeedbackQuery, dto::FeedbackPage>(
      endpoints, world.database, feedback_list(),
      {.verb = Verb::Get, .path = "/api/after/{month}/sites", .operation = "feedback.list", .summary = "How each site stands towards the plan", .clauses = {"S-5.1b"}, .permission = "plan.view_draft"},
      "feedback.export", [&world](const Call& call, const dto::FeedbackQuery& q, const lists::Window& window) -> Result<dto::FeedbackPage> {
        return look(world.database, [&](db::Transaction& transaction) -> Result<dto::FeedbackPage> {
          const auto plan = in_force(transaction, q.month);
          if (!plan.ok()) return plan.problem();
          dto::FeedbackPage page;
          const auto list = feedback_of(transaction, world, *plan, {q.q, q.district, q.answer, window.order, window.limit, window.offset}, date_of(call.now));
          page.total = list.total;
          for (const auto& one : list.items) page.items.push_back(feedback_row(one));
          return page;
        });
      });
  endpoints.add<dto::OwnQuery, dto::OwnSessions>(
      {.verb = Verb::Get, .path = "/api/own-sessions", .operation = "session.own", .summary = "What the caller's sites have to provide, and what they answered", .clauses = {"S-5.1a", "S-5.1b"},
       .permission = "session.answer"},
      [&world](const Call& call, const dto::OwnQuery& query) { return own(world, call, query.site); });
}

void add_steps(Endpoints& endpoints, const World& world) {
  endpoints.add<dto::AnswerBody, dto::OwnSessions>(
      {.verb = Verb::Post, .path = "/api/after/{month}/answers", .operation = "session.answer", .summary = "Confirm sessions, or refuse them with an explanation", .clauses = {"S-5.1b", "G-73"}},
      [&world](const Call& call, const dto::AnswerBody& body) -> Result<dto::OwnSessions> {
        const auto done = answer_sessions(world, act_of(call), {body.month, body.site, body.sessions.value_or(std::vector<std::string>{}), body.refused, body.explanation.value_or("")});
        if (!done.ok()) return done.problem();
        return own(world, call, body.site);
      });
  endpoints.add<dto::FilingBody, dto::AfterView>(
      {.verb = Verb::Post, .path = "/api/after/{month}/filing", .operation = "filing.make", .summary = "Make the filing with the province: its data file, and the official document", .clauses = {"S-2.3"}},
      [&world](const Call& call, const dto::FilingBody& body) { return after(world, call, body.month, make_filing(world, act_of(call), body.month, body.document.value_or(""))); });
  endpoints.add<dto::FiledBody, dto::AfterView>(
      {.verb = Verb::Post, .path = "/api/after/{month}/filing/receipt", .operation = "filing.record", .summary = "Record when it was filed and under which reference", .clauses = {"S-2.3", "G-62"},
       .permission = "filing.make"},
      [&world](const Call& call, const dto::FiledBody& body) { return after(world, call, body.month, note_filed(world, act_of(call), body.month, body.filed_on, body.reference)); });
  endpoints.add<dto::RedrawBody, dto::AfterView>(
      {.verb = Verb::Post, .path = "/api/after/{month}/redraw", .operation = "plan.redraw", .summary = "Start the repair of a plan that lost something: a new version in which only those who were hit move",
       .clauses = {"G-62"}},
      [&world](const Call& call, const dto::RedrawBody& body) {
        return after(world, call, body.month, start_redraw(world, act_of(call), {body.month, body.source, {body.how, body.commitments_until, body.reveals_until, body.available_at}, body.reason}));
      });
  endpoints.add<dto::ConfirmBody, dto::AfterView>(
      {.verb = Verb::Post, .path = "/api/after/{month}/confirm", .operation = "plan.confirm", .summary = "Confirm the plan: every site provides its rooms", .clauses = {"S-5.1a", "S-5.1b"}},
      [&world](const Call& call, const dto::ConfirmBody& body) { return after(world, call, body.month, confirm_plan(world, act_of(call), body.month, body.note.value_or(""))); });
}

} // namespace

void add_feedback_routes(Endpoints& endpoints, const World& world) {
  add_reads(endpoints, world);
  add_steps(endpoints, world);
}

} // namespace ankao::planning
