// SPDX-License-Identifier: Apache-2.0
#include "deadlines/routes/lists.hpp"

#include <cstdlib>
#include <map>

#include "identity/files/roles.hpp"

namespace ankao::deadlines {
namespace {

using lists::Kind;
using lists::Language;

const std::string& in(const std::string& zh, const std::string& en, Language language) { return language == Language::English && !en.empty() ? en : zh; }

const std::map<std::string, lists::Words>& units() {
  static const std::map<std::string, lists::Words> all{
      {"working_day", {"{count} 个工作日", "{count} working days"}},
      {"day", {"{count} 天", "{count} days"}},
      {"month", {"{count} 个月", "{count} months"}},
      {"year", {"{count} 年", "{count} years"}},
      {"minute", {"{count} 分钟", "{count} minutes"}},
      {"day_of_month", {"当月 {count} 日前（含当日）", "by day {count} of the month"}},
      {"day_of_year", {"当年 {last} 前（含当日）", "by {last} of the year"}},
      {"date", {"{last} 前（含当日）", "by {last}"}},
      {"decided", {"{from} 至 {to} 个月，由决定确定", "{from} to {to} months, as decided"}},
      {"any_time", {"随时，无期限", "at any time"}}};
  return all;
}

void put(std::string& text, const std::string& name, const std::string& value) {
  const auto at = text.find("{" + name + "}");
  if (at != std::string::npos) text.replace(at, name.size() + 2, value);
}

lists::Options roles() {
  return [](Language language) {
    std::vector<lists::Option> out;
    for (const identity::Role& role : identity::shipped_roles().roles) out.push_back({role.id, in(role.zh, role.en, language)});
    return out;
  };
}

template <class Say>
auto made(Say say) {
  return lists::made_of<dto::DeadlineRow>(say);
}

} // namespace

std::string length_words(const dto::DeadlineRow& rule, Language language) {
  const auto unit = units().find(rule.unit);
  if (unit == units().end()) return rule.unit;
  std::string text = unit->second.in(language);
  put(text, "count", std::to_string(std::abs(rule.count)));
  put(text, "last", rule.last);
  put(text, "from", std::to_string(rule.months_from));
  put(text, "to", std::to_string(rule.months_to));
  if (rule.count >= 0) return text;
  return language == Language::English ? text + " before" : "之前 " + text;
}

bool speaks_of(const dto::DeadlineRow& rule, const std::string& word) {
  for (const std::string* text : {&rule.zh, &rule.en, &rule.clause, &rule.clause_text, &rule.starts_zh, &rule.starts_en, &rule.done_zh, &rule.done_en})
    if (text->find(word) != std::string::npos) return true;
  return false;
}

const lists::List& deadline_list() {
  using Row = dto::DeadlineRow;
  static const lists::List list{
      .id = "deadlines",
      .name = {"时限清单", "Deadlines"},
      .columns = {{.key = "zh", .heading = {"时限", "Deadline"}, .width = 26, .made = made([](const Row& one, Language language) { return in(one.zh, one.en, language); })},
                  {.key = "clause", .heading = {"条款", "Clause"}, .width = 10},
                  {.key = "clause_text", .heading = {"条款原文", "Clause as printed"}, .width = 60, .hidden = true},
                  {.key = "starts", .heading = {"起算", "Starts"}, .width = 18, .made = made([](const Row& one, Language language) { return in(one.starts_zh, one.starts_en, language); })},
                  {.key = "unit", .heading = {"期限", "Length"}, .width = 18, .made = made([](const Row& one, Language language) { return length_words(one, language); })},
                  {.key = "role", .heading = {"责任", "Whose"}, .kind = Kind::Code, .width = 15, .codes = roles()},
                  {.key = "done_zh", .heading = {"办结条件", "Done when"}, .width = 24, .made = made([](const Row& one, Language language) { return in(one.done_zh, one.done_en, language); })},
                  {.key = "missed_zh", .heading = {"逾期认定", "When missed"}, .width = 28, .hidden = true, .made = made([](const Row& one, Language language) { return in(one.missed_zh, one.missed_en, language); })},
                  {.key = "from", .heading = {"生效", "Valid from"}, .kind = Kind::Day, .width = 15},
                  {.key = "to", .heading = {"至", "Until"}, .kind = Kind::Day, .width = 15}},
      .filters = {{.name = "q", .label = {"关键词", "Keyword"}, .hint = {"时限、条款、起算", "Deadline, clause, start"}},
                  {.name = "role", .label = {"责任", "Whose"}, .kind = lists::FilterKind::Choice, .options = roles()}},
      .tie = "line"};
  return list;
}

} // namespace ankao::deadlines
