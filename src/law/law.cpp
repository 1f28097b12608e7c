// SPDX-License-Identifier: Apache-2.0
#include "law/law.hpp"

#include <yaml-cpp/yaml.h>

#include "base/ensure.hpp"
#include "embedded/embedded.hpp"

namespace ankao::law {
namespace {

YAML::Node file(std::string_view path) {
  const auto bytes = embedded::find(path);
  ensure(bytes.has_value(), "the program carries no " + std::string(path));
  return YAML::Load(std::string(*bytes));
}

Law load() {
  Law law;
  for (const auto& pair : file("law/clauses.yaml"))
    law.clauses[pair.first.as<std::string>()] = {pair.second["document"].as<std::string>(), pair.second["text"].as<std::string>()};
  for (const auto& pair : file("law/draw_rules.yaml")) {
    const auto& node = pair.second;
    law.draw_rules[pair.first.as<std::string>()] = {node["clauses"].as<std::vector<std::string>>(), node["zh"].as<std::string>(),
                                                    node["en"].as<std::string>(), node["why_zh"].as<std::string>(),
                                                    node["why_en"].as<std::string>(), node["change_zh"].as<std::string>(),
                                                    node["change_en"].as<std::string>()};
  }
  law.draw_since = file("law/draw_policy.yaml")["from"].as<std::string>();
  for (const auto& pair : file("law/documents.yaml")) {
    const auto& node = pair.second;
    law.documents[pair.first.as<std::string>()] = {node["date"].as<std::string>(), node["zh"].as<std::string>(), node["en"].as<std::string>()};
  }
  for (const auto& pair : file("law/why_facts.yaml"))
    law.fact_names[pair.first.as<std::string>()] = {pair.second["zh"].as<std::string>(), pair.second["en"].as<std::string>()};
  for (const auto& [id, clause] : law.clauses) ensure(law.documents.contains(clause.document), id + " stands in " + clause.document + ", which law/documents.yaml does not name");
  for (const auto& [id, rule] : law.draw_rules)
    for (const auto& clause : rule.clauses) ensure(law.clauses.contains(clause), id + " cites " + clause + ", which law/clauses.yaml does not quote");
  return law;
}

} // namespace

const Law& shipped() {
  static const Law law = load();
  return law;
}

} // namespace ankao::law
