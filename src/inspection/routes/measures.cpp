// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/measures.hpp"

#include "inspection/routes/measures_api.hpp"
#include "inspection/rules/severity.hpp"
#include "inspection/routes/parts.hpp"
#include "inspection/routes/views.hpp"

namespace ankao::inspection {
namespace {

using api::Call;
using api::Verb;

constexpr std::size_t k_most = 300;

std::string team_name(const std::string& team) { return team.empty() ? "市应急管理局" : district_name(team); }

dto::HonestySumView sum_view(const HonestySum& one) { return {one.district, one.district.empty() ? "全市" : district_name(one.district), one.places, one.without, one.scored, one.self_mean, one.official_mean, one.gap_mean, one.said_met, one.hidden}; }

dto::HonestyView honesty_view(const HonestyGap& all) {
  dto::HonestyView out;
  out.city = sum_view(all.city);
  for (const HonestySum& one : all.districts) out.districts.push_back(sum_view(one));
  out.places_total = static_cast<std::int64_t>(all.places.size());
  for (const HonestyPlace& one : all.places) {
    if (out.places.size() == k_most) break;
    out.places.push_back({one.target, one.name, one.district, district_name(one.district), one.checklist, one.self_visit, one.official_visit, one.scored, one.items, one.points, one.self_score, one.official_score, one.gap, one.self_found,
                          one.official_found, one.hidden});
  }
  for (const HonestyItem& one : all.items) out.items.push_back({one.checklist, one.item, one.number, one.title.zh, one.title.en, one.places, one.said_met, one.hidden});
  out.without_total = static_cast<std::int64_t>(all.without.size());
  for (const WithoutSelf& one : all.without) {
    if (out.without.size() == k_most) break;
    out.without.push_back({one.target, one.name, one.district, district_name(one.district), one.checklist, one.official_visit, one.report});
  }
  return out;
}

dto::DistrictScoresRow scores_view(const DistrictScores& one) {
  return {one.district, one.district.empty() ? "全市" : district_name(one.district), one.visits, one.raw, one.group, one.compared, one.corrected, one.shift};
}

dto::SeverityView severity_view(const Severity& all) {
  dto::SeverityView out;
  out.least_places = all.law.places;
  out.most_weight = all.law.weight;
  out.reason_zh = all.law.reason.zh;
  out.reason_en = all.law.reason.en;
  for (const TeamSeverity& one : all.teams) out.teams.push_back({one.team, team_name(one.team), one.visits, one.raw, one.shared, name_of(one.compared), one.group, one.severity, one.corrected, one.spread});
  for (const SharedPlaces& one : all.pairs) out.pairs.push_back({one.one, team_name(one.one), one.other, team_name(one.other), one.places, one.difference, one.used});
  for (const DistrictScores& one : all.districts) out.districts.push_back(scores_view(one));
  out.city = scores_view(all.city);
  out.places_total = static_cast<std::int64_t>(all.places.size());
  for (const Comparison& one : all.places) {
    if (out.places.size() == k_most) break;
    out.places.push_back({one.target, one.name, district_name(one.district), one.earlier, team_name(one.earlier), one.earlier_visit, one.later, team_name(one.later), one.later_visit, one.items, one.corrected, tenths_of(one.difference),
                          one.used});
  }
  return out;
}

} // namespace

void add_measures_routes(api::Endpoints& endpoints, db::Database& database) {
  endpoints.add<dto::MeasuresOf, dto::CampaignMeasures>(
      {.verb = Verb::Get, .path = "/api/campaigns/{id}/measures", .operation = "measures.show", .summary = "What units told of themselves, and how severe the teams are", .clauses = {"M-3.2b", "M-4.1.9"}, .permission = "board.view"},
      [&database](const Call& call, const dto::MeasuresOf& query) -> Result<dto::CampaignMeasures> {
        return db::look(database, [&](db::Transaction& transaction) -> Result<dto::CampaignMeasures> {
          const auto campaign = store::campaign(transaction, query.id);
          if (!campaign) return problem("inspection.campaign_unknown", {{"value", query.id}}, "id");
          const Viewer viewer = viewer_of(call);
          // Only the city is not narrowed: a scope that is neither sees nothing of others.
          const auto own = viewer.kind == "city" ? std::nullopt : std::optional(viewer.id);
          const Measures all = measures_of(transaction, query.id, own);
          return dto::CampaignMeasures{campaign->id, campaign->title, own.value_or(""), static_cast<std::int64_t>(k_most), honesty_view(all.honesty), severity_view(all.severity)};
        });
      });
}

} // namespace ankao::inspection
