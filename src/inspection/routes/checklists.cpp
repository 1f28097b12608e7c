// SPDX-License-Identifier: Apache-2.0
#include "inspection/files/checklists.hpp"
#include "inspection/routes/parts.hpp"
#include "inspection/routes/views.hpp"
#include "inspection/service/checklists.hpp"

namespace ankao::inspection {
namespace {

using api::Access;
using api::Call;
using api::None;
using api::Verb;

int items_of(const Checklist& list) {
  std::size_t n = 0;
  for (const Section& one : list.sections) n += one.items.size();
  return static_cast<int>(n);
}

dto::ChecklistVersionRow version_row(const EnteredVersion& one, const Call& call) {
  return {one.checklist.version, one.checklist.from, one.state, one.entered_name, one.reviewed_name, one.reason, one.entered_at, one.reviewed_at, one.entered_by == call.caller.account};
}

dto::ChecklistRow row_of(db::Transaction& transaction, const Checklist& shipped, const Call& call) {
  const Checklist list = *checklist_on(transaction, shipped.id, date_of(call.now));
  dto::ChecklistRow out{list.id, list.title.zh, list.title.en, name_of(list.inspects), list.version, list.from, list.points(), items_of(list), {}};
  if (!call.caller.can("checklist.enter") && !call.caller.can("checklist.review")) return out;
  for (const EnteredVersion& one : entered_versions(transaction, shipped.id)) out.versions.push_back(version_row(one, call));
  out.versions.push_back({shipped.version, shipped.from, "shipped", "", "", "", {}, {}, false});
  return out;
}

Result<Checklist> wanted(db::Transaction& transaction, const Call& call, const dto::ChecklistOf& query) {
  auto found = query.version == 0 ? checklist_on(transaction, query.id, date_of(call.now)) : checklist_version(transaction, query.id, query.version);
  if (!found) return problem("inspection.checklist_unknown", {{"value", query.id}}, "id");
  return *found;
}

} // namespace

void add_checklist_routes(api::Endpoints& endpoints, db::Database& database) {
  endpoints.add<None, dto::ChecklistList>({.verb = Verb::Get, .path = "/api/checklists", .operation = "checklist.list", .access = Access::Public, .summary = "The official checklists", .clauses = {"A1-F1", "A22-F1"}},
                                          [&database](const Call& call, const None&) -> Result<dto::ChecklistList> {
                                            return db::look(database, [&](db::Transaction& transaction) -> Result<dto::ChecklistList> {
                                              dto::ChecklistList out;
                                              for (const Checklist& one : shipped_checklists()) out.items.push_back(row_of(transaction, one, call));
                                              return out;
                                            });
                                          });
  endpoints.add<dto::ChecklistOf, dto::ChecklistView>(
      {.verb = Verb::Get, .path = "/api/checklists/{id}", .operation = "checklist.show", .access = Access::Public, .summary = "A checklist with its wording and rules", .clauses = {"A22-F2", "A23-F2"}},
      [&database](const Call& call, const dto::ChecklistOf& query) -> Result<dto::ChecklistView> {
        return db::look(database, [&](db::Transaction& transaction) -> Result<dto::ChecklistView> {
          const auto found = wanted(transaction, call, query);
          if (!found.ok()) return found.problem();
          return view_of(*found);
        });
      });
  endpoints.add<dto::ChecklistOf, dto::ChecklistText>(
      {.verb = Verb::Get, .path = "/api/checklists/{id}/content", .operation = "checklist.content", .summary = "A checklist as a text to make a new version from", .permission = "checklist.enter"},
      [&database](const Call& call, const dto::ChecklistOf& query) -> Result<dto::ChecklistText> {
        return db::look(database, [&](db::Transaction& transaction) -> Result<dto::ChecklistText> {
          const auto found = wanted(transaction, call, query);
          if (!found.ok()) return found.problem();
          return dto::ChecklistText{write_checklist(*found)};
        });
      });
  endpoints.add<dto::ChecklistEntry, dto::ChecklistVersionRow>(
      {.verb = Verb::Post, .path = "/api/checklists/{id}/versions", .operation = "checklist.enter", .summary = "Enter a new version of a checklist", .clauses = {"M-4.4.4"}},
      [&database](const Call& call, const dto::ChecklistEntry& form) -> Result<dto::ChecklistVersionRow> {
        const auto made = enter_version(database, call.caller.actor(), call.now, form.id, form.content);
        if (!made.ok()) return made.problem();
        return version_row(*made, call);
      });
  endpoints.add<dto::ChecklistReview, dto::ChecklistVersionRow>(
      {.verb = Verb::Post, .path = "/api/checklists/{id}/versions/{version}/review", .operation = "checklist.review", .summary = "Let a new version hold, or refuse it", .clauses = {"M-4.4.4"}},
      [&database](const Call& call, const dto::ChecklistReview& form) -> Result<dto::ChecklistVersionRow> {
        const auto made = review_version(database, call.caller.actor(), call.now, form.id, form.version, form.accept, form.reason.value_or(""));
        if (!made.ok()) return made.problem();
        return version_row(*made, call);
      });
}

} // namespace ankao::inspection
