// SPDX-License-Identifier: Apache-2.0
#include "planning/files/law.hpp"

#include <yaml-cpp/yaml.h>

#include "base/ensure.hpp"
#include "embedded/embedded.hpp"

namespace ankao::planning {

namespace {

YAML::Node load(const char* path) {
  const auto bytes = embedded::find(path);
  ensure(bytes.has_value(), std::string("law file not carried: ") + path);
  return YAML::Load(std::string(*bytes));
}

/// A tenth of a second or two of a draw: enough to tell who finds no seat within the offer.
constexpr std::int64_t k_trial_work = 20'000'000;

/// A value of the law always stands beside its clause.
YAML::Node valued(const YAML::Node& parent, const char* name) {
  const YAML::Node node = parent[name];
  ensure(node && node["clause"], std::string("law value without clause: ") + name);
  return node["value"];
}

int whole(const YAML::Node& parent, const char* name) { return valued(parent, name).as<int>(); }

std::optional<int> maybe_whole(const YAML::Node& parent, const char* name) {
  const YAML::Node value = valued(parent, name);
  if (value.IsNull()) return std::nullopt;
  return value.as<int>();
}

Date day(const YAML::Node& node) {
  const auto date = parse_date(node.as<std::string>());
  ensure(date.has_value(), "law date is no date");
  return *date;
}

draw::Weights weights_of(const YAML::Node& node) {
  return {whole(node, "imbalance"), whole(node, "waiting"), whole(node, "distance"), whole(node, "split"), whole(node, "retake_alone")};
}

draw::Policy policy_of(const YAML::Node& values) {
  draw::Policy policy;
  policy.visits_per_year = whole(values, "visits_per_year");
  policy.bands_m = valued(values, "bands_m").as<std::vector<std::int64_t>>();
  policy.order_depth = whole(values, "order_depth");
  policy.min_fragment = whole(values, "min_fragment");
  policy.vacancy_free_percent = whole(values, "vacancy_free_percent");
  policy.max_sessions_per_slot = maybe_whole(values, "max_sessions_per_slot");
  policy.max_sites_per_institution_slot = maybe_whole(values, "max_sites_per_institution_slot");
  policy.weights = weights_of(values["weights"]);
  return policy;
}

std::set<std::string> words_of(const YAML::Node& node) {
  std::set<std::string> words;
  for (const auto& word : node) words.insert(word.as<std::string>());
  return words;
}

Exemption exemption_of(const YAML::Node& node) {
  Exemption exemption;
  const auto basis = waiver_basis(node["basis"].as<std::string>());
  ensure(basis.has_value(), "exemption of an unknown basis");
  exemption.basis = *basis;
  exemption.clause = node["clause"].as<std::string>();
  exemption.from = day(node["from"]);
  if (!node["to"].IsNull()) exemption.to = day(node["to"]);
  exemption.subjects = words_of(node["subjects"]);
  exemption.schools = words_of(node["schools"]);
  exemption.approval = node["approval"].as<std::string>("");
  exemption.zh = node["zh"].as<std::string>();
  exemption.en = node["en"].as<std::string>();
  return exemption;
}

int minutes_of(const std::string& clock) {
  ensure(clock.size() == 5 && clock[2] == ':', "an hour of law/planning.yaml is HH:MM");
  return std::stoi(clock.substr(0, 2)) * 60 + std::stoi(clock.substr(3));
}

std::map<std::string, SlotHours> hours_of(const YAML::Node& node) {
  std::map<std::string, SlotHours> hours;
  for (const auto& one : node) hours[one.first.as<std::string>()] = {minutes_of(one.second[0].as<std::string>()), minutes_of(one.second[1].as<std::string>())};
  return hours;
}

PlanningLaw read_law() {
  const YAML::Node draw = load("law/draw_policy.yaml");
  const YAML::Node planning = load("law/planning.yaml");
  PlanningLaw law;
  law.policy = policy_of(draw["values"]);
  law.depth = {whole(draw["values"], "order_depth_least"), law.policy.order_depth, whole(draw["values"], "depth_trials"), whole(draw["values"], "depth_beyond_per_thousand"), k_trial_work};
  for (const auto& entry : draw["values"])
    if (entry.second["clause"]) law.policy_clauses[entry.first.as<std::string>()] = entry.second["clause"].as<std::string>();
  law.booking_working_days = whole(planning["booking"], "working_days");
  law.retake_months = whole(planning["retake"], "months");
  law.publication_day = whole(planning["publication"], "day");
  law.feedback_working_days = whole(planning["feedback"], "working_days");
  law.slot_order = planning["slots"]["order"].as<std::vector<std::string>>();
  law.default_slots = planning["slots"]["default"].as<std::vector<std::string>>();
  law.slot_hours = hours_of(planning["slots"]["hours"]);
  const YAML::Node ceremony = planning["ceremony"];
  law.ceremony = {whole(ceremony, "commitments_minutes"), whole(ceremony, "reveals_minutes"), whole(ceremony, "pause_minutes"), whole(ceremony, "rehearsal_seconds"), ceremony["clause"].as<std::string>()};
  for (const auto& node : ceremony["offices"]) law.offices.push_back({node["role"].as<std::string>(), node["zh"].as<std::string>()});
  law.cross_city_subjects = words_of(planning["cross_city"]["subjects"]);
  for (const auto& node : planning["exemptions"]) law.exemptions.push_back(exemption_of(node));
  return law;
}

} // namespace

const PlanningLaw& shipped_law() {
  static const PlanningLaw law = read_law();
  return law;
}

} // namespace ankao::planning
