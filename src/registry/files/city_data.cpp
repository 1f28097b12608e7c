// SPDX-License-Identifier: Apache-2.0
#include "registry/files/city_data.hpp"

#include <yaml-cpp/yaml.h>

#include <cmath>

#include "base/ensure.hpp"
#include "embedded/embedded.hpp"

namespace ankao::registry {
namespace {

YAML::Node load(const char* path) {
  const auto bytes = embedded::find(path);
  ensure(bytes.has_value(), std::string("data file is missing from the program: ") + path);
  return YAML::Load(std::string(*bytes));
}

std::string text(const YAML::Node& node, const char* key) { return node[key].as<std::string>(); }

std::vector<Alias> read_aliases(const YAML::Node& node) {
  std::vector<Alias> aliases;
  for (const auto& alias : node["aliases"]) aliases.push_back({text(alias, "text"), text(alias, "rule")});
  return aliases;
}

std::int32_t millionths(const YAML::Node& degrees) { return static_cast<std::int32_t>(std::lround(degrees.as<double>() * 1e6)); }

void read_districts(const YAML::Node& file, Catalogue& catalogue) {
  catalogue.city = text(file, "city");
  catalogue.city_name = text(file, "name");
  catalogue.id_prefix = text(file, "id_prefix");
  for (const auto& node : file["districts"])
    catalogue.districts.push_back({text(node, "code"),
                                   text(node, "name"),
                                   text(node, "english"),
                                   {millionths(node["latitude"]), millionths(node["longitude"])},
                                   read_aliases(node)});
}

void read_projects(const YAML::Node& file, Catalogue& catalogue) {
  for (const auto& node : file["categories"]) catalogue.categories.push_back({text(node, "id"), text(node, "name"), text(node, "english")});
  for (const auto& node : file["projects"])
    catalogue.projects.push_back({text(node, "id"), text(node, "name"), text(node, "english"), text(node, "category"), read_aliases(node)});
  for (const auto& node : file["industries"])
    catalogue.industries.push_back({text(node, "id"), text(node, "name"), text(node, "english"), read_aliases(node)});
  for (const auto& node : file["exemptions"])
    catalogue.exemptions.push_back({text(node, "clause"), text(node, "reason"), node["projects"].as<std::vector<std::string>>()});
  catalogue.suspect_contacts = file["suspect_contacts"].as<std::vector<std::string>>();
}

void check(const Catalogue& catalogue) {
  for (const Exemption& exemption : catalogue.exemptions)
    for (const std::string& project : exemption.projects)
      ensure(catalogue.project(project) != nullptr, "an exempt project stands in the catalogue: " + project);
}

Catalogue load_catalogue() {
  Catalogue catalogue;
  read_districts(load("data/districts/guangzhou.yaml"), catalogue);
  read_projects(load("data/projects/projects.yaml"), catalogue);
  check(catalogue);
  return catalogue;
}

} // namespace

const Catalogue& shipped_catalogue() {
  static const Catalogue catalogue = load_catalogue();
  return catalogue;
}

} // namespace ankao::registry
