// SPDX-License-Identifier: Apache-2.0
// Takes due jobs and runs them, one at a time. Many workers, in many processes, may share a database: a job is leased to one of them,
// under a fence that rises with each taking, and only the newest fence's result counts.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "db/db.hpp"
#include "jobs/service/kinds.hpp"

namespace ankao::jobs {

using Now = std::function<Instant()>;

/// Done; to be tried again; dead; or the lease had run out meanwhile and somebody else has the job, so the result was dropped.
enum class Outcome { Done, Again, Dead, Lost };

struct Ran {
  std::int64_t number = 0;
  Outcome outcome = Outcome::Done;
};

class Worker {
public:
  /// All must outlive it. `name` is shown to the administrator.
  Worker(db::Database& database, const Kinds& kinds, std::string name);

  /// Enqueues the schedules that are due, then runs the job that is due longest; nothing when none is. Only db::Failure passes through.
  std::optional<Ran> run_once(const Now& now);
  std::optional<Ran> run_once(Instant now) {
    return run_once([now] { return now; });
  }

  /// Lengthens the lease of the job that runs, if any; for another thread. False when it was lost.
  bool beat(Instant now);

private:
  std::vector<std::string> turns_due(db::Transaction& transaction, Instant now) const;
  void take_turns(Instant now);
  bool anything_due(Instant now);
  std::optional<Run> take(Instant now);
  Result<void> run(const Run& run) const;
  Outcome end(const Run& run, const Result<void>& result, Instant now);

  db::Database& database_;
  const Kinds& kinds_;
  std::string name_;
  std::vector<std::string> known_;
  std::mutex mutex_;
  std::optional<Run> running_;
};

} // namespace ankao::jobs
