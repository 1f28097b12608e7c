// SPDX-License-Identifier: Apache-2.0
// The rules of the ceremony, each satisfied, violated, just inside and just outside.
#include <gtest/gtest.h>

#include "draw_bundle/support/bundles.hpp"

namespace ankao::draw::testing {
namespace {

bool has(const std::string& found, const std::string& line) { return found.find(line) != std::string::npos; }

TEST(Bundle, AGoodRecordHasNoFindings) {
  const Bundle b = good_bundle();
  ASSERT_FALSE(b.plan.sessions.empty());
  ASSERT_FALSE(b.plan.exceptions.empty()) << "the tests need exceptions";
  EXPECT_EQ(b.absent, std::vector<std::string>{"S01"});
  EXPECT_EQ(found_in(b), "");
}

TEST(Bundle, SeedAndCommitmentAreThePlainFormulasOfThePage) {
  const Digest instance = sm3("an instance");
  EXPECT_EQ(commitment_of("T01", nonce(2)), Sm3().update(std::string("T01") + '\0' + std::string(32, '\2')).digest());
  const std::vector<Reveal> unsorted{{"b", nonce(9), {}}, {"a", nonce(8), {}}, {"B", nonce(7), {}}};
  const std::string expected = std::string(reinterpret_cast<const char*>(instance.data()), 32) + std::string(32, '\7') + std::string(32, '\10') + std::string(32, '\11') + "开奖 1 2";
  EXPECT_EQ(seed_of(instance, unsorted, "开奖 1 2"), sm3(expected));
  EXPECT_EQ(seed_of(instance, {}, "x"), Sm3().update(instance).update("x").digest());
}

TEST(Bundle, NobodyHasToTakePart) {
  Bundle b = good_bundle();
  b.rule.participants.clear();
  b.commitments.clear();
  b.reveals.clear();
  EXPECT_EQ(found_in(finished(b)), "");
}

TEST(Bundle, ACommitmentCountsUntilTheLastMomentAndNotAfterIt) {
  Bundle b = good_bundle();
  b.commitments[0].at = b.rule.commitments_until;
  EXPECT_EQ(found_in(b), "");
  b.commitments[0].at.ms += 1;
  EXPECT_EQ(found_in(b), "draw.bundle.out_of_time at /commitments/0/at\n");
  b.commitments[0].at = {b.rule.frozen_at.ms - 1};
  EXPECT_EQ(found_in(b), "draw.bundle.out_of_time at /commitments/0/at\n");
}

TEST(Bundle, ARevealStandsBetweenTheTwoCloses) {
  Bundle b = good_bundle();
  b.reveals[0].at = {b.rule.commitments_until.ms - 1};
  EXPECT_EQ(found_in(b), "draw.bundle.out_of_time at /reveals/0/at\n");
  b.reveals[0].at = {b.rule.reveals_until.ms + 1};
  EXPECT_EQ(found_in(b), "draw.bundle.out_of_time at /reveals/0/at\n");
}

TEST(Bundle, RevealsCloseBeforeThePublicValueExists) {
  Bundle b = good_bundle();
  b.rule.public_source.available_at = {b.rule.reveals_until.ms + 1};
  EXPECT_EQ(found_in(b), "");
  b.rule.public_source.available_at = b.rule.reveals_until;
  EXPECT_EQ(found_in(b), "draw.bundle.times_order at /rule/public_source/available_at\n");
}

TEST(Bundle, ThePublicValueIsNotOlderThanItsSource) {
  Bundle b = good_bundle();
  b.public_value.at = b.rule.public_source.available_at;
  EXPECT_EQ(found_in(b), "");
  b.public_value.at.ms -= 1;
  EXPECT_EQ(found_in(b), "draw.bundle.public_value_early at /public_value/at\n");
}

TEST(Bundle, AnotherNonceDoesNotFitTheCommitment) {
  Bundle b = good_bundle();
  b.reveals[0].nonce = nonce(5);
  EXPECT_EQ(found_in(finished(b)), "draw.bundle.reveal_differs at /reveals/0/nonce\n");
}

TEST(Bundle, ACopiedCommitmentCannotBeRevealed) {
  Bundle b = good_bundle();
  b.commitments.insert(b.commitments.begin() + 2, {"T02", b.commitments[1].commitment, hour(30)});
  b.reveals.insert(b.reveals.begin() + 1, {"T02", nonce(2), hour(60)});
  EXPECT_EQ(found_in(finished(b)), "draw.bundle.reveal_differs at /reveals/1/nonce\n");
}

TEST(Bundle, OnlyNamedParticipantsInOrderAndOnce) {
  Bundle b = good_bundle();
  std::swap(b.commitments[0], b.commitments[1]);
  EXPECT_EQ(found_in(b), "draw.bundle.not_in_order at /commitments/1/participant\n");
  b = good_bundle();
  b.rule.participants.erase(b.rule.participants.begin());
  EXPECT_EQ(found_in(b), "draw.bundle.participant_unknown at /commitments/0/participant\n");
  b = good_bundle();
  b.commitments.push_back({"officer-1", b.commitments[2].commitment, hour(48)});
  EXPECT_EQ(found_in(b), "draw.bundle.not_in_order at /commitments/3/participant\n");
  b = good_bundle();
  b.commitments.erase(b.commitments.begin() + 1);
  EXPECT_TRUE(has(found_in(finished(b)), "draw.bundle.reveal_without_commitment at /reveals/0/participant"));
}

TEST(Bundle, WhoDidNotRevealIsNamed) {
  Bundle b = good_bundle();
  b.absent.clear();
  EXPECT_EQ(found_in(b), "draw.bundle.absent_differs at /absent\n");
}

TEST(Bundle, ANonceLeftOutChangesTheSeed) {
  Bundle b = good_bundle();
  b.reveals.pop_back();
  b.absent = absent_of(b.commitments, b.reveals);
  EXPECT_EQ(found_in(b), "draw.bundle.seed_differs at /seed\n");
}

TEST(Bundle, AMovedPlanIsFoundWhereItPartsFromTheRepeatedDraw) {
  Bundle b = good_bundle();
  b.plan.sessions.back().seats.back().candidates -= 1;
  const auto found = found_in(b);
  EXPECT_TRUE(has(found, "draw.fault.unplaced_hidden at /plan/unplaced")) << found;
  EXPECT_TRUE(has(found, "draw.bundle.redraw_differs at /plan/sessions/" + std::to_string(b.plan.sessions.size() - 1))) << found;
}

TEST(Bundle, ALawfulPlanOfAnotherDrawIsFoundToo) {
  Bundle b = good_bundle();
  const Plan theirs = greedy(b.instance, b.instance_digest, *digest_from_hex(b.seed));
  ASSERT_FALSE(theirs.sessions == b.plan.sessions) << "this month must be one on which the clerk and the engine part";
  const std::string engine = b.plan.engine;
  b.plan = theirs;
  b.plan.engine = engine;
  EXPECT_TRUE(has(found_in(b), "draw.bundle.redraw_differs at /plan/"));
}

TEST(Bundle, AnotherEngineOrWorkLimitIsNamed) {
  Bundle b = good_bundle();
  b.engine = b.plan.engine = engine_name() + ", work 3";
  EXPECT_FALSE(has(found_in(b), "engine_unknown"));
  for (const auto& engine : std::vector<std::string>{"another-engine 1, work 2000", engine_name() + ", work 0", engine_name() + ", work 02000", engine_name() + ", work 9000000000000", engine_name()}) {
    b.engine = b.plan.engine = engine;
    EXPECT_EQ(found_in(b), "draw.bundle.engine_unknown at /engine\n") << engine;
  }
}

TEST(Bundle, EveryWaiverHasItsBasisOnTheRecord) {
  Bundle b = good_bundle();
  b.records.waivers.pop_back();
  EXPECT_EQ(found_in(b), "draw.bundle.waiver_missing at /records/waivers\n");
  b = good_bundle();
  b.records.waivers[1].basis = "own_school";
  EXPECT_EQ(found_in(b), "draw.bundle.waiver_unfounded at /records/waivers/1\ndraw.bundle.waiver_missing at /records/waivers\n");
  b = good_bundle();
  b.records.waivers[2].candidates += 1;
  EXPECT_EQ(found_in(b), "draw.bundle.waiver_figures at /records/waivers/2\n");
}

TEST(Bundle, TheLastCaseOfTheWaiversIsApprovedBeforeTheFreeze) {
  Bundle b = good_bundle();
  b.records.waivers[0].approval->at = b.rule.frozen_at;
  EXPECT_EQ(found_in(b), "");
  b.records.waivers[0].approval->at.ms += 1;
  EXPECT_EQ(found_in(b), "draw.bundle.waiver_not_approved at /records/waivers/0/approval\n");
  b.records.waivers[0].approval.reset();
  EXPECT_EQ(found_in(b), "draw.bundle.waiver_not_approved at /records/waivers/0/approval\n");
}

TEST(Bundle, EveryExceptionIsApproved) {
  Bundle b = good_bundle();
  b.records.exceptions[0].approval.reset();
  EXPECT_EQ(found_in(b), "draw.bundle.exception_not_approved at /records/exceptions/0/approval\n");
  b = good_bundle();
  b.records.exceptions.erase(b.records.exceptions.begin());
  EXPECT_EQ(found_in(b), "draw.bundle.exception_missing at /records/exceptions\n");
  b = good_bundle();
  b.records.exceptions[0].site = "S09";
  EXPECT_TRUE(has(found_in(b), "draw.bundle.exception_unfounded at /records/exceptions/0"));
}

} // namespace
} // namespace ankao::draw::testing
