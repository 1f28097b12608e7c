// SPDX-License-Identifier: Apache-2.0
#include "reporting/routes/summary_views.hpp"

#include "ledger/service/ledger.hpp"
#include "registry/service/city.hpp"
#include "reporting/files/summary_law.hpp"
#include "reporting/routes/views.hpp"
#include "reporting/service/summary_letter.hpp"
#include "reporting/service/summary_step.hpp"

namespace ankao::reporting {
namespace {

std::string name_of_district(const std::string& code) { return code.empty() ? registry::City::shipped().catalogue.city_name : registry::City::shipped().name_of(code); }

dto::SummaryChapter chapter_of(const ChapterLaw& law, const Summary& mine) {
  dto::SummaryChapter out;
  out.id = law.id;
  out.zh = law.words.zh, out.en = law.words.en;
  out.clause = law.clause;
  out.guidance_zh = law.guidance.zh, out.guidance_en = law.guidance.en;
  out.by_person = law.by_person;
  out.needed = law.needed;
  out.tables = law.tables;
  out.text = mine.text(law.id);
  out.empty = out.text.find_first_not_of(" \t\r\n") == std::string::npos;
  if (const auto found = mine.texts.find(law.id); found != mine.texts.end()) {
    out.version = found->second.version;
    out.origin = found->second.origin;
    out.person = found->second.person;
    out.at = found->second.at;
  }
  const auto drafted = mine.drafted.find(law.id);
  if (drafted != mine.drafted.end() && out.origin != "records" && drafted->second != out.text) out.newer_draft = drafted->second;
  return out;
}

void add_facts(const SummaryFacts& facts, dto::SummaryView& out) {
  const SummaryLaw& law = shipped_summary_law();
  out.taken_at = facts.at;
  out.table_month = facts.table_month;
  out.tables_missing = facts.tables_missing;
  out.severity_said = severity_said(law, facts);
  for (const SummaryFigureLaw& one : law.figures) {
    const SummaryFigure* figure = facts.figure(one.id);
    if (figure == nullptr || (one.list == "summaries" && facts.districts.empty())) continue;
    out.figures.push_back({one.id, one.words.zh, one.words.en, one.unit, one.clause, one.list, one.row, figure->ref, figure->value, figure->later, figure_text(one, figure->value), figure->later == 0 ? "" : (figure->later > 0 ? "+" : "") + figure_text(one, figure->later)});
  }
  for (const BeforeAfter& one : facts.phases) out.phases.push_back({one.phase, one.found, one.left});
  std::int64_t all = 0;
  for (const CauseRow& one : facts.causes) all += one.found;
  for (const CauseRow& one : facts.causes) out.causes.push_back({one.checklist, one.item, one.number, one.clause, one.title, one.found, one.closed, one.overdue, one.repeated, all == 0 ? 0 : (2000 * one.found + all) / (2 * all), one.places});
  for (const HonestyRow& one : facts.measures.honesty.rows)
    if (one.scored) out.scores.push_back({one.target, one.name, name_of_district(one.district), one.checklist, one.self_visit, one.official_visit, one.self_score, one.official_score, one.gap(), one.self_problems, one.official_problems});
  if (facts.measures.severity)
    for (const SeverityRow& one : facts.measures.severity->rows) out.teams.push_back({one.team, one.name, one.visits, one.places, one.severity, one.raw, one.corrected, one.spread});
}

} // namespace

dto::SummaryRow row_of(const WholeSummary& whole) {
  const Summary& mine = whole.mine;
  dto::SummaryRow out;
  out.id = summary_id_of(mine.campaign, mine.district);
  out.campaign = mine.campaign;
  out.district = mine.district;
  out.district_name = name_of_district(mine.district);
  out.state = name_of(mine.state);
  out.due = whole.due;
  out.overdue = whole.overdue;
  const bool sent = mine.state == SummaryState::Filed || mine.state == SummaryState::Received || mine.state == SummaryState::Signed;
  if (sent && mine.signed_by) out.filed_at = mine.signed_by->at;
  out.on_time = out.filed_at && (!whole.due || date_of(*out.filed_at) <= *whole.due);
  out.edition = mine.edition;
  if (mine.proposed) out.drafter = mine.proposed->name;
  if (sent && mine.signed_by) out.signer = mine.signed_by->name;
  return out;
}

dto::SummaryView view_of(db::Transaction& transaction, const api::Call& call, const WholeSummary& whole) {
  const SummaryLaw& law = shipped_summary_law();
  const Summary& mine = whole.mine;
  dto::SummaryView out;
  out.head = row_of(whole);
  out.year = whole.campaign.year;
  out.revision = mine.revision;
  out.title = title_of(whole);
  out.clause = law.clause;
  out.number = mine.number;
  out.reason = mine.reason;
  if (mine.received) out.received_by = mine.received->name, out.received_at = mine.received->at;
  out.mailbox = law.mailbox.address, out.mailbox_other = law.mailbox.other, out.mailbox_clause = law.mailbox.clause;
  out.mailbox_zh = law.mailbox.note.zh, out.mailbox_en = law.mailbox.note.en;
  for (const ChapterLaw& one : law.chapters) out.chapters.push_back(chapter_of(one, mine));
  if (mine.facts) add_facts(*mine.facts, out);
  for (const DistrictLine& one : whole.districts) out.districts.push_back({summary_id_of(mine.campaign, one.district), one.district, name_of_district(one.district), one.state, one.filed_at, one.in_time});
  for (const Edition& one : whole.editions) out.editions.insert(out.editions.begin(), {one.edition, one.number, one.sm3, one.drafter, one.signer, one.at, one.event});
  for (const auto& one : ledger::time_line(transaction, "summary:" + out.head.id)) out.steps.push_back({one.event.action, one.event.actor.name, one.event.reason, one.event.at, one.number});
  const Viewer viewer = viewer_of(call);
  const bool office = of_office(viewer, mine);
  out.may_write = office && open_to_pen(mine.state) && call.caller.can("summary.write");
  out.may_propose = out.may_write && mine.facts.has_value();
  out.own_proposal = mine.proposed && (mine.proposed->account == call.caller.account || mine.proposed->account == call.caller.actor().behalf);
  out.may_sign = office && mine.state == SummaryState::Proposed && !out.own_proposal && call.caller.can("summary.sign");
  out.may_receive = viewer.kind == "city" && mine.state == SummaryState::Filed && call.caller.can("summary.receive");
  out.may_revise = office && (mine.state == SummaryState::Received || mine.state == SummaryState::Signed) && call.caller.can("summary.write");
  return out;
}

dto::SummaryRedraw view_of(const Redraw& redraw) {
  const SummaryLaw& law = shipped_summary_law();
  dto::SummaryRedraw out;
  for (const FigureChange& one : redraw.figures) {
    const SummaryFigureLaw* figure = law.figure(one.id);
    if (figure == nullptr) continue;
    const auto text = [&](std::int64_t value, std::int64_t later) { return figure_text(*figure, value) + (later == 0 ? "" : "（" + std::string(later > 0 ? "+" : "") + figure_text(*figure, later) + "）"); };
    out.figures.push_back({one.id, figure->words.zh, figure->words.en, text(one.before, one.later_before), text(one.now, one.later_now)});
  }
  out.replaced = redraw.replaced;
  out.beside = redraw.beside;
  return out;
}

} // namespace ankao::reporting
