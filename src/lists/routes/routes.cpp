// SPDX-License-Identifier: Apache-2.0
#include "lists/routes/routes.hpp"

#include <memory>

#include "base/ensure.hpp"
#include "db/use_case.hpp"
#include "lists/service/saved.hpp"
#include "lists/store/saved.hpp"

namespace ankao::lists {
namespace {

using api::Access;
using api::Call;
using api::None;
using api::Verb;

constexpr const char* k_share = "filter.share";

struct Desk {
  db::Database& database;
  std::map<std::string, const List*> lists;
  Options roles;

  Result<const List*> find(const std::string& id) const {
    const auto found = lists.find(id);
    if (found == lists.end()) return problem("lists.unknown", {{"value", id.substr(0, 40)}});
    return found->second;
  }
};
using DeskPtr = std::shared_ptr<const Desk>;

std::vector<dto::ListOption> views_of(const Options& options, Language language) {
  std::vector<dto::ListOption> out;
  if (options)
    for (Option& option : options(language)) out.push_back({std::move(option.value), std::move(option.label)});
  return out;
}

dto::ListAbout about(const List& list, Language language) {
  dto::ListAbout out{list.id, list.name.in(language), list.sort, list.export_limit, {}, {}};
  for (const Column& one : list.columns)
    out.columns.push_back({one.key, one.heading.in(language), static_cast<dto::ListColumnKind>(one.kind), one.width, !one.sort.empty(), one.hidden, one.personal,
                           one.made != nullptr, views_of(one.codes, language)});
  for (const Filter& one : list.filters)
    if (!one.given)
      out.filters.push_back({one.name, one.label.in(language), static_cast<dto::ListFilterKind>(one.kind), one.hint.in(language), one.folded,
                             views_of(one.options, language)});
  return out;
}

dto::SavedFilterItem view_of(const SavedFilter& filter, const std::string& account) {
  return {filter.name, filter.values, filter.role, filter.by, filter.account == account};
}

Sharing sharing_of(const Desk& desk, const Call& call) {
  Sharing out{call.caller.can(k_share), {}};
  for (const Option& role : desk.roles(call.language)) out.roles.insert(role.value);
  return out;
}

void add_saved(api::Endpoints& endpoints, const DeskPtr& desk) {
  endpoints.add<dto::ListId, dto::SavedFilterList>(
      {.verb = Verb::Get, .path = "/api/lists/{list}/filters", .operation = "filter.list", .access = Access::SignedIn, .summary = "Own saved filters of a list and those shared with the own role"},
      [desk](const Call& call, const dto::ListId& id) -> Result<dto::SavedFilterList> {
        const auto list = desk->find(id.list);
        if (!list.ok()) return list.problem();
        dto::SavedFilterList out;
        if (call.caller.can(k_share)) out.share = views_of(desk->roles, call.language);
        for (const SavedFilter& one : store::visible(*desk->database.begin(db::Mode::Read), id.list, call.caller.account, call.caller.role))
          out.items.push_back(view_of(one, call.caller.account));
        return out;
      });
  endpoints.add<dto::SavedFilterForm, dto::SavedFilterItem>(
      {.verb = Verb::Post, .path = "/api/lists/{list}/filters", .operation = "filter.save", .access = Access::SignedIn, .summary = "Keep a filter of a list under a name"},
      [desk](const Call& call, const dto::SavedFilterForm& form) -> Result<dto::SavedFilterItem> {
        const auto list = desk->find(form.list);
        if (!list.ok()) return list.problem();
        const SavedFilter filter{form.name, form.values, "", "", form.role.value_or("")};
        const auto saved = save_filter(desk->database, call.caller.actor(), **list, filter, sharing_of(*desk, call), call.now);
        if (!saved.ok()) return saved.problem();
        return view_of(*saved, call.caller.account);
      });
  endpoints.add<dto::SavedFilterName, None>(
      {.verb = Verb::Delete, .path = "/api/lists/{list}/filters/{name}", .operation = "filter.delete", .access = Access::SignedIn, .summary = "Delete an own saved filter"},
      [desk](const Call& call, const dto::SavedFilterName& input) -> Result<None> {
        const auto list = desk->find(input.list);
        if (!list.ok()) return list.problem();
        if (const auto done = delete_filter(desk->database, call.caller.actor(), **list, input.name, call.now); !done.ok()) return done.problem();
        return None{};
      });
}

} // namespace

void add_routes(api::Endpoints& endpoints, db::Database& database, std::vector<const List*> all, Options roles) {
  auto made = std::make_shared<Desk>(Desk{database, {}, std::move(roles)});
  for (const List* list : all) ensure(made->lists.emplace(list->id, list).second, "a list stands once: " + list->id);
  const DeskPtr desk = std::move(made);
  endpoints.add<dto::ListId, dto::ListAbout>(
      {.verb = Verb::Get, .path = "/api/lists/{list}", .operation = "list.show", .access = Access::Public, .summary = "Columns, filters and order of a list", .cacheable = true},
      [desk](const Call& call, const dto::ListId& id) -> Result<dto::ListAbout> {
        const auto list = desk->find(id.list);
        if (!list.ok()) return list.problem();
        return about(**list, call.language);
      });
  add_saved(endpoints, desk);
}

} // namespace ankao::lists
