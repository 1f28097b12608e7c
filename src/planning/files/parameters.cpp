// SPDX-License-Identifier: Apache-2.0
#include "planning/files/parameters.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>

#include "base/ensure.hpp"
#include "embedded/embedded.hpp"
#include "planning/rules/parameters.hpp"

namespace ankao::planning {
namespace {

YAML::Node load(const std::string& path) {
  const auto bytes = embedded::find(path);
  ensure(bytes.has_value(), "law file not carried: " + path);
  return YAML::Load(std::string(*bytes));
}

Date day_of(const YAML::Node& node, const std::string& at) {
  const auto date = parse_date(node.as<std::string>(""));
  ensure(date.has_value(), "law date is no date: " + at);
  return *date;
}

std::string text_of(const YAML::Node& value) {
  if (!value || value.IsNull()) return "";
  if (!value.IsSequence()) return value.as<std::string>();
  std::string text;
  for (const auto& one : value) text += (text.empty() ? "" : ",") + one.as<std::string>();
  return text;
}

std::vector<ParameterSpan> spans_of(const YAML::Node& node, Date begin, const std::string& at) {
  std::vector<ParameterSpan> spans;
  for (const auto& one : node["before"]) {
    ParameterSpan span{day_of(one["from"], at), std::nullopt, text_of(one["value"])};
    span.to = day_of(one["to"], at);
    spans.push_back(span);
  }
  spans.push_back({node["from"] ? day_of(node["from"], at) : begin, std::nullopt, text_of(node["value"])});
  std::sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
  for (std::size_t i = 1; i < spans.size(); ++i) ensure(spans[i - 1].to && *spans[i - 1].to < spans[i].from, "values of the law overlap: " + at);
  return spans;
}

/// Reads "draw_policy/values/visits_per_year".
class Values {
public:
  void fill(Parameter& parameter, const std::string& at) {
    const auto slash = at.find('/');
    const std::string file = at.substr(0, slash);
    if (!files_.contains(file)) files_[file] = load("law/" + file + ".yaml");
    const YAML::Node root = YAML::Clone(files_[file]);
    YAML::Node node = root;
    for (std::size_t begin = slash + 1; begin <= at.size();) {
      const auto end = std::min(at.find('/', begin), at.size());
      node.reset(node[at.substr(begin, end - begin)]);
      begin = end + 1;
    }
    ensure(node && node.IsMap() && node["clause"], "no such law value with its clause: " + at);
    parameter.clause = node["clause"].as<std::string>();
    parameter.note = node["note"].as<std::string>("");
    parameter.spans = spans_of(node, day_of(root["from"], at), at);
  }

private:
  std::map<std::string, YAML::Node> files_;
};

ParameterKind kind_of(const std::string& word) {
  if (word == "whole") return ParameterKind::Whole;
  if (word == "maybe_whole") return ParameterKind::MaybeWhole;
  ensure(word == "whole_list", "unknown kind of parameter: " + word);
  return ParameterKind::WholeList;
}

std::vector<Parameter> read_parameters() {
  std::vector<Parameter> all;
  Values values;
  for (const auto& entry : load("law/parameters.yaml")["parameters"]) {
    Parameter one;
    one.id = entry.first.as<std::string>();
    const YAML::Node& node = entry.second;
    one.kind = kind_of(node["kind"].as<std::string>());
    one.low = node["low"].as<std::int64_t>();
    one.high = node["high"].as<std::int64_t>();
    one.by_city = node["changed_by"].as<std::string>() == "city";
    one.zh = node["zh"].as<std::string>();
    one.en = node["en"].as<std::string>();
    values.fill(one, node["at"].as<std::string>());
    for (const auto& span : one.spans) ensure(checked_value(one, span.value).ok(), "a law value outside of its own range: " + one.id);
    all.push_back(std::move(one));
  }
  return all;
}

} // namespace

const std::vector<Parameter>& shipped_parameters() {
  static const std::vector<Parameter> all = read_parameters();
  return all;
}

const Parameter* find_parameter(const std::string& id) {
  for (const auto& one : shipped_parameters())
    if (one.id == id) return &one;
  return nullptr;
}

} // namespace ankao::planning
