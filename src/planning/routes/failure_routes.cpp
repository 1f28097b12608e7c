// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints.hpp"
#include "lists/routes/add.hpp"
#include "planning/routes/after_lists.hpp"
#include "planning/routes/after_views.hpp"
#include "planning/routes/parts.hpp"
#include "planning/service/failures.hpp"

namespace ankao::planning {

using ::ankao::api::Call;
using ::ankao::api::Endpoints;
using ::ankao::api::Verb;

namespace {

Act act_of(const Call& call) { return {call.caller.actor(), call.now}; }

/// A district sees its own, an institution and a site themselves.
void narrow(FailureFilter& filter, const ::ankao::api::Caller& caller) {
  if (caller.scope_kind == "district") filter.district = caller.scope_id;
  if (caller.scope_kind == "institution") filter.owner = caller.scope_id;
  if (caller.scope_kind == "site") filter.site = caller.scope_id;
}

Result<dto::FailureRow> shown(const Result<Failure>& failure) {
  if (!failure.ok()) return failure.problem();
  return failure_row(*failure, true);
}

Result<dto::EndingRow> shown(const Call& call, const Result<Ending>& ending) {
  if (!ending.ok()) return ending.problem();
  return ending_row(*ending, call.caller.actor());
}

void add_failures(Endpoints& endpoints, const World& world) {
  lists::add<dto::FailuresQuery, dto::FailuresPage>(
      endpoints, world.database, failure_list(),
      {.verb = Verb::Get, .path = "/api/failures", .operation = "failure.list", .summary = "Rooms not provided, within the caller's scope", .clauses = {"S-5.1c", "G-39"}}, "failure.export",
      [&world](const Call& call, const dto::FailuresQuery& q, const lists::Window& window) -> Result<dto::FailuresPage> {
        return look(world.database, [&](db::Transaction& transaction) -> Result<dto::FailuresPage> {
          FailureFilter filter{q.q, q.state, q.kind, q.district, "", "", q.month ? to_string(*q.month) : "", 0, window.order, window.limit, window.offset};
          narrow(filter, call.caller);
          const auto list = list_failures(transaction, filter);
          dto::FailuresPage page;
          page.total = list.total;
          for (const auto& one : list.items) page.items.push_back(failure_row(one, call.caller.scope_kind == "city"));
          return page;
        });
      });
  endpoints.add<dto::NoShowBody, dto::FailureRow>(
      {.verb = Verb::Post, .path = "/api/failures", .operation = "failure.record", .summary = "Record a room that was not provided on the day", .clauses = {"S-5.1c"}},
      [&world](const Call& call, const dto::NoShowBody& body) { return shown(record_no_show(world, act_of(call), body.month, body.session, body.explanation)); });
  endpoints.add<dto::FailureOf, law::Why>(
      {.verb = Verb::Get, .path = "/api/failures/{id}/why", .operation = "failure.why", .summary = "Why a room not provided counts, or does not", .clauses = {"S-5.1c", "G-39", "G-40"},
       .permission = "plan.view_draft"},
      [&world](const Call&, const dto::FailureOf& of) {
        return look(world.database, [&](db::Transaction& transaction) -> Result<law::Why> {
          const auto found = find_failure(transaction, of.id);
          if (!found) return problem("planning.failure_unknown", {{"value", of.id}});
          return failure_why(transaction, *found);
        });
      });
  endpoints.add<dto::FailureDecision, dto::FailureRow>(
      {.verb = Verb::Post, .path = "/api/failures/{id}/verify", .operation = "failure.verify", .summary = "Verify it: it counts in the calendar year", .clauses = {"S-5.1c", "G-39", "G-40"}},
      [&world](const Call& call, const dto::FailureDecision& body) { return shown(verify_failure(world, act_of(call), body.id, body.reason.value_or(""))); });
  endpoints.add<dto::FailureDecision, dto::FailureRow>(
      {.verb = Verb::Post, .path = "/api/failures/{id}/waive", .operation = "failure.waive", .summary = "Waive it with a reason", .clauses = {"G-39"}},
      [&world](const Call& call, const dto::FailureDecision& body) { return shown(waive_failure(world, act_of(call), body.id, body.reason.value_or(""))); });
}

void add_endings(Endpoints& endpoints, const World& world) {
  lists::add<dto::EndingsQuery, dto::EndingsPage>(
      endpoints, world.database, ending_list(),
      {.verb = Verb::Get, .path = "/api/endings", .operation = "ending.list", .summary = "Ends of service agreements, proposed and decided", .clauses = {"S-5.1c", "G-38"}}, "ending.export",
      [&world](const Call& call, const dto::EndingsQuery& q, const lists::Window& window) -> Result<dto::EndingsPage> {
        return look(world.database, [&](db::Transaction& transaction) -> Result<dto::EndingsPage> {
          const auto list = list_endings(transaction, q.state, window.order, window.limit, window.offset);
          dto::EndingsPage page;
          page.total = list.total;
          for (const auto& one : list.items) page.items.push_back(ending_row(one, call.caller.actor()));
          return page;
        });
      });
  endpoints.add<dto::FailureOf, law::Why>(
      {.verb = Verb::Get, .path = "/api/endings/{id}/why", .operation = "ending.why", .summary = "Why the end of an agreement is proposed", .clauses = {"S-5.1c", "G-38", "G-40"}, .permission = "ending.list"},
      [&world](const Call&, const dto::FailureOf& of) {
        return look(world.database, [&](db::Transaction& transaction) -> Result<law::Why> {
          const auto found = find_ending(transaction, of.id);
          if (!found) return problem("planning.ending_unknown", {{"value", of.id}});
          return ending_why(transaction, *found);
        });
      });
  endpoints.add<dto::EndingBody, dto::EndingRow>(
      {.verb = Verb::Post, .path = "/api/endings/{id}/prepare", .operation = "ending.prepare", .summary = "Prepare the decision that ends the agreement", .clauses = {"S-5.1c", "G-38"}, .permission = "ending.decide"},
      [&world](const Call& call, const dto::EndingBody& body) { return shown(call, prepare_ending(world, act_of(call), {body.id, body.effective, body.ban, body.reason})); });
  endpoints.add<dto::FailureOf, dto::EndingRow>(
      {.verb = Verb::Post, .path = "/api/endings/{id}/decide", .operation = "ending.decide", .summary = "Decide as the second person: the site leaves the register", .clauses = {"S-5.1c"}},
      [&world](const Call& call, const dto::FailureOf& body) { return shown(call, decide_ending(world, act_of(call), body.id)); });
  endpoints.add<dto::FailureDecision, dto::EndingRow>(
      {.verb = Verb::Post, .path = "/api/endings/{id}/drop", .operation = "ending.drop", .summary = "The agreement stays, with a reason", .clauses = {"S-5.1c"}, .permission = "ending.decide"},
      [&world](const Call& call, const dto::FailureDecision& body) { return shown(call, drop_ending(world, act_of(call), body.id, body.reason.value_or(""))); });
}

} // namespace

void add_failure_routes(Endpoints& endpoints, const World& world) {
  add_failures(endpoints, world);
  add_endings(endpoints, world);
}

} // namespace ankao::planning
