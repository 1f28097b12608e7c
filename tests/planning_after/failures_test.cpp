// SPDX-License-Identifier: Apache-2.0
// Rooms not provided: one statement counts once, verified ones count in the calendar year, two propose the end, two people decide it.
#include "planning/service/failures.hpp"
#include "planning/service/losses.hpp"
#include "planning_after/support/published.hpp"
#include "registry/service/reading.hpp"

namespace ankao::planning {
namespace {

class FailureStory : public PublishedStory {
protected:
  Failure newest() {
    FailureFilter filter;
    filter.order = "id DESC";
    return look(world_.database, [&](db::Transaction& t) { return list_failures(t, filter).items.at(0); });
  }
  Ending ending() {
    return look(world_.database, [](db::Transaction& t) { return list_endings(t, "", "id DESC", 1, 0).items.at(0); });
  }
  std::int64_t endings() { return count("SELECT COUNT(*) AS n FROM planning_ending"); }
  /// A site with at least three sessions.
  std::string busy_site() {
    for (const auto& site : sites())
      if (sessions(site).size() >= 3) return site;
    return "";
  }
};

INSTANTIATE_TEST_SUITE_P(Databases, FailureStory, ::testing::Values("memory", "postgresql"), [](const auto& kind) { return kind.param; });

TEST_P(FailureStory, TwoVerifiedFailuresOfAYearPutTheEndOnTheBureausWorkListAndTwoPeopleDecide) {
  const std::string site = busy_site();
  const auto all = sessions(site);
  ASSERT_TRUE(answer(site, "2024-02-23", true, {all[0].id, all[1].id}, "消防整改").ok());
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM planning_failure"), 1) << "one statement for two sessions is one failure";
  ASSERT_TRUE(verify_failure(world_, at(k_desk, "2024-02-23"), newest().id, "").ok());
  EXPECT_EQ(endings(), 0) << "once is not twice";
  ASSERT_TRUE(answer(site, "2024-02-26", true, {all[2].id}, "另一原因").ok());
  EXPECT_EQ(endings(), 0) << "a reported one does not count";
  ASSERT_TRUE(verify_failure(world_, at(k_desk, "2024-02-26"), newest().id, "已电话核实").ok());
  ASSERT_EQ(endings(), 1);
  EXPECT_EQ(ending().failures.size(), 2U);
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM term WHERE deadline = 'agreement_ending' AND state = 'open' AND role = 'city_bureau'"), 1);

  EXPECT_EQ(decide_ending(world_, at(k_bureau, "2024-02-27"), ending().id).problem().id, "planning.ending_state") << "nobody has prepared it";
  EXPECT_EQ(prepare_ending(world_, at(k_bureau, "2024-02-27"), {ending().id, day("2024-02-26"), false, "年度累计2次"}).problem().id, "planning.ending_day");
  ASSERT_TRUE(prepare_ending(world_, at(k_bureau, "2024-02-27"), {ending().id, day("2024-03-01"), false, "年度累计2次"}).ok());
  EXPECT_EQ(decide_ending(world_, at(k_bureau, "2024-02-27"), ending().id).problem().id, "planning.ending_same_person");
  auto deputy = k_other_officer;
  deputy.behalf = k_bureau.account;
  EXPECT_EQ(decide_ending(world_, at(deputy, "2024-02-27"), ending().id).problem().id, "planning.ending_same_person") << "nor who stands in for the first";
  ASSERT_TRUE(decide_ending(world_, at(k_other_officer, "2024-02-27"), ending().id).ok());
  const auto standing = [&](const char* date) {
    return look(world_.database, [&](db::Transaction& t) { return registry::site_in(t, site, day(date))->standing; });
  };
  EXPECT_EQ(standing("2024-02-29"), registry::Standing::Published);
  EXPECT_EQ(standing("2024-03-01"), registry::Standing::Deregistered);
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM term WHERE deadline = 'agreement_ending' AND state = 'done'"), 1);
  // What the site still has in the published month is lost.
  const auto losses = look(world_.database, [&](db::Transaction& t) { return losses_of(t, world_, *published_version(t, k_march), day("2024-02-27")); });
  EXPECT_TRUE(std::any_of(losses.begin(), losses.end(), [&](const Loss& loss) { return loss.kind == LossKind::SiteGone && loss.id == site; }));
}

TEST_P(FailureStory, AWaivedOneDoesNotCountAndADroppedProposalComesBackWithTheNextFailure) {
  const std::string site = busy_site();
  const auto all = sessions(site);
  ASSERT_TRUE(answer(site, "2024-02-23", true, {all[0].id}, "a").ok());
  EXPECT_EQ(waive_failure(world_, at(k_bureau, "2024-02-23"), newest().id, "").problem().id, "planning.text_missing");
  ASSERT_TRUE(waive_failure(world_, at(k_bureau, "2024-02-23"), newest().id, "市政停电，责任不在考试点").ok());
  EXPECT_EQ(verify_failure(world_, at(k_desk, "2024-02-23"), newest().id, "").problem().id, "planning.failure_decided");
  for (const std::size_t i : {1U, 2U}) {
    ASSERT_TRUE(answer(site, "2024-02-23", true, {all[i].id}, "b").ok());
    EXPECT_EQ(endings(), 0);
    ASSERT_TRUE(verify_failure(world_, at(k_desk, "2024-02-23"), newest().id, "").ok());
  }
  ASSERT_EQ(endings(), 1) << "two of three count";
  ASSERT_TRUE(drop_ending(world_, at(k_bureau, "2024-02-24"), ending().id, "考试点已更换设备").ok());
  EXPECT_EQ(prepare_ending(world_, at(k_bureau, "2024-02-24"), {ending().id, {}, false, "x"}).problem().id, "planning.ending_state");
}

TEST_P(FailureStory, ARoomNotProvidedOnTheDayIsRecordedOnTheDayAndOnce) {
  const auto session = sessions().front();
  EXPECT_EQ(record_no_show(world_, at(k_desk, "2024-02-29"), k_march, session.id, "到场无人").problem().id, "planning.session_to_come");
  EXPECT_EQ(record_no_show(world_, at(k_desk, "2024-03-31"), k_march, "2024-03-01.am.X.OP01", "x").problem().id, "planning.session_unknown");
  const auto recorded = record_no_show(world_, at(k_desk, session.date.c_str()), k_march, session.id, "到场无人开门");
  ASSERT_TRUE(recorded.ok()) << recorded.problem().id;
  EXPECT_EQ(recorded->kind, FailureKind::NoShow);
  EXPECT_EQ(record_no_show(world_, at(k_desk, session.date.c_str()), k_march, session.id, "x").problem().id, "planning.failure_doubled");
  const auto losses = look(world_.database, [&](db::Transaction& t) { return losses_of(t, world_, *published_version(t, k_march), day("2024-03-31")); });
  ASSERT_EQ(losses.size(), 1U) << "who could not sit is still to be placed";
  EXPECT_EQ(losses[0].candidates, session.candidates);
}

} // namespace
} // namespace ankao::planning
