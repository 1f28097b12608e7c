// SPDX-License-Identifier: Apache-2.0
// Which monthly returns are in, from what is kept of them: no figure is computed for it.
#include <algorithm>

#include "api/endpoints.hpp"
#include "db/use_case.hpp"
#include "inspection/service/counted.hpp"
#include "registry/service/city.hpp"
#include "reporting/files/law.hpp"
#include "reporting/routes/completeness_api.hpp"
#include "reporting/routes/views.hpp"
#include "reporting/rules/tally.hpp"
#include "reporting/service/returns.hpp"
#include "reporting/store/returns.hpp"

namespace ankao::reporting {
namespace {

/// As the list of returns says it.
std::string state_of_kept(const Kept* kept, const Period& period, Date today) {
  const State state = kept == nullptr ? State::Open : kept->state;
  if (state == State::Submitted) return "submitted";
  if (today > period.due()) return "overdue";
  if (state == State::Reopened) return "reopened";
  return today < period.from ? "upcoming" : "open";
}

dto::CompletenessView completeness(db::Transaction& transaction, const inspection::Campaign& campaign, const std::string& district, Date today) {
  const auto all = store::kept(transaction, campaign.id, district);
  const auto periods = periods_of(shipped_law(), campaign.year);
  dto::CompletenessView out;
  for (const Period& one : periods) out.months.push_back({to_string(one.month), one.due(), 0, 0});
  for (const auto& place : registry::City::shipped().catalogue.districts) {
    if (!district.empty() && place.code != district) continue;
    ++out.districts;
    for (std::size_t i = 0; i < periods.size(); ++i) {
      const auto kept = std::find_if(all.begin(), all.end(), [&](const Kept& one) { return one.district == place.code && one.month == periods[i].month; });
      dto::CompletenessCell cell{id_of(periods[i].month, place.code), place.code, registry::City::shipped().name_of(place.code), out.months[i].month, state_of_kept(kept == all.end() ? nullptr : &*kept, periods[i], today), true};
      if (kept != all.end() && kept->submitted_at) cell.on_time = date_of(*kept->submitted_at) <= periods[i].due();
      out.months[i].submitted += cell.state == "submitted" ? 1 : 0;
      out.months[i].overdue += cell.state == "overdue" ? 1 : 0;
      out.cells.push_back(std::move(cell));
    }
  }
  return out;
}

} // namespace

void add_completeness_routes(api::Endpoints& endpoints, db::Database& database) {
  endpoints.add<dto::CompletenessOf, dto::CompletenessView>(
      {.verb = api::Verb::Get, .path = "/api/campaigns/{id}/return-completeness", .operation = "return.completeness", .summary = "Which monthly returns of a special inspection are in", .clauses = {"M-4.1.5"}, .permission = "return.list"},
      [&database](const api::Call& call, const dto::CompletenessOf& query) -> Result<dto::CompletenessView> {
        return db::look(database, [&](db::Transaction& transaction) -> Result<dto::CompletenessView> {
          const auto campaign = inspection::campaign_in(transaction, query.id);
          if (!campaign) return problem("inspection.campaign_unknown", {{"value", query.id}}, "id");
          const Viewer viewer = viewer_of(call);
          return completeness(transaction, *campaign, viewer.kind == "city" ? "" : viewer.id.empty() ? "-" : viewer.id, date_of(call.now));
        });
      });
}

} // namespace ankao::reporting
