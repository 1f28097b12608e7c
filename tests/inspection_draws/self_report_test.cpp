// SPDX-License-Identifier: Apache-2.0
// What Annex 3 must say: satisfied, violated, just inside, just outside.
#include <gtest/gtest.h>

#include "inspection/files/law.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/rules/self_report.hpp"

namespace ankao::inspection {
namespace {

const Date k_today = *parse_date("2023-11-08");

SelfReport good() {
  SelfReport r;
  r.founded = "2010年5月";
  r.head = "法人";
  r.scope = "低压电工作业";
  r.staff = 12;
  r.years = {{2021, 300, 240}, {2022, 0, 0}, {2023, 100, 100}};
  r.problems = {{"A1-13", "无安全标志", "2019-01-01", "张贴标志", "检查表第13项", "已张贴", "2019-01-01", "王主任", true, ""}};
  r.improvement = "每月自查";
  return r;
}

std::vector<std::string> faults(const SelfReport& report) {
  const auto fine = check_report(shipped_law(), 2023, {"A1-13"}, k_today, report);
  std::vector<std::string> out;
  if (!fine.ok())
    for (const Problem& one : fine.problem().parts) out.push_back(one.id + " " + one.at);
  return out;
}
using Faults = std::vector<std::string>;

TEST(SelfReport, AFullReportIsTaken) { EXPECT_EQ(faults(good()), Faults{}); }

TEST(SelfReport, EveryFieldOfTheBasicsIsNeeded) {
  auto r = good();
  r.founded = " ";
  r.staff = 0;
  r.improvement = std::string(6001, 'x');
  EXPECT_EQ(faults(r), (Faults{"inspection.report_text /founded", "inspection.report_text /improvement", "inspection.report_text /staff"}));
}

TEST(SelfReport, TheLastThreeYearsStandInOrderAndNobodyPassesWhoWasNotTrained) {
  EXPECT_EQ(figure_years(shipped_law(), 2023), (std::vector<int>{2021, 2022, 2023}));
  auto r = good();
  r.years.pop_back();
  EXPECT_EQ(faults(r), Faults{"inspection.report_years /years"});
  r = good();
  r.years[1] = {2022, 99, 100};
  EXPECT_EQ(faults(r), Faults{"inspection.report_figures /years/1"});
  r.years[1] = {2022, 100, 100};
  EXPECT_EQ(faults(r), Faults{}) << "all passed";
  r.years[1] = {2022, -1, -1};
  EXPECT_EQ(faults(r), Faults{"inspection.report_figures /years/1"});
}

TEST(SelfReport, ProblemsGoBackToJanuary2019AndNoFurther) { // M-3.1b, G-08
  auto r = good();
  r.problems[0].since = "2018-12-31";
  EXPECT_EQ(faults(r), Faults{"inspection.report_since /problems/0/since"});
  r.problems[0].since = "2023-11-08";
  r.problems[0].limit = "2023-11-08";
  EXPECT_EQ(faults(r), Faults{}) << "found today, corrected today";
  r.problems[0].since = "2023-11-09";
  r.problems[0].limit = "2023-11-09";
  EXPECT_EQ(faults(r), Faults{"inspection.report_since /problems/0/since"}) << "tomorrow";
  r = good();
  r.problems[0].limit = "2018-12-31";
  EXPECT_EQ(faults(r), Faults{"inspection.report_limit /problems/0/limit"});
}

TEST(SelfReport, EachProblemHasMeasureBasisResultLimitAndPerson) { // M-3.1c
  auto r = good();
  r.problems[0].measure = r.problems[0].basis = r.problems[0].person = "";
  EXPECT_EQ(faults(r), (Faults{"inspection.report_problem /problems/0/measure", "inspection.report_problem /problems/0/basis", "inspection.report_problem /problems/0/person"}));
  r = good();
  r.problems[0].item = "A1-99";
  EXPECT_EQ(faults(r), Faults{"inspection.report_item /problems/0/item"});
  r.problems[0].item = "";
  EXPECT_EQ(faults(r), Faults{}) << "a problem beyond the checklist";
}

TEST(SelfReport, SilenceIsNoFinding) {
  auto r = good();
  r.problems.clear();
  EXPECT_EQ(faults(r), Faults{"inspection.report_problems /problems"});
  r.none_found = true;
  EXPECT_EQ(faults(r), Faults{});
  r.problems = good().problems;
  EXPECT_EQ(faults(r), Faults{"inspection.report_problems /problems"}) << "both at once";
}

TEST(SelfReport, IsReadAsItWasWritten) { EXPECT_EQ(read_content<SelfReport>(write_content(good())), good()); }

} // namespace
} // namespace ankao::inspection
