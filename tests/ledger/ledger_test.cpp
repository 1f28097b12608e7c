// SPDX-License-Identifier: Apache-2.0
#include "ledger/service/ledger.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "base/ensure.hpp"
#include "base/sm3.hpp"
#include "ledger/rules/leaf.hpp"
#include "ledger/store/events.hpp"
#include "ledger/store/nodes.hpp"
#include "ledger/support/log.hpp"

namespace ankao {
namespace {

using db::Transaction;
using ledger::Event;
using ::testing::ElementsAre;

Event event_on(const std::string& subject, const std::string& action = "plan.publish") {
  return {{"chen", "陈科长", "city_bureau", "city"},
          Instant{1'709'600'000'000},
          action,
          subject,
          "",
          to_hex(sm3("after")),
          "S-2.3",
          "按期公布"};
}

class Ledger : public ::testing::TestWithParam<std::string> {
protected:
  db::Database& database() { return store_.database(); }
  std::int64_t append(const Event& event) {
    std::int64_t number = 0;
    database().write([&](Transaction& t) { number = ledger::append(t, event); });
    return number;
  }
  std::vector<ledger::Written> time_line(const std::string& subject) {
    std::vector<ledger::Written> out;
    database().read([&](Transaction& t) { out = ledger::time_line(t, subject); });
    return out;
  }
  tests::Store store_{GetParam(), tests::empty_ledger()};
};

TEST_P(Ledger, GivesBackWhatWasWritten) {
  EXPECT_EQ(append(event_on("plan:2024-03")), 1);
  const auto line = time_line("plan:2024-03");
  ASSERT_EQ(line.size(), 1u);
  const Event& event = line[0].event;
  EXPECT_EQ(event.actor.account, "chen");
  EXPECT_EQ(event.actor.name, "陈科长");
  EXPECT_EQ(event.actor.role, "city_bureau");
  EXPECT_EQ(event.actor.scope, "city");
  EXPECT_EQ(event.at.ms, 1'709'600'000'000);
  EXPECT_EQ(event.action, "plan.publish");
  EXPECT_EQ(event.before, "");
  EXPECT_EQ(event.after, to_hex(sm3("after")));
  EXPECT_EQ(event.clause, "S-2.3");
  EXPECT_EQ(event.reason, "按期公布");
}

TEST_P(Ledger, ATimeLineHoldsOneSubjectInOrder) {
  append(event_on("plan:2024-03", "plan.create"));
  append(event_on("plan:2024-04", "plan.create"));
  append(event_on("plan:2024-03", "plan.freeze"));
  std::vector<std::int64_t> numbers;
  for (const auto& written : time_line("plan:2024-03")) numbers.push_back(written.number);
  EXPECT_THAT(numbers, ElementsAre(1, 3));
  EXPECT_TRUE(time_line("plan:2024-05").empty());
}

TEST_P(Ledger, AChangeThatIsRolledBackLeavesNoGap) {
  append(event_on("plan:1"));
  EXPECT_THROW(database().write([](Transaction& t) {
    ledger::append(t, event_on("plan:1"));
    ledger::append(t, event_on("plan:1"));
    throw std::runtime_error("the change failed");
  }),
               std::runtime_error);
  EXPECT_EQ(append(event_on("plan:1")), 2);
}

TEST_P(Ledger, NumbersHaveNoGapUnderFourWriters) {
  std::vector<std::thread> writers;
  for (int i = 0; i < 4; ++i)
    writers.emplace_back([&] {
      for (int round = 0; round < 100; ++round) {
        if (round % 10 == 9) {
          const auto abandoned = database().begin(db::Mode::Write);
          ledger::append(*abandoned, event_on("plan:all"));
        } else {
          append(event_on("plan:all"));
        }
      }
    });
  for (std::thread& writer : writers) writer.join();
  const auto line = time_line("plan:all");
  ASSERT_EQ(line.size(), 360u);
  for (std::size_t i = 0; i < line.size(); ++i) EXPECT_EQ(line[i].number, static_cast<std::int64_t>(i + 1));
}

TEST_P(Ledger, AnIncompleteEventIsABrokenInvariant) {
  Event nobody = event_on("plan:1");
  nobody.actor.account.clear();
  EXPECT_THROW(append(nobody), BrokenInvariant);
  EXPECT_THROW(append(event_on("plan")), BrokenInvariant);
  EXPECT_THROW(append(event_on("plan:1", "publish")), BrokenInvariant);
  Event odd = event_on("plan:1");
  odd.before = "abc";
  EXPECT_THROW(append(odd), BrokenInvariant);
  EXPECT_EQ(append(event_on("plan:1")), 1);
}

/// The tree made anew from the rows.
Digest root_of_rows(Transaction& t, std::map<ledger::Node, Digest>& made) {
  ledger::Growing tree;
  for (const auto& stored : ledger::events_from(t, 1, 10'000))
    tree.add(ledger::leaf_hash(ledger::leaf_bytes(stored.number, stored.event, stored.salt)), [&](const auto& node, const Digest& hash) { made[node] = hash; });
  return tree.root();
}

TEST_P(Ledger, EveryEventHasItsLeafAndTheSubtreesItCompletes) {
  for (int i = 0; i < 13; ++i) append(event_on("plan:1"));
  database().write([&](Transaction& t) { EXPECT_EQ(ledger::append_many(t, std::vector<Event>(150, event_on("plan:2"))), 14); });
  append(event_on("plan:1"));
  database().read([&](Transaction& t) {
    EXPECT_EQ(ledger::tree_size(t), 164);
    std::map<ledger::Node, Digest> made;
    root_of_rows(t, made);
    std::vector<ledger::Node> wanted;
    for (const auto& [node, hash] : made) wanted.push_back(node);
    EXPECT_EQ(ledger::nodes(t, wanted), made);
    EXPECT_EQ(t.query("SELECT COUNT(*) AS n FROM ledger_node").integer(0, "n"), static_cast<std::int64_t>(made.size()));
  });
}

TEST_P(Ledger, WhoIsActedForIsKept) {
  Event event = event_on("plan:1");
  event.actor.behalf = "wang";
  append(event);
  EXPECT_EQ(time_line("plan:1")[0].event.actor.behalf, "wang");
}

/// What stood in a database before the log had a tree.
void forget_the_tree(Transaction& t) {
  t.execute("DELETE FROM ledger_node");
  t.execute("UPDATE ledger_event SET salt = NULL");
}

TEST_P(Ledger, AnOlderDatabaseGetsItsLeavesAtTheFirstStart) {
  for (int i = 0; i < 5; ++i) append(event_on("plan:1"));
  database().write(forget_the_tree);
  database().write([](Transaction& t) {
    EXPECT_EQ(ledger::prepare(t), 5);
    EXPECT_EQ(ledger::prepare(t), 0);
    EXPECT_EQ(ledger::tree_size(t), 5);
  });
  EXPECT_EQ(append(event_on("plan:1")), 6);
}

TEST_P(Ledger, AnOlderDatabaseGetsItsLeavesWithTheFirstEventOtherwise) {
  for (int i = 0; i < 5; ++i) append(event_on("plan:1"));
  database().write(forget_the_tree);
  EXPECT_EQ(append(event_on("plan:1")), 6);
  database().read([](Transaction& t) { EXPECT_EQ(ledger::tree_size(t), 6); });
}

INSTANTIATE_TEST_SUITE_P(Databases, Ledger, ::testing::ValuesIn(tests::k_stores), tests::store_name<::testing::TestParamInfo<std::string>>);

} // namespace
} // namespace ankao
