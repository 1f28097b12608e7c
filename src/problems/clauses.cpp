// SPDX-License-Identifier: Apache-2.0
#include "problems/clauses.hpp"

#include <algorithm>
#include <map>

#include <yaml-cpp/yaml.h>

#include "embedded/embedded.hpp"

namespace ankao::problems {
namespace {

using Clauses = std::map<std::string, std::vector<std::string>, std::less<>>;

Clauses load() {
  Clauses all;
  for (const std::string_view path : embedded::list("data/problems/"))
    for (const auto& pair : YAML::Load(std::string(*embedded::find(path))))
      if (pair.second["clauses"]) all[pair.first.as<std::string>()] = pair.second["clauses"].as<std::vector<std::string>>();
  return all;
}

} // namespace

std::vector<std::string> clauses_of(const Problem& problem) {
  static const Clauses all = load();
  const auto found = all.find(problem.id);
  std::vector<std::string> out = found == all.end() ? std::vector<std::string>{} : found->second;
  for (const Detail& detail : problem.details)
    if (detail.name == "clause" && !detail.value.empty() && std::find(out.begin(), out.end(), detail.value) == out.end()) out.push_back(detail.value);
  return out;
}

} // namespace ankao::problems
