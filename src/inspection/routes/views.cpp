// SPDX-License-Identifier: Apache-2.0
#include "inspection/routes/views.hpp"

#include "base/ensure.hpp"
#include "base/sm3.hpp"
#include "inspection/files/answers.hpp"
#include "inspection/files/law.hpp"
#include "inspection/files/visit_law.hpp"
#include "inspection/rules/records.hpp"
#include "inspection/rules/visits.hpp"
#include "inspection/rules/differences.hpp"
#include "inspection/service/differences.hpp"
#include "inspection/service/facts.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/service/city.hpp"

namespace ankao::inspection {
namespace {

dto::ChecklistPart part_view(const Part& part) {
  const PartRule& rule = part.rule;
  dto::ChecklistPart out{part.no, part.words.zh, part.words.en, name_of(rule.kind), rule.points, rule.minus, rule.from, rule.to, rule.printed, {}, rule.open, part.star, part.evidence, part.clause, part.gaps, part.asks, {}};
  for (const Words& thing : rule.things) out.things.push_back({thing.zh, thing.en});
  for (const Fact& fact : part.facts) {
    const FactLaw* law = shipped_visit_law().fact(fact.name);
    ensure(law != nullptr, "a figure of a form stands in law/visits.yaml");
    out.facts.push_back({fact.name, law->title.zh, law->title.en, law->unit.zh, law->unit.en, fact.at_least});
  }
  return out;
}

dto::ChecklistItem item_view(const Section& section, const Item& item) {
  dto::ChecklistItem out{item.id, item.number, item.title.zh, item.title.en, item.star, mandatory(section, item), veto(item), item.points, item.text, item.evidence, item.clauses, item.gaps, {}};
  for (const Part& one : item.parts) out.parts.push_back(part_view(one));
  return out;
}

std::vector<dto::FactView> facts_of(db::Transaction& transaction, const Visit& visit, const Standing& now, Date day) {
  std::vector<dto::FactView> out;
  std::vector<Answer> answers;
  for (const StoredAnswer& one : now.answers) answers.push_back(one.answer);
  const KnownFacts facts(transaction, visit.target, day);
  for (const Section& section : now.checklist.sections)
    for (const Item& item : section.items)
      for (const Part& part : item.parts) {
        for (const Fact& fact : part.facts) {
          const auto known = facts.of(fact.name);
          const auto value = known ? std::optional(known->value) : std::nullopt;
          const auto found = difference_in(answers, item.id, part.no, fact, value);
          out.push_back({item.id, part.no, fact.name, fact.at_least, value, known ? known->text : "", known ? known->source : "", found.has_value(), found ? name_of(found->kind) : "", found ? found->counted : std::nullopt});
        }
      }
  return out;
}

} // namespace

std::string by_name(const Visit& visit) {
  if (visit.by.empty()) return "市应急管理局";
  return visit.self() ? visit.target.name : district_name(visit.by);
}

dto::AnswerView view_of(const StoredAnswer& one, const std::string& account) {
  dto::AnswerView out{one.seq, one.client, one.answer.item, name_of(one.answer.column), {}, one.answer.serious, one.answer.serious_reason, one.answer.note, one.person, one.account == account, one.conflict, one.at,
                      one.stamp.device_at, wrong_clock(shipped_visit_law(), one.stamp)};
  for (const PartAnswer& part : one.answer.parts) {
    std::vector<dto::CountedFact> counts;
    for (const Count& count : part.counts) counts.push_back({count.name, count.value});
    out.parts.push_back({part.part, name_of(part.mark), part.missing, part.minus, part.reason, counts});
  }
  return out;
}

Viewer viewer_of(const api::Call& call) { return {call.caller.scope_kind, call.caller.scope_id}; }

Viewer unit_viewer_of(const api::Call& call) { return call.caller.actor().role == "exam_organisation" ? Viewer{"organisation", ""} : viewer_of(call); }

std::string district_name(const std::string& code) { return code.empty() ? "" : registry::City::shipped().name_of(code); }

dto::ChecklistView view_of(const Checklist& list) {
  dto::ChecklistView out;
  out.id = list.id;
  out.version = list.version;
  out.from = list.from;
  out.to = list.to;
  out.source = list.source;
  out.review_zh = list.review.zh;
  out.review_en = list.review.en;
  out.zh = list.title.zh;
  out.en = list.title.en;
  out.form = list.form;
  out.inspects = name_of(list.inspects);
  for (const Column one : list.columns) out.columns.push_back(name_of(one));
  out.points = list.points();
  if (list.pass) {
    out.pass_mark = list.pass->mark;
    out.pass_zh = list.pass->words.zh;
    out.pass_en = list.pass->words.en;
    out.pass_clause = list.pass->clause;
  }
  for (const Section& section : list.sections) {
    dto::ChecklistSection one{section.number, section.title.zh, section.title.en, section.points, section.star, section.extra, section.only, section.gaps, {}};
    for (const Item& item : section.items) one.items.push_back(item_view(section, item));
    out.sections.push_back(std::move(one));
  }
  return out;
}

dto::ScoreView view_of(const Score& score) {
  dto::ScoreView out{score.points, score.total, name_of(score.verdict), name_of(score.failed_by), score.open, score.vetoes, score.serious, {}, score.scoring};
  for (const ItemResult& item : score.items) {
    dto::ItemScore one{item.item, item.points, item.score, {}, {}, item.open, item.failed, item.vetoed, item.serious, item.serious_suggested};
    for (const ColumnScore& column : item.columns) one.columns.push_back({name_of(column.column), column.score});
    for (const Finding& f : item.findings) one.findings.push_back({f.part, name_of(f.column), name_of(f.kind), f.missing, f.reason, f.clause, f.asked, f.taken, f.counts});
    out.items.push_back(std::move(one));
  }
  return out;
}

dto::VisitRow row_of(const Visit& v, const Viewer& viewer) {
  const bool scored = v.target.checklist == "practical_site" || v.target.checklist == "theory_site";
  return {v.id, v.campaign, v.phase, v.target.checklist, v.target.name, v.target.district, district_name(v.target.district), v.by, by_name(v), v.version, v.planned, v.state == VisitState::Signed ? "signed" : "open", v.verdict, v.conclusion,
          v.total, scored, v.signed_at, v.state == VisitState::Open && may_work(viewer, v), v.differences};
}

dto::DefectRow row_of(const Defect& d, Date today) {
  return {d.id, d.visit, d.campaign, d.phase, d.name, d.district, district_name(d.district), d.checklist, d.item, d.number, d.clause, d.text, d.level, name_of(d.state), d.person, d.limit, d.overdue(today), d.escalated, d.found_at, d.closed_at};
}

std::vector<dto::InspectionStep> steps_of(db::Transaction& transaction, const std::string& subject) {
  std::vector<dto::InspectionStep> out;
  for (const auto& one : ledger::time_line(transaction, subject)) out.push_back({one.event.action, one.event.actor.name, one.event.reason, one.event.at, one.number});
  return out;
}

dto::VisitView view_of(db::Transaction& transaction, const api::Call& call, const Visit& visit) {
  const Standing now = standing(transaction, visit);
  dto::VisitView out;
  out.visit = row_of(visit, viewer_of(call));
  for (const Member& one : visit.team) out.team.push_back({name_of(one.role), one.name, one.unit, one.institution});
  if (!visit.self()) out.team_differs = differs(shipped_law().team, visit.team);
  out.opinion = visit.opinion;
  out.signed_by = visit.signed_by;
  out.special_operation = visit.target.special_operation;
  out.checklist = view_of(now.checklist);
  for (const StoredAnswer& one : now.answers) out.answers.push_back(view_of(one, call.caller.account));
  out.conflicts = now.conflicts;
  out.score = view_of(now.score);
  out.score_stands = visit.state != VisitState::Signed || visit.score_sm3 == to_hex(sm3(write_score(now.score)));
  // What was known when it was signed, so that a later declaration changes nothing of it.
  out.facts = facts_of(transaction, visit, now, date_of(visit.signed_at.value_or(call.now)));
  for (const Defect& one : store::defects_of(transaction, visit.id)) out.defects.push_back(one.id);
  out.why = why_of(now.checklist, now.score);
  out.steps = steps_of(transaction, "visit:" + visit.id);
  out.record = record_of(transaction, call, visit, now);
  return out;
}

dto::DefectView view_of(db::Transaction& transaction, const api::Call& call, const Defect& d) {
  const Viewer viewer = unit_viewer_of(call);
  dto::DefectView out;
  out.defect = row_of(d, date_of(call.now));
  out.measure = d.measure;
  out.correction = d.correction;
  out.before = d.evidence_before;
  out.after = d.evidence_after;
  out.repeats = d.before;
  const bool follows = may_follow(viewer, d);
  out.own_correction = !d.corrected_by.empty() && d.corrected_by == call.caller.account;
  out.may_assign = follows && call.caller.can("defect.assign") && (d.state == DefectState::Found || d.state == DefectState::Assigned);
  out.may_correct = may_correct(viewer, d) && call.caller.can("defect.correct") && d.state == DefectState::Assigned;
  out.may_check = follows && call.caller.can("defect.check") && d.state == DefectState::Corrected && !out.own_correction;
  out.steps = steps_of(transaction, "defect:" + d.id);
  if (const auto visit = store::visit(transaction, d.visit))
    for (const CountedFigure& one : figures_of(transaction, *visit, standing(transaction, *visit), d.item, date_of(visit->signed_at.value_or(call.now))))
      out.figures.push_back({one.law.name, one.law.title.zh, one.law.title.en, one.law.unit.zh, one.law.unit.en, one.at_least, one.counted, one.known});
  return out;
}

} // namespace ankao::inspection
