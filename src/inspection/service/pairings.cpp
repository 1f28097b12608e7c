// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/pairings.hpp"

#include <algorithm>

#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "inspection/files/law.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/rules/pairing.hpp"
#include "inspection/store/papers.hpp"
#include "registry/service/city.hpp"

namespace ankao::inspection {
namespace {

constexpr const char* k_subject = "pairing";
constexpr std::size_t k_longest_value = 400;

/// Of the year before: as that campaign has them, or Annex 4 the year after it; none otherwise.
std::vector<Pair> last_pairs(db::Transaction& transaction, const Campaign& campaign) {
  if (const auto before = store::campaign(transaction, "SI-" + std::to_string(campaign.year - 1))) return pairs_of(transaction, *before);
  return campaign.year - 1 == shipped_law().pairs_year ? shipped_law().pairs : std::vector<Pair>{};
}

Result<Paper> standing_pairing(db::Transaction& transaction, const std::string& campaign, const char* state) {
  const auto known = running(transaction, campaign);
  if (!known.ok()) return known.problem();
  auto found = store::paper_of(transaction, PaperKind::Pairing, campaign, k_subject);
  if (!found) return problem("inspection.pairing_none", {{"value", known->title}}, "campaign");
  if (found->state != state) return problem("inspection.paper_state", {{"value", found->id()}}, "campaign");
  return *found;
}

} // namespace

Result<Paper> announce_pairing(db::Database& database, const Party& party, const std::string& campaign_id, const std::string& how, Instant available_at) {
  if (auto fine = check_words("how", how, true, k_longest_value); !fine) return fine.problem();
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    const auto campaign = running(transaction, campaign_id);
    if (!campaign.ok()) return campaign.problem();
    if (campaign->year == shipped_law().pairs_year) return problem("inspection.pairing_year", {{"value", std::to_string(campaign->year)}}, "campaign");
    if (store::paper_of(transaction, PaperKind::Pairing, campaign_id, k_subject)) return problem("inspection.pairing_stands", {{"value", campaign->title}}, "campaign");
    if (available_at <= party.now) return problem("inspection.pairing_time", {{"value", to_string(available_at)}}, "available_at");
    PairingRecord record;
    record.how = how;
    record.available_at = to_string(available_at);
    for (const auto& one : registry::City::shipped().catalogue.districts) record.districts.push_back(one.code);
    std::sort(record.districts.begin(), record.districts.end());
    record.barred = last_pairs(transaction, *campaign);
    record.rule = pairing_rule_text(campaign_id, record);
    record.rule_sm3 = to_hex(sm3(record.rule));
    // Whether there is a pairing at all does not hang on the seed.
    if (const auto possible = draw_pairs(record.districts, record.barred, record.rule_sm3); !possible.ok()) return possible.problem();
    Paper paper;
    paper.kind = PaperKind::Pairing;
    paper.campaign = campaign_id;
    paper.subject = k_subject;
    paper.name = campaign->title;
    paper.state = "announced";
    paper.content = write_content(record);
    keep(transaction, party, "pairing.announce", paper, "", "M-3.2c", "SM3 " + record.rule_sm3);
    return paper;
  });
}

Result<Paper> enter_pairing_value(db::Database& database, const Party& party, const std::string& campaign, const std::string& value) {
  if (auto fine = check_words("value", value, true, k_longest_value); !fine) return fine.problem();
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    auto paper = standing_pairing(transaction, campaign, "announced");
    if (!paper.ok()) return paper.problem();
    auto record = read_content<PairingRecord>(paper->content);
    if (to_string(party.now) < record.available_at) return problem("inspection.pairing_early", {{"value", record.available_at}}, "value");
    const std::string before = digest_of(*paper);
    record.value = value;
    paper.value().content = write_content(record);
    paper.value().state = "valued";
    paper.value().made = party.endorsement();
    keep(transaction, party, "pairing.value", paper.value(), before, "M-3.2c");
    return *paper;
  });
}

Result<Paper> confirm_pairing_value(db::Database& database, const Party& party, const std::string& campaign, const std::string& value) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    auto paper = standing_pairing(transaction, campaign, "valued");
    if (!paper.ok()) return paper.problem();
    auto record = read_content<PairingRecord>(paper->content);
    if (paper->made && paper->made->account == party.actor.account) return problem("inspection.pairing_own", {}, "value");
    if (value != record.value) return problem("inspection.pairing_differs", {}, "value");
    const std::string before = digest_of(*paper);
    record.seed = pairing_seed(record.rule_sm3, record.value);
    const auto pairs = draw_pairs(record.districts, record.barred, record.seed);
    if (!pairs.ok()) return pairs.problem();
    record.pairs = *pairs;
    paper.value().content = write_content(record);
    paper.value().state = "drawn";
    paper.value().done = party.endorsement();
    keep(transaction, party, "pairing.draw", paper.value(), before, "M-3.2c", "SM3 " + record.seed);
    return *paper;
  });
}

} // namespace ankao::inspection
