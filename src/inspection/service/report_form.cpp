// SPDX-License-Identifier: Apache-2.0
// Annex 3 on paper: the printed headings with what the unit says in the place of the printed instructions (A3-1c, A3-2, A3-3).
#include "base/ensure.hpp"
#include "inspection/files/checklists.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/service/self_reports.hpp"
#include "inspection/store/papers.hpp"
#include "paper/fill.hpp"
#include "paper/read.hpp"
#include "registry/service/city.hpp"

namespace ankao::inspection {
namespace {

using paper::Block;

constexpr int k_small = 21; ///< half points, in tables
constexpr int k_seal = 420; ///< tenths of a point above a line for a seal, which is as high

Block paragraph(const Block& like, const std::string& text) {
  Block out = like;
  out.text = text;
  return out;
}

paper::Cell cell(const std::string& text, bool left = false) {
  paper::Cell out;
  out.text = text;
  out.style.size = k_small;
  out.style.align = left ? paper::Align::Left : paper::Align::Center;
  return out;
}

Block table(std::vector<int> widths, const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows) {
  Block out;
  out.kind = Block::Kind::Table;
  out.table.widths = std::move(widths);
  out.table.head = 1;
  paper::Row first;
  for (const std::string& one : head) {
    first.cells.push_back(cell(one));
    first.cells.back().style.face = paper::Face::Hei;
  }
  out.table.rows.push_back(first);
  for (const auto& row : rows) {
    paper::Row line;
    for (std::size_t i = 0; i < row.size(); ++i) line.cells.push_back(cell(row[i], row[i].size() > 24));
    out.table.rows.push_back(line);
  }
  return out;
}

/// One decimal of per cent, in whole numbers; "—" where nobody was trained.
std::string rate(const YearFigures& one) {
  if (one.trained == 0) return "—";
  const long long tenths = (2000LL * one.passed + one.trained) / (2LL * one.trained);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

/// "2023年11月8日".
std::string written(Date day) { return std::to_string(day.year()) + "年" + std::to_string(day.month()) + "月" + std::to_string(day.day()) + "日"; }
std::string written(const std::string& day) {
  const auto date = parse_date(day);
  return date ? written(*date) : day;
}

std::string number_of(const std::vector<Target>& targets, const std::string& item) {
  for (const Target& target : targets)
    if (const Checklist* list = shipped_checklist(target.checklist))
      if (const Item* found = list->item(item)) return "（检查表第" + found->number + "项）";
  return "";
}

void add_basics(std::vector<Block>& out, const Block& like, const std::string& name, const SelfReport& r) {
  out.push_back(paragraph(like, name + "，设立时间：" + r.founded + "；法人代表：" + r.head + "；从业人数：" + std::to_string(r.staff) + "人；业务范围：" + r.scope + "。师资队伍：专职" + std::to_string(r.full_time) + "人，兼职" +
                                    std::to_string(r.part_time) + "人。"));
  if (!r.sites.empty()) out.push_back(paragraph(like, "考试点（考试机构）建设情况：" + r.sites + "。"));
  std::vector<std::vector<std::string>> rows;
  for (const YearFigures& one : r.years) rows.push_back({std::to_string(one.year) + "年", std::to_string(one.trained), std::to_string(one.passed), rate(one)});
  out.push_back(paragraph(like, "近三年组织培训人数及考试通过率："));
  out.push_back(table({390, 390, 390, 390}, {"年度", "培训人数", "考试通过人数", "通过率"}, rows));
}

void add_problems(std::vector<Block>& out, const Block& like, const std::vector<Target>& targets, const SelfReport& r) {
  if (r.problems.empty()) out.push_back(paragraph(like, "对照检查表逐项自查，未发现问题。"));
  for (std::size_t i = 0; i < r.problems.size(); ++i)
    out.push_back(paragraph(like, std::to_string(i + 1) + ". " + r.problems[i].text + number_of(targets, r.problems[i].item) + "（" + written(r.problems[i].since) + "）"));
}

void add_corrections(std::vector<Block>& out, const Block& like, const SelfReport& r) {
  if (r.problems.empty()) {
    out.push_back(paragraph(like, "无。"));
    return;
  }
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < r.problems.size(); ++i) {
    const ReportedProblem& one = r.problems[i];
    rows.push_back({std::to_string(i + 1), one.measure, one.basis, (one.done ? "已完成：" : "拟达到：") + one.result, written(one.limit), one.person});
  }
  out.push_back(table({100, 380, 320, 330, 270, 160}, {"序号", "整改内容", "整改依据", "整改成效（验收条件）", "整改时限", "负责人"}, rows));
}

void add_lines(std::vector<Block>& out, const Block& like, const std::string& text) {
  for (std::size_t start = 0; start <= text.size();) {
    const auto end = std::min(text.find('\n', start), text.size());
    if (end > start) out.push_back(paragraph(like, text.substr(start, end - start)));
    start = end + 1;
  }
}

} // namespace

Result<paper::Sheet> report_form(db::Transaction& transaction, const Paper& report, Instant now) {
  const auto form = paper::shipped_forms().find("annex_3");
  ensure(form != paper::shipped_forms().end(), "Annex 3 is carried");
  auto sheet = paper::fill(form->second, {}, now.ms / 1000);
  if (!sheet.ok()) return sheet;
  const auto content = read_content<SelfReport>(report.content);
  const auto targets = store::targets_of(transaction, report.campaign, report.subject);
  const std::string office = report.district.empty() ? "市应急管理局" : registry::City::shipped().name_of(report.district) + "应急管理局";
  std::vector<Block> out;
  int part = 0;
  for (const Block& block : sheet.value().blocks) {
    if (block.text.rfind("简要概述", 0) == 0) add_basics(out, block, report.name, content), ++part;
    else if (block.text.rfind("根据本单位所属类别", 0) == 0) add_problems(out, block, targets, content), ++part;
    else if (block.text.rfind("根据自查发现", 0) == 0) add_corrections(out, block, content), ++part;
    else if (block.text.rfind("针对本单位", 0) == 0) add_lines(out, block, content.improvement), ++part;
    else if (block.text.rfind("单位名称", 0) == 0) {
      out.push_back(paragraph(block, "单位名称（加盖公章）：" + report.name));
      out.back().style.before = k_seal;
      out.back().style.keep = true; // with the last line above it: seals do not stand alone on a page
      Block second = paragraph(block, office + "（加盖公章）：");
      second.style.before = k_seal;
      out.push_back(second);
    } else if (block.text.find("年") != std::string::npos && block.style.align == paper::Align::Right) out.push_back(paragraph(block, written(date_of(report.made ? report.made->at : now))));
    else out.push_back(block);
  }
  ensure(part == 4, "Annex 3 has its four parts");
  sheet.value().blocks = std::move(out);
  return sheet;
}

} // namespace ankao::inspection
