// SPDX-License-Identifier: Apache-2.0
#include "planning/routes/before_lists.hpp"

#include "planning/files/parameters.hpp"
#include "planning/routes/parameter_api.hpp"

namespace ankao::planning {
namespace {

using lists::Column;
using lists::FilterKind;
using lists::Kind;
using lists::Language;
using lists::List;
using lists::options;
using lists::Options;

Options states() { return options({{"proposed", {"待批准", "to be approved"}}, {"approved", {"已批准", "approved"}}, {"rejected", {"未批准", "rejected"}}}); }

Options parameters() {
  return [](Language language) {
    std::vector<lists::Option> out;
    for (const auto& one : shipped_parameters()) out.push_back({one.id, language == Language::English ? one.en : one.zh});
    return out;
  };
}

std::string lines_text(const dto::QuotaSet& set, Language) {
  std::string out;
  for (const auto& line : set.lines) out += (out.empty() ? "" : "；") + line.subject_name + " " + std::to_string(line.max_sessions);
  return out;
}

std::vector<Column> decision_columns() {
  return {{.key = "state", .heading = {"状态", "Status"}, .kind = Kind::Code, .width = 12, .sort = "state", .codes = states()},
          {.key = "reason", .heading = {"理由", "Reason"}, .width = 24},
          {.key = "entered_name", .heading = {"录入人", "Entered by"}, .width = 14, .sort = "entered_name"},
          {.key = "entered_at", .heading = {"录入时间", "Entered"}, .kind = Kind::Moment, .width = 20, .sort = "entered_at", .hidden = true},
          {.key = "decided_name", .heading = {"批准人", "Decided by"}, .width = 14, .sort = "decided_name"},
          {.key = "decided_at", .heading = {"批准时间", "Decided"}, .kind = Kind::Moment, .width = 20, .sort = "coalesce(decided_at, 0)", .hidden = true},
          {.key = "decision_reason", .heading = {"批准意见", "Decision"}, .width = 26, .hidden = true}};
}

std::vector<Column> joined(std::vector<Column> first) {
  for (auto& one : decision_columns()) first.push_back(std::move(one));
  return first;
}

} // namespace

const List& parameter_change_list() {
  static const List list{.id = "parameter_changes",
                         .name = {"参数变更", "Changes of parameters"},
                         .columns = joined({{.key = "id", .heading = {"编号", "Change"}, .width = 13, .sort = "id"},
                                            {.key = "name", .heading = {"参数", "Parameter"}, .width = 28, .sort = "parameter"},
                                            {.key = "clause", .heading = {"条款", "Clause"}, .width = 9},
                                            {.key = "value", .heading = {"新值", "New value"}, .width = 16},
                                            {.key = "from", .heading = {"自何月起", "From"}, .width = 11, .sort = "from_month"}}),
                         .filters = {{.name = "parameter", .label = {"参数", "Parameter"}, .kind = FilterKind::Choice, .options = parameters()},
                                     {.name = "state", .label = {"状态", "Status"}, .kind = FilterKind::Choice, .options = states()}},
                         .tie = "id",
                         .sort = "-id"};
  return list;
}

const List& quota_list() {
  static const List list{.id = "quotas",
                         .name = {"场次上限", "Quotas of sessions"},
                         .columns = joined({{.key = "id", .heading = {"编号", "Quota"}, .width = 13, .sort = "id"},
                                            {.key = "month", .heading = {"月份", "Month"}, .width = 11, .sort = "month"},
                                            {.key = "sessions", .heading = {"合计场次", "Sessions"}, .kind = Kind::Number, .width = 11},
                                            {.key = "lines", .heading = {"各科目上限", "By subject"}, .width = 40, .made = lists::made_of<dto::QuotaSet>(lines_text)}}),
                         .filters = {{.name = "month", .label = {"月份", "Month"}, .kind = FilterKind::Month},
                                     {.name = "state", .label = {"状态", "Status"}, .kind = FilterKind::Choice, .options = states()}},
                         .tie = "id",
                         .sort = "-id"};
  return list;
}

const List& arrangement_list() {
  static const Options kinds = options({{"own_school", {"本校在校学生", "own-school students"}}, {"cross_city", {"跨地市考试", "another city"}}});
  static const List list{.id = "arrangements",
                         .name = {"本校考试和跨地市安排", "Own school and other cities"},
                         .columns = {{.key = "id", .heading = {"编号", "Arrangement"}, .width = 13, .sort = "id"},
                                     {.key = "kind", .heading = {"类别", "Kind"}, .kind = Kind::Code, .width = 14, .sort = "kind", .codes = kinds},
                                     {.key = "clause", .heading = {"条款", "Clause"}, .width = 9},
                                     {.key = "booking", .heading = {"预约", "Booking"}, .width = 13, .sort = "booking"},
                                     {.key = "institution_name", .heading = {"培训机构", "Institution"}, .width = 28, .sort = "institution_name"},
                                     {.key = "subject_name", .heading = {"考试科目", "Subject"}, .width = 22, .sort = "subject"},
                                     {.key = "candidates", .heading = {"人数", "Candidates"}, .kind = Kind::Number, .width = 10, .sort = "candidates"},
                                     {.key = "party", .heading = {"学校或对方考试机构", "School or other organisation"}, .width = 28, .sort = "party"},
                                     {.key = "authority", .heading = {"主管部门或城市代码", "Authority or city"}, .width = 18, .hidden = true},
                                     {.key = "evidence", .heading = {"依据文件", "Document"}, .width = 26},
                                     {.key = "held_from", .heading = {"考试开始", "First day"}, .width = 14, .sort = "held_from", .hidden = true},
                                     {.key = "held_until", .heading = {"考试结束", "Last day"}, .width = 14, .sort = "held_until", .hidden = true},
                                     {.key = "recorded_at", .heading = {"登记时间", "Recorded"}, .kind = Kind::Moment, .width = 20, .sort = "recorded_at"},
                                     {.key = "live", .heading = {"有效", "Live"}, .kind = Kind::YesNo, .width = 8, .sort = "coalesce(ended_at, 0)"}},
                         .filters = {{.name = "q", .label = {"关键词", "Keyword"}, .hint = {"编号、预约、机构、文件", "Number, booking, institution, document"}},
                                     {.name = "kind", .label = {"类别", "Kind"}, .kind = FilterKind::Choice, .options = kinds},
                                     {.name = "live", .label = {"有效", "Live"}, .kind = FilterKind::YesNo, .folded = true},
                                     {.name = "subject", .label = {"考试科目", "Subject"}, .given = true},
                                     {.name = "institution", .label = {"培训机构", "Institution"}, .given = true}},
                         .tie = "id",
                         .sort = "-id"};
  return list;
}

} // namespace ankao::planning
