// SPDX-License-Identifier: Apache-2.0
// A queue in a fresh database, and a clock that the test turns.
#pragma once

#include "db/support/stores.hpp"
#include "jobs/service/jobs.hpp"
#include "jobs/service/worker.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::tests {

inline constexpr Instant k_start{1'775'000'000'000};
inline Instant after_ms(std::int64_t ms) { return {k_start.ms + ms}; }
inline const ledger::Actor k_administrator{"guanli", "管理员", "administrator", "city"};

inline void migrate_jobs(db::Database& database) {
  auto steps = ledger::migrations();
  for (auto& step : jobs::migrations()) steps.push_back(step);
  db::migrate(database, steps);
}

inline std::int64_t enqueue(db::Database& database, const jobs::NewJob& job) {
  std::int64_t number = 0;
  database.write([&](db::Transaction& transaction) { number = jobs::enqueue(transaction, job); });
  return number;
}

inline jobs::Job job_of(db::Database& database, std::int64_t number) { return jobs::find(*database.begin(db::Mode::Read), number).value(); }

} // namespace ankao::tests
