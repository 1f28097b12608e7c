// SPDX-License-Identifier: Apache-2.0
#include "registry/service/city.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

#include "base/ensure.hpp"
#include "embedded/embedded.hpp"
#include "registry/files/city_data.hpp"

namespace ankao::registry {
namespace {

std::string carried(std::string_view path) {
  const auto bytes = embedded::find(path);
  ensure(bytes.has_value(), "the program carries " + std::string(path));
  return std::string(*bytes);
}

void widen(Bounds& bounds, const nlohmann::json& coordinates) {
  if (coordinates.empty()) return;
  if (!coordinates.at(0).is_number()) {
    for (const auto& part : coordinates) widen(bounds, part);
    return;
  }
  const auto longitude = std::llround(coordinates.at(0).get<double>() * 1e6);
  const auto latitude = std::llround(coordinates.at(1).get<double>() * 1e6);
  bounds = {std::min<std::int64_t>(bounds.west, longitude), std::min<std::int64_t>(bounds.south, latitude),
            std::max<std::int64_t>(bounds.east, longitude), std::max<std::int64_t>(bounds.north, latitude)};
}

Bounds bounds_of(const std::string& shapes) {
  constexpr auto high = std::numeric_limits<std::int64_t>::max();
  constexpr auto low = std::numeric_limits<std::int64_t>::min();
  Bounds bounds{high, high, low, low};
  const auto collection = nlohmann::json::parse(shapes);
  for (const auto& feature : collection.at("features")) widen(bounds, feature.at("geometry").at("coordinates"));
  ensure(bounds.west < bounds.east && bounds.south < bounds.north, "the districts' shapes have an extent");
  return bounds;
}

Date date_in(const YAML::Node& node) {
  const auto date = parse_date(node.as<std::string>());
  ensure(date.has_value(), "law/registry.yaml: " + node.as<std::string>() + " is a day");
  return *date;
}

City load() {
  City city;
  city.catalogue = shipped_catalogue();
  city.shapes = carried("data/districts/guangzhou.geojson");
  city.bounds = bounds_of(city.shapes);
  const YAML::Node law = YAML::Load(carried("law/registry.yaml"));
  city.override_from = date_in(law["new_site_override"]["from"]);
  city.override_clause = law["new_site_override"]["clause"].as<std::string>();
  city.annex6_effective = date_in(law["annex6"]["effective"]);
  city.annex6_clause = law["annex6"]["clause"].as<std::string>();
  city.annex6_name = law["annex6"]["name"].as<std::string>();
  for (const YAML::Node& slot : law["slots"])
    city.slots.push_back({slot["id"].as<std::string>(), slot["zh"].as<std::string>(), slot["en"].as<std::string>()});
  return city;
}

} // namespace

Place City::centre() const { return {(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2, PlaceSource::DistrictCentre}; }

std::string City::name_of(const std::string& id) const {
  if (id == "theory") return "理论";
  if (const District* district = catalogue.district(id)) return district->name;
  if (const Project* project = catalogue.project(id)) return project->name;
  if (const Industry* industry = catalogue.industry(id)) return industry->name;
  return id;
}

std::string City::english_of(const std::string& id) const {
  if (id == "theory") return "theory";
  if (const District* district = catalogue.district(id)) return district->english;
  if (const Project* project = catalogue.project(id)) return project->english;
  if (const Industry* industry = catalogue.industry(id)) return industry->english;
  return id;
}

bool City::has_slot(const std::string& id) const {
  return std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.id == id; });
}

const City& City::shipped() {
  static const City city = load();
  return city;
}

} // namespace ankao::registry
