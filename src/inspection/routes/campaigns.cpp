// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspection/files/law.hpp"
#include "inspection/routes/lists.hpp"
#include "inspection/routes/parts.hpp"
#include "inspection/routes/views.hpp"
#include "inspection/rules/visits.hpp"
#include "inspection/service/campaigns.hpp"
#include "lists/routes/add.hpp"

namespace ankao::inspection {
namespace {

using api::Call;
using api::None;
using api::Verb;

std::int64_t count_defects(db::Transaction& transaction, const Call& call, const std::string& campaign, bool overdue) {
  store::Filter filter;
  filter.viewer = viewer_of(call);
  filter.campaign = campaign;
  filter.today = date_of(call.now);
  filter.limit = 1;
  if (overdue) {
    filter.overdue = true;
    return store::defects(transaction, filter).total;
  }
  const auto all = store::defects(transaction, filter).total;
  filter.state = "closed";
  return all - store::defects(transaction, filter).total;
}

dto::CampaignView view(db::Transaction& transaction, const Call& call, const Campaign& one) {
  const Date today = date_of(call.now);
  dto::CampaignView out{one.id, one.year, one.title, one.state == CampaignState::Closed ? "closed" : "running", {}, {}, {}, 0, 0};
  for (const Phase& phase : one.phases) out.phases.push_back({phase.id, phase.title.zh, phase.title.en, phase.clause, phase.from, phase.to, phase.from <= today && today <= phase.to});
  const Viewer viewer = viewer_of(call);
  for (const auto& row : store::progress(transaction, one.id)) {
    const bool mine = viewer.kind == "city" || (viewer.kind == "district" && viewer.id == row.district);
    if (mine) out.progress.push_back({row.district, district_name(row.district), row.checklist, row.targets, row.inspected, row.failed, row.self});
  }
  for (const Pair& pair : pairs_of(transaction, one)) out.pairs.push_back({pair.clause, pair.by, district_name(pair.by), pair.of, district_name(pair.of)});
  out.open_defects = count_defects(transaction, call, one.id, false);
  out.overdue_defects = count_defects(transaction, call, one.id, true);
  return out;
}

/// Of the phases in which the caller may inspect the target, there is one.
bool mine(const InspectionLaw& law, const Viewer& viewer, const Target& target) {
  return std::any_of(law.phases.begin(), law.phases.end(), [&](const PhaseLaw& one) { return may_inspect(law, viewer, target, one.id).ok(); });
}

Result<dto::TargetPage> targets(db::Transaction& transaction, const Call& call, const dto::TargetQuery& query, const lists::Window& window) {
  store::Filter filter;
  filter.viewer = viewer_of(call);
  // In the cross inspection a district looks for units of its pair too.
  if (filter.viewer.kind == "district" && !query.district.empty()) filter.viewer = {"city", ""};
  filter.campaign = query.id;
  filter.q = query.q;
  filter.district = query.district;
  filter.checklist = query.checklist;
  filter.state = query.state;
  filter.limit = window.limit;
  filter.offset = window.offset;
  filter.order = window.order;
  const auto found = store::targets(transaction, filter);
  dto::TargetPage out;
  out.total = found.total;
  const Viewer viewer = viewer_of(call);
  const auto campaign = store::campaign(transaction, query.id);
  const InspectionLaw law = campaign ? law_of(transaction, *campaign) : shipped_law();
  for (const auto& one : found.rows) {
    const Target& t = one.target;
    const bool own = viewer.kind != "district" || viewer.id == t.district;
    out.items.push_back({t.id, t.checklist, t.name, t.district, district_name(t.district), t.special_operation, own ? one.visits : 0, own ? one.last : "", own ? one.verdict : "", mine(law, viewer, t)});
  }
  return out;
}

} // namespace

void add_campaign_routes(api::Endpoints& endpoints, db::Database& database, const Tell& tell) {
  endpoints.add<None, dto::CampaignList>({.verb = Verb::Get, .path = "/api/campaigns", .operation = "campaign.list", .summary = "The special inspections", .clauses = {"M-3.1a", "M-3.2a"}}, [&database](const Call& call, const None&) -> Result<dto::CampaignList> {
    return db::look(database, [&](db::Transaction& transaction) -> Result<dto::CampaignList> {
      dto::CampaignList out;
      for (const Campaign& one : store::campaigns(transaction)) out.items.push_back(view(transaction, call, one));
      return out;
    });
  });
  endpoints.add<dto::CampaignNew, dto::CampaignView>({.verb = Verb::Post, .path = "/api/campaigns", .operation = "campaign.create", .summary = "Start the special inspection of a year", .clauses = {"M-3.1a", "M-4.4.1"}},
                                                     [&database, tell](const Call& call, const dto::CampaignNew& form) -> Result<dto::CampaignView> {
                                                       const auto made = create_campaign(database, call.caller.actor(), call.now, {form.year, form.title}, tell);
                                                       if (!made.ok()) return made.problem();
                                                       return view(*database.begin(db::Mode::Read), call, *made);
                                                     });
  endpoints.add<dto::CampaignOf, dto::CampaignView>(
      {.verb = Verb::Get, .path = "/api/campaigns/{id}", .operation = "campaign.show", .summary = "A special inspection: phases, pairs, progress", .clauses = {"M-3.2a", "A4-01"}, .permission = "campaign.list"},
      [&database](const Call& call, const dto::CampaignOf& query) -> Result<dto::CampaignView> {
        return db::look(database, [&](db::Transaction& transaction) -> Result<dto::CampaignView> {
          const auto found = store::campaign(transaction, query.id);
          if (!found) return problem("inspection.campaign_unknown", {{"value", query.id}}, "id");
          return view(transaction, call, *found);
        });
      });
  lists::add<dto::TargetQuery, dto::TargetPage>(endpoints, database, target_list(),
                                                {.verb = Verb::Get, .path = "/api/campaigns/{id}/targets", .operation = "target.list", .summary = "Whom a special inspection inspects", .clauses = {"M-3.2b"}, .permission = "campaign.list"},
                                                "target.export", [&database](const Call& call, const dto::TargetQuery& query, const lists::Window& window) { return targets(*database.begin(db::Mode::Read), call, query, window); });
}

} // namespace ankao::inspection
