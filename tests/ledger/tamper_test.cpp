// SPDX-License-Identifier: Apache-2.0
// Whatever somebody does to the rows with plain SQL, the check notices and says where.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/service/check.hpp"
#include "ledger/store/checkpoints.hpp"
#include "ledger/support/log.hpp"

namespace ankao::ledger {

void PrintTo(const Finding& finding, std::ostream* out) { *out << word_of(finding.kind) << " " << finding.first << "-" << finding.last; }

namespace {

using Kind = Finding::Kind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Tamper : public ::testing::TestWithParam<std::string> {
protected:
  void SetUp() override {
    log.grow(10);
    log.seal();
    log.grow(10);
    log.seal();
    log.grow(3);
  }
  std::vector<Finding> findings(const Sealer& sealer) {
    return check(log.database(), sealer, tests::k_auditor, log.day(log.days)).findings;
  }
  std::vector<Finding> findings() { return findings(log.sealer); }
  tests::Log log{GetParam()};
};

TEST_P(Tamper, AnUntouchedLogIsIntactAndTheCheckIsKeptAndLogged) {
  EXPECT_THAT(findings(), IsEmpty());
  EXPECT_THAT(findings(), IsEmpty());
  log.database().read([](db::Transaction& t) {
    const auto last = last_check(t);
    ASSERT_TRUE(last.has_value());
    EXPECT_EQ(last->id, 2);
    EXPECT_EQ(last->size, 24);
    EXPECT_EQ(last->account, "shenji");
    EXPECT_EQ(time_line(t, "ledger_check:2").size(), 1u);
  });
}

TEST_P(Tamper, EveryColumnOfARowIsWatched) {
  for (const char* change : {"reason = 'x'", "at = at + 1", "account = 'x'", "actor_name = '李'", "role = 'x'", "scope = 'x'", "behalf = 'x'", "action = 'x.y'", "subject = 'x:y'",
                             "before_sm3 = 'zz'", "clause = 'x'"}) {
    tests::Log one(GetParam());
    one.grow(4);
    one.sql(std::string("UPDATE ledger_event SET ") + change + " WHERE number = 3");
    EXPECT_THAT(check(one.database(), one.sealer, tests::k_auditor, one.day(9)).findings, ElementsAre(Finding{Kind::Edited, 3, 3})) << change;
    if (GetParam() == "postgresql") break; // each store is a server of its own
  }
}

TEST_P(Tamper, AnEditedRowWhoseHashWasEditedTooIsFoundInTheTree) {
  log.sql("UPDATE ledger_event SET reason = 'x' WHERE number = 12");
  log.sql("UPDATE ledger_node SET hash = (SELECT hash FROM ledger_node WHERE level = 0 AND position = 3) WHERE level = 0 AND position = 11");
  const auto found = findings();
  EXPECT_THAT(found, ::testing::Contains(Finding{Kind::Checkpoint, 11, 20}));
  EXPECT_THAT(found, ::testing::Contains(Finding{Kind::Edited, 12, 12}));
  EXPECT_THAT(found, ::testing::Contains(::testing::Field(&Finding::kind, Kind::Node)));
}

TEST_P(Tamper, DeletedRowsAreNamed) {
  log.sql("DELETE FROM ledger_event WHERE number BETWEEN 5 AND 7");
  log.sql("DELETE FROM ledger_event WHERE number = 15");
  EXPECT_THAT(findings(), ElementsAre(Finding{Kind::Deleted, 5, 7}, Finding{Kind::Deleted, 15, 15}));
}

TEST_P(Tamper, ExchangedRowsAreNamed) {
  log.sql("UPDATE ledger_event SET number = -1 WHERE number = 8");
  log.sql("UPDATE ledger_event SET number = 8 WHERE number = 14");
  log.sql("UPDATE ledger_event SET number = 14 WHERE number = -1");
  const auto found = findings();
  EXPECT_THAT(found, ElementsAre(Finding{Kind::Reordered, 8, 8}, Finding{Kind::Reordered, 14, 14}));
}

TEST_P(Tamper, ARowThatWasNeverLoggedIsNamed) {
  log.sql("UPDATE ledger_event SET number = 40 WHERE number = 23");
  EXPECT_THAT(findings(), ElementsAre(Finding{Kind::Deleted, 23, 23}, Finding{Kind::Added, 40, 40}));
}

TEST_P(Tamper, ACutEndIsNoticedByTheCheckpoints) {
  log.sql("DELETE FROM ledger_event WHERE number > 18");
  log.sql("DELETE FROM ledger_node WHERE (position + 1) * (CASE level WHEN 0 THEN 1 WHEN 1 THEN 2 WHEN 2 THEN 4 WHEN 3 THEN 8 ELSE 16 END) > 18");
  EXPECT_THAT(findings(), ElementsAre(Finding{Kind::Truncated, 19, 20}));
}

TEST_P(Tamper, ACutEndWithItsCheckpointsIsNoticedByTheWitness) {
  log.sql("DELETE FROM ledger_event WHERE number > 18");
  log.sql("DELETE FROM ledger_node WHERE (position + 1) * (CASE level WHEN 0 THEN 1 WHEN 1 THEN 2 WHEN 2 THEN 4 WHEN 3 THEN 8 ELSE 16 END) > 18");
  log.sql("DELETE FROM ledger_checkpoint WHERE size > 18");
  EXPECT_THAT(findings(), ElementsAre(Finding{Kind::Older, 19, 20}));
}

TEST_P(Tamper, AnotherDatabaseInThePlaceOfThisOneIsNoticedByTheWitness) {
  tests::Log other(GetParam());
  other.grow(10);
  other.seal_by(Sealer(""));
  other.sql("DELETE FROM ledger_checkpoint");
  other.grow(30);
  const auto found = check(other.database(), log.sealer, tests::k_auditor, log.day(50)).findings;
  EXPECT_THAT(found, ElementsAre(Finding{Kind::Replaced, 1, 20}));
}

TEST_P(Tamper, ACheckpointThatIsGoneIsNoticedByTheWitness) {
  log.sql("DELETE FROM ledger_checkpoint WHERE size = 10");
  EXPECT_THAT(findings(), ElementsAre(Finding{Kind::Checkpoint, 1, 10}));
}

TEST_P(Tamper, ACheckpointUnderAnotherKeyIsNoticed) {
  log.sql("DELETE FROM ledger_checkpoint WHERE size = 20");
  const Sealer stranger("");
  log.database().write([&](db::Transaction& t) {
    Checkpoint forged{log.sealer.key.origin(), 20, newest_checkpoint(t)->root, log.day(3), ""};
    forged.signature = stranger.key.sign(forged.text());
    insert_checkpoint(t, forged);
  });
  EXPECT_THAT(findings(), ElementsAre(Finding{Kind::Checkpoint, 11, 20}, Finding{Kind::Signature, 20, 20}));
}

INSTANTIATE_TEST_SUITE_P(Databases, Tamper, ::testing::ValuesIn(tests::k_stores), tests::store_name<::testing::TestParamInfo<std::string>>);

} // namespace
} // namespace ankao::ledger
