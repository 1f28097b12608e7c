// SPDX-License-Identifier: Apache-2.0
// Handover after the cross inspection, and the pairs it stands on.
#include "inspection/files/law.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/routes/paper_api.hpp"
#include "inspection/routes/parts.hpp"
#include "inspection/routes/views.hpp"
#include "inspection/service/handovers.hpp"
#include "inspection/service/pairings.hpp"
#include "inspection/store/lines.hpp"
#include "inspection/store/papers.hpp"

namespace ankao::inspection {
namespace {

using api::Call;
using api::Verb;

constexpr std::size_t k_city_rows = 100; ///< of each kind: the city reads every pair at once

std::vector<dto::HandoverPiece> pieces(const std::vector<Handover::Piece>& all, std::size_t most) {
  std::vector<dto::HandoverPiece> out;
  for (const auto& one : all) {
    if (out.size() == most) break;
    out.push_back({one.id, one.name, one.text, one.note});
  }
  return out;
}

dto::HandoverView view(db::Transaction& transaction, const Call& call, const Campaign& campaign, const Pair& pair, const std::optional<Paper>& paper, const FilesOf& files) {
  const Party party = party_of(call);
  dto::HandoverView out;
  out.campaign = campaign.id;
  out.by = pair.by;
  out.by_name = district_name(pair.by);
  out.of = pair.of;
  out.of_name = district_name(pair.of);
  out.state = paper ? paper->state : "open";
  const Phase* phase = campaign.phase("enforcement");
  out.due = (phase ? phase->to : date_of(campaign.created_at)) + shipped_law().handover_days;
  out.overdue = !paper && date_of(call.now) > out.due;
  const bool running_now = campaign.state == CampaignState::Running;
  out.may_make = !paper && running_now && party.district(pair.by) && call.caller.can("handover.make");
  if (!paper && !party.district(pair.by) && !party.city()) return out; // what is being prepared is the inspecting district's
  if (!paper && party.city()) { // what is being prepared, in numbers
    const auto counts = store::crossed_counts(transaction, campaign.id, pair.by, pair.of);
    out.visits_total = counts.visits;
    out.problems_total = counts.problems;
    out.missing_total = counts.missing;
    return out;
  }
  const Handover content = paper ? read_content<Handover>(paper->content) : gathered(transaction, campaign, pair.by, pair.of, files);
  const std::size_t most = party.city() ? k_city_rows : content.visits.size() + content.problems.size() + content.evidence.size() + content.missing.size();
  out.visits = pieces(content.visits, most);
  out.problems = pieces(content.problems, most);
  out.evidence = pieces(content.evidence, most);
  out.missing = pieces(content.missing, most);
  out.visits_total = static_cast<std::int64_t>(content.visits.size());
  out.problems_total = static_cast<std::int64_t>(content.problems.size());
  out.evidence_total = static_cast<std::int64_t>(content.evidence.size());
  out.missing_total = static_cast<std::int64_t>(content.missing.size());
  out.proposals = content.proposals;
  if (!paper) return out;
  out.id = paper->id();
  if (paper->made) out.made_name = paper->made->name, out.made_at = paper->made->at;
  if (paper->done) out.received_name = paper->done->name, out.received_at = paper->done->at;
  out.may_receive = paper->state == "made" && party.district(pair.of) && call.caller.can("handover.receive");
  out.steps = steps_of(transaction, "handover:" + paper->id());
  return out;
}

Result<dto::HandoverView> shown(db::Database& database, const Call& call, const Result<Paper>& done, const FilesOf& files) {
  if (!done.ok()) return done.problem();
  const auto transaction = database.begin(db::Mode::Read);
  const auto campaign = known_campaign(*transaction, done->campaign);
  if (!campaign.ok()) return campaign.problem();
  return view(*transaction, call, *campaign, {"", done->district, done->other}, *done, files);
}

Result<dto::HandoverList> list(db::Transaction& transaction, const Call& call, const std::string& id, const FilesOf& files) {
  const auto campaign = known_campaign(transaction, id);
  if (!campaign.ok()) return campaign.problem();
  const Party party = party_of(call);
  dto::HandoverList out;
  for (const Pair& pair : pairs_of(transaction, *campaign))
    if (party.city() || party.district(pair.by) || party.district(pair.of))
      out.items.push_back(view(transaction, call, *campaign, pair, store::paper_of(transaction, PaperKind::Handover, id, pair.by + ">" + pair.of), files));
  return out;
}

std::vector<dto::CampaignPair> named(const std::vector<Pair>& pairs) {
  std::vector<dto::CampaignPair> out;
  for (const Pair& one : pairs) out.push_back({one.clause, one.by, district_name(one.by), one.of, district_name(one.of)});
  return out;
}

Result<dto::PairingView> pairing(db::Transaction& transaction, const Call& call, const std::string& id) {
  const auto campaign = known_campaign(transaction, id);
  if (!campaign.ok()) return campaign.problem();
  dto::PairingView out;
  out.campaign = campaign->id;
  out.title = campaign->title;
  out.pairs = named(pairs_of(transaction, *campaign));
  out.state = campaign->year == shipped_law().pairs_year ? "annex" : "none";
  const auto paper = store::paper_of(transaction, PaperKind::Pairing, id, "pairing");
  if (!paper) return out;
  const auto record = read_content<PairingRecord>(paper->content);
  out.state = paper->state;
  out.how = record.how;
  out.available_at = record.available_at;
  out.rule = record.rule;
  out.rule_sm3 = record.rule_sm3;
  // Entered once it is not public yet: a second person types it without looking.
  if (paper->state == "drawn") out.value = record.value, out.seed = record.seed;
  out.districts = record.districts;
  out.barred = named(record.barred);
  out.own_value = paper->state == "valued" && paper->made && paper->made->account == call.caller.account;
  if (call.caller.can("campaign.list")) out.steps = steps_of(transaction, "pairing:" + paper->id());
  return out;
}

Result<dto::PairingView> paired(db::Database& database, const Call& call, const Result<Paper>& done) {
  if (!done.ok()) return done.problem();
  return pairing(*database.begin(db::Mode::Read), call, done->campaign);
}

} // namespace

void add_handover_routes(api::Endpoints& endpoints, db::Database& database, const FilesOf& files, const Tell& tell) {
  endpoints.add<dto::OfCampaign, dto::HandoverList>({.verb = Verb::Get, .path = "/api/handovers", .operation = "handover.list", .summary = "Handovers after the cross inspection", .clauses = {"M-3.2f", "G-48"}},
                                                    [&database, files](const Call& call, const dto::OfCampaign& query) { return db::look(database, [&](db::Transaction& transaction) { return list(transaction, call, query.campaign, files); }); });
  endpoints.add<dto::HandoverMake, dto::HandoverView>({.verb = Verb::Post, .path = "/api/handovers", .operation = "handover.make", .summary = "Hand problems, evidence and proposals to the inspected district", .clauses = {"M-3.2f"}},
                                                      [&database, files, tell](const Call& call, const dto::HandoverMake& form) { return shown(database, call, make_handover(database, party_of(call, tell), form.campaign, form.of, form.proposals, files), files); });
  endpoints.add<dto::PaperOf, dto::HandoverView>({.verb = Verb::Post, .path = "/api/handovers/{id}/receive", .operation = "handover.receive", .summary = "Confirm that a handover was received", .clauses = {"M-3.2f"}},
                                                 [&database, files, tell](const Call& call, const dto::PaperOf& form) { return shown(database, call, receive_handover(database, party_of(call, tell), form.id), files); });
}

void add_pairing_routes(api::Endpoints& endpoints, db::Database& database) {
  endpoints.add<dto::OfCampaign, dto::PairingView>({.verb = Verb::Get, .path = "/api/pairings", .operation = "pairing.show", .access = api::Access::Public, .summary = "The drawn pairs of a year with everything to draw them again", .clauses = {"M-3.2c", "A4-01", "G-58"}},
                                                   [&database](const Call& call, const dto::OfCampaign& query) { return db::look(database, [&](db::Transaction& transaction) { return pairing(transaction, call, query.campaign); }); });
  endpoints.add<dto::PairingAnnounce, dto::PairingView>({.verb = Verb::Post, .path = "/api/pairings", .operation = "pairing.announce", .summary = "Publish the rule of the pairing", .clauses = {"M-3.2c"}, .permission = "pairing.draw"},
                                                        [&database](const Call& call, const dto::PairingAnnounce& form) { return paired(database, call, announce_pairing(database, party_of(call), form.campaign, form.how, form.available_at)); });
  endpoints.add<dto::PairingValue, dto::PairingView>({.verb = Verb::Post, .path = "/api/pairings/value", .operation = "pairing.value", .summary = "Enter the public value", .clauses = {"M-3.2c"}, .permission = "pairing.draw"},
                                                     [&database](const Call& call, const dto::PairingValue& form) { return paired(database, call, enter_pairing_value(database, party_of(call), form.campaign, form.value)); });
  endpoints.add<dto::PairingValue, dto::PairingView>({.verb = Verb::Post, .path = "/api/pairings/confirm", .operation = "pairing.confirm", .summary = "Confirm the public value and draw", .clauses = {"M-3.2c"}, .permission = "pairing.draw"},
                                                     [&database](const Call& call, const dto::PairingValue& form) { return paired(database, call, confirm_pairing_value(database, party_of(call), form.campaign, form.value)); });
}

} // namespace ankao::inspection
