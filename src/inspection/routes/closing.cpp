// SPDX-License-Identifier: Apache-2.0
// Look back, completing phases, closing.
#include <algorithm>

#include "inspection/files/law.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/routes/paper_api.hpp"
#include "inspection/routes/parts.hpp"
#include "inspection/routes/views.hpp"
#include "inspection/service/closing.hpp"
#include "inspection/store/lines.hpp"
#include "inspection/store/papers.hpp"

namespace ankao::inspection {
namespace {

using api::Call;
using api::Verb;

constexpr std::size_t k_first = 20;
constexpr int k_most_rows = 200;

Result<dto::LookBackList> look_backs(db::Transaction& transaction, const Call& call, const dto::LookBackQuery& query) {
  const auto campaign = known_campaign(transaction, query.campaign);
  if (!campaign.ok()) return campaign.problem();
  const Party party = party_of(call);
  const Phase* phase = campaign->phase("summary");
  store::LookBackFilter filter{campaign->id, party.viewer.kind == "district" ? party.viewer.id : query.district, query.q, query.why, std::nullopt, date_of(call.now), std::clamp(query.size, 1, k_most_rows), 0};
  if (!query.state.empty()) filter.looked = query.state == "done";
  filter.offset = std::int64_t{filter.limit} * (std::max(query.page, 1) - 1);
  dto::LookBackList out;
  out.from = phase ? phase->from : filter.today;
  out.to = phase ? phase->to : filter.today;
  out.may_record = filter.today >= out.from && campaign->state == CampaignState::Running && call.caller.can("look_back.record");
  const auto found = store::look_backs(transaction, filter);
  out.total = found.total;
  out.all = found.all;
  out.done = found.done;
  for (const auto& one : found.rows) {
    dto::LookBackLine line{row_of(one.defect, filter.today), one.why, "", "", "", "", {}};
    if (one.looked) {
      const auto content = read_content<LookedBack>(one.looked->content);
      line.result = content.result;
      line.note = content.note;
      line.visit = content.visit;
      if (one.looked->made) line.looked_by = one.looked->made->name, line.looked_at = one.looked->made->at;
    }
    out.items.push_back(std::move(line));
  }
  return out;
}

/// A district sees what is its own; the city everything.
Result<dto::ClosingView> closing(db::Transaction& transaction, const Call& call, const std::string& id, const OpenElsewhere& elsewhere) {
  const auto campaign = known_campaign(transaction, id);
  if (!campaign.ok()) return campaign.problem();
  const Party party = party_of(call);
  const std::string mine = party.viewer.kind == "district" ? party.viewer.id : "";
  const auto all = open_summary(transaction, *campaign, mine, k_first, elsewhere);
  dto::ClosingView out;
  out.campaign = campaign->id;
  out.title = campaign->title;
  out.state = campaign->state == CampaignState::Closed ? "closed" : "running";
  const bool open = campaign->state == CampaignState::Running;
  for (const ClosingLaw& law : shipped_law().closing) {
    dto::OpenKind kind{law.id, law.words.zh, law.words.en, law.clause, law.needed, 0, {}};
    for (const OpenKinds& found : all.kinds) {
      if (found.kind != law.id) continue;
      kind.count = found.count;
      for (const OpenThing& one : found.first) kind.first.push_back({one.subject, one.name, district_name(one.district), one.due, one.due && date_of(call.now) > *one.due});
    }
    out.kinds.push_back(std::move(kind));
  }
  for (const char* phase : {"enforcement", "spot", "summary"}) {
    const bool own = open && call.caller.can("phase.complete") && (std::string(phase) == "spot" ? party.city() : !mine.empty());
    out.phases.push_back({phase, own, all.phases.at(phase)});
  }
  out.may_close = open && party.city() && call.caller.can("campaign.close");
  out.steps = steps_of(transaction, "campaign:" + campaign->id);
  return out;
}

} // namespace

void add_closing_routes(api::Endpoints& endpoints, db::Database& database, const OpenElsewhere& elsewhere) {
  endpoints.add<dto::LookBackQuery, dto::LookBackList>({.verb = Verb::Get, .path = "/api/look-backs", .operation = "look_back.list", .summary = "Problems to be looked at again", .clauses = {"M-3.4b"}},
                                                    [&database](const Call& call, const dto::LookBackQuery& query) { return db::look(database, [&](db::Transaction& transaction) { return look_backs(transaction, call, query); }); });
  endpoints.add<dto::LookBackRecord, dto::LookBackList>({.verb = Verb::Post, .path = "/api/look-backs/{id}", .operation = "look_back.record", .summary = "Record what was found when a problem was looked at again", .clauses = {"M-3.4b"}},
                                                        [&database](const Call& call, const dto::LookBackRecord& form) -> Result<dto::LookBackList> {
                                                          const auto done = record_look_back(database, party_of(call), {form.id, form.result, form.visit.value_or(""), form.note});
                                                          if (!done.ok()) return done.problem();
                                                          dto::LookBackQuery all;
                                                          all.campaign = done->campaign;
                                                          return look_backs(*database.begin(db::Mode::Read), call, all);
                                                        });
  endpoints.add<dto::OfCampaign, dto::ClosingView>({.verb = Verb::Get, .path = "/api/campaign-closing", .operation = "closing.show", .summary = "What is still open before a campaign is closed", .clauses = {"M-3.4a"}},
                                                   [&database, elsewhere](const Call& call, const dto::OfCampaign& query) { return db::look(database, [&](db::Transaction& transaction) { return closing(transaction, call, query.campaign, elsewhere); }); });
  endpoints.add<dto::PhaseComplete, dto::ClosingView>({.verb = Verb::Post, .path = "/api/campaign-closing/phase", .operation = "phase.complete", .summary = "Say that a phase is complete", .clauses = {"M-3.2a", "M-3.3", "M-3.4a"}},
                                                      [&database, elsewhere](const Call& call, const dto::PhaseComplete& form) -> Result<dto::ClosingView> {
                                                        const auto done = complete_phase(database, party_of(call), form.campaign, form.phase);
                                                        if (!done.ok()) return done.problem();
                                                        return closing(*database.begin(db::Mode::Read), call, form.campaign, elsewhere);
                                                      });
  endpoints.add<dto::CampaignClose, dto::ClosingView>({.verb = Verb::Post, .path = "/api/campaign-closing", .operation = "campaign.close", .summary = "Close a special inspection", .clauses = {"M-3.4a"}},
                                                      [&database, elsewhere](const Call& call, const dto::CampaignClose& form) -> Result<dto::ClosingView> {
                                                        const auto done = close_campaign(database, party_of(call), form.campaign, form.reason.value_or(""), elsewhere);
                                                        if (!done.ok()) return done.problem();
                                                        return closing(*database.begin(db::Mode::Read), call, form.campaign, elsewhere);
                                                      });
}

} // namespace ankao::inspection
