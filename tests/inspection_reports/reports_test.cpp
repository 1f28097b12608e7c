// SPDX-License-Identifier: Apache-2.0
// Self-inspection reports: who fills them, what counts, who receives them, what is late (M-3.1, M-4.1.7, G-07).
#include "inspection_campaign/support/desk.hpp"

#include "inspection/files/law.hpp"
#include "inspection/service/offices.hpp"
#include "inspection/service/self_reports.hpp"
#include "paper/docx.hpp"
#include "paper/pdf.hpp"

namespace ankao::inspection::tests_ {
namespace {

class Reports : public Desk {
protected:
  SelfReport filled(const Target& unit, int year = 2026) {
    const Campaign campaign = look([&](db::Transaction& t) { return *store::campaign(t, "SI-" + std::to_string(year)); });
    SelfReport r = look([&](db::Transaction& t) { return prefilled(t, campaign, {unit}, at("2026-11-02")); });
    r.founded = "2010年";
    r.head = "张某";
    r.scope = r.scope.empty() ? "安全培训" : r.scope;
    r.staff = 20;
    r.none_found = true;
    r.improvement = "每月自查一次";
    return r;
  }
  Paper handed_in(const Party& party, const Target& unit, int year = 2026) {
    const Paper draft = must(save_report(database(), party, "SI-" + std::to_string(year), unit.subject, filled(unit, year)));
    return must(submit_report(database(), party, draft.id()));
  }
  std::int64_t self_inspected(const std::string& checklist, const std::string& of) {
    std::int64_t out = 0;
    for (const auto& one : look([&](db::Transaction& t) { return store::progress(t, "SI-2026"); }))
      if (one.checklist == checklist && one.district == of) out += one.self;
    return out;
  }
  std::int64_t count(const Viewer& viewer, const std::string& state, const std::string& today) {
    return look([&](db::Transaction& t) { return store::self_rows(t, {viewer, false, "SI-2026", "", "", state, day(today), day("2026-11-10"), 50, 0, ""}); }).total;
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, Reports, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(Reports, AReportIsKeptHandedInAndReceivedByItsDistrict) {
  const Target unit = first("institution");
  const Party own = institution(unit.institution, "2026-11-03");
  const std::string subject = "self:SI-2026/" + unit.subject;
  EXPECT_EQ(term("campaign_self", subject), "open");
  EXPECT_EQ(due("campaign_self", subject), "2026-11-10");
  const Paper draft = must(save_report(database(), own, "SI-2026", unit.subject, filled(unit)));
  EXPECT_EQ(self_inspected("institution", unit.district), 0) << "a draft is no self-inspection";
  EXPECT_EQ(refusal(receive_report(database(), district(unit.district, "2026-11-03"), draft.id(), true, "")), "inspection.paper_state");
  const Paper paper = must(submit_report(database(), own, draft.id()));
  EXPECT_EQ(self_inspected("institution", unit.district), 1) << "handed in: it counts";
  EXPECT_EQ(term("campaign_self", subject), "done");
  EXPECT_EQ(refusal(submit_report(database(), own, draft.id())), "inspection.report_handed_in");
  EXPECT_EQ(refusal(save_report(database(), own, "SI-2026", unit.subject, filled(unit))), "inspection.report_handed_in");
  EXPECT_EQ(refusal(receive_report(database(), district(unit.district == "440118" ? "440117" : "440118", "2026-11-04"), paper.id(), true, "")), "inspection.paper_unknown");
  EXPECT_EQ(must(receive_report(database(), district(unit.district, "2026-11-04"), paper.id(), true, "")).state, "received");
  EXPECT_EQ(actions("self_report:" + paper.id()), (std::vector<std::string>{"self_report.save", "self_report.submit", "self_report.receive"}));
}

TEST_P(Reports, AReportGivenBackIsChangedAndHandedInAgain) {
  const Target unit = first("institution");
  const Party own = institution(unit.institution, "2026-11-03");
  const Paper paper = handed_in(own, unit);
  const Party office = district(unit.district, "2026-11-04");
  EXPECT_EQ(refusal(receive_report(database(), office, paper.id(), false, " ")), "inspection.text_missing") << "a reason is needed";
  EXPECT_EQ(must(receive_report(database(), office, paper.id(), false, "数据不全")).state, "draft");
  EXPECT_EQ(self_inspected("institution", unit.district), 0);
  const std::string subject = "self:SI-2026/" + unit.subject;
  EXPECT_EQ(term("campaign_self", subject), "open") << "what was given back is to be done again";
  EXPECT_EQ(due("campaign_self", subject), "2026-11-10") << "the phase ends later than three days from now";
  EXPECT_EQ(handed_in(own, unit).state, "submitted");
  EXPECT_EQ(term("campaign_self", subject), "done");
  // Given back when the phase is over: three days are left, and the unit is late only after them.
  must(receive_report(database(), district(unit.district, "2026-11-20"), paper.id(), false, "仍不全"));
  EXPECT_EQ(due("campaign_self", subject), "2026-11-23");
  EXPECT_EQ(handed_in(institution(unit.institution, "2026-11-23"), unit).state, "submitted");
  EXPECT_EQ(term("campaign_self", subject), "done") << "on the last of them";
  must(receive_report(database(), district(unit.district, "2026-11-24"), paper.id(), false, "再退"));
  handed_in(institution(unit.institution, "2026-11-28"), unit);
  EXPECT_EQ(term("campaign_self", subject), "done late") << "a day after them";
}

TEST_P(Reports, OnlyTheUnitOrItsInstitutionFillsIt) {
  const Target unit = first("theory_site");
  EXPECT_EQ(refusal(save_report(database(), institution("GZ-XX", "2026-11-03"), "SI-2026", unit.subject, filled(unit))), "inspection.target_unknown");
  EXPECT_EQ(refusal(save_report(database(), district(unit.district, "2026-11-03"), "SI-2026", unit.subject, filled(unit))), "inspection.target_unknown");
  EXPECT_EQ(refusal(save_report(database(), city("2026-11-03"), "SI-2026", unit.subject, filled(unit))), "inspection.target_unknown");
  EXPECT_EQ(handed_in(site(unit.site, "2026-11-03"), unit).state, "submitted");
  EXPECT_EQ(term("campaign_self_site", "self:SI-2026/" + unit.subject), "done");
  const Target centre = first("exam_organisation");
  EXPECT_EQ(refusal(save_report(database(), city("2026-11-03"), "SI-2026", centre.subject, filled(centre))), "inspection.target_unknown");
  const Paper own = handed_in(organisation("2026-11-03"), centre);
  EXPECT_EQ(term("campaign_self_organisation", "self:SI-2026/city:exam_organisation"), "done");
  EXPECT_EQ(refusal(receive_report(database(), organisation("2026-11-04"), own.id(), true, "")), "inspection.not_yours") << "not by itself";
  EXPECT_EQ(must(receive_report(database(), city("2026-11-04"), own.id(), true, "")).state, "received");
}

TEST_P(Reports, AfterThePhaseWhoHasNotReportedIsOverdueButNoProductionUnit) {
  const Target unit = first("institution");
  const Party office = district(unit.district, "2026-11-02");
  const auto before = count(office.viewer, "overdue", "2026-11-10");
  EXPECT_EQ(before, 0) << "the last day is not over";
  const auto late = count(office.viewer, "overdue", "2026-11-11");
  EXPECT_GT(late, 0);
  must(add_unit(database(), office, {"SI-2026", "某化工厂", "91350100M000100Y43", "某路1号"}));
  handed_in(institution(unit.institution, "2026-11-12"), unit);
  EXPECT_EQ(count(office.viewer, "overdue", "2026-11-12"), late - 1) << "handed in late, it is late no more; a production unit never was";
  EXPECT_EQ(term("campaign_self", "self:SI-2026/" + unit.subject), "done late");
}

TEST_P(Reports, ThePapersAreAnnex3WithSealsOfUnitAndDistrict) {
  const Target unit = first("institution");
  SelfReport content = filled(unit);
  content.none_found = false;
  content.problems = {{"A1-13", "未张贴安全标志", "2026-11-02", "张贴标志", "检查表第13项", "已张贴", "2026-11-05", "王主任", true, ""}};
  const Party own = institution(unit.institution, "2026-11-03");
  const Paper paper = must(submit_report(database(), own, must(save_report(database(), own, "SI-2026", unit.subject, content)).id()));
  const auto sheet = look([&](db::Transaction& t) { return report_form(t, paper, at("2026-11-04")); });
  ASSERT_TRUE(sheet.ok());
  std::string all;
  for (const auto& block : sheet->blocks) all += block.text + "\n";
  EXPECT_NE(all.find("附件 3"), std::string::npos);
  EXPECT_NE(all.find("1. 未张贴安全标志（检查表第13项）（2026年11月2日）"), std::string::npos) << all;
  EXPECT_NE(all.find("单位名称（加盖公章）：" + unit.name), std::string::npos);
  EXPECT_NE(all.find("应急管理局（加盖公章）："), std::string::npos);
  EXPECT_NE(all.find("2026年11月3日"), std::string::npos) << "the day it was handed in";
  EXPECT_EQ(all.find("简要概述"), std::string::npos) << "the printed instruction is answered";
  EXPECT_GT(paper::to_docx(*sheet).size(), 3000U);
  EXPECT_TRUE(paper::to_pdf(*sheet).ok());
}

TEST_P(Reports, TheMonthlyReturnReadsReportsByDay) {
  const Target unit = first("institution");
  handed_in(institution(unit.institution, "2026-11-10"), unit);
  const auto between = [&](const char* from, const char* to) { return look([&](db::Transaction& t) { return self_reports(t, unit.district, day(from), day(to)); }).size(); };
  EXPECT_EQ(between("2026-11-10", "2026-11-10"), 1U);
  EXPECT_EQ(between("2026-11-01", "2026-11-09"), 0U);
  EXPECT_EQ(between("2026-11-11", "2026-11-30"), 0U);
}

TEST_P(Reports, TheCampaignOf2023UsesTheTermsThatTheNoticeDates) {
  const Target unit = first("institution", "", "SI-2023");
  EXPECT_EQ(term("campaign_self", "self:SI-2023/" + unit.subject), "") << "the notice dates this one itself";
  const Target hall = first("theory_site", "", "SI-2023");
  EXPECT_EQ(due("campaign_self_site", "self:SI-2023/" + hall.subject), "2023-11-10");
}

} // namespace
} // namespace ankao::inspection::tests_
