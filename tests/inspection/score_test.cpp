// SPDX-License-Identifier: Apache-2.0
// Scoring by the rules of the forms: satisfied, partly, violated, at the edges.
#include <gtest/gtest.h>

#include <algorithm>

#include "inspection/support/answers.hpp"

namespace ankao::inspection {
namespace {

using tests::all_met;
using tests::answer;
using tests::fault;
using tests::form;
using tests::set;

const Checklist& practical() { return form("practical_site"); }
const Checklist& theory() { return form("theory_site"); }

int points_of(const Score& score, const std::string& item) { return score.item(item)->score; }
std::string refusal(const Checklist& list, const std::string& item, const PartAnswer& part, Column column = Column::Score) {
  const auto done = check(list, Answer{item, column, {part}, false, "", ""});
  return done.ok() ? "" : done.problem().id;
}

TEST(Scoring, EverythingInOrderIsAHundredAndPasses) {
  for (const char* id : {"practical_site", "theory_site"}) {
    const Score score = inspection::score(form(id), all_met(form(id)));
    EXPECT_EQ(score.total, 1000);
    EXPECT_EQ(score.verdict, Verdict::Passed);
    EXPECT_TRUE(std::none_of(score.items.begin(), score.items.end(), [](const ItemResult& one) { return one.failed; }));
  }
}

TEST(Scoring, NothingAnsweredIsOpen) {
  const Score score = inspection::score(practical(), {});
  EXPECT_EQ(score.verdict, Verdict::Open);
  EXPECT_EQ(score.open.size(), 19U);
}

TEST(Each, EveryMissingThingTakesItsPoint) {
  auto all = all_met(practical());
  set(all, "A22-1-3", fault("1", {"财务管理制度", "考场应急预案"}));
  const Score score = inspection::score(practical(), all);
  EXPECT_EQ(points_of(score, "A22-1-3"), 60);
  EXPECT_EQ(score.total, 980);
  EXPECT_EQ(score.item("A22-1-3")->findings.size(), 2U);
}

TEST(Each, AllMissingTakesAllAndAnItemNeverFallsBelowNought) {
  auto all = all_met(practical());
  set(all, "A22-2-3", fault("1", {"电脑", "打印机", "复印机", "传真机", "电话"}));
  const Score score = inspection::score(practical(), all);
  EXPECT_EQ(points_of(score, "A22-2-3"), 0) << "five things, four points";
  EXPECT_EQ(score.item("A22-2-3")->findings.back().asked, 10);
  EXPECT_EQ(score.item("A22-2-3")->findings.back().taken, 0);
}

TEST(Each, HalfPointsCount) {
  auto all = all_met(practical());
  set(all, "A22-2-2", fault("4", {"考场规则"}));
  EXPECT_EQ(points_of(inspection::score(practical(), all), "A22-2-2"), 75);
}

TEST(Each, FurtherThingsMayBeWrittenInWhereThePrintEndsInDeng) {
  EXPECT_EQ(refusal(practical(), "A22-2-4", fault("1", {"考场纪律"})), "");
  EXPECT_EQ(refusal(practical(), "A22-1-3", fault("1", {"考场纪律"})), "inspection.thing_unknown");
  EXPECT_EQ(refusal(practical(), "A22-2-4", fault("1")), "inspection.things_missing");
  EXPECT_EQ(refusal(practical(), "A22-2-4", fault("1", {"考场规则", "考场规则"})), "inspection.part_doubled");
}

TEST(Each, ThePartsOwnPointsCapWhatItTakes) {
  auto all = all_met(practical());
  set(all, "A22-2-5", fault("3", {"考场规则", "考试科目时间表", "考生须知", "设备安全操作注意事项", "紧急疏散路线图", "平面图", "联系电话"}));
  EXPECT_EQ(points_of(inspection::score(practical(), all), "A22-2-5"), 70) << "twelve points, five of them for what is posted";
}

TEST(Fixed, AFaultTakesWhatIsPrinted) {
  auto all = all_met(practical());
  set(all, "A22-3-3", fault("1"));
  set(all, "A22-3-2", fault("2"));
  const Score score = inspection::score(practical(), all);
  EXPECT_EQ(points_of(score, "A22-3-3"), 0);
  EXPECT_EQ(points_of(score, "A22-3-2"), 100);
  EXPECT_EQ(refusal(practical(), "A22-3-3", fault("1", {}, 30, "一半")), "inspection.minus_not_asked");
  EXPECT_EQ(refusal(practical(), "A22-3-3", fault("1", {}, {}, "", Mark::Partly)), "inspection.mark_impossible");
}

TEST(Range, TheInspectorChoosesBetweenTwoAndSixWithAReason) {
  for (const auto& [minus, id] : std::vector<std::pair<int, std::string>>{{19, "inspection.minus_range"}, {20, ""}, {60, ""}, {61, "inspection.minus_range"}})
    EXPECT_EQ(refusal(practical(), "A22-2-2", fault("1", {}, minus, "三十平方米")), id) << minus;
  EXPECT_EQ(refusal(practical(), "A22-2-2", fault("1", {}, 20)), "inspection.reason_missing");
  EXPECT_EQ(refusal(practical(), "A22-2-2", fault("1", {}, 20, "  ")), "inspection.reason_missing");
  EXPECT_EQ(refusal(practical(), "A22-2-2", fault("1", {}, {}, "三十平方米")), "inspection.minus_missing");
}

TEST(Range, ThreeTimesSixIsMoreThanEightAndStopsAtNought) {
  auto all = all_met(practical());
  for (const char* no : {"1", "2", "3"}) set(all, "A22-2-2", fault(no, {}, 60, "没有"));
  const Score score = inspection::score(practical(), all);
  EXPECT_EQ(points_of(score, "A22-2-2"), 0);
  const auto& found = score.item("A22-2-2")->findings;
  EXPECT_EQ(found[0].taken + found[1].taken + found[2].taken, 80);
}

TEST(Zero, AnInvalidProofMakesTheItemWorthNothing) {
  auto all = all_met(practical());
  set(all, "A22-2-1", fault("1"));
  set(all, "A22-3-1", fault("1"));
  const Score score = inspection::score(practical(), all);
  EXPECT_EQ(points_of(score, "A22-2-1"), 0);
  EXPECT_EQ(points_of(score, "A22-3-1"), 0);
  EXPECT_EQ(score.total, 800);
  EXPECT_EQ(score.verdict, Verdict::Passed) << "80 is a pass";
  EXPECT_TRUE(score.item("A22-2-1")->serious_suggested);
}

TEST(Judged, APartIsMissingWhollyOrInPart) {
  auto all = all_met(practical());
  set(all, "A22-1-1", fault("1"));
  set(all, "A22-1-2", fault("3", {}, 15, "答不全", Mark::Partly));
  const Score score = inspection::score(practical(), all);
  EXPECT_EQ(points_of(score, "A22-1-1"), 40);
  EXPECT_EQ(points_of(score, "A22-1-2"), 45);
  EXPECT_EQ(refusal(practical(), "A22-1-1", fault("1", {}, 31, "没有", Mark::Partly)), "inspection.minus_range");
  EXPECT_EQ(refusal(practical(), "A22-1-1", fault("1", {}, 30, "没有", Mark::Partly)), "");
  EXPECT_EQ(refusal(practical(), "A22-1-1", fault("1", {}, 0, "没有", Mark::Partly)), "inspection.minus_range");
}

TEST(Veto, FailsWhateverTheTotal) {
  auto all = all_met(practical());
  set(all, "A22-4-3", fault("3"));
  const Score score = inspection::score(practical(), all);
  EXPECT_EQ(score.total, 1000);
  EXPECT_EQ(score.verdict, Verdict::Failed);
  EXPECT_EQ(score.failed_by, FailedBy::Veto);
  EXPECT_EQ(score.vetoes, (std::vector<std::string>{"A22-4-3"}));
}

TEST(Veto, FailsBeforeEverythingIsAnswered) {
  EXPECT_EQ(inspection::score(practical(), {Answer{"A22-4-1", Column::Score, {fault("2")}, false, "", ""}}).verdict, Verdict::Failed);
}

TEST(Mandatory, SeriouslyDeficientFailsWhateverTheTotal) {
  auto all = all_met(theory());
  auto& one = answer(all, "A23-3-4");
  one.serious = true;
  one.serious_reason = "电脑全部损坏";
  ASSERT_TRUE(check(theory(), one).ok());
  const Score score = inspection::score(theory(), all);
  EXPECT_EQ(score.verdict, Verdict::Failed);
  EXPECT_EQ(score.failed_by, FailedBy::Mandatory);
}

TEST(Mandatory, NeedsAReasonAndAStar) {
  EXPECT_EQ(check(theory(), Answer{"A23-3-4", Column::OnSite, {}, true, "", ""}).problem().id, "inspection.reason_missing");
  EXPECT_EQ(check(theory(), Answer{"A23-2-3", Column::OnSite, {}, true, "没有", ""}).problem().id, "inspection.serious_not_mandatory");
}

TEST(Mandatory, IsOnlySuggestedWhenTheScoreIsNought) {
  auto all = all_met(theory());
  set(all, "A23-3-1", fault("1"), Column::OnSite);
  const Score score = inspection::score(theory(), all);
  EXPECT_TRUE(score.item("A23-3-1")->serious_suggested);
  EXPECT_FALSE(score.item("A23-3-1")->serious);
  EXPECT_EQ(score.verdict, Verdict::Passed);
}

TEST(Mark, EightyPassesAndATenthLessFails) {
  auto all = all_met(theory());
  set(all, "A23-1-1", fault("1"), Column::OnSite);
  set(all, "A23-3-3", fault("1"), Column::OnSite);
  EXPECT_EQ(inspection::score(theory(), all).verdict, Verdict::Passed);
  EXPECT_EQ(inspection::score(theory(), all).total, 800);
  set(all, "A23-2-6", fault("1", {}, 1, "只有一路", Mark::Partly), Column::OnSite);
  const Score under = inspection::score(theory(), all);
  EXPECT_EQ(under.total, 799);
  EXPECT_EQ(under.verdict, Verdict::Failed);
  EXPECT_EQ(under.failed_by, FailedBy::Total);
}

TEST(Columns, TheLowerCountsAndBothAreKept) {
  auto all = all_met(theory());
  set(all, "A23-2-3", fault("1", {"电脑"}), Column::Written);
  set(all, "A23-2-3", fault("1", {"电脑", "电话"}), Column::OnSite);
  const Score score = inspection::score(theory(), all);
  const ItemResult& item = *score.item("A23-2-3");
  EXPECT_EQ(item.score, 30);
  EXPECT_EQ(item.columns, (std::vector<ColumnScore>{{Column::Written, 40}, {Column::OnSite, 30}}));
  for (const Finding& one : item.findings) EXPECT_EQ(one.counts, one.column == Column::OnSite);
}

TEST(Columns, ASpotCheckNeedNotTouchEveryItem) {
  auto all = all_met(theory());
  std::erase_if(all, [](const Answer& one) { return one.column == Column::OnSite && one.item != "A23-1-1"; });
  EXPECT_EQ(inspection::score(theory(), all).verdict, Verdict::Passed);
  EXPECT_EQ(check(practical(), Answer{"A22-1-1", Column::OnSite, {}, false, "", ""}).problem().id, "inspection.column_unknown");
}

TEST(Institution, SpecialOperationsAreAskedFourItemsMore) {
  const Checklist& list = form("institution");
  EXPECT_EQ(inspection::score(list, {}, {.special_operation = true}).items.size(), 19U);
  EXPECT_EQ(inspection::score(list, {}, {.special_operation = false}).items.size(), 15U);
}

TEST(Institution, HasFindingsAndNoPoints) {
  const Checklist& list = form("institution");
  auto all = all_met(list);
  EXPECT_EQ(inspection::score(list, all).verdict, Verdict::Clean);
  set(all, "A1-10", fault("1", {"消防档案管理"}));
  const Score score = inspection::score(list, all);
  EXPECT_EQ(score.verdict, Verdict::Findings);
  EXPECT_EQ(score.total, 0);
  EXPECT_EQ(score.item("A1-10")->findings.front().kind, FindingKind::Noted);
}

TEST(Compliance, ChecksWithoutPointsAreFindingsThatTakeNothing) {
  auto all = all_met(practical());
  set(all, "P-2.4f", fault("1"));
  const Score score = inspection::score(practical(), all);
  EXPECT_EQ(score.total, 1000);
  EXPECT_EQ(score.verdict, Verdict::Passed);
  EXPECT_TRUE(score.item("P-2.4f")->failed);
}

TEST(Answers, UnknownItemsAndPartsAreRefused) {
  EXPECT_EQ(refusal(practical(), "A22-9-9", fault("1")), "inspection.item_unknown");
  EXPECT_EQ(refusal(practical(), "A22-1-1", fault("9")), "inspection.part_unknown");
  EXPECT_EQ(refusal(practical(), "A22-1-1", fault("1", {}, {}, "", Mark::Inapplicable)), "inspection.mark_impossible");
  EXPECT_EQ(check(practical(), Answer{"A22-1-1", Column::Score, {fault("1"), fault("1")}, false, "", ""}).problem().id, "inspection.part_doubled");
}

TEST(Why, SaysTheTotalThenEveryFindingWithItsClause) {
  auto all = all_met(theory());
  set(all, "A23-2-3", fault("1", {"电话"}), Column::OnSite);
  const auto lines = why(theory(), inspection::score(theory(), all));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].clause, "A23-F4");
  EXPECT_EQ(lines[0].changes.front(), "lose:19.1");
  EXPECT_EQ(lines[1].clause, "A23-2-3");
  EXPECT_EQ(lines[2].rule, "lower_column");
}

} // namespace
} // namespace ankao::inspection
