// SPDX-License-Identifier: Apache-2.0
// A job runs when it is due, again after a failure, never twice at once, and is dead after its last try. On every database; no test waits.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "jobs/store/jobs.hpp"
#include "jobs/support/bench.hpp"

namespace ankao::jobs {
namespace {

using tests::after_ms;
using tests::enqueue;
using tests::job_of;
using tests::k_administrator;
using tests::k_start;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr Policy k_policy{.tries = 3, .backoff = {1'000, 1'500}, .lease_ms = 10'000};

class Queue : public ::testing::TestWithParam<std::string> {
protected:
  Queue() {
    tests::migrate_jobs(database());
    kinds_.on(
        "mail.send",
        [this](const jobs::Run& run) -> Result<void> {
          runs_.push_back(run);
          return handler_ ? handler_(run) : Result<void>{};
        },
        k_policy);
  }
  db::Database& database() { return store_.database(); }
  std::int64_t due_now(const std::string& key = "") { return enqueue(database(), {"mail.send", key, "letter-1", k_start}); }

  tests::Store store_{GetParam()};
  Kinds kinds_;
  std::vector<jobs::Run> runs_;
  Handler handler_;
};

Result<void> fails(const jobs::Run&) { return problem("jobs.crashed", {{"what", "mailbox full"}}); }

TEST_P(Queue, a_job_runs_once_when_it_is_due_and_not_before) {
  Worker worker(database(), kinds_, "a");
  const auto number = due_now();
  EXPECT_FALSE(worker.run_once(after_ms(-1)).has_value());
  const auto ran = worker.run_once(k_start);
  ASSERT_TRUE(ran.has_value());
  EXPECT_EQ(ran->number, number);
  EXPECT_EQ(ran->outcome, Outcome::Done);
  EXPECT_EQ(runs_.front().payload, "letter-1");
  EXPECT_FALSE(worker.run_once(after_ms(1'000'000)).has_value());
  EXPECT_EQ(runs_.size(), 1u);
  EXPECT_EQ(job_of(database(), number).state, State::Done);
}

TEST_P(Queue, an_enqueuing_that_is_rolled_back_leaves_no_job) {
  {
    const auto transaction = database().begin(db::Mode::Write);
    jobs::enqueue(*transaction, {"mail.send", "", "x", k_start});
  }
  EXPECT_FALSE(Worker(database(), kinds_, "a").run_once(k_start).has_value());
}

TEST_P(Queue, a_key_stands_once_among_unfinished_jobs) {
  const auto first = due_now("plan:2026-05");
  EXPECT_EQ(due_now("plan:2026-05"), first);
  EXPECT_NE(due_now("plan:2026-06"), first);
  EXPECT_NE(due_now(), due_now()) << "without a key every job is its own";
  Worker worker(database(), kinds_, "a");
  ASSERT_EQ(worker.run_once(k_start)->number, first);
  EXPECT_NE(due_now("plan:2026-05"), first) << "the first is done, the key is free";
}

TEST_P(Queue, a_failure_is_tried_again_after_a_wait_that_doubles_to_its_cap_and_then_the_job_is_dead_with_its_reason) {
  handler_ = fails;
  Worker worker(database(), kinds_, "a");
  const auto number = due_now();
  EXPECT_EQ(worker.run_once(k_start)->outcome, Outcome::Again);
  EXPECT_FALSE(worker.run_once(after_ms(999)).has_value());
  EXPECT_EQ(worker.run_once(after_ms(1'000))->outcome, Outcome::Again);
  EXPECT_FALSE(worker.run_once(after_ms(2'499)).has_value()) << "2 s would be the double, 1.5 s is the cap";
  EXPECT_EQ(worker.run_once(after_ms(2'500))->outcome, Outcome::Dead);
  const Job dead = job_of(database(), number);
  EXPECT_EQ(dead.state, State::Dead);
  EXPECT_EQ(dead.attempts, 3);
  EXPECT_THAT(dead.reason_en, HasSubstr("mailbox full"));
  EXPECT_FALSE(worker.run_once(after_ms(100'000'000)).has_value());
  EXPECT_TRUE(runs_.back().last());
  const auto line = ledger::time_line(*database().begin(db::Mode::Read), "job:" + std::to_string(number));
  ASSERT_EQ(line.size(), 1u);
  EXPECT_EQ(line[0].event.action, "job.die");
}

TEST_P(Queue, what_no_try_can_mend_is_dead_at_once) {
  handler_ = [](const jobs::Run& run) -> Result<void> { return for_good(fails(run).problem()); };
  due_now();
  EXPECT_EQ(Worker(database(), kinds_, "a").run_once(k_start)->outcome, Outcome::Dead);
}

TEST_P(Queue, an_exception_is_a_failed_try) {
  handler_ = [](const jobs::Run&) -> Result<void> { throw std::runtime_error("broken \xff pipe"); };
  const auto number = due_now();
  EXPECT_EQ(Worker(database(), kinds_, "a").run_once(k_start)->outcome, Outcome::Again);
  EXPECT_THAT(job_of(database(), number).reason_en, HasSubstr("broken ? pipe"));
}

TEST_P(Queue, a_running_job_is_taken_by_nobody_else_until_its_lease_runs_out) {
  Worker other(database(), kinds_, "b");
  Worker worker(database(), kinds_, "a");
  const auto number = due_now("k");
  std::optional<Ran> meanwhile, taken_over;
  bool held_before = false, held_after = true;
  handler_ = [&](const jobs::Run& run) -> Result<void> {
    if (runs_.size() > 1) return {};
    held_before = holds(*database().begin(db::Mode::Read), run);
    meanwhile = other.run_once(after_ms(k_policy.lease_ms - 1));
    taken_over = other.run_once(after_ms(k_policy.lease_ms));
    held_after = holds(*database().begin(db::Mode::Read), run);
    return {};
  };
  const auto late = worker.run_once(k_start);
  EXPECT_FALSE(meanwhile.has_value());
  ASSERT_TRUE(taken_over.has_value());
  EXPECT_EQ(taken_over->outcome, Outcome::Done);
  EXPECT_TRUE(held_before);
  EXPECT_FALSE(held_after) << "the older fence no longer counts";
  EXPECT_EQ(late->outcome, Outcome::Lost);
  EXPECT_LT(runs_[0].fence, runs_[1].fence);
  EXPECT_EQ(job_of(database(), number).worker, "b");
}

TEST_P(Queue, a_beat_lengthens_the_lease) {
  Worker other(database(), kinds_, "b");
  Worker worker(database(), kinds_, "a");
  due_now();
  std::optional<Ran> meanwhile;
  handler_ = [&](const jobs::Run&) -> Result<void> {
    EXPECT_TRUE(worker.beat(after_ms(9'000)));
    meanwhile = other.run_once(after_ms(18'999));
    return {};
  };
  EXPECT_EQ(worker.run_once(k_start)->outcome, Outcome::Done);
  EXPECT_FALSE(meanwhile.has_value());
  EXPECT_TRUE(worker.beat(after_ms(20'000))) << "nothing runs, nothing is lost";
}

TEST_P(Queue, a_job_that_takes_its_process_along_each_time_dies_too) {
  const auto number = due_now();
  struct Killed {};
  handler_ = [](const jobs::Run&) -> Result<void> { throw Killed{}; }; // passes through like a crash: nothing is written after it
  for (int i = 0; i < k_policy.tries; ++i) EXPECT_THROW(Worker(database(), kinds_, "a").run_once(after_ms(i * k_policy.lease_ms)), Killed);
  EXPECT_FALSE(Worker(database(), kinds_, "a").run_once(after_ms(3 * k_policy.lease_ms)).has_value());
  const Job dead = job_of(database(), number);
  EXPECT_EQ(dead.state, State::Dead);
  EXPECT_THAT(dead.reason_en, HasSubstr("lost"));
}

TEST_P(Queue, a_kind_this_program_does_not_know_waits) {
  const auto number = enqueue(database(), {"newer.kind", "", "", k_start});
  EXPECT_FALSE(Worker(database(), kinds_, "a").run_once(k_start).has_value());
  EXPECT_EQ(job_of(database(), number).state, State::Waiting);
}

TEST_P(Queue, a_person_retries_and_cancels) {
  handler_ = fails;
  Worker worker(database(), kinds_, "a");
  const auto number = due_now("k");
  EXPECT_EQ(cancel(database(), kinds_, k_administrator, 99, k_start).problem().id, "jobs.unknown");
  ASSERT_TRUE(cancel(database(), kinds_, k_administrator, number, k_start).ok());
  EXPECT_FALSE(worker.run_once(k_start).has_value());
  EXPECT_EQ(cancel(database(), kinds_, k_administrator, number, k_start).problem().id, "jobs.not_waiting");
  const auto rival = due_now("k");
  EXPECT_EQ(retry(database(), k_administrator, number, k_start).problem().id, "jobs.key_taken");
  ASSERT_TRUE(cancel(database(), kinds_, k_administrator, rival, k_start).ok());
  ASSERT_TRUE(retry(database(), k_administrator, number, k_start).ok());
  for (int i = 0; i < 3; ++i) worker.run_once(after_ms(i * 10'000));
  ASSERT_EQ(job_of(database(), number).state, State::Dead);
  handler_ = nullptr;
  ASSERT_TRUE(retry(database(), k_administrator, number, after_ms(50'000)).ok());
  EXPECT_EQ(worker.run_once(after_ms(50'000))->outcome, Outcome::Done);
  EXPECT_EQ(retry(database(), k_administrator, number, k_start).problem().id, "jobs.not_stopped");
  std::vector<std::string> actions;
  for (const auto& one : ledger::time_line(*database().begin(db::Mode::Read), "job:" + std::to_string(number))) actions.push_back(one.event.action);
  EXPECT_THAT(actions, ElementsAre("job.cancel", "job.retry", "job.die", "job.retry"));
}

TEST_P(Queue, a_running_job_cannot_be_cancelled_or_retried) {
  const auto number = due_now();
  handler_ = [&](const jobs::Run&) -> Result<void> {
    EXPECT_EQ(cancel(database(), kinds_, k_administrator, number, k_start).problem().id, "jobs.not_waiting");
    EXPECT_EQ(retry(database(), k_administrator, number, k_start).problem().id, "jobs.not_stopped");
    return {};
  };
  Worker(database(), kinds_, "a").run_once(k_start);
}

TEST_P(Queue, a_turn_comes_every_so_often_and_missed_turns_are_made_up_once) {
  int turns = 0;
  kinds_.every("deadline.sweep", 10, [&](const jobs::Run&) -> Result<void> { return ++turns, Result<void>{}; });
  Worker worker(database(), kinds_, "a"), second(database(), kinds_, "b");
  constexpr std::int64_t period = 600'000;
  const Instant aligned{(k_start.ms / period) * period};
  const auto at = [&](std::int64_t ms) { return Instant{aligned.ms + ms}; };
  const auto both = [&](Instant now) { worker.run_once(now), second.run_once(now); };
  both(at(1));
  EXPECT_EQ(turns, 1) << "the first at once";
  both(at(period - 1));
  EXPECT_EQ(turns, 1);
  both(at(period));
  EXPECT_EQ(turns, 2);
  both(at(7 * period + 3)), both(at(7 * period + 4));
  EXPECT_EQ(turns, 3) << "six were missed, one is made up";
  both(at(8 * period));
  EXPECT_EQ(turns, 4);
}

TEST_P(Queue, what_is_done_is_removed_after_thirty_days_but_the_dead_stay) {
  kinds_.every("deadline.sweep", 10, [](const jobs::Run&) -> Result<void> { return {}; });
  Worker worker(database(), kinds_, "a");
  handler_ = [](const jobs::Run& run) -> Result<void> { return run.key == "bad" ? for_good(fails(run).problem()) : Result<void>{}; };
  const auto good = due_now("good"), bad = due_now("bad");
  while (worker.run_once(k_start)) {}
  worker.run_once(after_ms(std::int64_t{31} * 86'400'000));
  EXPECT_FALSE(find(*database().begin(db::Mode::Read), good).has_value());
  EXPECT_EQ(job_of(database(), bad).state, State::Dead);
}

/// How many rows of jobs the server has read in this transaction.
std::int64_t rows_read(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT CAST(seq_tup_read + idx_tup_fetch AS BIGINT) AS n FROM pg_stat_xact_user_tables WHERE relname = 'job'");
  return rows.empty() ? 0 : rows.integer(0, "n");
}

// PostgreSQL chooses how to answer by what it believes about the table, and right after a burst it believes the wrong thing.
TEST(Backlog, taking_a_job_reads_a_few_rows_whatever_the_server_believes_about_the_queue) {
  tests::Store store{"postgresql"};
  tests::migrate_jobs(store.database());
  const std::vector<std::string> kinds{"mail.send", "webhook.send", "deadline.sweep"};
  const auto enqueue_some = [&](int count) {
    store.database().write([&](db::Transaction& t) {
      for (int i = 0; i < count; ++i) jobs::enqueue(t, {kinds[static_cast<std::size_t>(i) % kinds.size()], "", "1", k_start});
    });
  };
  const auto read_to_find = [&] {
    const auto transaction = store.database().begin(db::Mode::Read);
    const std::int64_t before = rows_read(*transaction);
    EXPECT_TRUE(store::due(*transaction, kinds, k_start).has_value());
    return rows_read(*transaction) - before;
  };
  enqueue_some(2000);
  EXPECT_LE(read_to_find(), 3) << "nothing is known";
  store.database().write([](db::Transaction& t) { t.execute("UPDATE job SET state = 'done'"), t.execute("ANALYZE job"); });
  enqueue_some(2000);
  EXPECT_LE(read_to_find(), 3) << "nothing waited when it looked";
}

TEST(Backoff, doubles_from_the_first_wait_to_the_longest_and_never_overflows) {
  const Backoff backoff{1'000, 60'000};
  EXPECT_EQ(wait_ms(backoff, 1), 1'000);
  EXPECT_EQ(wait_ms(backoff, 2), 2'000);
  EXPECT_EQ(wait_ms(backoff, 6), 32'000);
  EXPECT_EQ(wait_ms(backoff, 7), 60'000);
  EXPECT_EQ(wait_ms(backoff, 1'000'000), 60'000);
  EXPECT_EQ(wait_ms({5'000, 1'000}, 1), 1'000);
}

INSTANTIATE_TEST_SUITE_P(Databases, Queue, ::testing::ValuesIn(tests::k_stores), [](const auto& one) { return one.param; });

} // namespace
} // namespace ankao::jobs
