// SPDX-License-Identifier: Apache-2.0
// Real processes: one is killed in the middle of a job and another takes it up; two at once never run the same job.
#include <gtest/gtest.h>

#include <csignal>
#include <set>

#include <sys/wait.h>
#include <unistd.h>

#include "jobs/service/workers.hpp"
#include "jobs/support/bench.hpp"

namespace ankao::jobs {
namespace {

using tests::after_ms;
using tests::k_start;

const std::vector<std::string> k_shared = {"file", "postgresql"};

/// Runs `body` in a process of its own, with a database connection of its own; never returns into the test.
template <class Body>
pid_t in_child(const std::string& url, const Body& body) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  const auto database = db::open(url);
  body(*database);
  ::_exit(0);
}

void reap(pid_t child, bool killed) {
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(WIFSIGNALED(status), killed);
  if (!killed) {
    EXPECT_EQ(WEXITSTATUS(status), 0);
  }
}

class Processes : public ::testing::TestWithParam<std::string> {
protected:
  Processes() { tests::migrate_jobs(store_.database()); }
  tests::Store store_{GetParam()};
};

TEST_P(Processes, a_job_whose_process_is_killed_is_taken_up_when_the_lease_has_run_out) {
  const auto number = tests::enqueue(store_.database(), {"mail.send", "k", "", k_start});
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = in_child(store_.url(), [&](db::Database& database) {
    Kinds kinds;
    kinds.on("mail.send", [&](const jobs::Run&) -> Result<void> {
      if (::write(ready[1], "x", 1) != 1) ::_exit(1);
      for (;;) ::pause();
    });
    Worker(database, kinds, "child").run_once(k_start);
  });
  char byte = 0;
  ASSERT_EQ(::read(ready[0], &byte, 1), 1); // the child is in its handler
  ::kill(child, SIGKILL);
  reap(child, true);
  ::close(ready[0]), ::close(ready[1]);

  Kinds kinds;
  int runs = 0;
  kinds.on("mail.send", [&](const jobs::Run& run) -> Result<void> {
    ++runs;
    EXPECT_EQ(run.attempt, 2);
    EXPECT_EQ(run.fence, 2);
    return {};
  });
  Worker worker(store_.database(), kinds, "parent");
  EXPECT_EQ(tests::job_of(store_.database(), number).worker, "child");
  EXPECT_FALSE(worker.run_once(after_ms(Policy{}.lease_ms - 1)).has_value());
  const auto ran = worker.run_once(after_ms(Policy{}.lease_ms));
  ASSERT_TRUE(ran.has_value());
  EXPECT_EQ(ran->outcome, Outcome::Done);
  EXPECT_EQ(runs, 1);
}

TEST_P(Processes, two_processes_share_the_work_and_no_job_runs_twice) {
  constexpr int jobs = 40;
  constexpr int processes = 2;
  store_.database().write([](db::Transaction& transaction) {
    for (int i = 0; i < jobs; ++i) jobs::enqueue(transaction, {"mail.send", "", "", k_start});
  });
  int done[2];
  ASSERT_EQ(::pipe(done), 0);
  std::vector<pid_t> children;
  for (int i = 0; i < processes; ++i)
    children.push_back(in_child(store_.url(), [&](db::Database& database) {
      Kinds kinds;
      kinds.on("mail.send", [&](const jobs::Run& run) -> Result<void> {
        const auto number = static_cast<std::uint8_t>(run.number); // one byte: written whole
        if (::write(done[1], &number, 1) != 1) ::_exit(1);
        return {};
      });
      Worker worker(database, kinds, "child");
      while (worker.run_once(k_start)) {}
    }));
  for (const pid_t child : children) reap(child, false);
  ::close(done[1]);
  std::multiset<std::uint8_t> ran;
  for (std::uint8_t number = 0; ::read(done[0], &number, 1) == 1;) ran.insert(number);
  ::close(done[0]);
  EXPECT_EQ(ran.size(), static_cast<std::size_t>(jobs));
  EXPECT_EQ(std::set<std::uint8_t>(ran.begin(), ran.end()).size(), ran.size());
}

INSTANTIATE_TEST_SUITE_P(Databases, Processes, ::testing::ValuesIn(k_shared), [](const auto& one) { return one.param; });

TEST(Threads, workers_run_what_is_due_and_stop_after_the_running_job) {
  tests::Store store("file");
  tests::migrate_jobs(store.database());
  Kinds kinds;
  std::mutex mutex;
  std::condition_variable changed;
  int begun = 0, ended = 0;
  bool go = false;
  kinds.on("mail.send", [&](const jobs::Run&) -> Result<void> {
    std::unique_lock lock(mutex);
    ++begun;
    changed.notify_all();
    changed.wait(lock, [&] { return go; });
    ++ended;
    return {};
  });
  for (int i = 0; i < 2; ++i) tests::enqueue(store.database(), {"mail.send", "", "", k_start});
  Workers workers(store.database(), kinds, [] { return k_start; }, [](const std::string& line) { ADD_FAILURE() << line; });
  workers.start(2, "test");
  {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return begun == 2; });
    go = true;
    changed.notify_all();
  }
  workers.stop();
  EXPECT_EQ(ended, 2);
  for (std::int64_t number = 1; number <= 2; ++number) EXPECT_EQ(tests::job_of(store.database(), number).state, State::Done);
}

} // namespace
} // namespace ankao::jobs
