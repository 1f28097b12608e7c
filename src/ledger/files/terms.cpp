// SPDX-License-Identifier: Apache-2.0
#include "ledger/files/terms.hpp"

#include <yaml-cpp/yaml.h>

#include "base/ensure.hpp"
#include "embedded/embedded.hpp"

namespace ankao::ledger {
namespace {

Term read_term(const YAML::Node& node) {
  Term out{node["id"].as<std::string>(), node["zh"].as<std::string>(), node["en"].as<std::string>(), node["clause"].as<std::string>(), std::nullopt, node["kinds"].as<std::vector<std::string>>()};
  if (node["years"]) out.years = node["years"].as<int>();
  ensure(!out.years || *out.years > 0, "law/retention.yaml: a term has years");
  return out;
}

std::vector<Term> load() {
  std::vector<Term> out;
  int rest = 0;
  for (const auto& node : YAML::Load(std::string(*embedded::find("law/retention.yaml")))["terms"]) {
    out.push_back(read_term(node));
    rest += out.back().kinds.empty() ? 1 : 0;
  }
  ensure(rest == 1, "law/retention.yaml: one term is without kinds");
  return out;
}

} // namespace

const std::vector<Term>& shipped_terms() {
  static const std::vector<Term> terms = load();
  return terms;
}

} // namespace ankao::ledger
