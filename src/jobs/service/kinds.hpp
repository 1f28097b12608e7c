// SPDX-License-Identifier: Apache-2.0
// What the program can do in the background: a handler and a policy for each kind of job, and what is done every so often.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "jobs/rules/backoff.hpp"
#include "jobs/words/job.hpp"

namespace ankao::jobs {

/// Called outside any transaction, by any worker thread. A problem or an exception is a failed try.
using Handler = std::function<Result<void>(const Run&)>;

/// Called in the transaction that ends a job undone: cancelled by a person, or dead. Whoever keeps a state beside the job brings it up to date.
using Stopped = std::function<void(db::Transaction&, const Job&, Instant)>;

/// Marks a problem that no further try can mend: the job is dead at once.
Problem for_good(Problem problem);
bool is_for_good(const Problem& problem);

class Kinds {
public:
  struct Kind {
    Handler handler;
    Policy policy;
    std::int64_t every_ms = 0; ///< 0: only when enqueued
    Stopped stopped = {};
  };

  /// A kind that stands already is a broken invariant.
  void on(const std::string& kind, Handler handler, const Policy& policy = {});
  /// Also enqueued at every multiple of `minutes`; what was missed while the program stood still is done once. A failed run is not tried
  /// again before the next turn.
  void every(const std::string& kind, int minutes, Handler handler, const Policy& policy = {.tries = 1});

  /// For a kind that stands.
  void stopped(const std::string& kind, Stopped told);
  void tell_stopped(db::Transaction& transaction, const Job& job, Instant now) const;

  /// Null for a kind this program does not know.
  const Kind* find(const std::string& kind) const;
  const std::map<std::string, Kind>& all() const { return kinds_; }

private:
  std::map<std::string, Kind> kinds_;
};

} // namespace ankao::jobs
