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
#include "lists/words/list.hpp"

namespace ankao::jobs {

/// `wake` is called when a job was made due. All must outlive the endpoints.
void add_routes(api::Endpoints& endpoints, db::Database& database, const Kinds& kinds, std::function<void()> wake);

/// The list of jobs.
const lists::List& job_list();

namespace dto {

enum class BackgroundState { Waiting, Running, Done, Dead, Cancelled };
BOOST_DESCRIBE_ENUM(BackgroundState, Waiting, Running, Done, Dead, Cancelled)

struct BackgroundJobQuery {
  std::string state; ///< "" all
  std::string kind;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(BackgroundJobQuery, (), (state, kind, page, size, sort))

struct BackgroundJobRow {
  std::int64_t number = 0;
  std::string kind;
  std::string name; ///< of the kind, in the language of the request
  std::string key;
  BackgroundState state = BackgroundState::Waiting;
  Instant run_at; ///< not before
  int attempts = 0;
  int tries = 0;      ///< allowed; 0: this program does not know the kind
  std::string reason; ///< why the last try failed, in the language of the request
  std::optional<Instant> started_at;
  std::optional<Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(BackgroundJobRow, (), (number, kind, name, key, state, run_at, attempts, tries, reason, started_at, ended_at))

struct BackgroundCounts {
  std::int64_t waiting = 0;
  std::int64_t running = 0;
  std::int64_t done = 0;
  std::int64_t dead = 0;
  std::int64_t cancelled = 0;
};
BOOST_DESCRIBE_STRUCT(BackgroundCounts, (), (waiting, running, done, dead, cancelled))

struct BackgroundTurn {
  std::string kind;
  std::string name; ///< in the language of the request
  std::int64_t minutes = 0;
  std::optional<Instant> next_at; ///< none: it has not run yet
};
BOOST_DESCRIBE_STRUCT(BackgroundTurn, (), (kind, name, minutes, next_at))

struct BackgroundJobPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<BackgroundJobRow> items;
  BackgroundCounts counts;
  std::vector<std::string> kinds;
  std::vector<BackgroundTurn> turns;
};
BOOST_DESCRIBE_STRUCT(BackgroundJobPage, (), (total, page, size, items, counts, kinds, turns))

struct BackgroundJobNumber {
  std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(BackgroundJobNumber, (), (number))

struct BackgroundJob {
  BackgroundJobRow job;
  std::string payload;
  std::int64_t fence = 0;
  std::string worker;
  std::optional<Instant> lease_until; ///< while it runs
};
BOOST_DESCRIBE_STRUCT(BackgroundJob, (), (job, payload, fence, worker, lease_until))

} // namespace dto
} // namespace ankao::jobs
