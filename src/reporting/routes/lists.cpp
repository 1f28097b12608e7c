// SPDX-License-Identifier: Apache-2.0
#include "reporting/routes/lists.hpp"

#include "enforcement/files/law.hpp"
#include "registry/service/choices.hpp"
#include "reporting/routes/api.hpp"
#include "reporting/routes/routes.hpp"

namespace ankao::reporting {
namespace {

using lists::FilterKind;
using lists::Kind;
using lists::Language;

lists::Options kinds() {
  return [](Language language) {
    std::vector<lists::Option> out;
    for (const auto& one : enforcement::shipped_law().kinds) out.push_back({enforcement::name_of(one.kind), language == Language::English ? one.words.en : one.words.zh});
    return out;
  };
}

lists::Options states() {
  return lists::options({{"upcoming", {"未到期间", "to come"}}, {"open", {"待报送", "to be filed"}}, {"overdue", {"逾期未报", "overdue"}}, {"reopened", {"已退回", "reopened"}}, {"submitted", {"已报送", "filed"}}});
}

lists::Options sources() {
  return lists::options({{"self_visit", {"自查", "self-inspection"}}, {"self_problem", {"自查问题", "problem found by itself"}}, {"office_visit", {"执法检查", "inspection"}}, {"city_visit", {"市级抽查", "spot check"}}, {"decision", {"处理决定", "decision"}}, {"production_unit", {"生产经营单位", "production unit"}}, {"organisation_visit", {"考试机构检查", "visit to an exam organisation"}}, {"case", {"典型案件", "case"}}});
}

} // namespace

const lists::List& return_list() {
  static const lists::List list{.id = "returns",
                                .name = {"进展情况统计表", "Monthly returns"},
                                .columns = {{.key = "month", .heading = {"月份", "Month"}, .width = 10},
                                            {.key = "district_name", .heading = {"区域", "District"}, .width = 12},
                                            {.key = "state", .heading = {"状态", "State"}, .kind = Kind::Code, .width = 12, .codes = states()},
                                            {.key = "from", .heading = {"自", "From"}, .kind = Kind::Day, .width = 15},
                                            {.key = "to", .heading = {"至（报送期限）", "To (due)"}, .kind = Kind::Day, .width = 15},
                                            {.key = "submitted_at", .heading = {"报送时间", "Filed"}, .kind = Kind::Moment, .width = 20},
                                            {.key = "on_time", .heading = {"按时", "In time"}, .kind = Kind::YesNo, .width = 9},
                                            {.key = "corrections", .heading = {"更正", "Corrections"}, .kind = Kind::Number, .width = 9},
                                            {.key = "late", .heading = {"报送后变动", "Changed since"}, .kind = Kind::Number, .width = 12},
                                            {.key = "version", .heading = {"次", "Version"}, .kind = Kind::Number, .width = 8, .hidden = true},
                                            {.key = "filler", .heading = {"填表人", "Filled in by"}, .width = 12, .hidden = true}},
                                .filters = {{.name = "month", .label = {"月份", "Month"}, .kind = FilterKind::Month},
                                            {.name = "state", .label = {"状态", "State"}, .kind = FilterKind::Choice, .options = states()},
                                            {.name = "district", .label = {"区域", "District"}, .kind = FilterKind::Choice, .options = registry::district_options()},
                                            {.name = "campaign", .label = {"专项检查", "Inspection"}, .given = true}},
                                .tie = "month, district"};
  return list;
}

const lists::List& item_list() {
  static const lists::List list{.id = "return-records",
                                .name = {"统计依据", "Records behind a figure"},
                                .columns = {{.key = "id", .heading = {"编号", "Number"}, .width = 10},
                                            {.key = "source", .heading = {"记录", "Record"}, .kind = Kind::Code, .width = 12, .codes = sources()},
                                            {.key = "name", .heading = {"单位", "Unit"}, .width = 34},
                                            {.key = "kind", .heading = {"措施", "Measure"}, .kind = Kind::Code, .width = 14, .codes = kinds()},
                                            {.key = "day", .heading = {"日期", "Day"}, .kind = Kind::Day, .width = 15},
                                            {.key = "amount", .heading = {"金额（元）", "Amount (yuan)"}, .width = 12, .made = lists::made_of<dto::ReturnItem>([](const dto::ReturnItem& row, Language) {
                                               if (row.amount == 0) return std::string();
                                               const std::string cents = std::to_string(row.amount % 100);
                                               return std::to_string(row.amount / 100) + (row.amount % 100 == 0 ? "" : "." + std::string(2 - cents.size(), '0') + cents);
                                             })},
                                            {.key = "persons", .heading = {"人数", "Persons"}, .width = 9, .made = lists::made_of<dto::ReturnItem>([](const dto::ReturnItem& row, Language) { return row.persons == 0 ? std::string() : std::to_string(row.persons); })},
                                            {.key = "district_name", .heading = {"区域", "District"}, .width = 12}},
                                .filters = {{.name = "id", .label = {"统计表", "Return"}, .given = true}, {.name = "row", .label = {"项目", "Row"}, .given = true}, {.name = "cell", .label = {"列", "Column"}, .given = true}},
                                .tie = "day, id"};
  return list;
}

const lists::List& summary_list() {
  static const lists::Options states = lists::options({{"draft", {"起草中", "draft"}}, {"proposed", {"待签发", "to be signed"}}, {"filed", {"已报送", "sent"}}, {"returned", {"已退回", "returned"}}, {"received", {"已签收", "received"}}, {"signed", {"已签发", "signed"}}, {"overdue", {"逾期", "overdue"}}});
  static const lists::List list{.id = "summaries",
                                .name = {"总结报告", "Summary reports"},
                                .columns = {{.key = "district_name", .heading = {"区域", "District"}, .width = 14},
                                            {.key = "state", .heading = {"状态", "State"}, .kind = Kind::Code, .width = 12, .codes = states},
                                            {.key = "due", .heading = {"报送期限", "Due"}, .kind = Kind::Day, .width = 15},
                                            {.key = "overdue", .heading = {"逾期", "Overdue"}, .kind = Kind::YesNo, .width = 9},
                                            {.key = "filed_at", .heading = {"签发报送时间", "Signed and sent"}, .kind = Kind::Moment, .width = 20},
                                            {.key = "on_time", .heading = {"按时", "In time"}, .kind = Kind::YesNo, .width = 9},
                                            {.key = "edition", .heading = {"版次", "Edition"}, .kind = Kind::Number, .width = 8},
                                            {.key = "drafter", .heading = {"起草", "Drafted by"}, .width = 12},
                                            {.key = "signer", .heading = {"签发", "Signed by"}, .width = 12}},
                                .filters = {{.name = "state", .label = {"状态", "State"}, .kind = FilterKind::Choice, .options = states}, {.name = "district", .label = {"区域", "District"}, .kind = FilterKind::Choice, .options = registry::district_options()}, {.name = "campaign", .label = {"专项检查", "Inspection"}, .given = true}},
                                .tie = "district"};
  return list;
}

std::vector<const lists::List*> described_lists() { return {&return_list(), &item_list(), &summary_list()}; }

} // namespace ankao::reporting
