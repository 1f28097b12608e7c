// SPDX-License-Identifier: Apache-2.0
// The official forms of all four lists, filled: every item with its wording, score or finding stands in the text of the PDF and of the Word
// document, with result, problems, questions, signatures and files behind it.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "inspection/files/checklists.hpp"
#include "inspection/rules/score.hpp"
#include "inspection/service/official.hpp"
#include "paper/docx.hpp"
#include "paper/ink.hpp"
#include "paper/pdf.hpp"
#include "tables/xlsx/archive.hpp"

namespace ankao::inspection {
namespace {

namespace fs = std::filesystem;
constexpr Instant k_noon{1'700'632'800'000}; // 2023-11-22 14:00

std::string bare(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' || text[i] == '\n' || text[i] == '\f' || text[i] == '\r') continue;
    out += text[i];
  }
  return out;
}

/// One fault in each kind of rule, everything else in order; two columns differ.
Standing filled(const Checklist& list) {
  Standing out{list, {}, {}, false};
  std::vector<Answer> answers;
  std::int64_t seq = 0;
  int faults = 0;
  for (const Section& section : list.sections)
    for (const Item& item : section.items)
      for (const Column column : list.columns) {
        Answer one{item.id, column, {}, false, "", ""};
        for (const Part& part : item.parts) {
          PartAnswer given{part.no, Mark::Met, {}, {}, ""};
          const bool wanted = part.rule.kind != RuleKind::Veto && part.rule.kind != RuleKind::Zero && ++faults % 5 == 0 && column != Column::OnSite;
          if (wanted) {
            given.mark = Mark::Not;
            given.reason = "理由" + std::to_string(faults);
            if (part.rule.kind == RuleKind::Each) given.missing = {part.rule.things.front().zh};
            if (part.rule.kind == RuleKind::Range) given.minus = part.rule.from;
            if (part.rule.kind == RuleKind::Judged) given.mark = Mark::Partly, given.minus = 1;
          }
          one.parts.push_back(given);
        }
        EXPECT_TRUE(check(list, one).ok()) << item.id;
        answers.push_back(one);
        out.answers.push_back({++seq, "client-" + std::to_string(seq), one, "he", "何队长", k_noon});
      }
  out.score = score(list, answers);
  return out;
}

Visit visit_of(const Checklist& list) {
  Visit out;
  out.id = "V-12";
  out.campaign = "SI-2023";
  out.phase = "enforcement";
  out.target.id = "x";
  out.target.checklist = list.id;
  out.target.name = "广州市安全生产培训考试中心";
  out.by = "440111";
  out.planned = date_of(k_noon);
  out.state = VisitState::Signed;
  out.team = {{MemberRole::Leader, "何队长", "", ""}, {MemberRole::Inspector, "吴队员", "", ""}};
  out.opinion = "限期补办消防备案";
  out.conclusion = list.scored() ? "" : "not_met";
  out.signed_at = k_noon;
  out.signed_by = "何队长";
  return out;
}

Record record_of(const Checklist& list, const Standing& standing) {
  Record out;
  const Item& first = list.sections.front().items.front();
  Question question;
  question.item = first.id;
  question.part = "1";
  question.question = "证书有效期多久";
  question.asked = "王主任";
  question.answer = "六年";
  question.at = k_noon;
  out.questions = {question};
  Witness witness;
  witness.id = "W-1";
  witness.name = "李四";
  witness.masked = "1101**********002X";
  out.witnesses = {witness};
  Signature hand;
  hand.name = "何队长";
  hand.at = k_noon;
  out.signatures.push_back({hand, paper::ink_png({{{150, 120}, {350, 100}, {250, 300}}, {{450, 80}, {600, 200}, {480, 320}}, {{700, 100}, {880, 160}, {720, 310}}}, 1000, 400)});
  Signature refused = hand;
  refused.side = Side::Unit;
  refused.name = "王主任";
  refused.refused = true;
  refused.reason = "对扣分有异议";
  refused.witness = "W-1";
  out.signatures.push_back({refused, ""});
  int number = 0;
  for (const ItemResult& one : standing.score.items) {
    if (!one.failed) continue;
    Defect defect;
    defect.id = "Q-" + std::to_string(++number);
    defect.clause = one.findings.front().clause;
    defect.text = list.item(one.item)->number + " " + list.item(one.item)->title.zh;
    out.defects.push_back(defect);
  }
  out.files = {{first.id, "消防.jpg", std::string(64, 'a'), "何队长", k_noon, k_noon}};
  return out;
}

/// Words of a Word document, tags left out.
std::string words_of(const std::string& docx) {
  auto archive = tables::Archive::open(docx, {});
  if (!archive.ok()) return "";
  const auto part = archive->read("word/document.xml");
  if (!part.ok() || !part->has_value()) return "";
  std::string out;
  bool tag = false;
  for (const char c : **part) {
    if (c == '<') tag = true;
    if (!tag) out += c;
    if (c == '>') tag = false;
  }
  return out;
}

std::string text_of_pdf(const std::string& pdf, const std::string& name) {
  const fs::path folder = fs::temp_directory_path() / ("ankao-official-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  std::ofstream(folder / (name + ".pdf"), std::ios::binary) << pdf;
  if (const char* keep = std::getenv("ANKAO_KEEP_FORMS")) std::ofstream(fs::path(keep) / (name + ".pdf"), std::ios::binary) << pdf;
  EXPECT_EQ(std::system(("cd " + folder.string() + " && pdftotext -raw " + name + ".pdf " + name + ".txt").c_str()), 0) << "pdftotext (poppler-utils)";
  std::stringstream out;
  out << std::ifstream(folder / (name + ".txt")).rdbuf();
  std::error_code error;
  fs::remove_all(folder, error);
  return out.str();
}

class Official : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(All, Official, ::testing::Values("institution", "exam_organisation", "practical_site", "theory_site"), [](const auto& one) { return one.param; });

/// The cell of an item in the sheet: its row, by the wording.
std::vector<std::string> row_of(const paper::Sheet& sheet, const Item& item) {
  for (const paper::Block& block : sheet.blocks)
    for (const paper::Row& row : block.table.rows)
      for (const paper::Cell& cell : row.cells)
        if (bare(cell.text) == bare(item.text)) {
          std::vector<std::string> out;
          for (const paper::Cell& one : row.cells) out.push_back(one.text);
          return out;
        }
  return {};
}

bool holds(const std::vector<std::string>& row, const std::string& text) { return std::find(row.begin(), row.end(), text) != row.end(); }

TEST_P(Official, EveryItemStandsInItsRowWithItsScoreOrFinding) {
  const Checklist& list = *shipped_checklist(GetParam());
  const Standing standing = filled(list);
  const auto sheet = official_form(visit_of(list), standing, k_noon, record_of(list, standing));
  ASSERT_TRUE(sheet.ok());
  for (const Section& section : list.sections)
    for (const Item& item : section.items) {
      const ItemResult& result = *standing.score.item(item.id);
      const auto row = row_of(*sheet, item);
      ASSERT_FALSE(row.empty()) << item.id;
      if (section.extra || item.points == 0) continue;
      EXPECT_TRUE(holds(row, points_text(result.score))) << item.id;
      for (const ColumnScore& one : result.columns) EXPECT_TRUE(holds(row, points_text(one.score))) << item.id << ": both columns are kept";
    }
}

TEST_P(Official, ThePdfAndTheWordDocumentSayAllOfIt) {
  const Checklist& list = *shipped_checklist(GetParam());
  const Standing standing = filled(list);
  const Record record = record_of(list, standing);
  const auto sheet = official_form(visit_of(list), standing, k_noon, record);
  ASSERT_TRUE(sheet.ok());
  const auto pdf = paper::to_pdf(*sheet);
  ASSERT_TRUE(pdf.ok()) << pdf.problem().id;
  const std::string docx = paper::to_docx(*sheet);
  if (const char* keep = std::getenv("ANKAO_KEEP_FORMS")) std::ofstream(fs::path(keep) / (GetParam() + ".docx"), std::ios::binary) << docx;
  EXPECT_NE(docx.find("word/plate1.png"), std::string::npos) << "the drawn signature";
  for (const std::string& text : {bare(text_of_pdf(*pdf, GetParam())), bare(words_of(docx))}) {
    for (const char* said : {"广州市安全生产培训考试中心", "2023-11-22", "限期补办消防备案", "检查记录附页", "拒绝签名：对扣分有异议", "李四（1101**********002X）", "证书有效期多久", "消防.jpg", "何队长", "王主任"}) EXPECT_NE(text.find(said), std::string::npos) << said;
    for (const Section& section : list.sections)
      for (const Item& item : section.items) {
        // A wording that goes over a page or beside other cells is broken by the reader of the PDF: its beginning is enough.
        const std::string start = bare(item.text).substr(0, 24);
        EXPECT_NE(text.find(start), std::string::npos) << item.id << " " << start;
      }
    for (const ItemResult& item : standing.score.items)
      for (const Finding& one : item.findings)
        EXPECT_NE(text.find(one.counts ? one.reason : ""), std::string::npos) << item.item << " " << one.reason;
    const std::string result = list.scored() ? "总分" + points_text(standing.score.total) + "/100分" : "不符合基本条件";
    EXPECT_NE(text.find(result), std::string::npos) << result;
    for (const Defect& one : record.defects) EXPECT_NE(text.find(one.id), std::string::npos) << one.id;
  }
}

TEST_P(Official, AnOpenVisitSaysWhatIsNotAnsweredAndNothingElse) {
  const Checklist& list = *shipped_checklist(GetParam());
  Standing none{list, {}, score(list, {}), false};
  Visit visit = visit_of(list);
  visit.state = VisitState::Open;
  visit.opinion.clear();
  visit.conclusion.clear();
  visit.signed_at.reset();
  const auto sheet = official_form(visit, none, k_noon);
  ASSERT_TRUE(sheet.ok());
  const std::string text = bare(words_of(paper::to_docx(*sheet)));
  EXPECT_NE(text.find("检查未完成"), std::string::npos);
  EXPECT_NE(text.find("尚未签名"), std::string::npos);
}

} // namespace
} // namespace ankao::inspection
