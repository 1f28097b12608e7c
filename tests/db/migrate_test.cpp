// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "base/ensure.hpp"
#include "db/checks.hpp"
#include "db/support/stores.hpp"

namespace ankao {
namespace {

using db::Failure;
using db::Migration;
using db::Transaction;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const Migration k_first{100, "first", "CREATE TABLE one (id TEXT PRIMARY KEY, raw {bytes});\nCREATE INDEX one_raw ON one (raw);\n"};
const Migration k_second{101, "second", "INSERT INTO one (id) VALUES ('from the step')"};

class Migrate : public ::testing::TestWithParam<std::string> {
protected:
  db::Database& database() { return store_.database(); }
  std::size_t rows(const std::string& table) {
    std::size_t count = 0;
    database().read([&](Transaction& t) { count = t.query("SELECT * FROM " + table).size(); });
    return count;
  }
  std::string refusal(const std::vector<Migration>& steps) {
    try {
      db::migrate(database(), steps);
    } catch (const Failure& failure) {
      return failure.what();
    }
    return "no refusal";
  }
  tests::Store store_{GetParam()};
};

TEST_P(Migrate, AppliesEachStepOnceInOrderOfNumber) {
  EXPECT_EQ(db::migrate(database(), {k_second, k_first}), 2);
  EXPECT_EQ(db::migrate(database(), {k_first, k_second}), 0);
  EXPECT_EQ(rows("one"), 1u);
  EXPECT_EQ(rows("schema_step"), 2u);
}

TEST_P(Migrate, AppliesWhatCameLater) {
  EXPECT_EQ(db::migrate(database(), {k_first}), 1);
  EXPECT_EQ(db::migrate(database(), {k_first, k_second}), 1);
  EXPECT_EQ(db::migrate(database(), {{300, "another capability", "CREATE TABLE two (id BIGINT)"}}), 1);
}

TEST_P(Migrate, RefusesAChangedStep) {
  db::migrate(database(), {k_first});
  EXPECT_THAT(refusal({{100, "first", "CREATE TABLE one (id BIGINT)"}}), HasSubstr("100 (first)"));
}

TEST_P(Migrate, RefusesADatabaseOfANewerProgram) {
  db::migrate(database(), {k_first, k_second});
  EXPECT_THAT(refusal({k_first}), HasSubstr("newer program (schema step 101)"));
}

TEST_P(Migrate, RefusesTwoStepsOfOneNumber) {
  EXPECT_THROW(db::migrate(database(), {k_first, {100, "other", "CREATE TABLE three (id BIGINT)"}}), BrokenInvariant);
}

TEST_P(Migrate, AFailedStepLeavesNothing) {
  EXPECT_NE(refusal({k_first, {101, "broken", "INSERT INTO one (id) VALUES ('x');\nSELEKT 1;\n"}}), "no refusal");
  EXPECT_EQ(rows("one"), 0u);
  EXPECT_EQ(db::migrate(database(), {k_first, k_second}), 1);
}

TEST_P(Migrate, TwoProgramsAtOnceApplyOnce) {
  if (GetParam() == "memory") return; // private to one object
  std::vector<Migration> steps;
  for (int i = 0; i < 20; ++i) steps.push_back({100 + i, "step", "CREATE TABLE t" + std::to_string(i) + " (id BIGINT)"});
  std::atomic<int> applied = 0;
  const auto program = [&] { applied += db::migrate(*db::open(store_.url()), steps); };
  std::vector<std::thread> programs;
  for (int i = 0; i < 3; ++i) programs.emplace_back(program);
  for (std::thread& thread : programs) thread.join();
  EXPECT_EQ(applied, 20);
  EXPECT_EQ(rows("schema_step"), 20u);
}

INSTANTIATE_TEST_SUITE_P(Databases, Migrate, ::testing::ValuesIn(tests::k_stores),
                         tests::store_name<::testing::TestParamInfo<std::string>>);

TEST(Statements, SplitAtTheEndOfALine) {
  EXPECT_THAT(db::split_statements("CREATE TABLE a (x {bytes}, y {bytes});\n\n  SELECT ';' ;\n;\n", "BLOB"),
              ElementsAre("CREATE TABLE a (x BLOB, y BLOB)", "SELECT ';'"));
  EXPECT_THAT(db::split_statements("", "BLOB"), ElementsAre());
}

} // namespace
} // namespace ankao
