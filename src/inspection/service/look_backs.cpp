// SPDX-License-Identifier: Apache-2.0
// The look back (M-3.4b): each problem of the campaign is looked at again, and what was found is kept.
#include "db/use_case.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/service/closing.hpp"
#include "inspection/service/defects.hpp"
#include "inspection/store/papers.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::inspection {
namespace {

constexpr const char* k_phase = "summary";

/// A problem that came back is to be corrected again, by a measure of its own.
void open_again(db::Transaction& transaction, const Party& party, Defect defect, const std::string& note) {
  const std::string before = digest_of(defect);
  defect.state = DefectState::Found;
  defect.closed_at.reset();
  defect.limit.reset();
  defect.escalated = false;
  store::update(transaction, defect);
  ledger::append(transaction, {party.actor, party.now, "defect.again", "defect:" + defect.id, before, digest_of(defect), "M-3.4b", note});
}

} // namespace

Result<Paper> record_look_back(db::Database& database, const Party& party, const LookBackForm& form) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    const auto defect = store::defect(transaction, form.defect);
    if (!defect || (party.viewer.kind == "district" && !party.district(defect->district))) return problem("inspection.defect_unknown", {{"value", form.defect}}, "defect");
    if (!party.district(defect->district) && !party.city()) return problem("inspection.not_yours", {{"value", defect->name}}, "defect");
    if (form.result != "holds" && form.result != "again" && form.result != "open") return problem("inspection.look_back_result", {{"value", form.result}}, "result");
    if (auto fine = check_words("note", form.note); !fine) return fine.problem();
    const auto campaign = running(transaction, defect->campaign);
    if (!campaign.ok()) return campaign.problem();
    const Phase* phase = campaign->phase(k_phase);
    if (phase != nullptr && date_of(party.now) < phase->from) return problem("inspection.look_back_early", {{"from", to_string(phase->from)}}, "defect");
    // What is said to hold must have been closed, what came back too.
    const bool closed = defect->state == DefectState::Closed;
    if (closed == (form.result == "open")) return problem("inspection.look_back_result", {{"value", form.result}}, "result");
    if (!form.visit.empty()) {
      const auto visit = store::visit(transaction, form.visit);
      if (!visit || visit->phase != k_phase || visit->target.name != defect->name) return problem("inspection.visit_unknown", {{"value", form.visit}}, "visit");
    }
    auto stands = store::paper_of(transaction, PaperKind::LookBack, campaign->id, defect->id);
    const std::string before = stands ? digest_of(*stands) : "";
    Paper paper = stands.value_or(Paper{});
    paper.kind = PaperKind::LookBack;
    paper.campaign = campaign->id;
    paper.subject = defect->id;
    paper.name = defect->name;
    paper.district = defect->district;
    paper.institution = defect->institution;
    paper.site = defect->site;
    paper.state = form.result;
    paper.content = write_content(LookedBack{form.result, form.visit, form.note});
    paper.made = party.endorsement();
    keep(transaction, party, "look_back.record", paper, before, "M-3.4b");
    if (form.result == "again") open_again(transaction, party, *defect, form.note);
    return paper;
  });
}

} // namespace ankao::inspection
