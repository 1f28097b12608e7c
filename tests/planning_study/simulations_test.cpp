// SPDX-License-Identifier: Apache-2.0
// Questions asked of a month: refused where they make no sense, answered by a job, kept, and nothing of the month is touched.
#include "draw/files/files.hpp"
#include "draw/study/year.hpp"
#include "jobs/service/jobs.hpp"
#include "jobs/service/kinds.hpp"
#include "jobs/service/worker.hpp"
#include "planning/service/studies.hpp"
#include "planning/store/studies.hpp"
#include "planning/support/story.hpp"

namespace ankao::planning {
namespace {

class Simulations : public Story {
protected:
  void SetUp() override {
    db::migrate(world_.database, jobs::migrations());
    Announcement in;
    in.month = k_march;
    in.announced_source = "2024年2月22日开奖的体育彩票";
    ASSERT_TRUE(announce(world_, now_, in).ok());
    add_jobs(kinds_, world_);
    world_.job_waits = [this] { ++woken_; };
  }

  StudyRow answered(const Result<StudyRow>& asked) {
    EXPECT_TRUE(asked.ok()) << (asked.ok() ? "" : asked.problem().id);
    jobs::Worker worker(world_.database, kinds_, "test");
    const auto ran = worker.run_once(now_.at);
    EXPECT_TRUE(ran && ran->outcome == jobs::Outcome::Done);
    return *look(world_.database, [&](db::Transaction& t) { return find_study(t, asked->id); });
  }

  jobs::Kinds kinds_;
  Act now_ = at(k_desk, "2024-02-21");
  int woken_ = 0;
  static constexpr std::int64_t k_work = 20'000;
};

INSTANTIATE_TEST_SUITE_P(Databases, Simulations, ::testing::Values("memory"), [](const auto& kind) { return kind.param; });

TEST_P(Simulations, WhatIfIsAnsweredBesideTheMonthAsItIs) {
  WhatIfRequest request;
  request.work = k_work;
  EXPECT_EQ(ask_what_if(world_, now_, k_march, "nothing", request).problem().id, "planning.whatif_nothing");
  request.wish.closed = {"GZ-XX-S9"};
  EXPECT_EQ(ask_what_if(world_, now_, k_march, "unknown", request).problem().id, "planning.whatif_unknown");
  request.draws = 21;
  EXPECT_EQ(ask_what_if(world_, now_, k_march, "too many", request).problem().id, "planning.study_range");
  request.draws = 1;
  EXPECT_EQ(ask_what_if(world_, now_, {2031, 1}, "no month", request).problem().id, "planning.month_unknown");
  EXPECT_EQ(count("SELECT count(*) AS n FROM planning_study"), 0);

  const auto ground = *look(world_.database, [&](db::Transaction& t) { return study_ground(t, world_, k_march, day("2024-02-21")); });
  request.wish.closed = {ground.instance.sites.front().id};
  request.wish.bases = {{"新基地", ground.institutions.begin()->second, 3, 60, {"OP01", "OP02"}}};
  request.wish.policy.order_depth = 2;
  const auto versions = count("SELECT count(*) AS n FROM planning_plan");
  const auto study = answered(ask_what_if(world_, now_, k_march, "两处改变", request));
  EXPECT_EQ(woken_, 1);
  ASSERT_EQ(study.state, StudyState::Done);
  EXPECT_EQ(study.person, "李四");
  const auto answer = read_what_if_answer(study.result);
  EXPECT_EQ(answer.as_is.candidates, answer.as_if.candidates);
  const auto load = [](const draw::Measures& side, const std::string& site) {
    for (const auto& one : side.sites)
      if (one.site == site) return one;
    return draw::SiteLoad{};
  };
  EXPECT_EQ(load(answer.as_if, request.wish.closed.front()).candidates, 0) << "a closed site examines nobody";
  EXPECT_GT(load(answer.as_if, "WHATIF-1").candidates, 0) << "a public base goes first (P-2.3a)";
  EXPECT_EQ(load(answer.as_is, "WHATIF-1").candidates, 0);
  EXPECT_EQ(count("SELECT count(*) AS n FROM planning_plan"), versions);
  EXPECT_EQ(count("SELECT count(*) AS n FROM ledger_event WHERE action = 'study.what_if'"), 1);
  // The same question has the same answer.
  EXPECT_EQ(answered(ask_what_if(world_, now_, k_march, "两处改变", request)).result, study.result);
}

TEST_P(Simulations, AYearCarriesWhatIsLeftAndCountsVisits) {
  YearRequest request{{100, 0, 130}, k_work};
  EXPECT_EQ(ask_year(world_, now_, k_march, "", {{}, k_work}).problem().id, "planning.study_range");
  EXPECT_EQ(ask_year(world_, now_, k_march, "", {{401}, k_work}).problem().id, "planning.study_range");
  const auto study = answered(ask_year(world_, now_, k_march, "三个月", request));
  const auto answer = read_year_answer(study.result);
  ASSERT_EQ(answer.months.size(), 3U);
  EXPECT_EQ(answer.months[1].month, (Month{2024, 4}));
  const auto left = [](const YearMonth& one) { return one.measures.candidates - one.measures.placed; };
  EXPECT_EQ(answer.months[1].carried_in, left(answer.months[0]));
  EXPECT_EQ(answer.months[1].measures.candidates, left(answer.months[0])) << "no demand of its own in April";
  EXPECT_EQ(answer.months[2].carried_in, left(answer.months[1]));
  EXPECT_GT(answer.months[2].measures.candidates, answer.months[0].measures.candidates);
}

TEST_P(Simulations, TheNextMonthIsAnInstance) {
  const auto ground = *look(world_.database, [&](db::Transaction& t) { return study_ground(t, world_, k_march, day("2024-02-21")); });
  for (const Month month : {Month{2024, 4}, Month{2024, 12}, Month{2025, 2}, Month{2023, 12}}) {
    const auto moved = draw::pattern_in(ground.instance, month, 150);
    const auto read = draw::read_instance(draw::write_instance(moved));
    ASSERT_TRUE(read.ok()) << to_string(month) << " " << read.problem().id << " " << read.problem().at;
    EXPECT_EQ(moved.batches.size(), ground.instance.batches.size() * 3 / 2);
    EXPECT_GT(moved.calendar.dates.size(), 12U);
  }
}

TEST_P(Simulations, ChancesAddUp) {
  EXPECT_EQ(ask_chances(world_, now_, k_march, "", {9, k_work}).problem().id, "planning.study_range");
  const auto study = answered(ask_chances(world_, now_, k_march, "", {10, k_work}));
  const auto answer = read_chances_answer(study.result);
  EXPECT_EQ(answer.draws, 10);
  EXPECT_GT(answer.measured, 50);
  EXPECT_GE(answer.lean_median, 1000);
  EXPECT_GE(answer.lean_p90, answer.lean_median);
  ASSERT_GT(answer.batches.size(), 200U);
  for (const auto& one : answer.batches) {
    std::int64_t all = one.unplaced;
    for (const auto& site : one.sites) all += site.seated;
    EXPECT_LE(all, 1000) << one.batch;
    EXPECT_GE(all, 1000 - static_cast<std::int64_t>(one.sites.size()) - 1) << one.batch << ": thousandths are cut, not rounded";
  }
}

} // namespace
} // namespace ankao::planning
