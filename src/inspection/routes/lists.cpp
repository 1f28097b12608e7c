// SPDX-License-Identifier: Apache-2.0
#include "inspection/routes/lists.hpp"

#include "inspection/files/checklists.hpp"
#include "inspection/files/law.hpp"
#include "inspection/routes/api.hpp"
#include "inspection/routes/routes.hpp"
#include "registry/service/choices.hpp"

namespace ankao::inspection {
namespace {

using lists::FilterKind;
using lists::Kind;
using lists::Language;

lists::Options checklists() {
  return [](Language language) {
    std::vector<lists::Option> out;
    for (const Checklist& one : shipped_checklists()) out.push_back({one.id, language == Language::English ? one.title.en : one.title.zh});
    return out;
  };
}

lists::Options phases() {
  return [](Language language) {
    std::vector<lists::Option> out;
    for (const PhaseLaw& one : shipped_law().phases) out.push_back({one.id, language == Language::English ? one.title.en : one.title.zh});
    return out;
  };
}

lists::Options verdicts() {
  return lists::options({{"open", {"未完成", "open"}}, {"passed", {"合格", "passed"}}, {"failed", {"不合格", "failed"}}, {"clean", {"未发现问题", "no findings"}}, {"findings", {"发现问题", "findings"}}});
}
lists::Options visit_states() { return lists::options({{"open", {"检查中", "under way"}}, {"signed", {"已签字", "signed"}}}); }
lists::Options defect_states() {
  return lists::options({{"found", {"待定措施", "measure due"}}, {"assigned", {"整改中", "being corrected"}}, {"corrected", {"待核查", "to be checked"}}, {"closed", {"已销号", "closed"}}});
}
lists::Options finders() { return lists::options({{"office", {"检查发现", "inspectors"}}, {"self", {"自查发现", "the unit itself"}}}); }
lists::Options report_states() {
  return lists::options({{"missing", {"未填写", "not begun"}}, {"draft", {"填写中", "draft"}}, {"submitted", {"待接收", "handed in"}}, {"received", {"已接收", "received"}}, {"overdue", {"逾期未报", "overdue"}}});
}
lists::Options covered() { return lists::options({{"inspected", {"已检查", "inspected"}}, {"waiting", {"待检查", "to be inspected"}}}); }

lists::Filter keyword() { return {.name = "q", .label = {"关键词", "Keyword"}, .hint = {"单位名称、编号", "Unit, number"}}; }
lists::Filter district() { return {.name = "district", .label = {"区域", "District"}, .kind = FilterKind::Choice, .options = registry::district_options()}; }
lists::Filter checklist(bool folded) { return {.name = "checklist", .label = {"检查表", "Checklist"}, .kind = FilterKind::Choice, .options = checklists(), .folded = folded}; }
lists::Filter phase() { return {.name = "phase", .label = {"阶段", "Phase"}, .kind = FilterKind::Choice, .options = phases(), .folded = true}; }
lists::Filter campaign() { return {.name = "campaign", .label = {"专项检查", "Inspection"}, .given = true}; }

} // namespace

const lists::List& target_list() {
  static const lists::List list{
      .id = "inspection-targets",
      .name = {"检查对象", "Whom to inspect"},
      .columns = {{.key = "name", .heading = {"单位", "Unit"}, .width = 34, .sort = "t.name"},
                  {.key = "checklist", .heading = {"检查表", "Checklist"}, .kind = Kind::Code, .width = 26, .sort = "t.checklist", .codes = checklists()},
                  {.key = "district_name", .heading = {"区域", "District"}, .width = 12, .sort = "t.district"},
                  {.key = "visits", .heading = {"已检查次数", "Visits"}, .kind = Kind::Number, .width = 12},
                  {.key = "verdict", .heading = {"最近结果", "Last result"}, .kind = Kind::Code, .width = 14, .codes = verdicts()},
                  {.key = "last", .heading = {"最近检查", "Last visit"}, .width = 12}},
      .filters = {keyword(), district(), checklist(false), {.name = "state", .label = {"覆盖", "Coverage"}, .kind = FilterKind::Choice, .options = covered()}, {.name = "id", .label = {"专项检查", "Inspection"}, .given = true}},
      .tie = "t.id"};
  return list;
}

const lists::List& visit_list() {
  static const lists::List list{
      .id = "inspection-visits",
      .name = {"检查", "Visits"},
      .columns = {{.key = "id", .heading = {"编号", "Number"}, .width = 10, .sort = "v.number"},
                  {.key = "name", .heading = {"被检查单位", "Unit"}, .width = 26, .sort = "t.name"},
                  {.key = "checklist", .heading = {"检查表", "Checklist"}, .kind = Kind::Code, .width = 22, .sort = "t.checklist", .codes = checklists()},
                  {.key = "phase", .heading = {"阶段", "Phase"}, .kind = Kind::Code, .width = 13, .sort = "v.phase", .codes = phases()},
                  {.key = "by_name", .heading = {"检查方", "Inspected by"}, .width = 14},
                  {.key = "district_name", .heading = {"区域", "District"}, .width = 12, .sort = "t.district", .hidden = true},
                  {.key = "planned", .heading = {"检查日期", "Day"}, .kind = Kind::Day, .width = 17, .sort = "v.planned"},
                  {.key = "state", .heading = {"状态", "State"}, .kind = Kind::Code, .width = 11, .sort = "v.state", .codes = visit_states()},
                  {.key = "total", .heading = {"得分", "Points"}, .width = 9, .sort = "v.total", .made = lists::made_of<dto::VisitRow>([](const dto::VisitRow& row, Language) {
                     return row.scored && row.state == "signed" ? points_text(row.total) : std::string();
                   })},
                  {.key = "verdict", .heading = {"结果", "Result"}, .kind = Kind::Code, .width = 12, .sort = "v.verdict", .codes = verdicts()},
                  {.key = "differences", .heading = {"与登记不符", "Figures that differ"}, .kind = Kind::Number, .width = 12, .sort = "v.differences"},
                  {.key = "signed_at", .heading = {"签字时间", "Signed"}, .kind = Kind::Moment, .width = 20, .hidden = true}},
      .filters = {keyword(), {.name = "state", .label = {"状态", "State"}, .kind = FilterKind::Choice, .options = visit_states()}, district(), checklist(true), phase(), {.name = "verdict", .label = {"结果", "Result"}, .kind = FilterKind::Choice, .options = verdicts(), .folded = true},
                  {.name = "differs", .label = {"与登记不符", "Figures that differ"}, .kind = FilterKind::YesNo, .folded = true}, campaign()},
      .tie = "v.number DESC",
      .sort = "-id"};
  return list;
}

const lists::List& defect_list() {
  static const lists::List list{
      .id = "inspection-problems",
      .name = {"问题清单", "Problems"},
      .columns = {{.key = "id", .heading = {"编号", "Number"}, .width = 10, .sort = "number"},
                  {.key = "name", .heading = {"单位", "Unit"}, .width = 28, .sort = "name"},
                  {.key = "text", .heading = {"问题", "Problem"}, .width = 44},
                  {.key = "clause", .heading = {"条款", "Clause"}, .width = 12, .sort = "clause"},
                  {.key = "level", .heading = {"级别", "Level"}, .kind = Kind::Number, .width = 9, .sort = "level"},
                  {.key = "state", .heading = {"状态", "State"}, .kind = Kind::Code, .width = 13, .sort = "state", .codes = defect_states()},
                  {.key = "limit", .heading = {"整改期限", "Limit"}, .kind = Kind::Day, .width = 15, .sort = "COALESCE(limit_day, '9999-12-31')"},
                  {.key = "overdue", .heading = {"逾期", "Overdue"}, .kind = Kind::YesNo, .width = 9},
                  {.key = "person", .heading = {"责任人", "Responsible"}, .width = 14, .hidden = true},
                  {.key = "district_name", .heading = {"区域", "District"}, .width = 12, .sort = "district", .hidden = true},
                  {.key = "found_at", .heading = {"发现时间", "Found"}, .kind = Kind::Moment, .width = 20, .sort = "found_at", .hidden = true},
                  {.key = "closed_at", .heading = {"销号时间", "Closed"}, .kind = Kind::Moment, .width = 20, .hidden = true}},
      .filters = {keyword(), {.name = "state", .label = {"状态", "State"}, .kind = FilterKind::Choice, .options = defect_states()}, {.name = "overdue", .label = {"逾期", "Overdue"}, .kind = FilterKind::YesNo}, district(),
                  checklist(true), phase(), {.name = "found", .label = {"发现方", "Found by"}, .kind = FilterKind::Choice, .options = finders(), .folded = true}, campaign()},
      .tie = "number DESC",
      .sort = "-id"};
  return list;
}

const lists::List& self_report_list() {
  static const lists::List list{
      .id = "self-reports",
      .name = {"自查报告", "Self-inspection reports"},
      .columns = {{.key = "name", .heading = {"单位", "Unit"}, .width = 34, .sort = "t.name"},
                  {.key = "district_name", .heading = {"区域", "District"}, .width = 12, .sort = "t.district"},
                  {.key = "state", .heading = {"状态", "State"}, .kind = Kind::Code, .width = 14, .codes = report_states()},
                  {.key = "overdue", .heading = {"逾期", "Overdue"}, .kind = Kind::YesNo, .width = 9},
                  {.key = "problems", .heading = {"问题数", "Problems"}, .kind = Kind::Number, .width = 10},
                  {.key = "made_at", .heading = {"报送时间", "Handed in"}, .kind = Kind::Moment, .width = 20, .sort = "COALESCE(p.made_at, 0)"},
                  {.key = "done_at", .heading = {"接收时间", "Received"}, .kind = Kind::Moment, .width = 20},
                  {.key = "made_name", .heading = {"报送人", "Handed in by"}, .width = 14, .hidden = true}},
      .filters = {keyword(), {.name = "state", .label = {"状态", "State"}, .kind = FilterKind::Choice, .options = report_states()}, district(), campaign()},
      .tie = "t.subject"};
  return list;
}

std::vector<const lists::List*> described_lists() { return {&target_list(), &visit_list(), &defect_list(), &self_report_list()}; }

} // namespace ankao::inspection
