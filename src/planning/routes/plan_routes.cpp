// SPDX-License-Identifier: Apache-2.0
// Reading plans: once for the public (published versions, cacheable), once for the desk (the version under way).
#include "api/endpoints.hpp"
#include "lists/routes/add.hpp"
#include "planning/routes/lists.hpp"
#include "planning/routes/parts.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {

using ::ankao::api::Access;
using ::ankao::api::Call;
using ::ankao::api::Download;
using ::ankao::api::Endpoints;
using ::ankao::api::Spec;
using ::ankao::api::Verb;

Result<void> check_page(int page, int size) {
  if (page < 1) return problem("planning.page_range", {{"low", "1"}, {"high", "1000000"}, {"value", std::to_string(page)}}, "page");
  if (page > 1'000'000) return problem("planning.page_range", {{"low", "1"}, {"high", "1000000"}, {"value", std::to_string(page)}}, "page");
  if (size < 1 || size > 200)
    return problem("planning.page_range", {{"low", "1"}, {"high", "200"}, {"value", std::to_string(size)}}, "size");
  return {};
}

namespace {

/// The reads of one reach under one prefix.
class PlanReads {
public:
  PlanReads(Endpoints& endpoints, const World& world, DrawnPlans& drawn, Reach reach)
      : endpoints_(endpoints)
      , world_(world)
      , drawn_(drawn)
      , reach_(reach) {}

  void add() {
    add_show();
    add_sessions();
    add_calendar();
    add_batches();
    add_items();
    add_files();
  }

private:
  Spec spec(const char* path, const char* operation, const char* draft, const char* summary, std::vector<std::string> clauses) const {
    Spec out;
    out.verb = Verb::Get;
    const bool open = reach_ == Reach::Public;
    out.path = (open ? "/api/plans/{month}" : "/api/desk/{month}/draft") + std::string(path);
    out.operation = open ? operation : draft;
    out.access = open ? Access::Public : Access::Permission;
    out.summary = std::string(summary) + (open ? "" : " (version under way)");
    out.clauses = std::move(clauses);
    out.cacheable = open;
    if (!open) out.permission = "plan.view_draft";
    return out;
  }

  /// `work(transaction, plan)` on the version that the query asks for.
  template <class Out, class Work>
  Result<Out> with_plan(Month month, std::optional<int> version, const Work& work) const {
    return look(world_.database, [&](db::Transaction& transaction) -> Result<Out> {
      const auto plan = version_for(transaction, month, version, reach_);
      if (!plan.ok()) return plan.problem();
      return work(transaction, *plan);
    });
  }

  void add_show() {
    endpoints_.add<dto::PlanQuery, dto::PlanRecord>(
        spec("", "plan.show", "draft.show", "The draw record of a month", {"S-2.3", "S-3.1", "G-73"}),
        [self = *this](const Call& call, const dto::PlanQuery& query) {
          return self.with_plan<dto::PlanRecord>(query.month, query.version, [&](db::Transaction& transaction, const PlanVersion& plan) {
            return Result<dto::PlanRecord>(plan_record(transaction, self.world_, plan, self.reach_, call.language));
          });
        });
  }

  void add_sessions() {
    lists::add<dto::SessionsQuery, dto::SessionsPage>(
        endpoints_, world_.database, session_list(), spec("/sessions", "session.list", "draft.sessions", "Sessions of a month's plan", {"S-2.3", "S-5.1a"}),
        reach_ == Reach::Public ? "session.export" : "draft.sessions_export",
        [self = *this](const Call& call, const dto::SessionsQuery& q, const lists::Window& window) -> Result<dto::SessionsPage> {
          const SessionFilter filter{q.q, q.site, q.institution, q.subject, q.district, q.date ? to_string(*q.date) : "", q.slot, window.order, window.limit, window.offset};
          return self.with_plan<dto::SessionsPage>(q.month, q.version, [&](db::Transaction& transaction, const PlanVersion& plan) {
            const PlanKey key{plan.month, plan.version};
            const auto list = list_sessions(transaction, key, filter);
            return Result<dto::SessionsPage>({list.total, q.page, q.size, list.candidates, session_items(transaction, self.world_, key, list.items, call.language)});
          });
        });
  }

  void add_calendar() {
    endpoints_.add<dto::CalendarQuery, dto::CalendarView>(
        spec("/calendar", "plan.calendar", "draft.calendar", "Sessions, seats and candidates by day and slot", {"S-2.3"}),
        [self = *this](const Call&, const dto::CalendarQuery& query) {
          return self.with_plan<dto::CalendarView>(query.month, query.version, [&](db::Transaction& transaction, const PlanVersion& plan) {
            return Result<dto::CalendarView>(calendar_view(transaction, self.world_, plan, query));
          });
        });
  }

  void add_batches() {
    lists::add<dto::BatchesQuery, dto::BatchesPage>(
        endpoints_, world_.database, batch_list(), spec("/batches", "batch.list", "draft.batches", "Batches of a month's plan and what they got", {"S-3.7"}),
        reach_ == Reach::Public ? "batch.export" : "draft.batches_export",
        [self = *this](const Call& call, const dto::BatchesQuery& q, const lists::Window& window) -> Result<dto::BatchesPage> {
          const BatchFilter filter{q.q, q.institution, q.subject, q.kind, q.state, q.waiver, window.order, window.limit, window.offset};
          return self.with_plan<dto::BatchesPage>(q.month, q.version, [&](db::Transaction& transaction, const PlanVersion& plan) {
            const PlanKey key{plan.month, plan.version};
            const auto list = list_batches(transaction, key, filter);
            return Result<dto::BatchesPage>({list.total, q.page, q.size, list.candidates, list.placed, batch_items(transaction, self.world_, key, list.items, call.language)});
          });
        });
  }

  void add_items() {
    endpoints_.add<dto::PlanItemQuery, dto::BatchExplanation>(
        spec("/batches/{id}", "batch.explain", "draft.explain", "A batch's drawn order and why it got its places",
             {"S-1.2a", "S-3.7", "G-14"}),
        [self = *this](const Call& call, const dto::PlanItemQuery& query) {
          return self.with_plan<dto::BatchExplanation>(
              query.month, query.version, [&](db::Transaction& transaction, const PlanVersion& plan) {
                return explanation(transaction, self.world_, self.drawn_, plan, query.id, call.language);
              });
        });
    endpoints_.add<dto::PlanItemQuery, dto::InstitutionPlan>(
        spec("/institutions/{id}", "plan.institution", "draft.institution", "An institution's batches, sites and distances", {"S-1.2a"}),
        [self = *this](const Call& call, const dto::PlanItemQuery& query) {
          return self.with_plan<dto::InstitutionPlan>(query.month, query.version,
                                                      [&](db::Transaction& transaction, const PlanVersion& plan) {
                                                        return institution_plan(transaction, self.world_, plan, query.id, call.language);
                                                      });
        });
  }

  void add_files() {
    endpoints_.add<dto::FileQuery, Download>(
        spec("/files/{name}", "plan.download", "draft.download", "instance.json, plan.json, check.json or record.json", {"S-3.1", "G-10"}),
        [self = *this](const Call&, const dto::FileQuery& query) {
          return self.with_plan<Download>(query.month, query.version,
                                          [&](db::Transaction& transaction, const PlanVersion& plan) -> Result<Download> {
                                            const auto file = find_file(transaction, plan.month, plan.version, query.name);
                                            if (!file) return problem("planning.file_unknown", {{"value", query.name}});
                                            return Download{query.name, "application/json; charset=utf-8", file->body};
                                          });
        });
  }

  Endpoints& endpoints_;
  const World& world_;
  DrawnPlans& drawn_;
  Reach reach_;
};

} // namespace

void add_plan_routes(Endpoints& endpoints, const World& world, DrawnPlans& drawn) {
  Spec list;
  list.verb = Verb::Get;
  list.path = "/api/plans";
  list.operation = "plan.list";
  list.access = Access::Public;
  list.summary = "Published plans, newest first";
  list.clauses = {"S-2.3"};
  list.cacheable = true;
  endpoints.add<dto::PlansQuery, dto::PlansPage>(list, [&world](const Call&, const dto::PlansQuery& query) -> Result<dto::PlansPage> {
    if (const auto fine = check_page(query.page, query.size); !fine.ok()) return fine.problem();
    return look(world.database, [&](db::Transaction& transaction) -> Result<dto::PlansPage> {
      dto::PlansPage page;
      page.page = query.page;
      page.size = query.size;
      for (const auto& plan : published_versions(transaction, query.page, query.size, page.total))
        page.items.push_back(plan_item(world, plan));
      return page;
    });
  });
  PlanReads(endpoints, world, drawn, Reach::Public).add();
  PlanReads(endpoints, world, drawn, Reach::Desk).add();
}

} // namespace ankao::planning
