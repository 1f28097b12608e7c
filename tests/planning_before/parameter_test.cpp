// SPDX-License-Identifier: Apache-2.0
// Parameters and quotas through their use cases: two people, months to come, and what the instance of a month then says.
#include "planning/rules/parameters.hpp"
#include "planning/service/parameters.hpp"
#include "planning/service/quotas.hpp"
#include "planning/store/parameters.hpp"
#include "planning/support/story.hpp"

namespace ankao::planning {
namespace {

class Numbers : public Story {};
INSTANTIATE_TEST_SUITE_P(Databases, Numbers, ::testing::Values("file", "postgresql"), [](const auto& kind) { return kind.param; });

ledger::Actor second() { return {"shiju2", "周八", "city_bureau", "city"}; }

ChangeWanted four_visits(Month from) { return {"visits_per_year", "4", "考试点增加", from}; }

draw::Instance instance_of(const World& world, Month month, const char* date) {
  return look(world.database, [&](db::Transaction& t) {
    PlanVersion plan;
    plan.month = month;
    plan.slots = world.law.default_slots;
    return build(load_input(t, world, plan, day(date))).instance;
  });
}

TEST_P(Numbers, AChangeIsEnteredApprovedByAnotherAndReachesOnlyMonthsFromThen) {
  const auto early = propose_change(world_, at(k_bureau, "2024-02-20"), four_visits({2024, 2}));
  EXPECT_EQ(early.problem().id, "planning.parameter_past") << "the month under way";
  const auto made = propose_change(world_, at(k_bureau, "2024-02-20"), four_visits({2024, 4}));
  ASSERT_TRUE(made.ok()) << made.problem().id;
  EXPECT_EQ(propose_change(world_, at(k_bureau, "2024-02-20"), four_visits({2024, 5})).problem().id, "planning.parameter_pending");
  EXPECT_EQ(instance_of(world_, {2024, 4}, "2024-02-20").policy.visits_per_year, 3) << "nothing holds before it is approved";
  EXPECT_EQ(approve_change(world_, at(k_bureau, "2024-02-20"), made->id, "同意").problem().id, "planning.second_person");
  auto deputy = at(second(), "2024-02-20");
  deputy.actor.behalf = k_bureau.account;
  EXPECT_EQ(approve_change(world_, deputy, made->id, "同意").problem().id, "planning.second_person") << "nor for whom one stands in";
  EXPECT_EQ(approve_change(world_, at(second(), "2024-02-20"), made->id, "").problem().id, "planning.reason_missing");
  ASSERT_TRUE(approve_change(world_, at(second(), "2024-02-20"), made->id, "同意").ok());
  EXPECT_EQ(approve_change(world_, at(second(), "2024-02-20"), made->id, "同意").problem().id, "planning.parameter_decided");
  EXPECT_EQ(instance_of(world_, {2024, 3}, "2024-02-20").policy.visits_per_year, 3);
  EXPECT_EQ(instance_of(world_, {2024, 4}, "2024-02-20").policy.visits_per_year, 4);
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM ledger_event WHERE action IN ('parameter.propose', 'parameter.approve')"), 2);
  EXPECT_EQ(changed_, 1) << "the public page is not what it was";
  EXPECT_EQ(propose_change(world_, at(k_bureau, "2024-02-20"), four_visits({2024, 5})).problem().id, "planning.parameter_same");
}

TEST_P(Numbers, AFrozenMonthIsNeverTouchedAlsoNotByAnApprovalThatComesLate) {
  const auto made = propose_change(world_, at(k_bureau, "2024-02-20"), four_visits(k_march));
  ASSERT_TRUE(made.ok());
  ASSERT_TRUE(freeze_demo(world_, at(k_desk, "2024-02-20"), k_march).ok());
  EXPECT_EQ(approve_change(world_, at(second(), "2024-02-20"), made->id, "同意").problem().id, "planning.parameter_month_frozen");
  ASSERT_TRUE(reject_change(world_, at(k_bureau, "2024-02-20"), made->id, "已冻结").ok()) << "who entered it may take it back";
  EXPECT_EQ(propose_change(world_, at(k_bureau, "2024-02-20"), four_visits(k_march)).problem().id, "planning.parameter_month_frozen");
  EXPECT_TRUE(propose_change(world_, at(k_bureau, "2024-02-20"), four_visits({2024, 4})).ok());
  EXPECT_NE(file(newest(), "instance.json").find("\"visits_per_year\":3"), std::string::npos);
}

TEST_P(Numbers, WhatTheNoticeFixesIsNotChangedHere) {
  EXPECT_EQ(propose_change(world_, at(k_bureau, "2024-02-20"), {"booking_working_days", "5", "x", {2024, 4}}).problem().id, "planning.parameter_fixed");
  EXPECT_EQ(propose_change(world_, at(k_bureau, "2024-02-20"), {"nothing", "5", "x", {2024, 4}}).problem().id, "planning.parameter_unknown");
  EXPECT_EQ(propose_change(world_, at(k_bureau, "2024-02-20"), {"order_depth", "51", "x", {2024, 4}}).problem().id, "planning.parameter_range");
}

TEST_P(Numbers, QuotasOfTwoPeopleFlowIntoTheInstance) {
  const QuotaWanted wanted{k_march, {{"OP01", -1, 30}, {"OP02", -1, 8}}, "按预测，低压略增"};
  const auto made = propose_quota(world_, at(k_desk, "2024-02-20"), wanted);
  ASSERT_TRUE(made.ok()) << made.problem().id;
  EXPECT_EQ(propose_quota(world_, at(k_desk, "2024-02-20"), wanted).problem().id, "planning.quota_pending");
  EXPECT_EQ(approve_quota(world_, at(k_desk, "2024-02-20"), made->id, "同意").problem().id, "planning.second_person");
  const auto quota_in = [&] {
    for (const auto& subject : instance_of(world_, k_march, "2024-02-20").subjects)
      if (subject.id == "OP01") return subject.max_sessions;
    return std::optional<int>();
  };
  EXPECT_EQ(quota_in(), std::nullopt);
  ASSERT_TRUE(approve_quota(world_, at(k_bureau, "2024-02-20"), made->id, "同意").ok());
  EXPECT_EQ(quota_in(), 30);
  ASSERT_TRUE(freeze_demo(world_, at(k_desk, "2024-02-20"), k_march).ok());
  EXPECT_NE(file(newest(), "instance.json").find("\"max_sessions\":30"), std::string::npos);
  EXPECT_EQ(propose_quota(world_, at(k_desk, "2024-02-20"), wanted).problem().id, "planning.quota_month_frozen");
  EXPECT_EQ(propose_quota(world_, at(k_desk, "2024-02-20"), {{2024, 1}, wanted.lines, "x"}).problem().id, "planning.quota_month_past");
  EXPECT_EQ(propose_quota(world_, at(k_desk, "2024-02-20"), {{2024, 4}, {}, "x"}).problem().id, "planning.quota_empty");
  EXPECT_EQ(propose_quota(world_, at(k_desk, "2024-02-20"), {{2024, 4}, {{"OP01", -1, 1}, {"OP01", -1, 2}}, "x"}).problem().id, "planning.quota_doubled");
  EXPECT_EQ(propose_quota(world_, at(k_desk, "2024-02-20"), {{2024, 4}, {{"XX", -1, 1}}, "x"}).problem().id, "planning.booking_subject_unknown");
}

TEST_P(Numbers, ImportedMonthsAreForecast) {
  std::vector<PastRow> rows;
  int number = 2;
  for (Month month{2021, 1}; month < Month{2023, 12}; month = month.next()) rows.push_back({number++, {month, "GZ-A01-S1", "OP09", static_cast<std::int64_t>(10 + month.month)}, {}});
  const auto dry = store_past(world_, at(k_desk, "2024-02-20"), rows, true);
  EXPECT_EQ(dry.bad.size(), 0u);
  EXPECT_EQ(dry.stored, 0);
  auto wrong = rows;
  wrong.push_back({number, {{2024, 2}, "GZ-A01-S1", "OP09", 5}, {}});
  wrong.push_back({number + 1, {{2021, 1}, "GZ-A01-S1", "OP09", 5}, {}});
  const auto refused = store_past(world_, at(k_desk, "2024-02-20"), wrong, false);
  ASSERT_EQ(refused.bad.size(), 2u);
  EXPECT_EQ(refused.bad[0].faults[0].id, "planning.past_future") << "the month under way";
  EXPECT_EQ(refused.bad[1].faults[0].id, "planning.past_doubled");
  EXPECT_EQ(refused.stored, 0) << "all or nothing";
  EXPECT_EQ(store_past(world_, at(k_desk, "2024-02-20"), rows, false).stored, 35);
  EXPECT_EQ(store_past(world_, at(k_desk, "2024-02-20"), rows, false).stored, 35) << "a second time replaces the first";
  const auto found = look(world_.database, [](db::Transaction& t) { return forecasts(t, 2024, day("2024-02-20")); });
  const auto one = std::find_if(found.begin(), found.end(), [](const auto& f) { return f.subject == "OP09"; });
  ASSERT_NE(one, found.end());
  ASSERT_TRUE(one->ahead);
  EXPECT_EQ(one->past.counts[0], 11);
  EXPECT_EQ(one->ahead->points.back().month, (Month{2024, 12}));
}

} // namespace
} // namespace ankao::planning
