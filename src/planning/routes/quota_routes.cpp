// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints.hpp"
#include "api/imports/import.hpp"
#include "lists/routes/add.hpp"
#include "planning/files/past_sheet.hpp"
#include "planning/routes/before_lists.hpp"
#include "planning/routes/parameter_api.hpp"
#include "planning/routes/parts.hpp"
#include "planning/rules/forecast.hpp"
#include "planning/service/quotas.hpp"
#include "planning/store/plans.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::planning {

using ::ankao::api::Access;
using ::ankao::api::Call;
using ::ankao::api::Download;
using ::ankao::api::Endpoints;
using ::ankao::api::None;
using ::ankao::api::Spec;
using ::ankao::api::Upload;
using ::ankao::api::Verb;
namespace imports = ::ankao::api::imports;

namespace {

constexpr int k_months_ahead = 12;

Spec spec(Verb verb, const char* path, const char* operation, const char* summary, const char* permission = "") {
  Spec out;
  out.verb = verb;
  out.path = path;
  out.operation = operation;
  out.access = Access::Permission;
  out.summary = summary;
  out.clauses = {"S-2.1"};
  out.permission = permission;
  return out;
}

void add_past(dto::SubjectForecastItem& item, const SubjectForecast& one, int year) {
  Month month = one.past.first;
  for (const auto count : one.past.counts) {
    if (month.year == year) {
      item.year_held += count;
      item.months[month.month - 1].held = count;
    }
    month = month.next();
  }
}

void add_points(dto::SubjectForecastItem& item, const SubjectForecast& one, int year) {
  if (!one.ahead) return;
  item.method = one.ahead->method;
  for (const auto& tried : one.ahead->tried) item.tried.push_back({tried.method, tried.error.cases, tried.error.mase, tried.error.mape});
  for (const auto& point : one.ahead->points) {
    if (point.month.year != year) continue;
    auto& month = item.months[point.month.month - 1];
    month.expected = point.expected;
    month.low = point.low;
    month.high = point.high;
    month.proposed = quota_of(point);
    item.year_expected += point.expected;
  }
}

dto::ForecastView view_of(db::Transaction& transaction, const World& world, const Call& call, int year) {
  dto::ForecastView view;
  const Date today = date_of(call.now);
  view.year = year == 0 ? today.year() : year;
  Month open = month_of(today);
  for (int i = 0; i < k_months_ahead; ++i, open = open.next()) {
    const auto plan = newest_version(transaction, open);
    if (!plan || plan->stage == Stage::Collecting || plan->stage == Stage::Returned) view.open_months.push_back(to_string(open));
  }
  std::vector<std::map<std::string, int>> quotas;
  for (unsigned month = 1; month <= 12; ++month) quotas.push_back(approved_quotas(transaction, {view.year, month}));
  for (const auto& one : forecasts(transaction, view.year, today)) {
    dto::SubjectForecastItem item;
    item.subject = one.subject;
    item.subject_name = subject_name(world, one.subject, call.language);
    item.known = static_cast<int>(one.past.counts.size());
    for (unsigned month = 1; month <= 12; ++month) {
      dto::ForecastMonth empty;
      empty.month = to_string(Month{view.year, month});
      if (const auto found = quotas[month - 1].find(one.subject); found != quotas[month - 1].end()) empty.quota = found->second;
      item.months.push_back(std::move(empty));
    }
    add_past(item, one, view.year);
    add_points(item, one, view.year);
    item.year_expected += item.year_held * 1000;
    view.subjects.push_back(std::move(item));
  }
  return view;
}

dto::QuotaSet item_of(const World& world, const Quota& q, const Call& call) {
  dto::QuotaSet out{q.id, to_string(q.month), q.reason, q.state, q.entered_name, q.entered_at, q.decided_name, q.decided_at, q.decision_reason, q.entered_by == call.caller.account, 0, {}};
  for (const auto& line : q.lines) {
    out.lines.push_back({line.subject, subject_name(world, line.subject, call.language), line.forecast < 0 ? std::nullopt : std::optional(line.forecast), line.max_sessions});
    out.sessions += line.max_sessions;
  }
  return out;
}

Result<dto::QuotaSet> answered(const World& world, const Call& call, const Result<Quota>& quota) {
  if (!quota.ok()) return quota.problem();
  return item_of(world, *quota, call);
}

void add_quotas(Endpoints& endpoints, const World& world) {
  lists::add<dto::QuotaQuery, dto::QuotaPage>(
      endpoints, world.database, quota_list(), spec(Verb::Get, "/api/quotas", "quota.list", "Quotas of sessions, proposed and decided", "plan.view_draft"), "quota.export",
      [&world](const Call& call, const dto::QuotaQuery& q, const lists::Window& window) -> Result<dto::QuotaPage> {
        return look(world.database, [&](db::Transaction& transaction) -> Result<dto::QuotaPage> {
          const auto list = list_quotas(transaction, {parse_month(q.month), q.state, window.order, window.limit, window.offset});
          dto::QuotaPage page{list.total, q.page, q.size, {}};
          for (const auto& one : list.items) page.items.push_back(item_of(world, one, call));
          return page;
        });
      });
  endpoints.add<dto::QuotaBody, dto::QuotaSet>(spec(Verb::Post, "/api/quotas", "quota.propose", "Propose a month's quotas by subject"), [&world](const Call& call, const dto::QuotaBody& body) {
    QuotaWanted wanted{body.month, {}, body.reason};
    for (const auto& line : body.lines) wanted.lines.push_back({line.subject, -1, line.max_sessions});
    return answered(world, call, propose_quota(world, {call.caller.actor(), call.now}, wanted));
  });
  endpoints.add<dto::DecisionBody, dto::QuotaSet>(spec(Verb::Post, "/api/quotas/{id}/approve", "quota.approve", "Approve quotas as a second person", "quota.review"),
                                                  [&world](const Call& call, const dto::DecisionBody& body) { return answered(world, call, approve_quota(world, {call.caller.actor(), call.now}, body.id, body.reason)); });
  endpoints.add<dto::DecisionBody, dto::QuotaSet>(spec(Verb::Post, "/api/quotas/{id}/reject", "quota.reject", "Reject quotas", "quota.review"),
                                                  [&world](const Call& call, const dto::DecisionBody& body) { return answered(world, call, reject_quota(world, {call.caller.actor(), call.now}, body.id, body.reason)); });
}

PastNames names_for(const World& world, const Call& call) {
  PastNames names;
  for (const auto& [id, name] : world.subject_names) names.subjects.push_back({id, name, subject_name(world, id, Language::English), {}});
  const auto snapshot = look(world.database, [&](db::Transaction& transaction) { return registry::snapshot(transaction, date_of(call.now)); });
  for (const auto& one : snapshot.sites) names.sites.push_back({one.record.id, one.record.name, one.record.name, {}});
  return names;
}

Result<imports::ImportAnswer> import_past(const World& world, const Call& call, const Upload& upload, bool dry_run) {
  const PastNames names = names_for(world, call);
  const auto rows = read_past(upload.bytes, names);
  if (!rows.ok()) return rows.problem();
  const PastImport result = store_past(world, {call.caller.actor(), call.now}, *rows, dry_run);
  auto answer = imports::answer_for(upload, dry_run);
  answer.rows = result.rows;
  answer.added = result.rows - static_cast<int>(result.bad.size());
  answer.stored = result.stored > 0;
  const tables::Form form = past_form(names);
  for (const auto& row : result.bad) imports::add_faults(answer.errors, form, row.row, row.faults, call.language);
  return answer;
}

void add_import(Endpoints& endpoints, const World& world) {
  endpoints.add<None, Download>(spec(Verb::Get, "/api/statistics/template", "statistics.template", "Empty table of past sessions", "statistics.import"),
                                [&world](const Call& call, const None&) { return imports::template_file(past_form(names_for(world, call)), "历史场次模板", call.language); });
  const Spec importing = spec(Verb::Post, "/api/statistics/import", "statistics.import", "Sessions of past months from a table file; nothing is stored when a row is wrong");
  endpoints.add<Upload, imports::ImportAnswer>(importing, [&world](const Call& call, const Upload& upload) -> Result<imports::ImportAnswer> {
    const auto dry_run = imports::dry_run_of(upload);
    if (!dry_run.ok()) return dry_run.problem();
    return import_past(world, call, upload, *dry_run);
  });
  imports::add_marked<imports::ImportAnswer>(endpoints, importing, [&world](const Call& call, const Upload& upload) { return import_past(world, call, upload, true); });
}

} // namespace

void add_quota_routes(Endpoints& endpoints, const World& world) {
  endpoints.add<dto::ForecastQuery, dto::ForecastView>(spec(Verb::Get, "/api/forecast", "forecast.show", "Sessions of a year by subject: held, and forecast with its error", "plan.view_draft"),
                                                       [&world](const Call& call, const dto::ForecastQuery& query) -> Result<dto::ForecastView> {
                                                         if (query.year != 0 && (query.year < 2000 || query.year > 2100)) return problem("planning.policy_range", {{"low", "2000"}, {"high", "2100"}}, "year");
                                                         return look(world.database, [&](db::Transaction& transaction) -> Result<dto::ForecastView> { return view_of(transaction, world, call, query.year); });
                                                       });
  add_quotas(endpoints, world);
  add_import(endpoints, world);
}

} // namespace ankao::planning
