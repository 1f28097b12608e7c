// SPDX-License-Identifier: Apache-2.0
#include "jobs/routes/routes.hpp"

#include <algorithm>

#include "jobs/service/jobs.hpp"
#include "ledger/files/action_words.hpp"
#include "lists/routes/add.hpp"

namespace ankao::jobs {
namespace {

using api::Call;
using api::Verb;

std::string name_of(const std::string& kind, problems::Language language) {
  const ledger::ActionWords words = ledger::words_of_job(kind);
  return language == problems::Language::English ? words.en : words.zh;
}

dto::BackgroundJobRow row_of(const Job& job, const Kinds& kinds, problems::Language language) {
  const Kinds::Kind* kind = kinds.find(job.kind);
  return {job.number,
          job.kind,
          name_of(job.kind, language),
          job.key,
          static_cast<dto::BackgroundState>(job.state), // the same words in the same order
          job.run_at,
          job.attempts,
          kind == nullptr ? 0 : kind->policy.tries,
          language == problems::Language::English ? job.reason_en : job.reason_zh,
          job.started_at,
          job.ended_at};
}

dto::BackgroundJob view_of(const Job& job, const Kinds& kinds, problems::Language language) {
  return {row_of(job, kinds, language), job.payload, job.fence, job.worker,
          job.state == State::Running ? std::optional(job.lease_until) : std::nullopt};
}

dto::BackgroundCounts counts_of(const std::map<State, std::int64_t>& counts) {
  const auto of = [&](State state) {
    const auto found = counts.find(state);
    return found == counts.end() ? std::int64_t{0} : found->second;
  };
  return {of(State::Waiting), of(State::Running), of(State::Done), of(State::Dead), of(State::Cancelled)};
}

std::vector<dto::BackgroundTurn> turns_of(const std::vector<Turn>& turns, const Kinds& kinds, problems::Language language) {
  std::vector<dto::BackgroundTurn> out;
  for (const auto& [name, kind] : kinds.all()) {
    if (kind.every_ms == 0) continue;
    const auto found = std::find_if(turns.begin(), turns.end(), [&name = name](const Turn& turn) { return turn.kind == name; });
    out.push_back({name, name_of(name, language), kind.every_ms / 60'000, found == turns.end() ? std::nullopt : std::optional(found->next_at)});
  }
  return out;
}

Result<dto::BackgroundJobPage> page(db::Transaction& transaction, const Kinds& kinds, const dto::BackgroundJobQuery& query, const lists::Window& window, problems::Language language) {
  const auto state = state_of(query.state);
  if (!query.state.empty() && !state) return problem("jobs.state_unknown", {{"value", query.state}}, "state");
  const Filter filter{state, query.kind, window.order, window.offset, window.limit};
  const Listed listed = list(transaction, filter);
  dto::BackgroundJobPage out{listed.total, query.page, query.size, {}, counts_of(counts(transaction)), {}, turns_of(turns(transaction), kinds, language)};
  for (const Job& job : listed.jobs) out.items.push_back(row_of(job, kinds, language));
  for (const auto& [name, unused] : kinds.all()) out.kinds.push_back(name);
  return out;
}

void add_reads(api::Endpoints& endpoints, db::Database& database, const Kinds& kinds) {
  lists::add<dto::BackgroundJobQuery, dto::BackgroundJobPage>(
      endpoints, database, job_list(), {.verb = Verb::Get, .path = "/api/jobs", .operation = "job.list", .summary = "The background jobs, newest first"}, "job.export",
      [&database, &kinds](const Call& call, const dto::BackgroundJobQuery& query, const lists::Window& window) -> Result<dto::BackgroundJobPage> {
        return page(*database.begin(db::Mode::Read), kinds, query, window, call.language);
      });
  endpoints.add<dto::BackgroundJobNumber, dto::BackgroundJob>(
      {.verb = Verb::Get, .path = "/api/jobs/{number}", .operation = "job.show", .summary = "A background job", .permission = "job.list"},
      [&database, &kinds](const Call& call, const dto::BackgroundJobNumber& query) -> Result<dto::BackgroundJob> {
        const auto job = find(*database.begin(db::Mode::Read), query.number);
        if (!job) return problem("jobs.unknown", {{"number", std::to_string(query.number)}}, "number");
        return view_of(*job, kinds, call.language);
      });
}

} // namespace

void add_routes(api::Endpoints& endpoints, db::Database& database, const Kinds& kinds, std::function<void()> wake) {
  add_reads(endpoints, database, kinds);
  endpoints.add<dto::BackgroundJobNumber, dto::BackgroundJob>(
      {.verb = Verb::Post, .path = "/api/jobs/{number}/retry", .operation = "job.retry", .summary = "Make a stopped or waiting job due now"},
      [&database, &kinds, wake = std::move(wake)](const Call& call, const dto::BackgroundJobNumber& input) -> Result<dto::BackgroundJob> {
        const auto job = retry(database, call.caller.actor(), input.number, call.now);
        if (!job.ok()) return job.problem();
        wake();
        return view_of(*job, kinds, call.language);
      });
  endpoints.add<dto::BackgroundJobNumber, dto::BackgroundJob>(
      {.verb = Verb::Post, .path = "/api/jobs/{number}/cancel", .operation = "job.cancel", .summary = "Cancel a job that waits"},
      [&database, &kinds](const Call& call, const dto::BackgroundJobNumber& input) -> Result<dto::BackgroundJob> {
        const auto job = cancel(database, kinds, call.caller.actor(), input.number, call.now);
        if (!job.ok()) return job.problem();
        return view_of(*job, kinds, call.language);
      });
}

} // namespace ankao::jobs
