// SPDX-License-Identifier: Apache-2.0
#include "planning/rules/parameters.hpp"

#include <charconv>
#include <functional>
#include <map>

#include "base/ensure.hpp"

namespace ankao::planning {
namespace {

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == ',')
      parts.emplace_back();
    else if (c != ' ')
      parts.back() += c;
  }
  return parts;
}

std::optional<std::int64_t> number_of(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

int whole(const std::string& value) { return static_cast<int>(numbers_of(value).at(0)); }
std::optional<int> maybe(const std::string& value) { return value.empty() ? std::nullopt : std::optional(whole(value)); }

using Setter = std::function<void(PlanningLaw&, const std::string&)>;

const std::map<std::string, Setter>& setters() {
  static const std::map<std::string, Setter> all{
      {"visits_per_year", [](auto& law, const auto& v) { law.policy.visits_per_year = whole(v); }},
      {"bands_m", [](auto& law, const auto& v) { law.policy.bands_m = numbers_of(v); }},
      {"order_depth", [](auto& law, const auto& v) { law.policy.order_depth = law.depth.most = whole(v); }},
      {"order_depth_least", [](auto& law, const auto& v) { law.depth.least = whole(v); }},
      {"depth_beyond_per_thousand", [](auto& law, const auto& v) { law.depth.beyond_per_thousand = whole(v); }},
      {"depth_trials", [](auto& law, const auto& v) { law.depth.draws = whole(v); }},
      {"min_fragment", [](auto& law, const auto& v) { law.policy.min_fragment = whole(v); }},
      {"vacancy_free_percent", [](auto& law, const auto& v) { law.policy.vacancy_free_percent = whole(v); }},
      {"max_sessions_per_slot", [](auto& law, const auto& v) { law.policy.max_sessions_per_slot = maybe(v); }},
      {"max_sites_per_institution_slot", [](auto& law, const auto& v) { law.policy.max_sites_per_institution_slot = maybe(v); }},
      {"weight_imbalance", [](auto& law, const auto& v) { law.policy.weights.imbalance = whole(v); }},
      {"weight_waiting", [](auto& law, const auto& v) { law.policy.weights.waiting = whole(v); }},
      {"weight_distance", [](auto& law, const auto& v) { law.policy.weights.distance = whole(v); }},
      {"weight_split", [](auto& law, const auto& v) { law.policy.weights.split = whole(v); }},
      {"weight_retake_alone", [](auto& law, const auto& v) { law.policy.weights.retake_alone = whole(v); }},
      {"commitments_minutes", [](auto& law, const auto& v) { law.ceremony.commitments_minutes = whole(v); }},
      {"reveals_minutes", [](auto& law, const auto& v) { law.ceremony.reveals_minutes = whole(v); }},
      {"pause_minutes", [](auto& law, const auto& v) { law.ceremony.pause_minutes = whole(v); }},
      {"booking_working_days", [](auto& law, const auto& v) { law.booking_working_days = whole(v); }},
      {"retake_months", [](auto& law, const auto& v) { law.retake_months = whole(v); }},
      {"publication_day", [](auto& law, const auto& v) { law.publication_day = whole(v); }},
      {"feedback_working_days", [](auto& law, const auto& v) { law.feedback_working_days = whole(v); }},
  };
  return all;
}

} // namespace

std::vector<std::int64_t> numbers_of(const std::string& value) {
  std::vector<std::int64_t> numbers;
  if (value.empty()) return numbers;
  for (const auto& part : parts_of(value)) {
    const auto number = number_of(part);
    ensure(number.has_value(), "a parameter's value is whole numbers");
    numbers.push_back(*number);
  }
  return numbers;
}

Result<std::string> checked_value(const Parameter& parameter, const std::string& text) {
  std::string trimmed;
  for (const char c : text)
    if (c != ' ') trimmed += c;
  if (trimmed.empty() && parameter.kind == ParameterKind::MaybeWhole) return std::string();
  std::string value;
  std::optional<std::int64_t> before;
  const auto parts = parts_of(trimmed);
  if (parts.size() > 1 && parameter.kind != ParameterKind::WholeList) return problem("planning.parameter_number", {{"value", text}}, "value");
  if (parts.size() > 10) return problem("planning.parameter_number", {{"value", text}}, "value");
  for (const auto& part : parts) {
    const auto number = number_of(part);
    if (!number) return problem("planning.parameter_number", {{"value", text}}, "value");
    if (*number < parameter.low || *number > parameter.high)
      return problem("planning.parameter_range", {{"value", part}, {"low", std::to_string(parameter.low)}, {"high", std::to_string(parameter.high)}}, "value");
    if (before && *number <= *before) return problem("planning.parameter_order", {{"value", text}}, "value");
    before = number;
    value += (value.empty() ? "" : ",") + std::to_string(*number);
  }
  return value;
}

ParameterValue value_on(const Parameter& parameter, const std::vector<ParameterChange>& changes, Date day) {
  ensure(!parameter.spans.empty(), "a parameter has a value in the law data");
  ParameterValue best{parameter.spans.front().value, parameter.spans.front().from, ""};
  for (const auto& span : parameter.spans)
    if (span.from <= day && span.from >= best.from) best = {span.value, span.from, ""};
  const ParameterChange* chosen = nullptr;
  for (const auto& one : changes) {
    if (one.parameter != parameter.id || one.state != ChangeState::Approved || one.from.first() > day || one.from.first() < best.from) continue;
    // Of two that begin in one month the one decided later counts.
    if (chosen == nullptr || std::pair(one.from, one.decided_at) > std::pair(chosen->from, chosen->decided_at)) chosen = &one;
  }
  return chosen == nullptr ? best : ParameterValue{chosen->value, chosen->from.first(), chosen->id};
}

PlanningLaw law_on(const PlanningLaw& shipped, const std::vector<Parameter>& parameters, const std::vector<ParameterChange>& changes, Date day) {
  PlanningLaw law = shipped;
  for (const auto& parameter : parameters) {
    const auto setter = setters().find(parameter.id);
    ensure(setter != setters().end(), "law/parameters.yaml names a number nobody works with: " + parameter.id);
    setter->second(law, value_on(parameter, changes, day).value);
  }
  return law;
}

} // namespace ankao::planning
