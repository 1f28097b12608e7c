// SPDX-License-Identifier: Apache-2.0
#include "enforcement/routes/views.hpp"

#include "enforcement/files/law.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/service/city.hpp"

namespace ankao::enforcement {
namespace {

dto::MeasureView view_of(const MeasureLaw& one) {
  const KindLaw& kind = shipped_law().kind(one.kind);
  dto::MeasureView out{name_of(one.kind), kind.words.zh, kind.words.en, one.term.zh, one.term.en, one.clause, one.months_from, one.months_to, {}, kind.decided_by};
  for (const Need need : kind.needs) out.needs.push_back(name_of(need));
  return out;
}

dto::GroundView view_of(const GroundLaw& ground) {
  dto::GroundView out{ground.clause, ground.words.zh, ground.words.en, "", ground.against, ground.bars_years, {}, {}};
  for (const auto& quoted : law::quoted({ground.clause})) out.text = quoted.text;
  for (const std::string& gap : ground.gaps) {
    const Words& words = shipped_law().notes.at(gap);
    out.notes.push_back({gap, words.zh, words.en});
  }
  for (const MeasureLaw& one : ground.measures) out.measures.push_back(view_of(one));
  return out;
}

} // namespace

Act act_of(const api::Call& call) { return {call.caller.actor(), call.now, {call.caller.scope_kind, call.caller.scope_id}}; }

std::string district_name(const std::string& code) { return code.empty() ? "" : registry::City::shipped().name_of(code); }

dto::GroundList grounds() {
  dto::GroundList out;
  for (const GroundLaw& one : shipped_law().grounds) out.items.push_back(view_of(one));
  return out;
}

dto::DecisionRow row_of(const Decision& d, const Act& act) {
  dto::DecisionRow out{d.id, d.draft.subject, d.name, d.district, district_name(d.district), d.draft.ground, name_of(d.draft.kind), "", "", name_of(d.state), d.draft.from, d.draft.to, d.draft.due, d.draft.amount,
                       static_cast<std::int64_t>(d.draft.persons.size()), d.proposed_name, d.proposed_at, d.decided_at, may_sign(act, d)};
  const GroundLaw* ground = shipped_law().ground(d.draft.ground);
  if (const MeasureLaw* measure = ground != nullptr ? ground->measure(d.draft.kind) : nullptr) out.term_zh = measure->term.zh, out.term_en = measure->term.en;
  return out;
}

dto::DecisionView view_of(db::Transaction& transaction, const api::Call& call, const Decision& d) {
  const Act act = act_of(call);
  dto::DecisionView out;
  out.decision = row_of(d, act);
  out.facts = d.draft.facts;
  out.basis = d.draft.basis;
  out.authority = d.draft.authority;
  out.decided_name = d.decided_name;
  out.ended_name = d.ended_name;
  out.reason = d.reason;
  out.effect = d.effect;
  out.problems = d.draft.problems;
  out.visits = d.draft.visits;
  out.person_list = d.draft.persons;
  out.ended_at = d.ended_at;
  out.barred_until = d.barred_until;
  out.decided_by = shipped_law().kind(d.draft.kind).decided_by;
  out.may_sign = call.caller.can("decision.sign") && may_sign(act, d);
  out.may_take_back = call.caller.can("decision.take_back") && may_take_back(act, d);
  out.own_proposal = d.proposed_by == act.actor.account;
  std::int64_t event = 0;
  for (const auto& one : ledger::time_line(transaction, "decision:" + d.id)) {
    out.steps.push_back({one.event.action, one.event.actor.name, one.event.reason, one.event.at, one.number});
    event = one.number;
  }
  out.why = why_of(d, event);
  return out;
}

} // namespace ankao::enforcement
