// SPDX-License-Identifier: Apache-2.0
#include "reporting/service/summary_tables.hpp"

#include <algorithm>

#include "inspection/words/checklist.hpp"
#include "paper/bars.hpp"
#include "registry/service/city.hpp"
#include "reporting/files/summary_law.hpp"
#include "reporting/rules/summary.hpp"

namespace ankao::reporting {
namespace {

using paper::Block;
using Line = std::vector<std::string>;

constexpr std::size_t k_most_rows = 15;
constexpr int k_chart_height = 620; ///< tenths of a millimetre

Block heading(const std::string& text) {
  Block out;
  out.text = text;
  out.style.face = paper::Face::Hei;
  out.style.size = 24;
  out.style.align = paper::Align::Center;
  out.style.pitch = 300;
  out.style.before = 40;
  return out;
}

Block note(const std::string& text) {
  Block out;
  out.text = text;
  out.style.size = 21;
  out.style.pitch = 180;
  return out;
}

paper::Cell cell(const std::string& text, paper::Face face, paper::Align align) {
  paper::Cell out;
  out.text = text;
  out.style.size = 21;
  out.style.face = face;
  out.style.align = align;
  return out;
}

/// Words on the left, figures in the middle; the last column may be words again.
Block table(const std::vector<int>& widths, const Line& head, const std::vector<Line>& lines, std::size_t words, bool last = false) {
  Block out;
  out.kind = Block::Kind::Table;
  out.table.widths = widths;
  out.table.head = 1;
  paper::Row first;
  for (const std::string& one : head) first.cells.push_back(cell(one, paper::Face::Hei, paper::Align::Center));
  out.table.rows.push_back(first);
  for (const Line& line : lines) {
    paper::Row row;
    for (std::size_t i = 0; i < line.size(); ++i) row.cells.push_back(cell(line[i], paper::Face::FangSong, i < words || (last && i + 1 == line.size()) ? paper::Align::Left : paper::Align::Center));
    out.table.rows.push_back(row);
  }
  return out;
}

std::string n(std::int64_t value) { return std::to_string(value); }
std::string points(std::int64_t tenths) { return inspection::points_text(static_cast<int>(tenths)); }
std::string share(std::int64_t part, std::int64_t whole) { return whole == 0 ? "—" : figure_text(*shipped_summary_law().figure("closed_share"), (2000 * part + whole) / (2 * whole)) + "%"; }

std::vector<Block> problems(const SummaryFacts& facts) {
  std::vector<Line> lines;
  CheckedKind all;
  for (const CheckedKind& one : facts.kinds) {
    lines.push_back({one.title, n(one.found), n(one.closed), n(one.open), n(one.overdue), share(one.closed, one.found)});
    all.found += one.found, all.closed += one.closed, all.open += one.open, all.overdue += one.overdue;
  }
  if (lines.empty()) return {};
  lines.push_back({"合计", n(all.found), n(all.closed), n(all.open), n(all.overdue), share(all.closed, all.found)});
  return {heading("检查发现问题清单统计"), table({560, 200, 200, 200, 200, 200}, {"检查表", "发现（条）", "销号（条）", "未销号（条）", "逾期（条）", "整改率"}, lines, 1)};
}

std::vector<Block> before_after(const SummaryFacts& facts) {
  paper::Bars bars{"条", {"检查时发现", "“回头看”后仍在"}, {}};
  std::int64_t found = 0, left = 0;
  for (const BeforeAfter& one : facts.phases) {
    bars.groups.push_back({phase_words(one.phase), {one.found, one.left}});
    found += one.found, left += one.left;
  }
  if (found == 0) return {};
  Block picture;
  picture.kind = Block::Kind::Table;
  picture.table.widths = {1560};
  paper::Row row;
  row.height = k_chart_height;
  row.cells.push_back(cell("", paper::Face::FangSong, paper::Align::Center));
  row.cells.back().picture = paper::draw_bars(bars);
  picture.table.rows.push_back(row);
  return {heading("各阶段发现问题" + n(found) + "条，“回头看”后仍在" + n(left) + "条"), picture};
}

std::vector<Block> causes(const SummaryFacts& facts) {
  std::vector<Line> lines;
  std::int64_t all = 0, shown = 0;
  for (const CauseRow& one : facts.causes) all += one.found;
  for (const CauseRow& one : facts.causes) {
    if (lines.size() == k_most_rows) break;
    std::string places;
    for (const std::string& place : one.places) places += (places.empty() ? "" : "、") + place;
    lines.push_back({one.clause, one.title, n(one.found), share(one.found, all), n(one.closed), n(one.overdue), places});
    shown += one.found;
  }
  if (lines.empty()) return {};
  std::vector<Block> out{heading("问题按检查条款归集"), table({170, 350, 120, 130, 120, 120, 550}, {"条款", "检查项目", "发现", "占比", "销号", "逾期", "主要出现在"}, lines, 2, true)};
  if (shown < all) out.push_back(note("另有" + n(static_cast<std::int64_t>(facts.causes.size() - lines.size())) + "个条款共" + n(all - shown) + "条问题，见平台明细。"));
  return out;
}

std::vector<Block> scores(const SummaryFacts& facts) {
  std::vector<Line> lines;
  for (const HonestyRow& one : facts.measures.honesty.rows) {
    if (!one.scored || lines.size() == k_most_rows) break;
    const char* form = one.checklist == "theory_site" ? "（理论）" : one.checklist == "practical_site" ? "（实操）" : ""; // a site may be both
    lines.push_back({one.name + form, points(one.self_score), points(one.official_score), (one.gap() > 0 ? "+" : "") + points(one.gap()), n(one.self_problems), n(one.official_problems)});
  }
  if (lines.empty()) return {};
  std::vector<Block> out{heading("自评与检查评分对照"), table({560, 200, 200, 200, 200, 200}, {"考试点", "自评（分）", "检查（分）", "差（分）", "自查问题", "检查问题"}, lines, 1)};
  if (facts.measures.honesty.places > static_cast<std::int64_t>(lines.size())) out.push_back(note("按差额从大到小列前" + n(static_cast<std::int64_t>(lines.size())) + "个，共" + n(facts.measures.honesty.places) + "个。"));
  return out;
}

std::vector<Block> severity(const SummaryFacts& facts) {
  if (!facts.measures.severity) return {};
  std::vector<Line> lines;
  for (const SeverityRow& one : facts.measures.severity->rows) lines.push_back({one.name, n(one.visits), n(one.places), (one.severity > 0 ? "+" : "") + points(one.severity), points(one.raw), points(one.corrected)});
  return {heading("检查尺度校正（两组检查同一对象）"), table({400, 200, 220, 300, 220, 220}, {"检查组", "检查（次）", "重叠对象", "每次多扣（分）", "平均分", "校正后"}, lines, 1)};
}

std::vector<Block> districts(const SummaryFacts& facts) {
  static const std::map<std::string, std::string> words{{"draft", "未报送"}, {"proposed", "未报送"}, {"filed", "已报送"}, {"returned", "已退回"}, {"received", "已签收"}};
  std::vector<Line> lines;
  for (const DistrictLine& one : facts.districts) {
    const auto state = words.find(one.state);
    lines.push_back({registry::City::shipped().name_of(one.district), state == words.end() ? one.state : state->second, one.filed_at ? written_day(date_of(*one.filed_at)) : "—", one.filed_at ? (one.in_time ? "按时" : "逾期") : "—", n(one.problems), n(one.closed), share(one.closed, one.problems)});
  }
  return {heading("各区总结报告及问题整改情况"), table({210, 190, 390, 150, 210, 210, 200}, {"区", "总结报告", "报送日期", "时限", "问题（条）", "销号（条）", "整改率"}, lines, 1)};
}

} // namespace

std::string phase_words(const std::string& phase) {
  static const std::map<std::string, std::string> words{{"self", "自查"}, {"own", "属地执法检查"}, {"cross", "区际交叉互查"}, {"city", "市局抽查"}};
  const auto found = words.find(phase);
  return found == words.end() ? phase : found->second;
}

std::vector<Block> summary_table(const std::string& name, const SummaryFacts& facts, bool city) {
  if (name == "problems") return problems(facts);
  if (name == "before_after") return before_after(facts);
  if (name == "causes") return causes(facts);
  if (name == "scores") return scores(facts);
  if (name == "severity") return severity(facts);
  return city && name == "districts" ? districts(facts) : std::vector<Block>{};
}

} // namespace ankao::reporting
