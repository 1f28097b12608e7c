// SPDX-License-Identifier: Apache-2.0
// Law and pure rules of the summary report: chapters, drafts, what is missing, what changed.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "embedded/embedded.hpp"
#include "paper/bars.hpp"
#include "problems/catalogue.hpp"
#include "reporting/files/law.hpp"
#include "reporting/files/summary_facts.hpp"
#include "reporting/files/summary_law.hpp"
#include "reporting/rules/summary.hpp"
#include "reporting/service/summary_measures.hpp"

namespace ankao::reporting {
namespace {

const SummaryLaw& law() { return shipped_summary_law(); }
const Letterhead k_district{"广州市白云区应急管理局", "白云区", 2023, false}, k_city{"广州市应急管理局", "广州市", 2023, true};

SummaryFacts facts() {
  SummaryFacts out;
  out.at = start_of(make_date(2024, 1, 31));
  for (const SummaryFigureLaw& one : law().figures) out.figures.push_back({one.id, 0, 0, ""});
  return out;
}
void set(SummaryFacts& facts, const std::string& id, std::int64_t value, std::int64_t later = 0) {
  for (SummaryFigure& one : facts.figures)
    if (one.id == id) one.value = value, one.later = later;
}
std::string draft(const std::string& chapter, const SummaryFacts& facts, const Letterhead& head = k_district) { return draft_of(law(), *law().chapter(chapter), facts, head); }
bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

TEST(SummaryLawData, TheSixContentsAndWhatM34cAsksForEachWithItsClause) {
  std::set<std::string> printed;
  for (const ChapterLaw& one : law().chapters) {
    printed.insert(one.words.zh);
    EXPECT_TRUE(one.clause == "M-4.1.9" || one.clause == "M-3.4c") << one.id;
    EXPECT_TRUE(one.needed) << one.id;
    EXPECT_FALSE(one.guidance.zh.empty()) << one.id;
  }
  for (const char* one : {"开展情况", "监督执法查处情况", "典型案例剖析", "工作经验提炼", "长效机制研究", "本地创新做法"}) EXPECT_TRUE(printed.contains(one)) << one << " of M-4.1.9";
  for (const char* one : {"存在的主要问题", "原因分析", "标本兼治举措"}) EXPECT_TRUE(printed.contains(one)) << one << " of M-3.4c";
  for (const char* one : {"lessons", "mechanism", "innovations", "measures"}) EXPECT_TRUE(law().chapter(one)->by_person) << one;
  std::set<std::string> known;
  std::istringstream ids{std::string(*embedded::find("law/clause_ids.txt"))};
  for (std::string line; std::getline(ids, line);) known.insert(line);
  for (const SummaryFigureLaw& one : law().figures) EXPECT_TRUE(known.contains(one.clause)) << one.id << " " << one.clause;
}

TEST(SummaryLawData, EveryRowOfTheMonthlyTableIsAFigureAndTheMailboxesStandAsPrinted) {
  std::set<std::string> rows;
  for (const SummaryFigureLaw& one : law().figures) rows.insert(one.row);
  for (const RowLaw& one : shipped_law().rows) EXPECT_TRUE(rows.contains(one.id)) << one.id;
  EXPECT_EQ(law().mailbox.address, "gzsafetykhb@163.com") << "M-4.1.8, G-01";
  EXPECT_EQ(law().mailbox.other, "gzsafetykxb@163.com");
}

TEST(SummaryLawData, FaultsAreRefusedWithTheirPlace) {
  const auto refused = [](const std::string& from, const std::string& to) -> std::string {
    std::string text(*embedded::find("law/summary.yaml"));
    const auto at = text.find(from);
    if (at == std::string::npos) return "nothing to change: " + from;
    text.replace(at, from.size(), to);
    const auto read = read_summary_law(text);
    if (read.ok()) return "";
    EXPECT_TRUE(problems::Catalogue::shipped().has(read.problem().id)) << read.problem().id;
    EXPECT_EQ(read.problem().at.rfind("law/summary.yaml:", 0), 0U) << read.problem().at;
    return read.problem().id;
  };
  EXPECT_EQ(refused("考试点{targets_sites}家", "考试点{targets_site}家"), "reporting.law_value") << "a figure that nothing gives";
  EXPECT_EQ(refused("when: uncovered", "when: uncover"), "reporting.law_value");
  EXPECT_EQ(refused("each: causes", "each: reasons"), "reporting.law_value");
  EXPECT_EQ(refused("by: person", "by: records"), "reporting.law_value") << "nothing to draft";
  EXPECT_EQ(refused("\n    by: records", "\n    by: person"), "reporting.law_value");
  EXPECT_EQ(refused("tables: [causes]", "tables: [reasons]"), "reporting.law_value");
  EXPECT_EQ(refused("row: A5-01", "row: A5-99"), "reporting.law_value");
  EXPECT_EQ(refused("list: problems", "list: faults"), "reporting.law_value");
  EXPECT_EQ(refused("id: covered", "id: targets_sites"), "reporting.law_value");
  EXPECT_EQ(refused("{ of: district", "{ of: province"), "reporting.law_value");
  EXPECT_EQ(refused("  - id: causes", "  - id: problems"), "reporting.law_value");
  EXPECT_EQ(refused("needed: true", "must: true"), "reporting.law_key_unknown");
  EXPECT_EQ(refused("    clause: M-3.4c\n", ""), "reporting.law_key_missing");
  EXPECT_EQ(refused("\nclause: ", "\nclause: [\n"), "reporting.law_syntax");
}

TEST(SummaryProse, FiguresStandInOfficialSentencesAndOnlyWhatThereIsIsSaid) {
  SummaryFacts one = facts();
  set(one, "targets_institutions", 12), set(one, "targets_sites", 3), set(one, "covered", 14), set(one, "uncovered", 1), set(one, "coverage", 933);
  std::string text = draft("carried_out", one);
  EXPECT_TRUE(says(text, "安全培训机构12家、考试点3家")) << text;
  EXPECT_TRUE(says(text, "覆盖率93.3%")) << text;
  EXPECT_TRUE(says(text, "尚有1家在册对象未检查"));
  EXPECT_TRUE(says(text, "尚无“回头看”复核记录"));
  EXPECT_FALSE(says(text, "市应急管理局抽查"));
  EXPECT_FALSE(says(text, "{"));
  set(one, "uncovered", 0), set(one, "looked", 5), set(one, "visits_city", 2);
  text = draft("carried_out", one);
  EXPECT_FALSE(says(text, "未检查，须说明"));
  EXPECT_FALSE(says(text, "尚无“回头看”"));
  EXPECT_TRUE(says(text, "市应急管理局抽查2次"));
  EXPECT_FALSE(says(text, "全市11个区")) << "that is the city's";
  EXPECT_TRUE(says(draft("carried_out", one, k_city), "全市11个区"));
  set(one, "fines_sites", 500'050);
  EXPECT_TRUE(says(draft("enforcement", one), "行政处罚款5000.50元"));
  EXPECT_EQ(draft("lessons", one), "") << "a person writes it";
  for (const ChapterLaw& chapter : law().chapters) EXPECT_EQ(chapter.by_person, draft(chapter.id, one).empty()) << chapter.id;
}

TEST(SummaryProse, WhatCameAfterTheTableIsToldApart) {
  SummaryFacts one = facts();
  one.table_month = "2024-01";
  set(one, "inspected_sites", 8);
  EXPECT_TRUE(says(draft("carried_out", one), "取自2024年1月进展情况统计表"));
  EXPECT_FALSE(says(draft("carried_out", one), "另列如下"));
  set(one, "inspected_sites", 8, 2);
  set(one, "ordered_sites", 3, -1);
  const std::string text = draft("carried_out", one);
  EXPECT_TRUE(says(text, "执法检查考试点增加2家、责令整改考试点减少1家")) << text;
  EXPECT_TRUE(says(draft("enforcement", one), "对考试点执法检查8家")) << "the figure itself is that of the table (G-68)";
  one.table_month = "";
  EXPECT_TRUE(says(draft("carried_out", one), "尚未报送进展情况统计表"));
}

TEST(SummaryProse, CausesByClauseWithShareAndPlacesTheMostFrequentFirst) {
  SummaryFacts one = facts();
  set(one, "problems", 8);
  for (int i = 0; i < 7; ++i) one.causes.push_back({"theory_site", "A23-" + std::to_string(i), "1-1", "A23-" + std::to_string(i), "项目" + std::to_string(i), i == 0 ? 2 : 1, 1, 0, 0, {"某考试点（2条）", "另一考试点"}});
  const std::string text = draft("causes", one);
  EXPECT_TRUE(says(text, "（一）项目0（A23-0）：发现2条，占25%，已整改1条，逾期0条，主要出现在某考试点（2条）、另一考试点。")) << text;
  EXPECT_TRUE(says(text, "（五）项目4"));
  EXPECT_FALSE(says(text, "项目5")) << "five of them";
  EXPECT_EQ(draft("causes", facts()), "检查未发现问题，无须归因。");
}

TEST(SummaryProse, CasesAreThoseThatWereCleared) {
  SummaryFacts one = facts();
  set(one, "cases", 2);
  EXPECT_EQ(draft("cases", one), "专项检查期间报送典型违法案件2件，尚无经审定公开的典型案例。");
  one.cases.push_back({"C-1", "440111", "弄虚作假", "某机构伪造签到", "该机构伪造签到记录"});
  set(one, "cases_cleared", 1);
  EXPECT_TRUE(says(draft("cases", one), "（一）某机构伪造签到。该机构伪造签到记录"));
}

TEST(SummaryProse, SeverityIsSaidOrThatThereIsNotEnoughOverlap) {
  SummaryFacts one = facts();
  EXPECT_TRUE(says(draft("problems", one), "两组检查同一对象的重叠不足"));
  Severity severity{4, {{"440111", "白云区", 9, 4, 25, 880, 905, 3}, {"440105", "海珠区", 7, 4, -25, 930, 905, 3}}, ""};
  severity.said = severity_sentence(shipped_summary_law(), severity, false);
  EXPECT_EQ(severity.said, "按4个由两组检查过的同一对象比较，本区检查组每次检查比各组平均多扣2.5分；本区检查平均88分，按尺度校正为90.5分，仅供比较，不改变检查结论。");
  EXPECT_TRUE(says(severity_sentence(shipped_summary_law(), severity, true), "尺度最严的白云区检查组每次检查比各组平均多扣2.5分，最宽的海珠区检查组少扣2.5分"));
  one.measures.severity = severity;
  EXPECT_TRUE(says(draft("problems", one), severity.said));
}

TEST(SummaryRules, ChineseNumbersDaysAndFigures) {
  EXPECT_EQ(chinese_number(1), "一");
  EXPECT_EQ(chinese_number(10), "十");
  EXPECT_EQ(chinese_number(19), "十九");
  EXPECT_EQ(chinese_number(20), "二十");
  EXPECT_EQ(chinese_number(100), "100");
  EXPECT_EQ(written_day(make_date(2024, 1, 5)), "2024年1月5日");
  EXPECT_EQ(figure_text(*law().figure("score_gap"), -5), "-0.5");
  EXPECT_EQ(figure_text(*law().figure("fines_sites"), 5), "0.05");
  EXPECT_EQ(figure_text(*law().figure("coverage"), 1000), "100");
}

TEST(SummaryRules, AChapterOfBlanksIsMissing) {
  Summary one;
  EXPECT_EQ(missing_chapters(law(), one).size(), law().chapters.size());
  for (const ChapterLaw& chapter : law().chapters) one.texts[chapter.id] = {chapter.id, 1, "有", "person", "", "", {}};
  EXPECT_TRUE(missing_chapters(law(), one).empty());
  one.texts["lessons"].text = " \n\t";
  ASSERT_EQ(missing_chapters(law(), one).size(), 1U);
  EXPECT_EQ(missing_chapters(law(), one)[0]->id, "lessons");
}

TEST(SummaryRules, TwoTextsAreComparedLineByLine) {
  const auto marks = [](const std::string& before, const std::string& after) {
    std::string out;
    for (const TextLine& one : compare_texts(before, after)) out += one.mark + one.text + "|";
    return out;
  };
  EXPECT_EQ(marks("a\nb\nc", "a\nb\nc"), " a| b| c|");
  EXPECT_EQ(marks("a\nb\nc", "a\nx\nc\nd"), " a|-b|+x| c|+d|");
  EXPECT_EQ(marks("", "a"), "+a|");
  EXPECT_EQ(marks("a", ""), "-a|");
  EXPECT_EQ(marks("", ""), "");
}

TEST(SummaryRules, ChangedFiguresAreNamed) {
  SummaryFacts before = facts(), now = facts();
  EXPECT_TRUE(changes_between(before, now).empty());
  set(now, "problems", 3);
  set(now, "inspected_sites", 0, 1);
  const auto all = changes_between(before, now);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].id, "inspected_sites");
  EXPECT_EQ(all[0].later_now, 1);
  EXPECT_EQ(all[1].now, 3);
}

TEST(SummaryMeasures, TheHonestyGapCountsOnlyFormsWithPoints) {
  const HonestyGap none = honesty_of({});
  EXPECT_EQ(none.places, 0);
  EXPECT_EQ(none.mean, 0);
  const HonestyGap some = honesty_of({{"a", "甲", "440111", "institution", "V-1", "V-2", false, 0, 0, 1, 5}, {"b", "乙", "440111", "theory_site", "V-3", "V-4", true, 900, 905, 2, 2}, {"c", "丙", "440111", "theory_site", "V-5", "V-6", true, 950, 700, 0, 6}});
  EXPECT_EQ(some.places, 2);
  EXPECT_EQ(some.higher, 1) << "just below is not above";
  EXPECT_EQ(some.mean, 123) << "(250 - 5) / 2, rounded half up";
  EXPECT_EQ(some.self_problems, 3);
  EXPECT_EQ(some.official_problems, 13);
  EXPECT_EQ(some.rows[0].target, "c") << "the widest gap first";
  EXPECT_EQ(some.rows[2].target, "a") << "forms without points last";
  EXPECT_EQ(honesty_of({{"b", "乙", "", "theory_site", "", "", true, 700, 705, 0, 0}, {"c", "丙", "", "theory_site", "", "", true, 700, 700, 0, 0}}).mean, -3) << "half away from zero";
}

TEST(SummaryFactsFile, WhatIsWrittenIsReadAgainAndTheBytesAreTheSame) {
  SummaryFacts one = facts();
  one.table_month = "2024-01", one.tables_missing = 2;
  one.kinds.push_back({"theory_site", "理论考试点", 3, 1, 2, 1});
  one.phases.push_back({"self", 4, 1});
  one.causes.push_back({"theory_site", "A23-1-1", "1-1", "A23-1-1", "机构管理", 3, 1, 1, 0, {"甲", "乙（2条）"}});
  one.cases.push_back({"C-1", "440111", "弄虚作假", "标题", "文字"});
  one.districts.push_back({"440111", "filed", start_of(make_date(2024, 1, 30)), true, 3, 1});
  one.districts.push_back({"440106", "draft", std::nullopt, false, 0, 0});
  one.measures.honesty = honesty_of({{"c", "丙", "440111", "theory_site", "V-5", "V-6", true, 950, 700, 0, 6}});
  EXPECT_EQ(read_facts(write_facts(one)), one);
  one.measures.severity = Severity{3, {{"440111", "白云区", 9, 3, 25, 880, 905, 4}}, "一句话"};
  EXPECT_EQ(read_facts(write_facts(one)), one);
  EXPECT_EQ(write_facts(read_facts(write_facts(one))), write_facts(one));
}

TEST(SummaryChart, APictureTwoHighAndFiveWide) {
  const std::string png = paper::draw_bars({"条", {"检查时发现", "“回头看”后仍在"}, {{"自查", {30, 4}}, {"属地执法检查", {0, 0}}, {"区际交叉互查", {120, 17}}}}, paper::Faces::Fallback);
  ASSERT_GT(png.size(), 2000U);
  EXPECT_EQ(png.substr(1, 3), "PNG");
  const auto number = [&](std::size_t at) { return (static_cast<unsigned char>(png[at + 2]) << 8) + static_cast<unsigned char>(png[at + 3]); };
  EXPECT_EQ(number(16) * 2, number(20) * 5);
}

} // namespace
} // namespace ankao::reporting
