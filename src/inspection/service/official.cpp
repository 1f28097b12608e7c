// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/official.hpp"

#include <algorithm>
#include <map>

#include "base/ensure.hpp"
#include "inspection/files/checklists.hpp"
#include "paper/fill.hpp"
#include "paper/read.hpp"

namespace ankao::inspection {
namespace {

std::string plain(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n') out += c;
  return out;
}

bool replace(std::string& text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  if (at == std::string::npos) return false;
  text.replace(at, from.size(), to);
  return true;
}

void head(paper::Block& block, const Visit& visit) {
  const std::string day = visit.signed_at ? to_string(date_of(*visit.signed_at)) : to_string(visit.planned);
  if (block.text.find("名称") != std::string::npos && block.text.find("检查日期") != std::string::npos) {
    replace(block.text, "_____", visit.target.name); // both stand in one line on the theory form
    replace(block.text, "_____", day);
    return;
  }
  for (const char* label : {"培训机构名称：", "考试机构名称：", "考试点名称:", "生产经营单位名称："})
    if (block.text == label) block.text += visit.target.name;
  if (block.text == "检查日期：" || block.text == "检查日期:") block.text += day;
}

/// What stands in the column 检查情况.
std::string found(const Item& item, const ItemResult& result) {
  if (result.open) return "";
  if (!result.failed) return "符合";
  std::string out;
  for (const Finding& one : result.findings) {
    if (!one.counts) continue;
    out += (out.empty() ? "" : "；") + (one.missing.empty() ? "（" + one.part + "）不符合" : "缺" + one.missing);
    if (!one.reason.empty()) out += "：" + one.reason;
  }
  return out.empty() ? item.number : out;
}

std::string column_text(const ItemResult& result, Column column) {
  for (const ColumnScore& one : result.columns)
    if (one.column == column) return points_text(one.score);
  return "";
}

/// The row of the item, by its printed wording; the place of the wording in it.
std::optional<std::size_t> wording_in(const paper::Row& row, const std::string& printed) {
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    if (plain(row.cells[i].text) == printed) return i;
  return std::nullopt;
}

void put(paper::Row& row, std::size_t at, const std::string& text) {
  ensure(at < row.cells.size(), "the form has the column");
  row.cells[at].text = text;
}

void fill_row(paper::Row& row, std::size_t wording, const Checklist& list, const Item& item, const ItemResult& result) {
  row.cells[wording].text = item.text;
  if (list.columns == std::vector<Column>{Column::Score}) {
    const std::string veto_text = result.vetoed ? "不合格" : "合格";
    put(row, row.cells.size() - 1, result.open ? "" : item.points > 0 ? points_text(result.score) : veto_text);
  } else if (list.columns.size() == 2) {
    const bool scored = item.points > 0;
    const std::string veto_text = result.open ? "" : result.vetoed ? "不合格" : "合格";
    put(row, wording + 2, scored ? column_text(result, Column::Written) : veto_text);
    put(row, wording + 3, scored ? column_text(result, Column::OnSite) : veto_text);
  } else {
    // Annex 1 has the finding before the wording, Annex 2-1 behind it.
    put(row, list.inspects == Inspects::Institution ? wording - 1 : wording + 1, found(item, result));
  }
}

/// Who signed, in the place of the form; the drawn signatures stand on the sheet behind it.
std::string signers(const Visit& visit, const Record& record) {
  std::string out;
  for (const DrawnSignature& one : record.signatures)
    if (one.signature.side == Side::Team) out += (out.empty() ? "" : "、") + one.signature.name + (one.signature.refused ? "（拒绝签名）" : "");
  if (out.empty() && visit.state == VisitState::Signed) return visit.signed_by;
  return out.empty() ? "" : out + "（手写签名见附页）";
}

void fill_result(paper::Cell& cell, const Visit& visit, const Standing& standing, const Record& record) {
  const std::string total = points_text(standing.score.total);
  if (!replace(cell.text, "总得分分为分", "总得分分为" + total + "分")) replace(cell.text, "总得分为分", "总得分为" + total + "分");
  std::string opinion = visit.opinion.empty() ? "无" : visit.opinion;
  if (!visit.conclusion.empty()) opinion = (visit.conclusion == "met" ? "符合基本条件。" : "不符合基本条件。") + opinion;
  if (visit.state != VisitState::Signed) opinion = "";
  replace(cell.text, "存在问题及整改意见：", "存在问题及整改意见：" + opinion + "\n");
  if (!record.projects.empty()) replace(cell.text, "（特种作业操作项目名称）", "（" + record.projects + "）");
  for (const char* label : {"检查组人员签名：", "检查组成员（签字）："}) replace(cell.text, label, label + signers(visit, record));
}

void fill_table(paper::Table& table, const Visit& visit, const Standing& standing, const Record& record) {
  const Checklist* printed = shipped_checklist(standing.checklist.id);
  ensure(printed != nullptr, "a checklist has its printed form");
  std::map<std::string, const Item*> by_wording;
  for (const Section& section : printed->sections)
    for (const Item& item : section.items) by_wording[plain(item.text)] = &item;
  for (paper::Row& row : table.rows) {
    for (paper::Cell& cell : row.cells)
      if (cell.text.find("存在问题及整改意见") != std::string::npos) fill_result(cell, visit, standing, record);
    for (const auto& [wording, item] : by_wording) {
      const auto at = wording_in(row, wording);
      const ItemResult* result = standing.score.item(item->id);
      const Item* now = standing.checklist.item(item->id);
      if (!at || result == nullptr || now == nullptr) continue;
      fill_row(row, *at, standing.checklist, *now, *result);
      break;
    }
  }
}

} // namespace

Result<paper::Sheet> official_form(const Visit& visit, const Standing& standing, Instant now, const Record& record) {
  const auto form = paper::shipped_forms().find(standing.checklist.form);
  ensure(form != paper::shipped_forms().end(), "the form of the checklist is carried: " + standing.checklist.form);
  auto sheet = paper::fill(form->second, {}, now.ms / 1000);
  if (!sheet.ok()) return sheet;
  for (paper::Block& block : sheet.value().blocks) {
    if (block.kind == paper::Block::Kind::Paragraph) head(block, visit);
    if (block.kind == paper::Block::Kind::Table) fill_table(block.table, visit, standing, record);
  }
  for (paper::Block& block : record_sheet(visit, standing, record)) sheet.value().blocks.push_back(std::move(block));
  return sheet;
}

} // namespace ankao::inspection
