// SPDX-License-Identifier: Apache-2.0
#include "jobs/service/jobs.hpp"

#include "db/use_case.hpp"
#include "jobs/store/jobs.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::jobs {
namespace {

Problem unknown(std::int64_t number) { return problem("jobs.unknown", {{"number", std::to_string(number)}}, "number"); }

void note(db::Transaction& transaction, const ledger::Actor& actor, Instant now, const std::string& action, const Job& job) {
  ledger::append(transaction, {actor, now, action, "job:" + std::to_string(job.number), "", "", "", job.kind});
}

} // namespace

std::int64_t enqueue(db::Transaction& transaction, const NewJob& job) {
  ensure(!job.kind.empty(), "a job has a kind");
  if (const auto standing = store::unfinished(transaction, job.kind, job.key)) return standing->number;
  return store::insert(transaction, job);
}

bool holds(db::Transaction& transaction, const Run& run) {
  const auto job = store::find(transaction, run.number);
  return job && job->state == State::Running && job->fence == run.fence;
}

std::optional<Job> find(db::Transaction& transaction, std::int64_t number) { return store::find(transaction, number); }

Listed list(db::Transaction& transaction, const Filter& filter) { return {store::count(transaction, filter), store::list(transaction, filter)}; }

std::map<State, std::int64_t> counts(db::Transaction& transaction) {
  std::map<State, std::int64_t> out;
  const auto rows = transaction.query("SELECT state, COUNT(*) AS n FROM job GROUP BY state");
  for (std::size_t i = 0; i < rows.size(); ++i) out[state_of(rows.text(i, "state")).value()] = rows.integer(i, "n");
  return out;
}

std::vector<Turn> turns(db::Transaction& transaction) { return store::turns(transaction); }

Result<Job> retry(db::Database& database, const ledger::Actor& actor, std::int64_t number, Instant now) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Job> {
    auto job = store::find(transaction, number);
    if (!job) return unknown(number);
    if (job->state == State::Running || job->state == State::Done)
      return problem("jobs.not_stopped", {{"number", std::to_string(number)}}, "number");
    const auto other = store::unfinished(transaction, job->kind, job->key);
    if (other && other->number != number)
      return problem("jobs.key_taken", {{"number", std::to_string(number)}, {"other", std::to_string(other->number)}}, "number");
    job->state = State::Waiting;
    job->run_at = now;
    job->attempts = 0;
    job->ended_at.reset();
    store::update(transaction, *job);
    note(transaction, actor, now, "job.retry", *job);
    return *job;
  });
}

Result<Job> cancel(db::Database& database, const Kinds& kinds, const ledger::Actor& actor, std::int64_t number, Instant now) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Job> {
    auto job = store::find(transaction, number);
    if (!job) return unknown(number);
    if (job->state != State::Waiting) return problem("jobs.not_waiting", {{"number", std::to_string(number)}}, "number");
    job->state = State::Cancelled;
    job->ended_at = now;
    store::update(transaction, *job);
    note(transaction, actor, now, "job.cancel", *job);
    kinds.tell_stopped(transaction, *job, now);
    return *job;
  });
}

} // namespace ankao::jobs
