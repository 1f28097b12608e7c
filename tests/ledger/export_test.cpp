// SPDX-License-Identifier: Apache-2.0
// An export holds for a verifier that shares nothing but the format, and whatever is changed in it is named at its place.
#include "ledger/service/export.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/files/terms.hpp"
#include "ledger/rules/retention.hpp"
#include "ledger/service/check.hpp"
#include "ledger/service/proofs.hpp"
#include "ledger/service/retention.hpp"
#include "ledger/store/events.hpp"
#include "ledger/support/log.hpp"
#include "verifier.hpp"

namespace ankao::ledger {
namespace {

using ankao_ledger_verify::verify;
using ::testing::HasSubstr;
using ::testing::Not;

std::string exported(tests::Log& log) {
  std::string out;
  log.database().read([&](db::Transaction& t) { export_log(t, log.sealer.key, [&out](std::string_view part) { out += part; }); });
  return out;
}

class Export : public ::testing::TestWithParam<std::string> {
protected:
  void SetUp() override {
    log.grow(7);
    first = log.seal();
    log.grow(6);
    second = log.seal();
  }
  tests::Log log{GetParam()};
  Checkpoint first;
  Checkpoint second;
};

TEST_P(Export, HoldsAndNamesNobody) {
  const std::string file = exported(log);
  const auto out = verify(file, {log.sealer.key.point(), {{7, to_hex(first.root)}}});
  EXPECT_TRUE(out.good) << out.fault;
  EXPECT_EQ(out.events, 13u);
  EXPECT_EQ(out.checkpoints, 2u);
  EXPECT_EQ(out.signed_to, 13u);
  EXPECT_EQ(out.root, to_hex(second.root));
  EXPECT_THAT(file, Not(HasSubstr("陈科长")));
}

TEST_P(Export, EveryByteThatIsChangedIsNoticed) {
  const std::string file = exported(log);
  for (std::size_t i = 0; i < file.size(); ++i) {
    std::string changed = file;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    ASSERT_FALSE(verify(changed).good) << "byte " << i;
  }
}

TEST_P(Export, EveryCutIsNoticed) {
  const std::string file = exported(log);
  for (std::size_t i = 0; i < file.size(); ++i) ASSERT_FALSE(verify(std::string_view(file).substr(0, i)).good) << i;
  EXPECT_FALSE(verify(file + "x").good);
}

TEST_P(Export, TheFirstBadPlaceIsNamed) {
  std::string file = exported(log);
  const auto at = file.find("第 9 日");
  ASSERT_NE(at, std::string::npos);
  file[at + 4] = '8';
  const auto out = verify(file);
  EXPECT_THAT(out.fault, HasSubstr("from 8 to 13"));
}

TEST_P(Export, AnotherKeyOrAnotherPastIsRefused) {
  const std::string file = exported(log);
  EXPECT_FALSE(verify(file, {SealKey("").point(), {}}).good);
  EXPECT_FALSE(verify(file, {"", {{7, to_hex(second.root)}}}).good);
  EXPECT_FALSE(verify(file, {"", {{14, to_hex(second.root)}}}).good);
}

class Retention : public ::testing::TestWithParam<std::string> {
protected:
  /// January and February 2024.
  void SetUp() override {
    log.grow(60);
    log.seal();
  }
  static Instant on(int year, unsigned month, unsigned day) { return start_of(make_date(year, month, day)); }
  Result<Shard> expire(Instant now) { return ledger::expire(log.database(), shipped_terms(), {2024, 1}, "log", tests::k_auditor, now); }
  tests::Log log{GetParam()};
};

TEST_P(Retention, NobodyRemovesAnythingADayEarlier) {
  const auto refused = expire(on(2027, 1, 31));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.problem().id, "ledger.kept_until");
  EXPECT_EQ(ledger::expire(log.database(), shipped_terms(), {2024, 1}, "ledger", tests::k_auditor, on(2099, 1, 1)).problem().id, "ledger.kept_always");
  EXPECT_EQ(ledger::expire(log.database(), shipped_terms(), {2024, 1}, "other", tests::k_auditor, on(2099, 1, 1)).problem().id, "ledger.no_such_term");
}

TEST_P(Retention, OnTheDayThePayloadGoesAndTheProofsStay) {
  const auto shard = expire(on(2027, 2, 1));
  ASSERT_TRUE(shard.ok());
  EXPECT_EQ(shard->numbers, "1-31");
  log.seal();
  log.database().read([](db::Transaction& t) {
    EXPECT_FALSE(find_event(t, 31).has_value());
    EXPECT_TRUE(find_event(t, 32).has_value());
    const auto proof = prove(t, 31, 60);
    EXPECT_TRUE(verify_inclusion(proof->leaf, 30, 60, proof->path, proof->root));
  });
  EXPECT_TRUE(check(log.database(), log.sealer, tests::k_auditor, on(2027, 2, 1)).findings.empty());
  const auto out = verify(exported(log));
  EXPECT_TRUE(out.good) << out.fault;
  EXPECT_EQ(out.expired, 31u);
}

TEST_P(Retention, ARowRemovedUnderTheCoverOfAShardIsNoticed) {
  ASSERT_TRUE(expire(on(2027, 2, 1)).ok());
  log.sql("DELETE FROM ledger_event WHERE number = 32");
  log.sql("UPDATE ledger_shard SET numbers = '1-32'");
  const auto found = check(log.database(), log.sealer, tests::k_auditor, on(2027, 2, 1)).findings;
  EXPECT_THAT(found, ::testing::Contains(Finding{Finding::Kind::Shard, 61, 61}));
}

TEST_P(Retention, AHoldKeepsItAndALiftedOneDoesNot) {
  const auto hold = place_hold(log.database(), shipped_terms(), {{2024, 1}, {2024, 1}, "", "案件调查"}, tests::k_auditor, on(2026, 1, 1));
  ASSERT_TRUE(hold.ok());
  EXPECT_EQ(expire(on(2027, 2, 1)).problem().id, "ledger.held");
  EXPECT_EQ(expire_due(log.database(), shipped_terms(), tests::k_auditor, on(2027, 2, 1)), 0);
  EXPECT_EQ(lift_hold(log.database(), hold->id, " ", tests::k_auditor, on(2027, 2, 2)).problem().id, "ledger.reason_missing");
  ASSERT_TRUE(lift_hold(log.database(), hold->id, "结案", tests::k_auditor, on(2027, 2, 2)).ok());
  EXPECT_EQ(lift_hold(log.database(), hold->id, "结案", tests::k_auditor, on(2027, 2, 2)).problem().id, "ledger.hold_lifted");
  EXPECT_EQ(expire_due(log.database(), shipped_terms(), tests::k_auditor, on(2027, 2, 2)), 1);
  EXPECT_EQ(expire_due(log.database(), shipped_terms(), tests::k_auditor, on(2027, 3, 1)), 1);
}

TEST(RetentionLaw, TermsAreThoseOfTheNotice) {
  EXPECT_EQ(term_of(shipped_terms(), "class:1").years, 7);
  EXPECT_EQ(term_of(shipped_terms(), "manager_class:1").years, 4);
  EXPECT_EQ(term_of(shipped_terms(), "exam:1").clause, "A22-4-3");
  EXPECT_EQ(term_of(shipped_terms(), "account:1").years, 3);
  EXPECT_FALSE(term_of(shipped_terms(), "ledger_shard:1").years.has_value());
}

INSTANTIATE_TEST_SUITE_P(Databases, Export, ::testing::Values("memory"), tests::store_name<::testing::TestParamInfo<std::string>>);
INSTANTIATE_TEST_SUITE_P(Databases, Retention, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

} // namespace
} // namespace ankao::ledger
