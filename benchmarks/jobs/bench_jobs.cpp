// SPDX-License-Identifier: Apache-2.0
// ankao_bench_jobs URL JOBS: enqueued to done by two workers whose handler does nothing, alone and before a backlog of ten times as many;
// the limit is what the database commits: each job is two write transactions, its taking and its end.
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "base/ensure.hpp"
#include "jobs/service/jobs.hpp"
#include "jobs/service/worker.hpp"
#include "ledger/service/ledger.hpp"
#include "support/figures.hpp"
#include "support/server.hpp"

namespace {

using namespace ankao;
using bench::Watch;

constexpr Instant k_now{1'775'000'000'000};
constexpr int k_workers = 2;
constexpr int k_at_once = 100;

void migrate(db::Database& database) {
  auto steps = ledger::migrations();
  for (auto& step : jobs::migrations()) steps.push_back(step);
  db::migrate(database, steps);
  database.write([](db::Transaction& t) { t.execute("CREATE TABLE plain (id BIGINT PRIMARY KEY, state BIGINT NOT NULL)"); });
}

void enqueue(db::Database& database, int count, int at_once) {
  for (int done = 0; done < count; done += at_once)
    database.write([&](db::Transaction& t) {
      for (int i = 0; i < at_once; ++i) jobs::enqueue(t, {"bench.work", "", "1", k_now});
    });
}

/// Runs `count` jobs by two threads.
void work(db::Database& database, const jobs::Kinds& kinds, int count) {
  std::vector<std::thread> threads;
  for (int n = 0; n < k_workers; ++n)
    threads.emplace_back([&, n] {
      jobs::Worker worker(database, kinds, "bench/" + std::to_string(n));
      for (int i = 0; i < count / k_workers; ++i) ensure(worker.run_once(k_now).has_value(), "a job is due");
    });
  for (auto& thread : threads) thread.join();
}

/// Write transactions of one changed row each, by as many threads.
double commits_a_second(db::Database& database, int count) {
  database.write([](db::Transaction& t) {
    t.execute("DELETE FROM plain");
    for (std::int64_t i = 0; i < k_workers; ++i) t.execute("INSERT INTO plain (id, state) VALUES ($1, 0)", {i});
  });
  const Watch watch;
  std::vector<std::thread> threads;
  for (std::int64_t n = 0; n < k_workers; ++n)
    threads.emplace_back([&, n] {
      for (int i = 0; i < count / k_workers; ++i) database.write([&](db::Transaction& t) { t.execute("UPDATE plain SET state = state + 1 WHERE id = $1", {n}); });
    });
  for (auto& thread : threads) thread.join();
  return count / watch.seconds();
}

/// Wall time, and the processor time of this program and of the server, from its beginning to say().
class Part {
public:
  explicit Part(const bench::Server& server)
      : server_(server)
      , at_server_(server.all()) {}
  void say(const char* what, int count, double limit) const {
    const double wall = watch_.seconds();
    const double processor = watch_.processor() + server_.all() - at_server_;
    std::printf("%-44s %7d jobs: %7.0f/s, %.2f of the limit of %.0f/s; processor time %.2f ms a job\n", what, count, count / wall, count / wall / limit, limit, processor / count * 1e3);
    std::fflush(stdout);
  }

private:
  const bench::Server& server_;
  double at_server_;
  Watch watch_;
};

} // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("ankao_bench_jobs URL JOBS\n", stderr);
    return 2;
  }
  const auto database = db::open(argv[1]);
  const int count = std::stoi(argv[2]);
  migrate(*database);
  jobs::Kinds kinds;
  kinds.on("bench.work", [](const jobs::Run&) -> Result<void> { return {}; });
  const bench::Server server(*database);
  const double commits = commits_a_second(*database, count);
  std::printf("write transactions of one row: %.0f/s\n", commits);
  const Part enqueueing(server);
  enqueue(*database, count / 10, 1);
  enqueueing.say("enqueued, one a transaction", count / 10, commits);
  const Part alone(server);
  work(*database, kinds, count / 10);
  alone.say("taken and done, no backlog", count / 10, commits / 2);
  enqueue(*database, count * 10, k_at_once);
  const Part behind(server);
  work(*database, kinds, count);
  behind.say("taken and done, ten times as many waiting", count, commits / 2);
  return 0;
}
