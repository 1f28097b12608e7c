// SPDX-License-Identifier: Apache-2.0
// What anybody may read (P-1.2b).
#include "lists/routes/add.hpp"
#include "registry/routes/lists.hpp"
#include "registry/routes/parts.hpp"
#include "registry/service/checks.hpp"
#include "db/use_case.hpp"

namespace ankao::registry::routes {
namespace {

using api::Access;
using api::Call;
using api::Verb;

/// Codes and ids that a filter may name; empty is no filter.
Result<void> check_filters(const std::string& district, const std::string& project) {
  const Catalogue& catalogue = City::shipped().catalogue;
  if (!district.empty() && catalogue.district(district) == nullptr)
    return problem("register.district_unknown", {{"value", district}}, "/district");
  const bool known =
      project.empty() || project == "theory" || catalogue.project(project) != nullptr || catalogue.industry(project) != nullptr;
  if (!known) return problem("register.subject_unknown", {{"value", project}}, "/project");
  return {};
}

/// Entries not yet published stand in no list for the public.
Result<Standing> listed(const std::optional<Standing>& standing) {
  const Standing wanted = standing.value_or(Standing::Published);
  if (wanted == Standing::Published || wanted == Standing::Deregistered) return wanted;
  return problem("register.not_choice",
                 {{"value", wanted == Standing::Reported ? "reported" : "verified"}, {"known", "published, deregistered"}}, "/standing");
}

Result<InstitutionFilter> institution_filter(const InstitutionQuery& query, const Call& call, const lists::Window& window) {
  InstitutionFilter filter;
  if (const auto checked = check_filters(query.district, query.project); !checked.ok()) return checked.problem();
  const auto standing = listed(query.standing);
  if (!standing.ok()) return standing.problem();
  const auto day = day_or_today(query.as_of, call);
  if (!day.ok()) return day.problem();
  filter.q = query.q;
  filter.district = query.district;
  filter.project = query.project;
  filter.role = query.role;
  filter.standing = *standing;
  filter.day = *day;
  filter.order = window.order;
  filter.limit = window.limit;
  filter.offset = window.offset;
  return filter;
}

Result<SiteFilter> site_filter(const SiteQuery& query, const Call& call, const lists::Window& window) {
  SiteFilter filter;
  if (const auto checked = check_filters(query.district, query.project); !checked.ok()) return checked.problem();
  const auto standing = listed(query.standing);
  if (!standing.ok()) return standing.problem();
  const auto day = day_or_today(query.as_of, call);
  if (!day.ok()) return day.problem();
  filter.q = query.q;
  filter.district = query.district;
  filter.project = query.project;
  filter.kind = query.kind;
  filter.owner = query.owner;
  filter.standing = *standing;
  filter.day = *day;
  filter.order = window.order;
  filter.limit = window.limit;
  filter.offset = window.offset;
  return filter;
}

Result<InstitutionPage> institutions(const Shared& shared, const Call& call, const InstitutionQuery& query, const lists::Window& window) {
  const auto filter = institution_filter(query, call, window);
  if (!filter.ok()) return filter.problem();
  return look(shared.database, [&](db::Transaction& transaction) -> Result<InstitutionPage> {
    const InstitutionsFound found = find_institutions(transaction, *filter);
    InstitutionPage page{found.total, query.page, query.size, {}, missing_rows(transaction), to_string(filter->day)};
    for (const InstitutionFound& one : found.items) page.items.push_back(item_of(one, call.language));
    return page;
  });
}

Result<SitePage> sites(const Shared& shared, const Call& call, const SiteQuery& query, const lists::Window& window) {
  const auto filter = site_filter(query, call, window);
  if (!filter.ok()) return filter.problem();
  const auto found = look(shared.database, [&](db::Transaction& transaction) { return find_sites(transaction, *filter); });
  SitePage page{found.total, query.page, query.size, {}, to_string(filter->day)};
  for (const SiteFound& one : found.items) page.items.push_back(item_of(one, call.language));
  return page;
}

int count_of(const std::map<std::string, int>& counts, const std::string& key) {
  const auto found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

DistrictList districts(const std::map<std::string, int>& institutions_by, const std::map<std::string, int>& sites_by) {
  DistrictList list;
  for (const District& d : City::shipped().catalogue.districts) {
    const std::string key = "district:" + d.code;
    list.items.push_back({d.code,
                          d.name,
                          d.english,
                          {d.centre.longitude_e6, d.centre.latitude_e6, PlaceSource::DistrictCentre},
                          count_of(institutions_by, key),
                          count_of(sites_by, key)});
  }
  return list;
}

ProjectList projects(const std::map<std::string, int>& institutions_by, const std::map<std::string, int>& sites_by) {
  const Catalogue& catalogue = City::shipped().catalogue;
  ProjectList list;
  for (const Project& p : catalogue.projects) {
    const auto category = std::find_if(catalogue.categories.begin(), catalogue.categories.end(),
                                       [&](const ProjectCategory& one) { return one.id == p.category; });
    const bool found = category != catalogue.categories.end();
    list.items.push_back({p.id, p.name, p.english, p.category, found ? category->name : p.category, found ? category->english : p.category,
                          catalogue.exempt(p.id), count_of(institutions_by, "project:" + p.id), count_of(sites_by, "project:" + p.id)});
  }
  for (const Industry& one : catalogue.industries)
    list.scopes.push_back({one.id, one.name, one.english, count_of(institutions_by, "project:" + one.id)});
  list.theory_sites = count_of(sites_by, "project:theory");
  return list;
}

template <class List>
Result<List> counted(const Shared& shared, const Call& call,
                     List (*make)(const std::map<std::string, int>&, const std::map<std::string, int>&)) {
  return look(shared.database, [&](db::Transaction& transaction) -> Result<List> {
    const Date day = date_of(call.now);
    return make(count_by_key(transaction, EntryKind::Institution, day), count_by_key(transaction, EntryKind::Site, day));
  });
}

} // namespace

void add_public(api::Endpoints& endpoints, const SharedPtr& shared) {
  const auto open = [](std::string path, std::string operation, std::string summary, bool cacheable) {
    return api::Spec{.verb = Verb::Get,
                     .path = std::move(path),
                     .operation = std::move(operation),
                     .access = Access::Public,
                     .summary = std::move(summary),
                     .clauses = {"P-1.2b"},
                     .cacheable = cacheable};
  };
  lists::add<InstitutionQuery, InstitutionPage>(
      endpoints, shared->database, institution_list(), open("/api/registry/institutions", "institution.list", "List the registered institutions", true), "institution.export",
      [shared](const Call& call, const InstitutionQuery& query, const lists::Window& window) { return institutions(*shared, call, query, window); });
  endpoints.add<EntryQuery, InstitutionDetail>(
      open("/api/registry/institutions/{id}", "institution.show", "One institution as of a day", false),
      [shared](const Call& call, const EntryQuery& query) -> Result<InstitutionDetail> {
        const auto day = day_or_today(query.as_of, call);
        if (!day.ok()) return day.problem();
        const auto card = show_institution(shared->database, viewer_of(call), query.id, *day);
        if (!card.ok()) return card.problem();
        return detail_of(*card, *day, call.language);
      });
  lists::add<SiteQuery, SitePage>(endpoints, shared->database, site_list(), open("/api/registry/sites", "site.list", "List the exam sites", true), "site.export",
                                  [shared](const Call& call, const SiteQuery& query, const lists::Window& window) { return sites(*shared, call, query, window); });
  endpoints.add<EntryQuery, SiteDetail>(open("/api/registry/sites/{id}", "site.show", "One exam site as of a day, with its rooms", false),
                                        [shared](const Call& call, const EntryQuery& query) -> Result<SiteDetail> {
                                          const auto day = day_or_today(query.as_of, call);
                                          if (!day.ok()) return day.problem();
                                          const auto card = show_site(shared->database, viewer_of(call), query.id, *day);
                                          if (!card.ok()) return card.problem();
                                          return detail_of(*card, *day, call.language);
                                        });
  endpoints.add<api::None, DistrictList>(
      open("/api/registry/districts", "district.list", "The city's districts with their institutions and sites", true),
      [shared](const Call& call, const api::None&) { return counted<DistrictList>(*shared, call, &districts); });
  endpoints.add<api::None, api::Json>(open("/api/registry/districts/shapes", "district.shapes", "The districts' shapes as GeoJSON", true),
                                      [](const Call&, const api::None&) -> Result<api::Json> { return api::Json{City::shipped().shapes}; });
  endpoints.add<api::None, ProjectList>(
      open("/api/registry/projects", "project.list", "Operation projects and high-risk industries", true),
      [shared](const Call& call, const api::None&) { return counted<ProjectList>(*shared, call, &projects); });
}

} // namespace ankao::registry::routes
