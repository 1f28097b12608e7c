// SPDX-License-Identifier: Apache-2.0
// Members of teams with what they declared, and the spot checks of the city.
#include <algorithm>

#include "inspection/files/law.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/routes/paper_api.hpp"
#include "inspection/routes/parts.hpp"
#include "inspection/routes/views.hpp"
#include "inspection/rules/ties.hpp"
#include "inspection/service/spots.hpp"
#include "inspection/service/teams.hpp"
#include "inspection/store/papers.hpp"

namespace ankao::inspection {
namespace {

using api::Call;
using api::Verb;

std::string effect_on(const std::vector<TeamTie>& declared, const Target& target) {
  if (!check_ties(shipped_law(), "", declared, target)) return "refused";
  return ties_to(declared, target).empty() ? "free" : "marked";
}

Result<dto::TeamList> team(db::Transaction& transaction, const Call& call, const dto::TeamQuery& query) {
  const Viewer viewer = viewer_of(call);
  const auto target = store::target(transaction, query.campaign, query.target);
  dto::TeamList out;
  for (const TieLaw& one : shipped_law().ties) out.kinds.push_back({one.id, one.words.zh, one.words.en, one.clause, one.refused});
  for (const Paper& one : members_of(transaction, query.campaign, viewer.kind == "district" ? viewer.id : "")) {
    const auto content = read_content<TeamPerson>(one.content);
    dto::TeamPersonView row{one.name, content.role, content.unit, one.made ? one.made->name : "", one.made ? std::optional(one.made->at) : std::nullopt, {}, target ? effect_on(content.ties, *target) : ""};
    for (const TeamTie& tie : content.ties) row.ties.push_back({tie.kind, tie.subject, tie.name, tie.note});
    out.items.push_back(std::move(row));
  }
  return out;
}

dto::SpotLine line_of(const SpotCandidate& one, const std::string& visit) { return {one.target, one.name, district_name(one.district), one.weight, one.reasons, visit}; }

dto::SpotDraw draw_view(const Paper& paper) {
  const auto record = read_content<SpotRecord>(paper.content);
  dto::SpotDraw out{paper.id(), district_name(paper.other), record.nonce, record.list_sm3, record.seed, paper.made ? paper.made->name : "", *parse_date(record.planned), paper.made ? std::optional(paper.made->at) : std::nullopt,
                    static_cast<std::int64_t>(record.candidates.size()), 0, {}};
  for (const SpotCandidate& one : record.candidates) out.weight += one.weight;
  for (std::size_t i = 0; i < record.drawn.size(); ++i)
    for (const SpotCandidate& one : record.candidates)
      if (one.target == record.drawn[i]) out.drawn.push_back(line_of(one, i < record.visits.size() ? record.visits[i] : ""));
  return out;
}

Result<dto::SpotView> spots(db::Transaction& transaction, const Call& call, const std::string& id) {
  const auto campaign = known_campaign(transaction, id);
  if (!campaign.ok()) return campaign.problem();
  const Phase* phase = campaign->phase("spot");
  dto::SpotView out;
  out.from = phase ? phase->from : date_of(campaign->created_at);
  out.to = phase ? phase->to : out.from;
  out.most = shipped_law().spot.most;
  auto candidates = spot_candidates(transaction, *campaign, date_of(call.now));
  std::stable_sort(candidates.begin(), candidates.end(), [](const SpotCandidate& a, const SpotCandidate& b) { return a.weight > b.weight; });
  for (const SpotCandidate& one : candidates) out.candidates.push_back(line_of(one, ""));
  for (const Paper& one : store::papers(transaction, PaperKind::Spot, id)) out.draws.insert(out.draws.begin(), draw_view(one));
  return out;
}

} // namespace

void add_team_routes(api::Endpoints& endpoints, db::Database& database) {
  endpoints.add<dto::TeamQuery, dto::TeamList>({.verb = Verb::Get, .path = "/api/team-members", .operation = "member.list", .summary = "Members of teams and what they declared", .clauses = {"M-3.2e", "G-44"}},
                                               [&database](const Call& call, const dto::TeamQuery& query) { return db::look(database, [&](db::Transaction& transaction) { return team(transaction, call, query); }); });
  endpoints.add<dto::TeamDeclare, dto::TeamList>({.verb = Verb::Post, .path = "/api/team-members", .operation = "member.declare", .summary = "Declare a member's ties to units", .clauses = {"G-44", "G-47"}},
                                                 [&database](const Call& call, const dto::TeamDeclare& form) -> Result<dto::TeamList> {
                                                   TeamPerson content{form.unit.value_or(""), form.role, {}};
                                                   for (const auto& one : form.ties) content.ties.push_back({one.kind, one.subject, "", one.note.value_or("")});
                                                   const auto done = declare_member(database, party_of(call), form.campaign, form.name, content);
                                                   if (!done.ok()) return done.problem();
                                                   return team(*database.begin(db::Mode::Read), call, {form.campaign, ""});
                                                 });
}

void add_spot_routes(api::Endpoints& endpoints, db::Database& database, const Chance& chance) {
  endpoints.add<dto::OfCampaign, dto::SpotView>({.verb = Verb::Get, .path = "/api/spot-checks", .operation = "spot.list", .summary = "Weights of today and the draws of spot checks", .clauses = {"M-3.3"}, .permission = "spot.draw"},
                                                [&database](const Call& call, const dto::OfCampaign& query) { return db::look(database, [&](db::Transaction& transaction) { return spots(transaction, call, query.campaign); }); });
  endpoints.add<dto::SpotAsk, dto::SpotView>({.verb = Verb::Post, .path = "/api/spot-checks", .operation = "spot.draw", .summary = "Draw units for spot checks and plan their visits", .clauses = {"M-3.3"}},
                                             [&database, chance](const Call& call, const dto::SpotAsk& form) -> Result<dto::SpotView> {
                                               const auto done = draw_spot(database, party_of(call), {form.campaign, form.district.value_or(""), form.count, form.planned}, chance);
                                               if (!done.ok()) return done.problem();
                                               return spots(*database.begin(db::Mode::Read), call, form.campaign);
                                             });
}

} // namespace ankao::inspection
