// SPDX-License-Identifier: Apache-2.0
#include "planning/files/after_law.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include <yaml-cpp/yaml.h>

#include "base/ensure.hpp"
#include "embedded/embedded.hpp"

namespace ankao::planning {
namespace {

const std::set<std::string> k_words{"silence", "failure_unit"};
const std::set<std::string> k_numbers{"failures_per_year", "ban_years", "notice_days", "commitments_minutes", "reveals_minutes", "objection_working_days", "objections_per_hour"};
const std::map<std::string, std::set<std::string>> k_allowed{{"silence", {"open", "consent"}}, {"failure_unit", {"statement", "session"}}};

struct Fault {
  std::string what;
};

void keys(const YAML::Node& node, const std::set<std::string>& known) {
  if (!node.IsMap()) throw Fault{"a map is expected"};
  for (const auto& one : node)
    if (!known.contains(one.first.as<std::string>())) throw Fault{"unknown key " + one.first.as<std::string>()};
}

std::string text(const YAML::Node& node, const char* key) {
  if (!node[key] || !node[key].IsScalar()) throw Fault{std::string(key) + " is missing"};
  return node[key].Scalar();
}

void check_value(const std::string& name, const std::string& value) {
  if (k_words.contains(name)) {
    if (!k_allowed.at(name).contains(value)) throw Fault{name + ": " + value};
    return;
  }
  if (!k_numbers.contains(name)) throw Fault{"unknown name " + name};
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || number < 0 || number > 100'000) throw Fault{name + ": " + value};
}

void add_value(AfterLaw& law, const YAML::Node& node) {
  keys(node, {"name", "from", "value", "clause", "setting", "note"});
  const std::string name = text(node, "name");
  const auto from = parse_date(text(node, "from"));
  if (!from) throw Fault{name + ": from is no day"};
  DatedValue value{*from, text(node, "value"), text(node, "clause"), node["setting"].as<std::string>("") == "city", node["note"].as<std::string>("")};
  check_value(name, value.value);
  auto& all = law.values[name];
  if (std::any_of(all.begin(), all.end(), [&](const DatedValue& other) { return other.from == value.from; })) throw Fault{name + " stands twice from " + to_string(*from)};
  all.push_back(std::move(value));
  std::sort(all.begin(), all.end(), [](const DatedValue& a, const DatedValue& b) { return a.from < b.from; });
}

AfterLaw read(const YAML::Node& file) {
  keys(file, {"source", "values", "slots", "bring"});
  AfterLaw law;
  if (!file["values"].IsSequence()) throw Fault{"values is a list"};
  for (const auto& node : file["values"]) add_value(law, node);
  for (const auto* names : {&k_words, &k_numbers})
    for (const auto& name : *names)
      if (!law.values.contains(name)) throw Fault{name + " is missing"};
  keys(file["slots"], {"clause", "setting", "times"});
  for (const auto& one : file["slots"]["times"]) law.slot_times[one.first.as<std::string>()] = one.second.as<std::string>();
  keys(file["bring"], {"clause", "setting", "zh", "en"});
  law.bring_zh = text(file["bring"], "zh");
  law.bring_en = text(file["bring"], "en");
  return law;
}

} // namespace

Result<AfterLaw> read_after_law(std::string_view yaml) {
  try {
    return read(YAML::Load(std::string(yaml)));
  } catch (const Fault& fault) {
    return problem("planning.after_law", {{"reason", fault.what}});
  } catch (const YAML::Exception& error) {
    return problem("planning.after_law", {{"reason", "line " + std::to_string(error.mark.line + 1) + ": " + error.msg}});
  }
}

const AfterLaw& shipped_after_law() {
  static const AfterLaw law = [] {
    auto read = read_after_law(*embedded::find("law/plan_after.yaml"));
    ensure(read.ok(), "law/plan_after.yaml is well formed" + (read.ok() ? "" : ": " + read.problem().details.front().value));
    return std::move(*read);
  }();
  return law;
}

} // namespace ankao::planning
