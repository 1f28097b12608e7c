// SPDX-License-Identifier: Apache-2.0
// Commitments, reveals and the public value: who may, when, and what stands on the record.
#include "base/sm3.hpp"
#include "draw/bundle/seed.hpp"
#include "planning/rules/ceremony.hpp"
#include "planning/store/ceremonies.hpp"
#include "planning/support/story.hpp"

namespace ankao::planning {
namespace {

class CeremonyStory : public Story {
protected:
  void SetUp() override {
    Announcement in;
    in.month = k_march;
    in.announced_source = "2024年2月22日开奖的体育彩票";
    ASSERT_TRUE(announce(world_, at(k_desk, k_day), in).ok());
    const auto built = look(world_.database, [&](db::Transaction& t) { return build(load_input(t, world_, *newest_version(t, k_march), day(k_day))); });
    for (const auto& waiver : built.waivers)
      if (waiver.needs_approval) {
        ASSERT_TRUE(approve_waiver(world_, at(k_bureau, k_day), k_march, waiver.institution, waiver.subject, "本市没有其他考试点").ok());
      }
    const auto frozen = freeze(world_, at(k_desk, k_day), k_march, quick(k_day), 20'000);
    ASSERT_TRUE(frozen.ok()) << frozen.problem().id << frozen.problem().at;
    digest_ = *digest_from_hex(frozen->instance_sm3);
  }

  Act school(int minutes) { return at_minute({"jigou", "赵六", "institution", "institution:GZ-A01"}, k_day, minutes); }
  Act bureau(int minutes) { return at_minute(k_bureau, k_day, minutes); }
  Act desk(int minutes) { return at_minute(k_desk, k_day, minutes); }
  static std::string commitment(const std::string& id) { return to_hex(draw::commitment_of(id, nonce(id))); }
  static Digest nonce(const std::string& id) { return sm3("nonce of " + id); }

  static constexpr const char* k_day = "2024-02-21";
  Digest digest_{};
};

INSTANTIATE_TEST_SUITE_P(Databases, CeremonyStory, ::testing::ValuesIn(tests::k_stores), [](const auto& kind) { return kind.param; });

TEST_P(CeremonyStory, TheSeedFollowsFromThoseWhoRevealedAndTheRestAreNamed) {
  ASSERT_TRUE(commit(world_, school(10), k_march, commitment("GZ-A01")).ok()) << "the last moment counts";
  ASSERT_TRUE(commit(world_, bureau(2), k_march, commitment("city_bureau")).ok());
  ASSERT_TRUE(commit(world_, desk(3), k_march, commitment("exam_organisation")).ok());
  EXPECT_EQ(commit(world_, desk(4), k_march, commitment("exam_organisation")).problem().id, "planning.ceremony_committed");
  EXPECT_EQ(commit(world_, at_minute({"x", "无名", "institution", "institution:GZ-X99"}, k_day, 4), k_march, commitment("GZ-X99")).problem().id, "planning.ceremony_not_invited");
  EXPECT_EQ(reveal(world_, school(10), k_march, to_hex(nonce("GZ-A01"))).problem().id, "planning.ceremony_closed");
  EXPECT_EQ(commit(world_, bureau(11), k_march, commitment("city_bureau")).problem().id, "planning.ceremony_closed");
  ASSERT_TRUE(reveal(world_, desk(20), k_march, to_hex(nonce("exam_organisation"))).ok()) << "the last moment counts";
  EXPECT_EQ(reveal(world_, school(12), k_march, to_hex(nonce("GZ-A02"))).problem().id, "planning.ceremony_nonce_differs");
  ASSERT_TRUE(reveal(world_, school(12), k_march, to_hex(nonce("GZ-A01"))).ok());
  EXPECT_EQ(reveal(world_, bureau(21), k_march, to_hex(nonce("city_bureau"))).problem().id, "planning.ceremony_closed");

  EXPECT_EQ(announce_value(world_, desk(29), k_march, "1 2").problem().id, "planning.ceremony_too_early");
  EXPECT_EQ(confirm_value(world_, bureau(31), k_march, "1 2").problem().id, "planning.ceremony_closed") << "nobody announced it";
  EXPECT_EQ(announce_value(world_, desk(31), k_march, " 1 2").problem().id, "planning.text_blanks");
  ASSERT_TRUE(announce_value(world_, desk(30), k_march, "1 3").ok());
  ASSERT_TRUE(announce_value(world_, desk(31), k_march, "1 2").ok()) << "a slip is entered anew";
  EXPECT_EQ(confirm_value(world_, desk(32), k_march, "1 2").problem().id, "planning.ceremony_same_person");
  EXPECT_EQ(confirm_value(world_, bureau(32), k_march, "1 3").problem().id, "planning.ceremony_value_differs");
  Act deputy = bureau(32);
  deputy.actor.behalf = k_desk.account;
  EXPECT_EQ(confirm_value(world_, deputy, k_march, "1 2").problem().id, "planning.ceremony_same_person") << "nor for whom one stands in";
  const auto sown = confirm_value(world_, bureau(32), k_march, "1 2");
  ASSERT_TRUE(sown.ok()) << sown.problem().id;
  EXPECT_EQ(sown->seed, to_hex(Sm3().update(digest_).update(nonce("GZ-A01")).update(nonce("exam_organisation")).update("1 2").digest()));
  EXPECT_NE(newest().steps.back().reason.find("市应急管理局"), std::string::npos) << "who did not reveal is named";
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM ledger_event WHERE action = 'seed.commit'"), 3);
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM ledger_event WHERE action = 'seed.reveal'"), 2);
  EXPECT_EQ(commit(world_, school(40), k_march, commitment("GZ-A01")).problem().id, "planning.wrong_stage");
}

TEST_P(CeremonyStory, WhatIsNoDigestIsRefused) {
  for (const auto& bad : {std::string("x"), std::string(64, 'A'), std::string(63, 'a')}) {
    EXPECT_EQ(commit(world_, school(1), k_march, bad).problem().id, "planning.ceremony_hex");
    EXPECT_EQ(reveal(world_, school(1), k_march, bad).problem().id, "planning.ceremony_hex");
  }
}

TEST(CeremonyRules, WindowsHaveTheirLeastLength) {
  const CeremonyTerms terms{1440, 1440, 60, 1, "S-3.1"};
  const Instant frozen{1'000'000};
  const CeremonyPlan least = plan_of(terms, {"x", {}, {}, {}}, frozen);
  EXPECT_TRUE(check_windows(terms, least, frozen, false).ok());
  for (Instant CeremonyPlan::* end : {&CeremonyPlan::commitments_until, &CeremonyPlan::reveals_until, &CeremonyPlan::available_at}) {
    CeremonyPlan shorter = least;
    (shorter.*end).ms -= 1;
    const auto refused = check_windows(terms, shorter, frozen, false);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.problem().id, "planning.ceremony_window");
    EXPECT_TRUE(check_windows(terms, shorter, frozen, true).ok()) << "a rehearsal may be quicker";
  }
  CeremonyPlan none = least;
  none.commitments_until = {frozen.ms + 999};
  EXPECT_FALSE(check_windows(terms, none, frozen, true).ok());
}

TEST(CeremonyRules, ThePhaseFollowsFromTheClock) {
  Ceremony c;
  c.plan = {"x", {100}, {200}, {300}};
  EXPECT_EQ(phase_of(c, false, {100}), Phase::Committing);
  EXPECT_EQ(phase_of(c, false, {101}), Phase::Revealing);
  EXPECT_EQ(phase_of(c, false, {200}), Phase::Revealing);
  EXPECT_EQ(phase_of(c, false, {201}), Phase::Waiting);
  EXPECT_EQ(phase_of(c, false, {299}), Phase::Waiting);
  EXPECT_EQ(phase_of(c, false, {300}), Phase::Due);
  c.value = "1";
  EXPECT_EQ(phase_of(c, false, {300}), Phase::Announced);
  EXPECT_EQ(phase_of(c, true, {300}), Phase::Seeded);
}

TEST(CeremonyRules, AnAccountCommitsForItsHouse) {
  const std::vector<Office> offices{{"city_bureau", "市应急管理局"}};
  EXPECT_EQ(participant_of("institution", "institution:GZ-A01", offices), "GZ-A01");
  EXPECT_EQ(participant_of("exam_site", "site:GZ-A01-S1", offices), "GZ-A01-S1");
  EXPECT_EQ(participant_of("city_bureau", "city", offices), "city_bureau");
  EXPECT_EQ(participant_of("auditor", "city", offices), "");
}

} // namespace
} // namespace ankao::planning
