// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints.hpp"
#include "planning/routes/parts.hpp"
#include "planning/service/ceremonies.hpp"
#include "planning/service/plans.hpp"

namespace ankao::planning {

using ::ankao::api::Access;
using ::ankao::api::Call;
using ::ankao::api::Endpoints;
using ::ankao::api::None;
using ::ankao::api::Spec;
using ::ankao::api::Stream;
using ::ankao::api::Verb;

namespace {

Spec spec(Verb verb, const std::string& path, const char* operation, const char* summary, std::vector<std::string> clauses,
          const char* permission = "") {
  Spec out;
  out.verb = verb;
  out.path = path;
  out.operation = operation;
  out.access = Access::Permission;
  out.summary = summary;
  out.clauses = std::move(clauses);
  out.permission = permission;
  return out;
}

Act act_of(const Call& call) { return {call.caller.actor(), call.now}; }

Result<dto::DeskView> desk(const World& world, const Call& call, Month month) {
  return look(world.database, [&](db::Transaction& transaction) -> Result<dto::DeskView> {
    return desk_view(transaction, world, month, date_of(call.now), call.language);
  });
}

/// The desk after the step, or the refusal.
Result<dto::DeskView> after(const World& world, const Call& call, Month month, const Result<PlanVersion>& step) {
  if (!step.ok()) return step.problem();
  return desk(world, call, month);
}

void add_reads(Endpoints& endpoints, const World& world) {
  endpoints.add<None, dto::DeskMonths>(
      spec(Verb::Get, "/api/desk", "desk.list", "Months at the planning desk", {"S-2.2"}, "plan.view_draft"),
      [&world](const Call& call, const None&) {
        return look(world.database, [&](db::Transaction& transaction) {
          return Result<dto::DeskMonths>(desk_months(transaction, world, date_of(call.now)));
        });
      });
  endpoints.add<dto::MonthQuery, dto::DeskView>(
      spec(Verb::Get, "/api/desk/{month}", "plan.desk", "A month at the desk: stage, findings, demand, what is possible now",
           {"S-2.1", "S-2.3"}, "plan.view_draft"),
      [&world](const Call& call, const dto::MonthQuery& query) { return desk(world, call, query.month); });
}

PolicyChanges changes_of(const dto::PolicyChange& in) {
  PolicyChanges out{in.max_sessions_per_slot, in.max_sites_per_institution_slot, in.order_depth, in.min_fragment, {}, {}};
  for (const auto& quota : in.quotas.value_or(std::vector<dto::QuotaItem>{})) out.quotas[quota.subject] = quota.max_sessions;
  return out;
}

void add_preparation(Endpoints& endpoints, const World& world) {
  endpoints.add<dto::PlanBody, dto::DeskView>(
      spec(Verb::Post, "/api/desk/{month}", "plan.create", "Open a month, or change its announcement", {"S-2.2", "G-62"}),
      [&world](const Call& call, const dto::PlanBody& body) {
        Announcement in;
        in.month = body.month;
        in.announced_source = body.announced_source;
        if (body.policy) in.policy = changes_of(*body.policy);
        in.slots = body.slots.value_or(std::vector<std::string>{});
        in.reason = body.reason.value_or("");
        return after(world, call, body.month, announce(world, act_of(call), in));
      });
  endpoints.add<dto::WaiverBody, dto::DeskView>(
      spec(Verb::Post, "/api/desk/{month}/waivers", "waiver.approve", "Approve an own site where there is no other", {"G-12", "G-13"}),
      [&world](const Call& call, const dto::WaiverBody& body) {
        return after(world, call, body.month, approve_waiver(world, act_of(call), body.month, body.institution, body.subject, body.reason));
      });
  endpoints.add<dto::FreezeBody, dto::DeskView>(
      spec(Verb::Post, "/api/desk/{month}/freeze", "plan.freeze", "Fix the instance and publish its digest", {"S-3.1", "G-18"}),
      [&world](const Call& call, const dto::FreezeBody& body) {
        return after(world, call, body.month, freeze(world, act_of(call), body.month, {body.how, body.commitments_until, body.reveals_until, body.available_at}, body.work_limit));
      });
  endpoints.add<dto::SeedBody, dto::DeskView>(
      spec(Verb::Post, "/api/desk/{month}/value", "seed.announce", "Enter the public value as its source announced it", {"S-3.1"}),
      [&world](const Call& call, const dto::SeedBody& body) {
        return after(world, call, body.month, announce_value(world, act_of(call), body.month, body.public_value));
      });
  endpoints.add<dto::SeedBody, dto::DeskView>(
      spec(Verb::Post, "/api/desk/{month}/value/confirm", "seed.confirm", "Enter the same value as a second person: the seed is formed", {"S-3.1"}),
      [&world](const Call& call, const dto::SeedBody& body) {
        return after(world, call, body.month, confirm_value(world, act_of(call), body.month, body.public_value));
      });
}

void add_decisions(Endpoints& endpoints, const World& world) {
  endpoints.add<dto::ExceptionBody, dto::DeskView>(
      spec(Verb::Post, "/api/desk/{month}/exceptions", "exception.approve", "Approve more than three visits", {"G-15", "S-3.1"}),
      [&world](const Call& call, const dto::ExceptionBody& body) {
        return after(world, call, body.month,
                     approve_exception(world, act_of(call), body.month, body.institution, body.site, body.subject, body.reason));
      });
  endpoints.add<dto::StepBody, dto::DeskView>(
      spec(Verb::Post, "/api/desk/{month}/submit", "plan.submit", "Hand the drawn plan to the city bureau", {"S-2.3", "G-73"}),
      [&world](const Call& call, const dto::StepBody& body) {
        return after(world, call, body.month, submit(world, act_of(call), body.month, body.reason.value_or("")));
      });
  endpoints.add<dto::StepBody, dto::DeskView>(
      spec(Verb::Post, "/api/desk/{month}/publish", "plan.publish", "Publish the plan", {"S-2.3", "G-73", "S-5.1b"}),
      [&world](const Call& call, const dto::StepBody& body) {
        return after(world, call, body.month, publish(world, act_of(call), body.month, body.reason.value_or("")));
      });
  endpoints.add<dto::StepBody, dto::DeskView>(
      spec(Verb::Post, "/api/desk/{month}/return", "plan.return", "Send the plan back with a reason", {"G-73"}, "plan.withdraw"),
      [&world](const Call& call, const dto::StepBody& body) {
        return after(world, call, body.month, send_back(world, act_of(call), body.month, body.reason.value_or("")));
      });
}

std::string json_of(const DrawEvent& event) {
  const auto levels = view(event.levels);
  const dto::ProgressEvent out{to_string(event.month), event.stage, event.work_done, event.work_limit, levels, event.failure};
  return ::ankao::api::detail::json_answer(::ankao::api::type_of<dto::ProgressEvent>(), &out).body;
}

const char* name_of(DrawEvent::Kind kind) {
  switch (kind) {
  case DrawEvent::Kind::Progress:
    return "progress";
  case DrawEvent::Kind::Done:
    return "done";
  case DrawEvent::Kind::Failed:
    return "failed";
  }
  return "";
}

void add_draw(Endpoints& endpoints, const World& world, Draws& draws) {
  endpoints.add<dto::StepBody, dto::DeskView>(
      spec(Verb::Post, "/api/desk/{month}/draw", "plan.draw", "Start the draw", {"S-1.2a", "S-3.1"}),
      [&world, &draws](const Call& call, const dto::StepBody& body) {
        return after(world, call, body.month, draws.start(act_of(call), body.month));
      });
  endpoints.add<dto::MonthQuery, Stream>(spec(Verb::Get, "/api/desk/{month}/progress", "plan.progress",
                                              "Progress of the draw as server-sent events", {"S-1.2a"}, "plan.view_draft"),
                                         [&world, &draws](const Call&, const dto::MonthQuery& query) -> Result<Stream> {
                                           const auto plan = look(world.database, [&](db::Transaction& transaction) {
                                             return version_for(transaction, query.month, std::nullopt, Reach::Desk);
                                           });
                                           if (!plan.ok()) return plan.problem();
                                           return Stream{[&draws, month = query.month](const std::shared_ptr<http::EventStream>& stream) {
                                             const auto listening = draws.listen(month, [stream](const DrawEvent& event) {
                                               const bool there = stream->send(name_of(event.kind), json_of(event));
                                               if (event.kind != DrawEvent::Kind::Progress) stream->close();
                                               return there;
                                             });
                                             if (!listening.ok()) stream->close();
                                           }};
                                         });
}

} // namespace

void add_desk_routes(Endpoints& endpoints, const World& world, Draws& draws) {
  add_reads(endpoints, world);
  add_preparation(endpoints, world);
  add_draw(endpoints, world, draws);
  add_decisions(endpoints, world);
}

} // namespace ankao::planning
