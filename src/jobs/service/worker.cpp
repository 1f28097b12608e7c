// SPDX-License-Identifier: Apache-2.0
#include "jobs/service/worker.hpp"

#include "db/use_case.hpp"
#include "jobs/store/jobs.hpp"
#include "ledger/service/ledger.hpp"
#include "problems/catalogue.hpp"

namespace ankao::jobs {
namespace {

const ledger::Actor k_platform{"system", "平台", "system", "city"};
/// A reason is for people; a library's error may be endless.
constexpr std::size_t k_longest_what = 300;
/// Finished jobs are kept so long; dead ones stay until somebody deals with them.
constexpr std::int64_t k_kept_ms = std::int64_t{30} * 24 * 3'600'000;

std::string line(const Problem& problem, problems::Language language) {
  const auto text = problems::Catalogue::shipped().text(problem, language);
  return text.title;
}

/// Only ASCII of a foreign text: it goes to the database whatever a library said.
std::string plain(const char* what) {
  std::string out;
  for (const char* at = what; *at != '\0' && out.size() < k_longest_what; ++at) out += *at >= ' ' && *at <= '~' ? *at : '?';
  return out;
}

void failed(Job& job, const Problem& problem) {
  job.reason_zh = line(problem, problems::Language::Chinese);
  job.reason_en = line(problem, problems::Language::English);
}

void die(db::Transaction& transaction, Job& job, Instant now) {
  job.state = State::Dead;
  job.ended_at = now;
  ledger::append(transaction, {k_platform, now, "job.die", "job:" + std::to_string(job.number), "", "", "", job.kind});
}

Instant next_turn(Instant now, std::int64_t every_ms) { return {(now.ms / every_ms + 1) * every_ms}; }

} // namespace

Worker::Worker(db::Database& database, const Kinds& kinds, std::string name)
    : database_(database)
    , kinds_(kinds)
    , name_(std::move(name)) {
  for (const auto& [kind, unused] : kinds_.all()) known_.push_back(kind);
}

std::optional<Ran> Worker::run_once(const Now& now) {
  if (!anything_due(now())) return std::nullopt;
  const auto taken = take(now());
  if (!taken) return std::nullopt;
  {
    const std::lock_guard lock(mutex_);
    running_ = taken;
  }
  const Result<void> result = run(*taken);
  {
    const std::lock_guard lock(mutex_);
    running_.reset();
  }
  return Ran{taken->number, end(*taken, result, now())};
}

bool Worker::beat(Instant now) {
  std::optional<Run> present;
  {
    const std::lock_guard lock(mutex_);
    present = running_;
  }
  if (!present) return true;
  const std::int64_t lease = kinds_.find(present->kind)->policy.lease_ms;
  bool kept = false;
  database_.write([&](db::Transaction& transaction) { kept = store::renew(transaction, present->number, present->fence, {now.ms + lease}); });
  return kept;
}

std::vector<std::string> Worker::turns_due(db::Transaction& transaction, Instant now) const {
  std::map<std::string, Instant> next;
  for (const Turn& turn : store::turns(transaction)) next[turn.kind] = turn.next_at;
  std::vector<std::string> out;
  for (const auto& [kind, what] : kinds_.all())
    if (what.every_ms > 0 && (!next.contains(kind) || next[kind] <= now)) out.push_back(kind);
  return out;
}

/// The write happens only when a turn has come: idle workers write nothing.
bool Worker::anything_due(Instant now) {
  bool turns = false;
  const bool due = db::look(database_, [&](db::Transaction& transaction) {
    turns = !turns_due(transaction, now).empty();
    return store::due(transaction, known_, now).has_value();
  });
  if (turns) take_turns(now);
  return due || turns;
}

void Worker::take_turns(Instant now) {
  database_.write([&](db::Transaction& transaction) {
    for (const auto& kind : turns_due(transaction, now)) {
      enqueue(transaction, {kind, "turn", "", now});
      store::put_turn(transaction, {kind, next_turn(now, kinds_.find(kind)->every_ms)});
    }
    store::delete_ended_before(transaction, {now.ms - k_kept_ms});
  });
}

std::optional<Run> Worker::take(Instant now) {
  std::optional<Run> taken;
  database_.write([&](db::Transaction& transaction) {
    taken.reset();
    while (auto job = store::due(transaction, known_, now)) {
      const Policy& policy = kinds_.find(job->kind)->policy;
      if (job->state == State::Running) failed(*job, problem("jobs.lost", {{"worker", job->worker}}));
      if (job->attempts >= policy.tries) {
        // Whoever had its last try never came back: it must not bring down one process after the other.
        die(transaction, *job, now);
        store::update(transaction, *job);
        kinds_.tell_stopped(transaction, *job, now);
        continue;
      }
      job->state = State::Running;
      ++job->attempts;
      ++job->fence;
      job->lease_until = {now.ms + policy.lease_ms};
      job->worker = name_;
      job->started_at = now;
      store::update(transaction, *job);
      taken = Run{job->number, job->fence, job->attempts, policy.tries, job->kind, job->key, job->payload, now};
      return;
    }
  });
  return taken;
}

Result<void> Worker::run(const Run& run) const {
  try {
    return kinds_.find(run.kind)->handler(run);
  } catch (const std::exception& error) {
    return problem("jobs.crashed", {{"what", plain(error.what())}});
  }
}

Outcome Worker::end(const Run& run, const Result<void>& result, Instant now) {
  Outcome outcome = Outcome::Lost;
  database_.write([&](db::Transaction& transaction) {
    outcome = Outcome::Lost;
    const auto found = store::find(transaction, run.number);
    if (!found || found->state != State::Running || found->fence != run.fence) return;
    Job job = *found;
    if (result.ok()) {
      outcome = Outcome::Done;
      job.state = State::Done;
      job.ended_at = now;
      job.reason_zh = job.reason_en = "";
    } else {
      failed(job, result.problem());
      const bool dead = run.last() || is_for_good(result.problem());
      outcome = dead ? Outcome::Dead : Outcome::Again;
      if (dead) {
        die(transaction, job, now);
      } else {
        job.state = State::Waiting;
        job.run_at = {now.ms + wait_ms(kinds_.find(run.kind)->policy.backoff, run.attempt)};
      }
    }
    store::update(transaction, job);
    if (outcome == Outcome::Dead) kinds_.tell_stopped(transaction, job, now);
  });
  return outcome;
}

} // namespace ankao::jobs
