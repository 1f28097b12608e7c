// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspection/service/official.hpp"

namespace ankao::inspection {
namespace {

constexpr int k_signature_height = 160; ///< tenths of a millimetre
using Line = std::vector<std::string>;

paper::Style text_style(int size, paper::Face face, paper::Align align) {
  paper::Style out;
  out.size = size;
  out.face = face;
  out.align = align;
  return out;
}

paper::Block paragraph(const std::string& text, int size, paper::Face face, paper::Align align = paper::Align::Left, int before = 60) {
  paper::Block out;
  out.text = text;
  out.style = text_style(size, face, align);
  out.style.before = before;
  out.style.after = 40;
  return out;
}

/// The pitch keeps it with the head of its table and a row: never alone at the foot of a page.
paper::Block heading(const std::string& text) {
  paper::Block out = paragraph(text, 24, paper::Face::Hei, paper::Align::Left, 0);
  out.style.pitch = 340;
  out.style.after = 0;
  return out;
}

paper::Row row_of(const Line& line, paper::Face face, paper::Align align) {
  paper::Row out;
  for (const std::string& text : line) {
    paper::Cell cell;
    cell.text = text;
    cell.style = text_style(18, face, align);
    out.cells.push_back(cell);
  }
  return out;
}

paper::Block table(const std::vector<int>& widths, const Line& head, const std::vector<Line>& lines) {
  paper::Block out;
  out.kind = paper::Block::Kind::Table;
  out.table.widths = widths;
  out.table.head = 1;
  out.table.rows.push_back(row_of(head, paper::Face::Hei, paper::Align::Center));
  for (const Line& line : lines) out.table.rows.push_back(row_of(line, paper::Face::FangSong, paper::Align::Left));
  return out;
}

/// "2023-11-22 14:00"
std::string moment(Instant at) {
  std::string out = to_string(at).substr(0, 16);
  std::replace(out.begin(), out.end(), 'T', ' ');
  return out;
}

const char* said(Mark mark) { return mark == Mark::Met ? "符合" : mark == Mark::Partly ? "部分符合" : mark == Mark::Inapplicable ? "不适用" : mark == Mark::Not ? "不符合" : "未查"; }

const char* said(Verdict verdict) {
  switch (verdict) {
  case Verdict::Passed:
    return "合格";
  case Verdict::Failed:
    return "不合格";
  case Verdict::Clean:
    return "未发现问题";
  case Verdict::Findings:
    return "发现问题";
  case Verdict::Open:
    break;
  }
  return "检查未完成";
}

const char* said(FailedBy why) { return why == FailedBy::Total ? "（总分未达合格线）" : why == FailedBy::Mandatory ? "（必备项严重欠缺）" : why == FailedBy::Veto ? "（否决项不合格）" : ""; }

const char* said(DefectState state) {
  switch (state) {
  case DefectState::Found:
    return "待定措施";
  case DefectState::Assigned:
    return "整改中";
  case DefectState::Corrected:
    return "待核查";
  case DefectState::Closed:
    break;
  }
  return "已销号";
}

std::string number_of(const Checklist& list, const std::string& item) {
  const Item* found = list.item(item);
  return found == nullptr ? item : found->number;
}

std::string conclusion(const Visit& visit) { return visit.conclusion.empty() ? "" : visit.conclusion == "met" ? "符合基本条件" : "不符合基本条件"; }

void put_result(std::vector<paper::Block>& out, const Visit& visit, const Standing& standing) {
  const Score& score = standing.score;
  std::string result = said(score.verdict);
  result += said(score.failed_by);
  if (standing.checklist.scored()) result = "总分 " + points_text(score.total) + " / " + points_text(score.points) + " 分，" + result;
  if (!visit.conclusion.empty()) result += "；结论：" + conclusion(visit);
  std::string serious;
  for (const std::string& one : score.serious) serious += (serious.empty() ? "" : "、") + number_of(standing.checklist, one);
  std::vector<Line> lines{{"检查编号", visit.id + "（检查表第 " + std::to_string(visit.version) + " 版）"}, {"检查结果", result}};
  if (!serious.empty()) lines.push_back({"必备项严重欠缺", serious});
  lines.push_back({"存在问题及整改意见", visit.opinion.empty() ? (visit.state == VisitState::Signed ? "无" : "（尚未签署）") : visit.opinion});
  out.push_back(heading("一、检查结果"));
  paper::Block block = table({400, 1400}, {"项目", "内容"}, lines);
  out.push_back(block);
}

void put_findings(std::vector<paper::Block>& out, const Standing& standing) {
  std::vector<Line> lines;
  for (const ItemResult& item : standing.score.items)
    for (const Finding& one : item.findings) {
      if (!one.counts) continue;
      const Item& asked = *standing.checklist.item(item.item);
      const Part* part = asked.part(one.part);
      const std::string what = !one.missing.empty() ? "缺" + one.missing : part == nullptr ? "" : part->words.zh;
      lines.push_back({asked.number, what, one.kind == FindingKind::Veto ? "否决" : one.kind == FindingKind::Noted ? "不计分" : "-" + points_text(one.taken), one.reason, one.clause});
    }
  out.push_back(heading("二、发现的问题和扣分"));
  if (lines.empty()) out.push_back(paragraph("无。", 21, paper::Face::FangSong));
  else out.push_back(table({150, 760, 150, 500, 240}, {"项目", "发现", "扣分", "理由", "条款"}, lines));
}

/// Checks that the printed form does not have (G-26).
void put_checks(std::vector<paper::Block>& out, const Standing& standing) {
  std::vector<Line> lines;
  for (const Section& section : standing.checklist.sections)
    for (const Item& item : section.items) {
      const ItemResult* result = standing.score.item(item.id);
      if (!section.extra || result == nullptr) continue;
      lines.push_back({item.number, item.text, result->open ? "未查" : result->failed ? "不符合" : "符合"});
    }
  if (lines.empty()) return;
  out.push_back(heading("合规核查（不计分）"));
  out.push_back(table({150, 1400, 250}, {"项目", "核查内容", "结果"}, lines));
}

void put_defects(std::vector<paper::Block>& out, const Record& record) {
  std::vector<Line> lines;
  for (const Defect& d : record.defects) lines.push_back({d.id, d.clause, d.text, d.measure, d.limit ? to_string(*d.limit) : "", d.person, said(d.state)});
  out.push_back(heading("三、问题清单"));
  if (lines.empty()) out.push_back(paragraph("无。", 21, paper::Face::FangSong));
  else out.push_back(table({130, 210, 570, 350, 200, 160, 180}, {"编号", "条款", "问题", "整改措施", "期限", "责任人", "状态"}, lines));
}

void put_questions(std::vector<paper::Block>& out, const Standing& standing, const Record& record) {
  if (record.questions.empty()) return;
  std::vector<Line> lines;
  for (const Question& q : record.questions)
    lines.push_back({number_of(standing.checklist, q.item), q.question, q.asked + (q.post.empty() ? "" : "（" + q.post + "）"), q.answer, said(q.judged), moment(q.at)});
  out.push_back(heading("现场提问"));
  out.push_back(table({130, 450, 260, 520, 140, 300}, {"项目", "问题", "回答人", "回答", "判断", "时间"}, lines));
}

std::string witness_text(const Record& record, const std::string& id) {
  for (const Witness& one : record.witnesses)
    if (one.id == id) return one.name + "（" + one.masked + "）";
  return "";
}

void put_signatures(std::vector<paper::Block>& out, const Visit& visit, const Record& record) {
  out.push_back(heading("四、签名"));
  if (record.signatures.empty()) {
    out.push_back(paragraph(visit.self() ? "自查由本单位账户签署：" + (visit.signed_by.empty() ? "尚未签署" : visit.signed_by) + "。" : "尚未签名。", 21, paper::Face::FangSong));
    return;
  }
  std::vector<Line> lines;
  for (const DrawnSignature& one : record.signatures) {
    const Signature& s = one.signature;
    std::string note = s.refused ? "拒绝签名：" + s.reason : "";
    if (!s.witness.empty()) note += "；见证人：" + witness_text(record, s.witness);
    lines.push_back({s.side == Side::Team ? "检查组" : "被检查单位", s.name + (s.post.empty() ? "" : "\n" + s.post), note, moment(s.at)});
  }
  paper::Block block = table({260, 340, 900, 300}, {"签名方", "姓名", "签名", "时间"}, lines);
  for (std::size_t i = 0; i < record.signatures.size(); ++i) {
    if (record.signatures[i].png.empty()) continue;
    block.table.rows[i + 1].height = k_signature_height;
    block.table.rows[i + 1].cells[2].picture = record.signatures[i].png;
  }
  out.push_back(block);
}

void put_files(std::vector<paper::Block>& out, const Standing& standing, const Record& record) {
  out.push_back(heading("五、附件清单"));
  if (record.files.empty()) {
    out.push_back(paragraph("无。", 21, paper::Face::FangSong));
    return;
  }
  std::vector<Line> lines;
  for (const EvidenceFile& one : record.files)
    lines.push_back({std::to_string(lines.size() + 1), number_of(standing.checklist, one.item), one.name, one.person, moment(one.captured_at.value_or(one.received_at)), one.sm3.substr(0, 32) + "\n" + one.sm3.substr(std::min<std::size_t>(32, one.sm3.size()))});
  out.push_back(table({100, 140, 380, 200, 300, 680}, {"序号", "项目", "文件", "拍摄上传人", "时间", "SM3"}, lines));
}

} // namespace

std::vector<paper::Block> record_sheet(const Visit& visit, const Standing& standing, const Record& record) {
  std::vector<paper::Block> out;
  paper::Block page;
  page.kind = paper::Block::Kind::Break;
  out.push_back(page);
  out.push_back(paragraph("检查记录附页", 32, paper::Face::XiaoBiaoSong, paper::Align::Center, 0));
  out.push_back(paragraph(visit.target.name, 24, paper::Face::FangSong, paper::Align::Center, 0));
  put_result(out, visit, standing);
  put_findings(out, standing);
  put_checks(out, standing);
  put_defects(out, record);
  put_questions(out, standing, record);
  put_signatures(out, visit, record);
  put_files(out, standing, record);
  return out;
}

} // namespace ankao::inspection
