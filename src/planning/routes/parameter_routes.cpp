// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "api/endpoints.hpp"
#include "lists/routes/add.hpp"
#include "planning/files/parameters.hpp"
#include "planning/routes/before_lists.hpp"
#include "planning/routes/parameter_api.hpp"
#include "planning/routes/parts.hpp"
#include "planning/rules/parameters.hpp"
#include "planning/service/parameters.hpp"
#include "planning/store/parameters.hpp"

namespace ankao::planning {

using ::ankao::api::Access;
using ::ankao::api::Call;
using ::ankao::api::Endpoints;
using ::ankao::api::Spec;
using ::ankao::api::Verb;

namespace {

Spec spec(Verb verb, const char* path, const char* operation, const char* summary, const char* permission = "") {
  Spec out;
  out.verb = verb;
  out.path = path;
  out.operation = operation;
  out.access = Access::Permission;
  out.summary = summary;
  out.clauses = {"S-1.2a", "S-3.1", "S-2.1"};
  out.permission = permission;
  return out;
}

std::string name_in(const Parameter& parameter, Language language) { return language == Language::English ? parameter.en : parameter.zh; }

std::vector<dto::ParameterStep> steps_of(const Parameter& parameter, const std::vector<ParameterChange>& approved) {
  std::vector<dto::ParameterStep> steps;
  for (const auto& span : parameter.spans) steps.push_back({span.value, to_string(span.from), ""});
  for (const auto& one : approved)
    if (one.parameter == parameter.id) steps.push_back({one.value, to_string(one.from.first()), one.id});
  std::stable_sort(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
  return steps;
}

dto::ParameterItem item_of(const Parameter& parameter, const std::vector<ParameterChange>& approved, Date day, Language language) {
  const auto now = value_on(parameter, approved, day);
  return {parameter.id, name_in(parameter, language), parameter.clause, parameter.note, parameter.kind, now.value, to_string(now.from), now.change, parameter.low, parameter.high, parameter.by_city, steps_of(parameter, approved)};
}

/// After every month that is under way or fixed.
Month first_month(db::Transaction& transaction, Date today) {
  Month month = month_of(today).next();
  while (const auto fixed = fixed_month_from(transaction, month)) month = fixed->next();
  return month;
}

Result<dto::ParameterTable> table(const World& world, const Call& call, const dto::ParameterQuery& query) {
  const Date today = date_of(call.now);
  const auto day = query.on.empty() ? std::optional(today) : parse_date(query.on);
  if (!day) return problem("planning.parameter_day", {{"value", query.on}}, "on");
  return look(world.database, [&](db::Transaction& transaction) -> Result<dto::ParameterTable> {
    const auto approved = list_changes(transaction, {"", "approved", "id"}).items;
    dto::ParameterTable out{to_string(*day), to_string(first_month(transaction, today)), {}};
    for (const auto& one : shipped_parameters()) out.items.push_back(item_of(one, approved, *day, call.language));
    return out;
  });
}

dto::ChangeItem item_of(const ParameterChange& c, const Call& call) {
  const auto* parameter = find_parameter(c.parameter);
  return {c.id, c.parameter, parameter == nullptr ? c.parameter : name_in(*parameter, call.language), parameter == nullptr ? "" : parameter->clause, c.value, to_string(c.from), c.reason, c.state,
          c.entered_name, c.entered_at, c.decided_name, c.decided_at, c.decision_reason, c.entered_by == call.caller.account};
}

Result<dto::ChangeItem> answered(const Call& call, const Result<ParameterChange>& change) {
  if (!change.ok()) return change.problem();
  return item_of(*change, call);
}

} // namespace

void add_parameter_routes(Endpoints& endpoints, const World& world) {
  Spec reading = spec(Verb::Get, "/api/parameters", "parameter.list", "The numbers of a day that plans are judged by, with their clauses");
  reading.access = Access::Public;
  endpoints.add<dto::ParameterQuery, dto::ParameterTable>(reading, [&world](const Call& call, const dto::ParameterQuery& query) { return table(world, call, query); });
  lists::add<dto::ChangeQuery, dto::ChangePage>(
      endpoints, world.database, parameter_change_list(), spec(Verb::Get, "/api/parameters/changes", "parameter.changes", "Changes of parameters, entered and decided", "plan.view_draft"), "parameter.export",
      [&world](const Call& call, const dto::ChangeQuery& q, const lists::Window& window) -> Result<dto::ChangePage> {
        return look(world.database, [&](db::Transaction& transaction) -> Result<dto::ChangePage> {
          const auto list = list_changes(transaction, {q.parameter, q.state, window.order, window.limit, window.offset});
          dto::ChangePage page{list.total, q.page, q.size, {}};
          for (const auto& one : list.items) page.items.push_back(item_of(one, call));
          return page;
        });
      });
  endpoints.add<dto::ChangeBody, dto::ChangeItem>(spec(Verb::Post, "/api/parameters/changes", "parameter.propose", "Enter a new value from a month to come"), [&world](const Call& call, const dto::ChangeBody& body) {
    return answered(call, propose_change(world, {call.caller.actor(), call.now}, {body.parameter, body.value, body.reason, body.from}));
  });
  endpoints.add<dto::DecisionBody, dto::ChangeItem>(spec(Verb::Post, "/api/parameters/changes/{id}/approve", "parameter.approve", "Approve a new value as a second person", "parameter.review"),
                                                    [&world](const Call& call, const dto::DecisionBody& body) { return answered(call, approve_change(world, {call.caller.actor(), call.now}, body.id, body.reason)); });
  endpoints.add<dto::DecisionBody, dto::ChangeItem>(spec(Verb::Post, "/api/parameters/changes/{id}/reject", "parameter.reject", "Reject a new value", "parameter.review"),
                                                    [&world](const Call& call, const dto::DecisionBody& body) { return answered(call, reject_change(world, {call.caller.actor(), call.now}, body.id, body.reason)); });
}

} // namespace ankao::planning
