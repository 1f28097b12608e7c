// SPDX-License-Identifier: Apache-2.0
// Background jobs for the administrator: what waits, what failed and why, try again, cancel.
#pragma once

#include <boost/describe.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "api/endpoints.hpp"
#include "db/db.hpp"
#include "jobs/service/kinds.hpp"

namespace ankao::jobs {

/// `wake` is called when a job was made due. All must outlive the endpoints.
void add_routes(api::Endpoints& endpoints, db::Database& database, const Kinds& kinds, std::function<void()> wake);

namespace dto {

enum class JobState { Waiting, Running, Done, Dead, Cancelled };
BOOST_DESCRIBE_ENUM(JobState, Waiting, Running, Done, Dead, Cancelled)

struct JobQuery {
  std::string state; ///< "" all
  std::string kind;
  int page = 1;
  int size = 50;
};
BOOST_DESCRIBE_STRUCT(JobQuery, (), (state, kind, page, size))

struct JobRow {
  std::int64_t number = 0;
  std::string kind;
  std::string key;
  JobState state = JobState::Waiting;
  Instant run_at; ///< not before
  int attempts = 0;
  int tries = 0;      ///< allowed; 0: this program does not know the kind
  std::string reason; ///< why the last try failed, in the language of the request
  std::optional<Instant> started_at;
  std::optional<Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(JobRow, (), (number, kind, key, state, run_at, attempts, tries, reason, started_at, ended_at))

struct JobCounts {
  std::int64_t waiting = 0;
  std::int64_t running = 0;
  std::int64_t done = 0;
  std::int64_t dead = 0;
  std::int64_t cancelled = 0;
};
BOOST_DESCRIBE_STRUCT(JobCounts, (), (waiting, running, done, dead, cancelled))

struct JobTurn {
  std::string kind;
  std::int64_t minutes = 0;
  std::optional<Instant> next_at; ///< none: it has not run yet
};
BOOST_DESCRIBE_STRUCT(JobTurn, (), (kind, minutes, next_at))

struct JobPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<JobRow> items;
  JobCounts counts;
  std::vector<std::string> kinds;
  std::vector<JobTurn> turns;
};
BOOST_DESCRIBE_STRUCT(JobPage, (), (total, page, size, items, counts, kinds, turns))

struct JobNumber {
  std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(JobNumber, (), (number))

struct JobView {
  JobRow job;
  std::string payload;
  std::int64_t fence = 0;
  std::string worker;
  std::optional<Instant> lease_until; ///< while it runs
};
BOOST_DESCRIBE_STRUCT(JobView, (), (job, payload, fence, worker, lease_until))

} // namespace dto
} // namespace ankao::jobs
