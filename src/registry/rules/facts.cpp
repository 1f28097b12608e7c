// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "registry/rules/build.hpp"

namespace ankao::registry {
namespace {

int as_int(std::size_t size) { return static_cast<int>(size); }

DistrictLine& line_of(std::vector<DistrictLine>& lines, const std::vector<std::string>& districts) {
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const DistrictLine& line) { return line.districts == districts; });
  if (found != lines.end()) return *found;
  lines.push_back({districts, 0, 0, 0, 0});
  return lines.back();
}

std::vector<DistrictLine> count_districts(const Registry& registry) {
  std::vector<DistrictLine> lines;
  for (const Row& row : registry.rows) {
    if (row.id.table != Table::SpecialOperations) continue;
    DistrictLine& line = line_of(lines, row.districts);
    ++line.institutions;
    if (!row.mark) ++line.institutions_without_site;
    if (row.mark && row.mark->kind == MarkKind::PracticalAndTheory) line.sites += row.mark->count;
    if (row.mark && row.mark->kind == MarkKind::TheoryOnly) line.theory_only_sites += row.mark->count;
  }
  std::sort(lines.begin(), lines.end(), [](const DistrictLine& a, const DistrictLine& b) { return a.districts < b.districts; });
  return lines;
}

bool lists(const std::vector<std::string>& projects, const std::string& project) {
  return std::find(projects.begin(), projects.end(), project) != projects.end();
}

ProjectLine count_project(const Registry& registry, const std::string& project) {
  ProjectLine line{project, 0, 0, 0};
  for (const Row& row : registry.rows) {
    if (row.id.table != Table::SpecialOperations || !lists(row.projects, project)) continue;
    ++line.institutions;
    if (row.mark) ++line.with_site;
  }
  for (const Site& site : registry.sites)
    if (lists(site.projects, project)) ++line.practical_sites;
  return line;
}

bool in_both_tables(const Institution& institution) {
  std::set<Table> tables;
  for (const RowId row : institution.rows) tables.insert(row.table);
  return tables.size() == 2;
}

} // namespace

Facts count(const Registry& registry, const Catalogue& catalogue) {
  Facts facts;
  for (const Row& row : registry.rows) ++(row.id.table == Table::SpecialOperations ? facts.rows_a : facts.rows_b);
  facts.missing_rows = as_int(registry.missing_rows.size());
  facts.institutions = as_int(registry.institutions.size());
  for (const Institution& institution : registry.institutions) {
    if (in_both_tables(institution)) ++facts.in_both_tables;
    if (!institution.sites.empty()) ++facts.institutions_with_sites;
  }
  facts.sites = as_int(registry.sites.size());
  facts.theory_only_sites = as_int(static_cast<std::size_t>(
      std::count_if(registry.sites.begin(), registry.sites.end(), [](const Site& site) { return site.kind == MarkKind::TheoryOnly; })));
  facts.by_district = count_districts(registry);
  for (const Project& project : catalogue.projects) {
    const ProjectLine line = count_project(registry, project.id);
    if (line.institutions == 0) continue;
    ++facts.projects;
    facts.by_project.push_back(line);
  }
  return facts;
}

} // namespace ankao::registry
