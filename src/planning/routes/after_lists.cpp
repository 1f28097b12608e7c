// SPDX-License-Identifier: Apache-2.0
#include "planning/routes/after_lists.hpp"

#include "planning/routes/after_views.hpp"
#include "registry/service/choices.hpp"

namespace ankao::planning {
namespace {

using lists::FilterKind;
using lists::Kind;
using lists::List;
using lists::options;
using lists::Options;

Options site_states() { return options({{"waiting", {"待反馈", "waiting"}}, {"confirmed", {"已确认", "confirmed"}}, {"refused", {"不能提供", "refused"}}, {"silent", {"未反馈", "silent"}}}); }
Options answer_words() { return options({{"confirmed", {"全部确认", "all confirmed"}}, {"refused", {"不能提供", "refused"}}, {"open", {"尚有未答复", "not all answered"}}}); }
Options failure_kinds() { return options({{"refused", {"反馈不能提供", "refused"}}, {"no_show", {"当日未提供", "not provided on the day"}}}); }
Options failure_states() {
  return options({{"reported", {"待核实", "to be verified"}}, {"verified", {"已核实", "verified"}}, {"waived", {"已免记", "waived"}}, {"withdrawn", {"已撤回", "taken back"}}});
}
Options ending_states() {
  return options({{"proposed", {"待办理", "proposed"}}, {"prepared", {"待第二人决定", "waits for the second person"}}, {"ended", {"已终止", "ended"}}, {"dropped", {"不终止", "not ended"}}});
}
Options objection_states() {
  return options({{"open", {"待答复", "open"}}, {"proposed", {"待第二人复核", "waits for the second person"}}, {"upheld", {"成立", "upheld"}}, {"rejected", {"不成立", "rejected"}}});
}
Options slots() { return options({{"am", {"上午", "morning"}}, {"pm", {"下午", "afternoon"}}, {"eve", {"晚上", "evening"}}}); }
Options yes_no_moves() { return options({{"true", {"调入", "came"}}, {"false", {"调出", "left"}}}); }

lists::Filter month() { return {.name = "month", .label = {"月份", "Month"}, .kind = FilterKind::Month}; }
lists::Filter given_month() { return {.name = "month", .label = {"月份", "Month"}, .kind = FilterKind::Month, .given = true}; }
lists::Filter word(lists::Words hint) { return {.name = "q", .label = {"关键词", "Keyword"}, .hint = std::move(hint)}; }
lists::Filter district() { return {.name = "district", .label = {"区域", "District"}, .kind = FilterKind::Choice, .options = registry::district_options()}; }
lists::Filter state(Options words) { return {.name = "state", .label = {"状态", "Status"}, .kind = FilterKind::Choice, .options = std::move(words)}; }

} // namespace

const List& feedback_list() {
  static const List list{
      .id = "feedback",
      .name = {"考试点反馈", "Feedback of the sites"},
      .columns = {{.key = "site_name", .heading = {"考试点", "Exam site"}, .width = 30, .sort = "site_name"},
                  {.key = "district", .heading = {"区域", "District"}, .kind = Kind::Code, .width = 11, .sort = "district", .codes = registry::district_options()},
                  {.key = "state", .heading = {"反馈", "Feedback"}, .kind = Kind::Code, .width = 13, .codes = site_states()},
                  {.key = "sessions", .heading = {"场次", "Sessions"}, .kind = Kind::Number, .width = 10, .sort = "sessions"},
                  {.key = "confirmed", .heading = {"已确认", "Confirmed"}, .kind = Kind::Number, .width = 11, .sort = "confirmed"},
                  {.key = "refused", .heading = {"不能提供", "Refused"}, .kind = Kind::Number, .width = 11, .sort = "refused"},
                  {.key = "candidates", .heading = {"人数", "Candidates"}, .kind = Kind::Number, .width = 12, .sort = "candidates"},
                  {.key = "late", .heading = {"逾期反馈", "Late"}, .kind = Kind::YesNo, .width = 11},
                  {.key = "last_at", .heading = {"反馈时间", "Answered"}, .kind = Kind::Moment, .width = 22, .sort = "last_at"},
                  {.key = "explanation", .heading = {"情况说明", "Explanation"}, .width = 40}},
      .filters = {given_month(), word({"考试点", "Site"}), district(), {.name = "answer", .label = {"反馈", "Feedback"}, .kind = FilterKind::Choice, .options = answer_words()}},
      .tie = "site"};
  return list;
}

const List& failure_list() {
  static const List list{
      .id = "failures",
      .name = {"未提供考场", "Rooms not provided"},
      .columns = {{.key = "id", .heading = {"编号", "Number"}, .width = 12, .sort = "id"},
                  {.key = "site_name", .heading = {"考试点", "Exam site"}, .width = 30, .sort = "site_name"},
                  {.key = "district", .heading = {"区域", "District"}, .kind = Kind::Code, .width = 11, .codes = registry::district_options(), .hidden = true},
                  {.key = "month", .heading = {"月份", "Month"}, .width = 11, .sort = "month"},
                  {.key = "day", .heading = {"首场日期", "First day"}, .kind = Kind::Day, .width = 18, .sort = "day"},
                  {.key = "kind", .heading = {"情形", "Kind"}, .kind = Kind::Code, .width = 15, .codes = failure_kinds()},
                  {.key = "sessions", .heading = {"场次", "Sessions"}, .kind = Kind::Number, .width = 10},
                  {.key = "state", .heading = {"状态", "Status"}, .kind = Kind::Code, .width = 13, .sort = "state", .codes = failure_states()},
                  {.key = "explanation", .heading = {"情况说明", "Explanation"}, .width = 36},
                  {.key = "recorded_at", .heading = {"报告时间", "Reported"}, .kind = Kind::Moment, .width = 22, .sort = "recorded_at", .hidden = true},
                  {.key = "decided_at", .heading = {"核实时间", "Decided"}, .kind = Kind::Moment, .width = 22, .hidden = true},
                  {.key = "reason", .heading = {"理由", "Reason"}, .width = 30, .hidden = true}},
      .filters = {word({"编号、考试点", "Number, site"}), state(failure_states()), {.name = "kind", .label = {"情形", "Kind"}, .kind = FilterKind::Choice, .options = failure_kinds()}, month(), district()},
      .tie = "id",
      .sort = "-id"};
  return list;
}

const List& ending_list() {
  static const List list{
      .id = "endings",
      .name = {"终止考场服务协议", "Ends of service agreements"},
      .columns = {{.key = "id", .heading = {"编号", "Number"}, .width = 12, .sort = "id"},
                  {.key = "site_name", .heading = {"考试点", "Exam site"}, .width = 30, .sort = "site_name"},
                  {.key = "year", .heading = {"年度", "Year"}, .kind = Kind::Number, .width = 9, .sort = "year"},
                  {.key = "state", .heading = {"状态", "Status"}, .kind = Kind::Code, .width = 16, .sort = "state", .codes = ending_states()},
                  {.key = "proposed_at", .heading = {"提出时间", "Proposed"}, .kind = Kind::Moment, .width = 22, .sort = "proposed_at"},
                  {.key = "effective", .heading = {"终止之日", "Ends on"}, .kind = Kind::Day, .width = 18},
                  {.key = "ban", .heading = {"禁入", "Barred"}, .kind = Kind::YesNo, .width = 10, .hidden = true},
                  {.key = "reason", .heading = {"理由", "Reason"}, .width = 36}},
      .filters = {state(ending_states())},
      .tie = "id",
      .sort = "-id"};
  return list;
}

const List& objection_list() {
  static const List list{
      .id = "objections",
      .name = {"计划异议", "Objections"},
      .columns = {{.key = "id", .heading = {"编号", "Number"}, .width = 12, .sort = "id"},
                  {.key = "month", .heading = {"月份", "Month"}, .width = 11, .sort = "month"},
                  {.key = "institution_name", .heading = {"培训机构", "Institution"}, .width = 28, .sort = "institution_name"},
                  {.key = "batch", .heading = {"批次", "Batch"}, .width = 13, .sort = "batch"},
                  {.key = "by_institution", .heading = {"由机构提出", "By the institution"}, .kind = Kind::YesNo, .width = 12},
                  {.key = "at", .heading = {"提出时间", "Filed"}, .kind = Kind::Moment, .width = 22, .sort = "at"},
                  {.key = "state", .heading = {"状态", "Status"}, .kind = Kind::Code, .width = 16, .sort = "state", .codes = objection_states()},
                  {.key = "text", .heading = {"异议内容", "What is objected to"}, .width = 40},
                  {.key = "answer", .heading = {"答复", "Answer"}, .width = 36, .hidden = true}},
      .filters = {word({"编号、批次、机构", "Number, batch, institution"}), state(objection_states()), month()},
      .tie = "id",
      .sort = "-id"};
  return list;
}

const List& move_list() {
  static const List list{
      .id = "moves",
      .name = {"计划调整", "Changes of the plan"},
      .columns = {{.key = "batch", .heading = {"批次", "Batch"}, .width = 13, .sort = "batch, number"},
                  {.key = "class_id", .heading = {"培训班", "Class"}, .width = 13, .hidden = true},
                  {.key = "institution_name", .heading = {"培训机构", "Institution"}, .width = 28, .sort = "institution_name, number"},
                  {.key = "subject_name", .heading = {"考试科目", "Subject"}, .width = 22},
                  {.key = "came", .heading = {"调整", "Change"}, .width = 9, .made = lists::made_of<dto::MoveRow>([](const dto::MoveRow& row, lists::Language language) {
                     return yes_no_moves()(language)[row.came ? 0 : 1].label;
                   })},
                  {.key = "date", .heading = {"日期", "Date"}, .kind = Kind::Day, .width = 18, .sort = "date, number"},
                  {.key = "slot", .heading = {"时段", "Slot"}, .kind = Kind::Code, .width = 9, .codes = slots()},
                  {.key = "site_name", .heading = {"考试点", "Exam site"}, .width = 28, .sort = "site_name, number"},
                  {.key = "room", .heading = {"考场", "Room"}, .width = 14, .hidden = true},
                  {.key = "candidates", .heading = {"人数", "Candidates"}, .kind = Kind::Number, .width = 12, .sort = "candidates"}},
      .filters = {given_month(), {.name = "version", .label = {"版本", "Version"}, .given = true}, word({"批次、班级、机构、考试点", "Batch, class, institution, site"}),
                  {.name = "institution", .label = {"培训机构", "Institution"}, .given = true}, {.name = "site", .label = {"考试点", "Exam site"}, .given = true}},
      .tie = "number"};
  return list;
}

} // namespace ankao::planning
