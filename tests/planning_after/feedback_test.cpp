// SPDX-License-Identifier: Apache-2.0
// The sites' answers: within two working days, late, silent, for the site by telephone; filing and confirmation.
#include "base/sm3.hpp"
#include "planning/service/failures.hpp"
#include "planning/service/filing.hpp"
#include "planning/store/failures.hpp"
#include "planning_after/support/published.hpp"

namespace ankao::planning {
namespace {

INSTANTIATE_TEST_SUITE_P(Databases, PublishedStory, ::testing::Values("memory", "postgresql"), [](const auto& kind) { return kind.param; });

TEST_P(PublishedStory, ASiteHasTwoWorkingDaysAndEveryAnswerAfterThemIsAcceptedAndMarkedLate) {
  const auto all = sites();
  ASSERT_GT(all.size(), 3U);
  EXPECT_EQ(sum("2024-02-22").waiting, static_cast<std::int64_t>(all.size()));
  // Published on Thursday the 22nd: Friday is the first day, Monday the 26th the second and last.
  const auto in_time = answer(all[0], "2024-02-26", false);
  ASSERT_TRUE(in_time.ok()) << in_time.problem().id;
  EXPECT_FALSE(in_time->late);
  EXPECT_EQ(in_time->state, SiteState::Confirmed);
  const auto late = answer(all[1], "2024-02-27", false);
  ASSERT_TRUE(late.ok());
  EXPECT_TRUE(late->late) << "the 27th is the first day after the term";
  EXPECT_EQ(sum("2024-02-26").silent, 0) << "the last day counts until 24:00";
  const auto after = sum("2024-02-27");
  EXPECT_EQ(after.silent, static_cast<std::int64_t>(all.size()) - 2) << "silence is no consent";
  EXPECT_EQ(after.confirmed, 2);
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM term WHERE deadline = 'site_feedback' AND state = 'done'"), 2);
  EXPECT_EQ(events("session.confirm"), static_cast<std::int64_t>(sessions(all[0]).size() + sessions(all[1]).size()));
}

TEST_P(PublishedStory, OnlyTheSiteItsOwnerOrTheExamOrganisationAnswers) {
  const auto all = sites();
  const auto stranger = answer_sessions(world_, at(site_actor(all[1]), "2024-02-23"), {k_march, all[0], {}, false, ""});
  EXPECT_EQ(stranger.problem().id, "planning.not_own_site");
  EXPECT_EQ(answer_sessions(world_, at(k_desk, "2024-02-23"), {k_march, all[0], {}, false, ""}).problem().id, "planning.text_missing") << "who enters it for a site says how it was told";
  EXPECT_TRUE(answer_sessions(world_, at(k_desk, "2024-02-23"), {k_march, all[0], {}, false, "电话确认"}).ok());
  EXPECT_EQ(answer(all[0], "2024-02-23", false).problem().id, "planning.nothing_to_answer");
  EXPECT_EQ(answer(all[1], "2024-02-23", false, {sessions(all[0]).front().id}).problem().id, "planning.session_not_of_site");
  EXPECT_EQ(answer(all[1], "2024-03-29", false, {sessions(all[1]).front().id}).problem().id, "planning.session_past");
}

TEST_P(PublishedStory, ARefusalNeedsAnExplanationAndMayBeTakenBackUntilItIsVerified) {
  const std::string site = sites()[0];
  const auto session = sessions(site).front().id;
  EXPECT_EQ(answer(site, "2024-02-23", true, {session}).problem().id, "planning.text_missing");
  ASSERT_TRUE(answer(site, "2024-02-23", true, {session}, "设备检修\n预计一周").ok());
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM planning_failure WHERE state = 'reported'"), 1);
  EXPECT_EQ(sum("2024-02-23").refused, 1);
  EXPECT_EQ(told_.size(), 1U) << "the exam organisation is told";
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM term WHERE deadline = 'failure_check' AND state = 'open'"), 1);
  ASSERT_TRUE(answer(site, "2024-02-26", false, {session}).ok());
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM planning_failure WHERE state = 'withdrawn'"), 1);
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM term WHERE deadline = 'failure_check' AND state = 'open'"), 0);
  ASSERT_TRUE(answer(site, "2024-02-26", true, {session}, "又坏了").ok());
  FailureFilter reported;
  reported.state = "reported";
  const auto failure = look(world_.database, [&](db::Transaction& t) { return list_failures(t, reported).items.at(0); });
  ASSERT_TRUE(verify_failure(world_, at(k_desk, "2024-02-26"), failure.id, "").ok());
  EXPECT_EQ(answer(site, "2024-02-26", false, {session}).problem().id, "planning.answer_settled");
}

TEST_P(PublishedStory, TheProvinceIsToldOnceAVersionAndTheMonthlyTermIsDone) {
  EXPECT_EQ(note_filed(world_, at(k_bureau, "2024-02-23"), k_march, day("2024-02-23"), "粤考备12号").problem().id, "planning.filing_missing");
  EXPECT_EQ(make_filing(world_, at(k_desk, "2024-02-23"), k_march, "ws 1").problem().id, "planning.filing_document");
  const auto made = make_filing(world_, at(k_desk, "2024-02-23"), k_march, "WS-000001");
  ASSERT_TRUE(made.ok());
  const auto file = look(world_.database, [](db::Transaction& t) { return *find_file(t, k_march, 1, "filing.json"); });
  EXPECT_EQ(made->data_sm3, file.sm3);
  EXPECT_NE(file.body.find(in_force_now().plan_sm3), std::string::npos) << "the plan's digest is filed";
  EXPECT_NE(file.body.find("bundle.json"), std::string::npos);
  EXPECT_EQ(note_filed(world_, at(k_bureau, "2024-02-23"), k_march, day("2024-02-21"), "x").problem().id, "planning.filing_day") << "not before publication";
  EXPECT_EQ(note_filed(world_, at(k_bureau, "2024-02-23"), k_march, day("2024-02-24"), "x").problem().id, "planning.filing_day") << "nor tomorrow";
  const auto filed = note_filed(world_, at(k_bureau, "2024-02-23"), k_march, day("2024-02-22"), "粤考备12号");
  ASSERT_TRUE(filed.ok()) << filed.problem().id;
  EXPECT_EQ(note_filed(world_, at(k_bureau, "2024-02-23"), k_march, day("2024-02-22"), "x").problem().id, "planning.filing_done");
  EXPECT_EQ(make_filing(world_, at(k_desk, "2024-02-23"), k_march, "").problem().id, "planning.filing_done");
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM term WHERE deadline = 'plan_filing' AND state = 'done'"), 1);
}

TEST_P(PublishedStory, ThePlanIsConfirmedWhenEverySiteHasConfirmed) {
  const auto all = sites();
  for (std::size_t i = 1; i < all.size(); ++i) ASSERT_TRUE(answer(all[i], "2024-02-23", false).ok());
  EXPECT_EQ(confirm_plan(world_, at(k_desk, "2024-02-28"), k_march, "").problem().id, "planning.confirm_open") << "one site is silent";
  const auto session = sessions(all[0]).front().id;
  ASSERT_TRUE(answer(all[0], "2024-02-28", true, {session}, "停电").ok());
  EXPECT_EQ(confirm_plan(world_, at(k_desk, "2024-02-28"), k_march, "").problem().id, "planning.losses_open");
  ASSERT_TRUE(answer(all[0], "2024-02-28", false, {session}).ok());
  ASSERT_TRUE(answer(all[0], "2024-02-28", false).ok() || sessions(all[0]).size() == 1);
  ASSERT_TRUE(confirm_plan(world_, at(k_desk, "2024-02-28"), k_march, "").ok());
  EXPECT_EQ(confirm_plan(world_, at(k_desk, "2024-02-28"), k_march, "").problem().id, "planning.confirmed_already");
  EXPECT_EQ(events("plan.confirm"), 1);
}

} // namespace
} // namespace ankao::planning
