// SPDX-License-Identifier: Apache-2.0
#include "registry/files/registry_json.hpp"

#include "registry/rules/build.hpp"

namespace ankao::registry {
namespace {

using Json = nlohmann::ordered_json;

Json district_name(const std::string& code, const Catalogue& catalogue) {
  const District* district = catalogue.district(code);
  return district == nullptr ? Json() : Json(district->name);
}

Json district_names(const std::vector<std::string>& codes, const Catalogue& catalogue) {
  Json names = Json::array();
  for (const std::string& code : codes) names.push_back(district_name(code, catalogue));
  return names;
}

Json optional_district(const std::optional<std::string>& code, const Catalogue& catalogue) {
  return code ? district_name(*code, catalogue) : Json();
}

Json address_json(const PrintedAddress& address, const Catalogue& catalogue) {
  return {{"text", address.text}, {"district", district_name(address.district, catalogue)}, {"raw", address.printed}};
}

Json addresses_json(const std::vector<PrintedAddress>& addresses, const Catalogue& catalogue) {
  Json out = Json::array();
  for (const PrintedAddress& address : addresses) out.push_back(address_json(address, catalogue));
  return out;
}

Json row_names(const std::vector<RowId>& rows) {
  Json out = Json::array();
  for (const RowId row : rows) out.push_back(to_string(row));
  return out;
}

Json institution_json(const Institution& one, const Catalogue& catalogue) {
  return {{"id", one.id},
          {"name", one.name},
          {"aliases", one.aliases},
          {"districts", district_names(one.districts, catalogue)},
          {"supervising_district", optional_district(one.supervising_district, catalogue)},
          {"addresses", addresses_json(one.addresses, catalogue)},
          {"contacts", one.contacts},
          {"telephones", one.telephones},
          {"projects", one.projects},
          {"scopes", one.industries},
          {"rows", row_names(one.rows)},
          {"sites", one.sites},
          {"flags", one.flags}};
}

Json site_json(const Site& site, const Catalogue& catalogue) {
  return {{"id", site.id},
          {"institution", site.institution},
          {"name", site.name},
          {"kind", name_of(site.kind)},
          {"kind_confirmed", site.kind == MarkKind::TheoryOnly},
          {"projects", site.projects},
          {"address", site.address ? address_json(*site.address, catalogue) : Json()},
          {"address_confirmed", site.address_confirmed},
          {"district", optional_district(site.district, catalogue)}};
}

Json cells_json(const PrintedRow& printed) {
  static constexpr std::array<const char*, k_columns> names{"number", "name", "district", "address", "projects", "contact", "telephone"};
  Json cells = Json::object();
  for (std::size_t i = 0; i < k_columns; ++i) cells[names[i]] = printed.cells[i];
  return cells;
}

Json row_json(const Row& row, const Catalogue& catalogue) {
  Json out = {{"table", std::string(1, letter_of(row.id.table))}, {"row", row.id.number}, {"cells", cells_json(row.printed)}};
  out["institution"] = row.institution;
  out["name"] = row.name;
  out["districts"] = district_names(row.districts, catalogue);
  out["addresses"] = addresses_json(row.addresses, catalogue);
  out["sites"] = row.mark ? Json{{"count", row.mark->count}, {"kind", name_of(row.mark->kind)}} : Json();
  out["projects"] = row.projects;
  out["scopes"] = row.industries;
  out["contacts"] = row.contacts;
  out["telephones"] = row.telephones;
  return out;
}

Json anomaly_json(const Anomaly& one) {
  return {{"rule", one.rule},
          {"table", std::string(1, letter_of(one.row.table))},
          {"row", one.row.number == 0 ? Json() : Json(one.row.number)},
          {"column", one.column},
          {"found", one.found},
          {"done", one.done},
          {"done_en", one.done_english},
          {"needs_confirmation", one.needs_confirmation}};
}

Json district_json(const District& one) {
  Json out = {{"code", one.code}, {"name", one.name}, {"name_en", one.english}};
  out["centre"] = {{"longitude_e6", one.centre.longitude_e6}, {"latitude_e6", one.centre.latitude_e6}};
  return out;
}

Json aliases_json(const std::vector<Alias>& aliases) {
  Json out = Json::array();
  for (const Alias& alias : aliases) out.push_back({{"text", alias.text}, {"rule", alias.rule}});
  return out;
}

Json project_json(const Project& one, const Facts& facts, const Catalogue& catalogue) {
  Json out = {{"id", one.id},
              {"name", one.name},
              {"name_en", one.english},
              {"category", one.category},
              {"aliases", aliases_json(one.aliases)},
              {"exempt", catalogue.exempt(one.id)}};
  for (const ProjectLine& line : facts.by_project) {
    if (line.project != one.id) continue;
    out["institutions"] = line.institutions;
    out["with_site"] = line.with_site;
    out["practical_sites"] = line.practical_sites;
  }
  return out;
}

Json facts_json(const Facts& facts, const Catalogue& catalogue) {
  Json lines = Json::array();
  for (const DistrictLine& line : facts.by_district)
    lines.push_back({{"districts", district_names(line.districts, catalogue)},
                     {"institutions", line.institutions},
                     {"sites", line.sites},
                     {"theory_only_sites", line.theory_only_sites},
                     {"institutions_without_site", line.institutions_without_site}});
  return {{"rows_a", facts.rows_a},
          {"rows_b", facts.rows_b},
          {"missing_rows", facts.missing_rows},
          {"institutions", facts.institutions},
          {"in_both_tables", facts.in_both_tables},
          {"institutions_with_sites", facts.institutions_with_sites},
          {"sites", facts.sites},
          {"theory_only_sites", facts.theory_only_sites},
          {"projects", facts.projects},
          {"by_district", lines}};
}

template <class T, class Write>
Json list_json(const std::vector<T>& all, Write write) {
  Json out = Json::array();
  for (const T& one : all) out.push_back(write(one));
  return out;
}

} // namespace

Json registry_json(const Registry& registry, const Catalogue& catalogue) {
  const Facts facts = count(registry, catalogue);
  Json out;
  out["city"] = {{"code", catalogue.city}, {"name", catalogue.city_name}};
  out["facts"] = facts_json(facts, catalogue);
  out["institutions"] = list_json(registry.institutions, [&](const Institution& one) { return institution_json(one, catalogue); });
  out["sites"] = list_json(registry.sites, [&](const Site& one) { return site_json(one, catalogue); });
  out["districts"] = list_json(catalogue.districts, district_json);
  out["projects"] = list_json(catalogue.projects, [&](const Project& one) { return project_json(one, facts, catalogue); });
  out["industries"] = list_json(catalogue.industries, [](const Industry& one) {
    return Json{{"id", one.id}, {"name", one.name}, {"name_en", one.english}};
  });
  out["rows"] = list_json(registry.rows, [&](const Row& one) { return row_json(one, catalogue); });
  out["missing_rows"] = list_json(registry.missing_rows, [](const RowId& one) {
    return Json{{"table", std::string(1, letter_of(one.table))}, {"row", one.number}};
  });
  out["anomalies"] = list_json(registry.anomalies, anomaly_json);
  return out;
}

} // namespace ankao::registry
