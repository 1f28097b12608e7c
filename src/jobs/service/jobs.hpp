// SPDX-License-Identifier: Apache-2.0
// Leaving work for later, and what people do with it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "jobs/service/kinds.hpp"
#include "jobs/words/job.hpp"
#include "ledger/words/event.hpp"

namespace ankao::jobs {

/// Schema steps 700-799.
std::vector<db::Migration> migrations();

/// In the caller's write transaction: the job is there when the change is, or neither is. Returns the job's number; with a key that an
/// unfinished job of the kind has already, that one's.
std::int64_t enqueue(db::Transaction& transaction, const NewJob& job);

/// Whether the try still counts. A handler that writes asks this first in its transaction: one that was thought dead then writes nothing.
bool holds(db::Transaction& transaction, const Run& run);

std::optional<Job> find(db::Transaction& transaction, std::int64_t number);

struct Filter {
  std::optional<State> state;
  std::string kind;
  std::string order = "number DESC"; ///< SQL
  std::int64_t offset = 0;
  std::int64_t limit = 50;
};
struct Listed {
  std::int64_t total = 0;
  std::vector<Job> jobs; ///< newest first
};
Listed list(db::Transaction& transaction, const Filter& filter);
std::map<State, std::int64_t> counts(db::Transaction& transaction);

struct Turn {
  std::string kind;
  Instant next_at;
};
std::vector<Turn> turns(db::Transaction& transaction);

/// Makes a waiting, dead or cancelled job due now, with all its tries. jobs.unknown, jobs.not_stopped, jobs.key_taken.
Result<Job> retry(db::Database& database, const ledger::Actor& actor, std::int64_t number, Instant now);
/// Stops a job that waits, and tells its kind. jobs.unknown, jobs.not_waiting.
Result<Job> cancel(db::Database& database, const Kinds& kinds, const ledger::Actor& actor, std::int64_t number, Instant now);

} // namespace ankao::jobs
