// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/party.hpp"

#include "base/sm3.hpp"
#include "inspection/files/law.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/store/papers.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/words/organisation.hpp"

namespace ankao::inspection {

Result<Campaign> known_campaign(db::Transaction& transaction, const std::string& id) {
  auto found = store::campaign(transaction, id);
  if (!found) return problem("inspection.campaign_unknown", {{"value", id}}, "campaign");
  return *found;
}

Result<Campaign> running(db::Transaction& transaction, const std::string& id) {
  auto found = known_campaign(transaction, id);
  if (found.ok() && found->state == CampaignState::Closed) return problem("inspection.campaign_closed", {{"value", found->title}}, "campaign");
  return found;
}

Result<void> check_words(const char* field, const std::string& text, bool needed, std::size_t longest) {
  const bool blank = text.find_first_not_of(" \t\r\n") == std::string::npos;
  if ((needed && blank) || text.size() > longest) return problem("inspection.text_missing", {{"limit", std::to_string(longest)}}, field);
  return {};
}

void tell(db::Transaction& transaction, const Party& party, const News& news) {
  if (party.tell) party.tell(transaction, news, party.now);
}

News news_of(const Paper& paper, const char* action) {
  News out;
  out.action = action;
  out.id = paper.id();
  out.campaign = paper.campaign;
  out.name = paper.name;
  out.subject = paper.subject;
  out.district = paper.district;
  out.other = paper.other;
  out.institution = paper.institution;
  out.site = paper.site;
  out.text = paper.reason;
  return out;
}

bool sees(const Party& party, const Paper& paper) {
  if (party.organisation()) return registry::is_city_organisation(paper.subject);
  if (party.city()) return true;
  if (party.viewer.id.empty()) return false;
  if (party.viewer.kind == "district") return party.viewer.id == paper.district || party.viewer.id == paper.other;
  return party.viewer.kind == "institution" ? party.viewer.id == paper.institution : party.viewer.id == paper.site;
}

std::string digest_of(const Paper& paper) {
  return to_hex(sm3(std::string(name_of(paper.kind)) + "\n" + paper.campaign + "\n" + paper.subject + "\n" + paper.state + "\n" + paper.content + "\n" + paper.reason));
}

void keep(db::Transaction& transaction, const Party& party, const char* action, Paper& paper, const std::string& before, const std::string& clause, const std::string& reason) {
  if (paper.number == 0) store::insert(transaction, paper);
  else store::update(transaction, paper);
  ledger::append(transaction, {party.actor, party.now, action, std::string(name_of(paper.kind)) + ":" + paper.id(), before, digest_of(paper), clause, reason});
}

std::vector<Pair> pairs_of(db::Transaction& transaction, const Campaign& campaign) {
  if (campaign.year == shipped_law().pairs_year) return shipped_law().pairs;
  const auto drawn = store::paper_of(transaction, PaperKind::Pairing, campaign.id, "pairing");
  return drawn && drawn->state == "drawn" ? read_content<PairingRecord>(drawn->content).pairs : std::vector<Pair>{};
}

InspectionLaw law_of(db::Transaction& transaction, const Campaign& campaign) {
  InspectionLaw law = shipped_law();
  law.pairs = pairs_of(transaction, campaign);
  return law;
}

} // namespace ankao::inspection
