// SPDX-License-Identifier: Apache-2.0
#include "enforcement/routes/lists.hpp"

#include "enforcement/files/law.hpp"
#include "enforcement/routes/routes.hpp"
#include "enforcement/routes/views.hpp"
#include "registry/service/choices.hpp"

namespace ankao::enforcement {
namespace {

using lists::FilterKind;
using lists::Language;

lists::Options kinds() {
  return [](Language language) {
    std::vector<lists::Option> out;
    for (const KindLaw& one : shipped_law().kinds) out.push_back({name_of(one.kind), language == Language::English ? one.words.en : one.words.zh});
    return out;
  };
}

lists::Options ground_options() {
  return [](Language language) {
    std::vector<lists::Option> out;
    for (const GroundLaw& one : shipped_law().grounds) out.push_back({one.clause, one.clause + " " + (language == Language::English ? one.words.en : one.words.zh)});
    return out;
  };
}

lists::Options states() {
  return lists::options({{"proposed", {"待签发", "to be signed"}}, {"in_force", {"已生效", "in force"}}, {"refused", {"不予签发", "refused"}}, {"withdrawn", {"已撤回", "withdrawn"}}, {"annulled", {"已撤销", "annulled"}}});
}

} // namespace

const lists::List& decision_list() {
  static const lists::List list{
      .id = "decisions",
      .name = {"处理决定", "Decisions"},
      .columns = {{.key = "id", .heading = {"编号", "Number"}, .width = 9, .sort = "number"},
                  {.key = "name", .heading = {"对象", "Against"}, .width = 30, .sort = "name"},
                  {.key = "kind", .heading = {"措施", "Measure"}, .kind = lists::Kind::Code, .width = 16, .sort = "kind", .codes = kinds()},
                  {.key = "ground", .heading = {"条款", "Clause"}, .width = 10, .sort = "ground"},
                  {.key = "state", .heading = {"状态", "State"}, .kind = lists::Kind::Code, .width = 12, .sort = "state", .codes = states()},
                  {.key = "from", .heading = {"生效", "From"}, .kind = lists::Kind::Day, .width = 15, .sort = "COALESCE(from_day, '9999-12-31')"},
                  {.key = "to", .heading = {"截止", "Until"}, .kind = lists::Kind::Day, .width = 15, .sort = "COALESCE(to_day, '9999-12-31')"},
                  {.key = "due", .heading = {"整改期限", "Limit"}, .kind = lists::Kind::Day, .width = 15, .sort = "COALESCE(due_day, '9999-12-31')"},
                  {.key = "amount", .heading = {"罚款（元）", "Fine (yuan)"}, .width = 12, .sort = "amount", .made = lists::made_of<dto::DecisionRow>([](const dto::DecisionRow& row, Language) { return row.amount == 0 ? std::string() : yuan_of(row.amount); })},
                  {.key = "persons", .heading = {"责任人（人）", "Persons"}, .width = 11, .sort = "person_count", .hidden = true, .made = lists::made_of<dto::DecisionRow>([](const dto::DecisionRow& row, Language) { return row.persons == 0 ? std::string() : std::to_string(row.persons); })},
                  {.key = "district_name", .heading = {"区域", "District"}, .width = 12, .sort = "district"},
                  {.key = "term_zh", .heading = {"原文措辞", "As printed"}, .width = 26, .hidden = true},
                  {.key = "proposed_name", .heading = {"提请人", "Proposed by"}, .width = 12, .hidden = true},
                  {.key = "proposed_at", .heading = {"提请时间", "Proposed"}, .kind = lists::Kind::Moment, .width = 20, .sort = "proposed_at", .hidden = true},
                  {.key = "decided_at", .heading = {"签发时间", "Signed"}, .kind = lists::Kind::Moment, .width = 20, .sort = "COALESCE(decided_at, 0)", .hidden = true}},
      .filters = {{.name = "q", .label = {"关键词", "Keyword"}, .hint = {"单位名称、编号、事实", "Unit, number, facts"}},
                  {.name = "state", .label = {"状态", "State"}, .kind = FilterKind::Choice, .options = states()},
                  {.name = "kind", .label = {"措施", "Measure"}, .kind = FilterKind::Choice, .options = kinds()},
                  {.name = "district", .label = {"区域", "District"}, .kind = FilterKind::Choice, .options = registry::district_options()},
                  {.name = "ground", .label = {"条款", "Clause"}, .kind = FilterKind::Choice, .options = ground_options(), .folded = true},
                  {.name = "subject", .label = {"对象", "Against"}, .given = true}},
      .tie = "number DESC",
      .sort = "-id"};
  return list;
}

std::vector<const lists::List*> described_lists() { return {&decision_list()}; }

} // namespace ankao::enforcement
