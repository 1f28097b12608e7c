// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/spots.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "inspection/files/law.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/rules/spot.hpp"
#include "inspection/service/visits.hpp"
#include "inspection/store/lines.hpp"
#include "inspection/store/papers.hpp"

namespace ankao::inspection {
namespace {

constexpr std::size_t k_nonce_bytes = 32;

Result<Paper> draw(db::Database& database, const Party& party, const SpotForm& form, const std::string& nonce) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    const auto campaign = running(transaction, form.campaign);
    if (!campaign.ok()) return campaign.problem();
    const SpotLaw& law = shipped_law().spot;
    if (form.count < 1 || form.count > law.most) return problem("inspection.spot_count", {{"value", std::to_string(form.count)}, {"most", std::to_string(law.most)}}, "count");
    const Phase* phase = campaign->phase("spot");
    if (phase != nullptr && (form.planned < phase->from || form.planned > phase->to))
      return problem("inspection.planned_outside", {{"value", to_string(form.planned)}, {"from", to_string(phase->from)}, {"to", to_string(phase->to)}}, "planned");
    SpotRecord record;
    record.candidates = spot_candidates(transaction, *campaign, date_of(party.now));
    std::erase_if(record.candidates, [&](const SpotCandidate& one) { return !form.district.empty() && one.district != form.district; });
    if (record.candidates.empty()) return problem("inspection.spot_nobody", {}, "district");
    record.nonce = nonce;
    record.planned = to_string(form.planned);
    record.list_sm3 = list_digest(record.candidates);
    record.seed = spot_seed(record.list_sm3, nonce);
    record.drawn = draw_spots(record.candidates, record.seed, form.count);
    Paper paper;
    paper.kind = PaperKind::Spot;
    paper.campaign = form.campaign;
    paper.subject = "draw:" + nonce;
    paper.name = campaign->title;
    paper.other = form.district;
    paper.state = "drawn";
    paper.content = write_content(record);
    paper.made = party.endorsement();
    keep(transaction, party, "spot.draw", paper, "", law.clause, "SM3 " + record.seed);
    return paper;
  });
}

} // namespace

std::vector<SpotCandidate> spot_candidates(db::Transaction& transaction, const Campaign& campaign, Date today) {
  std::map<std::string, SpotFacts> facts;
  for (const Target& one : store::all_targets(transaction, campaign.id))
    if (one.checklist != "production_unit") facts[one.id] = {one.id, one.name, one.district, 0, 0, 0, 0, false};
  for (const auto& one : store::office_defect_lines(transaction, campaign.id)) {
    const auto at = facts.find(one.target);
    if (at == facts.end()) continue;
    at->second.open += one.closed ? 0 : 1;
    at->second.overdue += one.overdue(today) ? 1 : 0;
    at->second.repeated += one.level > 1 ? 1 : 0;
  }
  for (const auto& one : store::office_visit_lines(transaction, campaign.id)) {
    const auto at = facts.find(one.target);
    if (at == facts.end() || !one.done) continue;
    at->second.inspected = true;
    at->second.failed += one.verdict == "failed" || one.conclusion == "not_met" ? 1 : 0;
  }
  std::vector<SpotCandidate> out;
  for (const auto& [id, known] : facts) out.push_back(weigh(shipped_law().spot, known));
  return out;
}

Result<Paper> draw_spot(db::Database& database, const Party& party, const SpotForm& form, const Chance& chance) {
  if (!party.city()) return problem("inspection.not_yours", {{"value", form.campaign}}, "campaign");
  std::array<std::uint8_t, k_nonce_bytes> bytes{};
  chance(bytes);
  auto drawn = draw(database, party, form, to_hex(bytes.data(), bytes.size()));
  if (!drawn.ok()) return drawn;
  auto record = read_content<SpotRecord>(drawn->content);
  for (const std::string& target : record.drawn) {
    const auto visit = plan_visit(database, party.actor, party.now, party.viewer, {form.campaign, "spot", target, form.planned, {}});
    record.visits.push_back(visit.ok() ? visit->id : "");
  }
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    Paper paper = *store::paper(transaction, PaperKind::Spot, drawn->id());
    const std::string before = digest_of(paper);
    paper.content = write_content(record);
    keep(transaction, party, "spot.visits", paper, before, shipped_law().spot.clause);
    return paper;
  });
}

} // namespace ankao::inspection
