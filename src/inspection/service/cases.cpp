// SPDX-License-Identifier: Apache-2.0
// Typical cases (M-4.1.6, M-4.3.4): reported by a district, worded by the city, let out by a second person of the city.
#include <algorithm>

#include "db/use_case.hpp"
#include "inspection/files/law.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/rules/ties.hpp"
#include "inspection/service/offices.hpp"
#include "inspection/store/papers.hpp"

namespace ankao::inspection {
namespace {

constexpr std::size_t k_longest_facts = 6000;
constexpr std::size_t k_longest_title = 200;

Result<Paper> at_the_city(db::Transaction& transaction, const Party& party, const std::string& id, const char* state) {
  auto found = store::paper(transaction, PaperKind::Case, id);
  if (!found || !sees(party, *found)) return problem("inspection.paper_unknown", {{"value", id}}, "id");
  if (!party.city()) return problem("inspection.not_yours", {{"value", found->name}}, "id");
  if (found->state != state) return problem("inspection.paper_state", {{"value", id}}, "id");
  return *found;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& one : words) out += (out.empty() ? "" : "、") + one;
  return out;
}

} // namespace

Result<Paper> report_case(db::Database& database, const Party& party, const std::string& campaign_id, const std::string& title, const TypicalCase& content) {
  if (auto fine = check_words("title", title, true, k_longest_title); !fine) return fine.problem();
  if (auto fine = check_words("facts", content.facts, true, k_longest_facts); !fine) return fine.problem();
  const auto& kinds = shipped_law().cases;
  if (std::none_of(kinds.begin(), kinds.end(), [&](const Choice& one) { return one.id == content.kind; })) return problem("inspection.case_kind", {{"value", content.kind}}, "kind");
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    const auto campaign = running(transaction, campaign_id);
    if (!campaign.ok()) return campaign.problem();
    if (party.viewer.kind != "district" || party.viewer.id.empty()) return problem("inspection.not_yours", {{"value", campaign->title}}, "campaign");
    Paper paper;
    paper.kind = PaperKind::Case;
    paper.campaign = campaign_id;
    paper.subject = "case:" + party.viewer.id + "/" + std::to_string(store::next(transaction, "case_of_" + campaign_id + "_" + party.viewer.id));
    paper.name = title;
    paper.district = party.viewer.id;
    paper.state = "reported";
    TypicalCase kept = content;
    kept.public_title.clear();
    kept.public_text.clear();
    paper.content = write_content(kept);
    paper.made = party.endorsement();
    keep(transaction, party, "case.report", paper, "", "M-4.1.6");
    return paper;
  });
}

Result<Paper> word_case(db::Database& database, const Party& party, const std::string& id, bool accept, const std::string& title, const std::string& text, const std::string& reason) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    auto found = at_the_city(transaction, party, id, "reported");
    if (!found.ok()) return found.problem();
    Paper paper = *found;
    auto content = read_content<TypicalCase>(paper.content);
    if (accept) {
      if (auto fine = check_words("title", title, true, k_longest_title); !fine) return fine.problem();
      if (auto fine = check_words("text", text, true, k_longest_facts); !fine) return fine.problem();
      const auto personal = personal_in(title + "\n" + text, content.persons);
      if (!personal.empty()) return problem("inspection.case_personal", {{"value", joined(personal)}}, "text");
    } else if (auto fine = check_words("reason", reason); !fine) return fine.problem();
    const std::string before = digest_of(paper);
    content.public_title = accept ? title : "";
    content.public_text = accept ? text : "";
    paper.content = write_content(content);
    paper.state = accept ? "worded" : "refused";
    paper.done = party.endorsement();
    paper.reason = accept ? "" : reason;
    keep(transaction, party, accept ? "case.word" : "case.refuse", paper, before, "M-4.3.4", reason);
    return paper;
  });
}

Result<Paper> publish_case(db::Database& database, const Party& party, const std::string& id, bool accept, const std::string& reason) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    auto found = at_the_city(transaction, party, id, "worded");
    if (!found.ok()) return found.problem();
    Paper paper = *found;
    if (paper.done && paper.done->account == party.actor.account) return problem("inspection.case_own", {{"value", id}}, "id");
    if (auto fine = check_words("reason", reason, !accept); !fine) return fine.problem();
    const std::string before = digest_of(paper);
    paper.state = accept ? "published" : "reported";
    paper.done = party.endorsement();
    paper.reason = accept ? "" : reason;
    keep(transaction, party, accept ? "case.publish" : "case.return", paper, before, "M-4.3.4", reason);
    return paper;
  });
}

} // namespace ankao::inspection
