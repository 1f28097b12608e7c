// SPDX-License-Identifier: Apache-2.0
#include "deadlines/files/register.hpp"

#include <yaml-cpp/yaml.h>

#include <map>
#include <set>

#include "base/ensure.hpp"
#include "embedded/embedded.hpp"

namespace ankao::deadlines {
namespace {

using Keys = std::set<std::string>;

const std::map<std::string, StartKind> k_starts{
    {"event", StartKind::Event}, {"date", StartKind::Date}, {"month", StartKind::Month}, {"year", StartKind::Year}, {"hand", StartKind::Hand}};
const std::map<std::string, Unit> k_units{{"working_day", Unit::WorkingDay}, {"day", Unit::Day},
                                          {"month", Unit::Month},            {"year", Unit::Year},
                                          {"minute", Unit::Minute},          {"day_of_month", Unit::DayOfMonth},
                                          {"day_of_year", Unit::DayOfYear},  {"date", Unit::OnDate},
                                          {"decided", Unit::Decided},        {"any_time", Unit::AnyTime}};
const std::map<std::string, DayCalendar> k_calendars{{"state_holidays", DayCalendar::StateHolidays}, {"civil", DayCalendar::Civil}};
const std::map<std::string, bool> k_answers{{"yes", true}, {"no", false}};
const std::map<std::string, std::string> k_scopes{{"city", "city"}, {"district", "district"}, {"institution", "institution"}, {"site", "site"}};
constexpr int k_longest = 4000;

/// The first fault ends the reading.
struct Fault {
  Problem problem;
};

std::string place(const YAML::Mark& mark) { return "law/deadlines.yaml:" + std::to_string(mark.line + 1); }

[[noreturn]] void fail(const char* id, const YAML::Mark& mark, std::vector<Detail> details) {
  details.push_back({"line", std::to_string(mark.line + 1)});
  throw Fault{problem(id, std::move(details), place(mark))};
}

[[noreturn]] void bad(const YAML::Node& node, const std::string& key, const std::string& allowed) {
  fail("deadlines.register_value", node.Mark(), {{"key", key}, {"value", node.IsScalar() ? node.Scalar() : "?"}, {"allowed", allowed}});
}

void check_keys(const YAML::Node& node, const Keys& needed, const Keys& optional, const std::string& what) {
  if (!node.IsMap()) bad(node, what, "{ ... }");
  Keys seen;
  for (const auto& pair : node) {
    const std::string key = pair.first.Scalar();
    if (!needed.contains(key) && !optional.contains(key)) fail("deadlines.register_key_unknown", pair.first.Mark(), {{"key", key}, {"in", what}});
    if (!seen.insert(key).second) fail("deadlines.register_doubled", pair.first.Mark(), {{"value", key}});
  }
  for (const auto& key : needed)
    if (!seen.contains(key)) fail("deadlines.register_key_missing", node.Mark(), {{"key", key}, {"in", what}});
}

std::string text(const YAML::Node& node, const std::string& key) {
  const auto value = node[key];
  if (!value.IsScalar() || value.Scalar().empty()) bad(value, key, "text");
  return value.Scalar();
}

template <class T>
T one_of(const YAML::Node& node, const std::string& key, const std::map<std::string, T>& words) {
  const auto found = words.find(text(node, key));
  if (found != words.end()) return found->second;
  std::string allowed;
  for (const auto& [word, value] : words) allowed += (allowed.empty() ? "" : ", ") + word;
  bad(node[key], key, allowed);
}

int number(const YAML::Node& node, const std::string& key, int low, int high) {
  int value = 0;
  if (!node.IsScalar() || !YAML::convert<int>::decode(node, value) || value < low || value > high)
    bad(node, key, std::to_string(low) + " - " + std::to_string(high));
  return value;
}

Date day(const YAML::Node& node, const std::string& key) {
  const auto found = parse_date(text(node, key));
  if (!found) bad(node[key], key, "2024-03-05");
  return *found;
}

std::vector<std::string> names(const YAML::Node& node, const std::string& key) {
  const auto list = node[key];
  if (!list.IsSequence()) bad(list, key, "[ ... ]");
  std::vector<std::string> out;
  for (const auto& one : list) {
    if (!one.IsScalar() || one.Scalar().empty()) bad(one, key, "text");
    out.push_back(one.Scalar());
  }
  return out;
}

std::vector<int> numbers(const YAML::Node& node, const std::string& key) {
  const auto list = node[key];
  if (!list.IsSequence()) bad(list, key, "[ ... ]");
  std::vector<int> out;
  for (const auto& one : list) out.push_back(number(one, key, 0, k_longest));
  return out;
}

Bilingual words(const YAML::Node& node) { return {text(node, "zh"), text(node, "en")}; }

Start read_start(const YAML::Node& node) {
  check_keys(node, {"kind", "zh", "en"}, {"event", "of", "under", "day"}, "starts");
  Start out;
  out.kind = one_of(node, "kind", k_starts);
  out.words = words(node);
  const auto only = [&](const char* key, StartKind kind) {
    if ((out.kind == kind) != static_cast<bool>(node[key]))
      fail(out.kind == kind ? "deadlines.register_key_missing" : "deadlines.register_key_unknown", node.Mark(), {{"key", key}, {"in", "starts"}});
  };
  only("event", StartKind::Event);
  only("day", StartKind::Date);
  for (const char* key : {"of", "under"})
    if (out.kind != StartKind::Event && node[key]) fail("deadlines.register_key_unknown", node.Mark(), {{"key", key}, {"in", "starts"}});
  if (out.kind == StartKind::Event) out.event = text(node, "event");
  if (node["of"]) out.of = text(node, "of");
  if (node["under"]) out.under = names(node, "under");
  if (out.kind == StartKind::Date) out.day = day(node, "day");
  return out;
}

Keys keys_of(Unit unit) {
  switch (unit) {
  case Unit::DayOfYear:
  case Unit::OnDate:
    return {"unit", "last"};
  case Unit::Decided:
    return {"unit", "months"};
  case Unit::AnyTime:
    return {"unit"};
  default:
    return {"unit", "count"};
  }
}

Length read_length(const YAML::Node& node) {
  if (!node.IsMap() || !node["unit"]) fail("deadlines.register_key_missing", node.Mark(), {{"key", "unit"}, {"in", "length"}});
  Length out;
  out.unit = one_of(node, "unit", k_units);
  check_keys(node, keys_of(out.unit), {"first_day", "last_day"}, "length");
  if (node["count"]) out.count = out.unit == Unit::DayOfMonth ? number(node["count"], "count", 1, 31) : number(node["count"], "count", -k_longest, k_longest);
  if (out.unit == Unit::OnDate) out.last = day(node, "last");
  if (out.unit == Unit::DayOfYear) {
    const auto found = parse_date("2024-" + text(node, "last"));
    if (!found) bad(node["last"], "last", "12-31");
    out.month = found->month();
    out.day = found->day();
  }
  if (out.unit == Unit::Decided) {
    const auto range = numbers(node, "months");
    if (range.size() != 2 || range[0] > range[1]) bad(node["months"], "months", "[3, 6]");
    out.months_from = range[0];
    out.months_to = range[1];
  }
  if (node["first_day"]) out.first_day = one_of(node, "first_day", k_answers);
  if (node["last_day"]) out.last_day = one_of(node, "last_day", k_answers);
  return out;
}

void read_consequences(const YAML::Node& node, Deadline& out) {
  const auto done = node["done"], missed = node["missed"], reminders = node["reminders"], escalate = node["escalate"];
  check_keys(done, {"event", "stands", "zh", "en"}, {}, "done");
  out.done_event = text(done, "event");
  out.done_stands = one_of(done, "stands", k_answers);
  out.done = words(done);
  check_keys(missed, {"clause", "zh", "en"}, {}, "missed");
  out.missed_clause = text(missed, "clause");
  out.missed = words(missed);
  check_keys(reminders, {"before", "after"}, {}, "reminders");
  out.before = numbers(reminders, "before");
  out.after = numbers(reminders, "after");
  if (!escalate.IsSequence()) bad(escalate, "escalate", "[ ... ]");
  for (const auto& one : escalate) {
    check_keys(one, {"role", "after"}, {}, "escalate");
    out.escalate.push_back({text(one, "role"), number(one["after"], "after", 0, k_longest)});
  }
  out.copies = names(node, "copies");
}

void read_again(const YAML::Node& again, Deadline& out) {
  if (!again) return;
  check_keys(again, {"event", "days"}, {}, "again");
  out.again_event = text(again, "event");
  out.again_days = number(again["days"], "days", 0, 60);
}

Deadline read_deadline(const YAML::Node& node) {
  check_keys(node,
             {"id", "clause", "related", "zh", "en", "starts", "length", "calendar", "whose", "done", "missed", "reminders", "escalate", "copies", "from", "to"},
             {"again"}, "deadline");
  Deadline out;
  out.line = node.Mark().line + 1;
  out.id = text(node, "id");
  out.clause = text(node, "clause");
  out.related = names(node, "related");
  out.title = words(node);
  out.starts = read_start(node["starts"]);
  out.length = read_length(node["length"]);
  out.calendar = one_of(node, "calendar", k_calendars);
  if (out.length.unit == Unit::WorkingDay && out.calendar != DayCalendar::StateHolidays) bad(node["calendar"], "calendar", "state_holidays");
  check_keys(node["whose"], {"role", "scope"}, {}, "whose");
  out.role = text(node["whose"], "role");
  out.scope = one_of(node["whose"], "scope", k_scopes);
  read_consequences(node, out);
  read_again(node["again"], out);
  out.from = day(node, "from");
  if (!node["to"].IsNull()) out.to = day(node, "to");
  if (out.to && *out.to < out.from) bad(node["to"], "to", ">= from");
  return out;
}

Register read_all(const YAML::Node& file) {
  check_keys(file, {"source", "deadlines"}, {}, "law/deadlines.yaml");
  Register out;
  out.source = text(file, "source");
  if (!file["deadlines"].IsSequence()) bad(file["deadlines"], "deadlines", "[ ... ]");
  for (const auto& node : file["deadlines"]) {
    Deadline one = read_deadline(node);
    if (out.find(one.id) != nullptr) fail("deadlines.register_doubled", node["id"].Mark(), {{"value", one.id}});
    out.deadlines.push_back(std::move(one));
  }
  return out;
}

} // namespace

Result<Register> read_register(std::string_view yaml) {
  try {
    return read_all(YAML::Load(std::string(yaml)));
  } catch (const Fault& fault) {
    return fault.problem;
  } catch (const YAML::Exception& error) {
    return problem("deadlines.register_syntax", {{"line", std::to_string(error.mark.line + 1)}, {"reason", error.msg}}, place(error.mark));
  }
}

const Register& shipped_register() {
  static const Register shipped = [] {
    auto read = read_register(*embedded::find("law/deadlines.yaml"));
    ensure(read.ok(), "law/deadlines.yaml is well formed" + (read.ok() ? "" : ": " + read.problem().id + " " + read.problem().at));
    return std::move(*read);
  }();
  return shipped;
}

} // namespace ankao::deadlines
