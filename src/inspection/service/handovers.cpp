// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/handovers.hpp"

#include <algorithm>
#include <set>

#include "db/use_case.hpp"
#include "inspection/files/law.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/store/lines.hpp"
#include "inspection/store/papers.hpp"
#include "registry/service/city.hpp"

namespace ankao::inspection {
namespace {

void add_files(db::Transaction& transaction, const FilesOf& files, const std::string& kind, const std::string& id, const std::string& name, Handover& out) {
  if (!files) return;
  for (Handover::Piece one : files(transaction, kind, id)) {
    one.text = name;
    out.evidence.push_back(std::move(one));
  }
}

} // namespace

Handover gathered(db::Transaction& transaction, const Campaign& campaign, const std::string& by, const std::string& of, const FilesOf& files) {
  Handover out;
  std::set<std::string> inspected, visits;
  for (const Visit& one : store::crossed_visits(transaction, campaign.id, by, of)) {
    if (one.state != VisitState::Signed) continue;
    inspected.insert(one.target.id);
    visits.insert(one.id);
    out.visits.push_back({one.id, one.target.name, one.opinion, one.conclusion.empty() ? one.verdict : one.conclusion});
    add_files(transaction, files, "visit", one.id, one.target.name, out);
  }
  for (const Defect& one : store::crossed_defects(transaction, campaign.id, by, of)) {
    if (!visits.contains(one.visit)) continue;
    out.problems.push_back({one.id, one.name, one.text, one.clause});
    add_files(transaction, files, "defect", one.id, one.name, out);
  }
  for (const Target& one : store::all_targets(transaction, campaign.id))
    if (one.district == of && one.checklist != "production_unit" && !inspected.contains(one.id)) out.missing.push_back({one.id, one.name, one.checklist, ""});
  return out;
}

Result<Paper> make_handover(db::Database& database, const Party& party, const std::string& campaign_id, const std::string& of, const std::string& proposals, const FilesOf& files) {
  if (auto fine = check_words("proposals", proposals, true, 6000); !fine) return fine.problem();
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    const auto campaign = running(transaction, campaign_id);
    if (!campaign.ok()) return campaign.problem();
    const std::string by = party.viewer.kind == "district" ? party.viewer.id : "";
    const auto& city = registry::City::shipped();
    const auto pairs = pairs_of(transaction, *campaign);
    if (by.empty() || std::none_of(pairs.begin(), pairs.end(), [&](const Pair& one) { return one.by == by && one.of == of; })) return problem("inspection.not_paired", {{"value", city.name_of(of)}}, "of");
    const std::string subject = by + ">" + of;
    if (store::paper_of(transaction, PaperKind::Handover, campaign_id, subject)) return problem("inspection.handover_made", {{"value", city.name_of(of)}}, "of");
    const auto visits = store::crossed_visits(transaction, campaign_id, by, of);
    const auto open = std::count_if(visits.begin(), visits.end(), [&](const Visit& one) { return one.state == VisitState::Open; });
    if (open > 0) return problem("inspection.handover_open", {{"count", std::to_string(open)}}, "of");
    Handover content = gathered(transaction, *campaign, by, of, files);
    if (content.visits.empty()) return problem("inspection.handover_nothing", {{"value", city.name_of(of)}}, "of");
    content.proposals = proposals;
    Paper paper;
    paper.kind = PaperKind::Handover;
    paper.campaign = campaign_id;
    paper.subject = subject;
    paper.name = city.name_of(by) + " → " + city.name_of(of);
    paper.district = by;
    paper.other = of;
    paper.state = "made";
    paper.content = write_content(content);
    paper.made = party.endorsement();
    keep(transaction, party, "handover.make", paper, "", "M-3.2f");
    task_done(transaction, party, *campaign, Task::Handover, "district:" + by, city.name_of(by));
    tell(transaction, party, news_of(paper, "handover.make"));
    return paper;
  });
}

Result<Paper> receive_handover(db::Database& database, const Party& party, const std::string& id) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    auto found = store::paper(transaction, PaperKind::Handover, id);
    if (!found || !sees(party, *found)) return problem("inspection.paper_unknown", {{"value", id}}, "id");
    if (!party.district(found->other)) return problem("inspection.not_yours", {{"value", found->name}}, "id");
    if (found->state != "made") return problem("inspection.paper_state", {{"value", id}}, "id");
    const std::string before = digest_of(*found);
    found->state = "received";
    found->done = party.endorsement();
    keep(transaction, party, "handover.receive", *found, before, "M-3.2f");
    tell(transaction, party, news_of(*found, "handover.receive"));
    return *found;
  });
}

} // namespace ankao::inspection
