// SPDX-License-Identifier: Apache-2.0
// The why panel of a decision: the measure, the clauses it stands on, the range, the facts, what would have changed it.
#include <algorithm>

#include "enforcement/files/law.hpp"
#include "enforcement/routes/views.hpp"
#include "enforcement/rules/check.hpp"

namespace ankao::enforcement {
namespace {

using law::fact;
using law::WhyKind;
using law::WhySaid;

void add_range(law::Why& why, const Decision& d, const MeasureLaw& measure) {
  if (measure.months_from == 0 || !d.draft.from) return;
  const auto [low, high] = suspension_ends(measure, *d.draft.from);
  const std::string from = std::to_string(measure.months_from), to = std::to_string(measure.months_to);
  WhySaid range{from + " 至 " + to + " 个月：截止日期应在 " + to_string(low) + " 至 " + to_string(high) + " 之间", from + " to " + to + " months: it ends between " + to_string(low) + " and " + to_string(high)};
  if (low == high) range = {"固定 " + from + " 个月：至 " + to_string(low), "fixed at " + from + " months: until " + to_string(low)};
  why.facts.push_back({{"法定幅度", "Legal range"}, range, WhyKind::Text, ""});
  if (low != high) why.changes.push_back({"在幅度内另定长短，须写明情节", "another length within the range, with the circumstances"});
}

void add_facts(law::Why& why, const Decision& d) {
  const bool site = kind_in(d.draft.subject) == "site";
  why.facts.push_back(fact({"对象", "Against"}, d.name, WhyKind::Text, (site ? "/sites/" : "/institutions/") + id_in(d.draft.subject)));
  why.facts.push_back(fact({"事实", "Facts"}, d.draft.facts));
  for (const std::string& one : d.draft.problems) why.facts.push_back(fact({"依据的问题", "Problem"}, one, WhyKind::Text, "/work/problems/" + one));
  for (const std::string& one : d.draft.visits) why.facts.push_back(fact({"依据的检查", "Visit"}, one, WhyKind::Text, "/work/visits/" + one));
  if (!d.draft.basis.empty()) why.facts.push_back(fact({"所依法条", "Article"}, d.draft.basis));
  if (d.draft.amount != 0) why.facts.push_back(fact({"金额（元）", "Amount (yuan)"}, yuan_of(d.draft.amount)));
  if (d.draft.from) why.facts.push_back(fact({"生效", "From"}, to_string(*d.draft.from), WhyKind::Day));
  if (d.draft.to) why.facts.push_back(fact({"截止", "Until"}, to_string(*d.draft.to), WhyKind::Day));
  if (d.draft.due) why.facts.push_back(fact({"整改期限", "Limit"}, to_string(*d.draft.due), WhyKind::Day));
  if (!d.draft.authority.empty()) why.facts.push_back(fact({"移送至", "Referred to"}, d.draft.authority));
  if (!d.decided_name.empty()) why.facts.push_back(fact({"提请、签发", "Proposed, signed"}, d.proposed_name + "、" + d.decided_name));
}

void add_effect(law::Why& why, const Decision& d) {
  WhySaid effect;
  if (d.draft.kind == Kind::Suspension && kind_in(d.draft.subject) == "site") effect = {"暂停期内不安排考试", "no examination is placed there while it lasts"};
  if (d.draft.kind == Kind::Suspension && kind_in(d.draft.subject) != "site") effect = {"暂停期内停止新的预约，已有预约不参加排考", "no new bookings, and bookings made are not placed, while it lasts"};
  if (d.draft.kind == Kind::Removal || d.draft.kind == Kind::Revocation) effect = {"自生效日起离开名录，不再预约和排考", "it leaves the register that day and takes part in no booking and no draw"};
  if (!effect.zh.empty()) why.facts.push_back({{"后果（签发即生效）", "Effect (by itself)"}, effect, WhyKind::Text, ""});
  if (d.barred_until) why.facts.push_back(fact({"不得参与至（C-3c）", "Barred until (C-3c)"}, to_string(*d.barred_until), WhyKind::Day));
}

} // namespace

law::Why why_of(const Decision& d, std::int64_t event) {
  const EnforcementLaw& law = shipped_law();
  law::Why why;
  why.event = event;
  const KindLaw& kind = law.kind(d.draft.kind);
  why.decision = {"对 " + d.name + "：" + kind.words.zh, d.name + ": " + kind.words.en};
  const GroundLaw* ground = law.ground(d.draft.ground);
  const MeasureLaw* measure = ground != nullptr ? ground->measure(d.draft.kind) : nullptr;
  if (measure == nullptr) return why;
  std::vector<std::string> clauses{ground->clause};
  if (measure->clause != ground->clause) clauses.push_back(measure->clause);
  if (d.barred_until) clauses.push_back("C-3c");
  why.rules.push_back({"enforcement." + ground->clause, {ground->words.zh + "：" + measure->term.zh, ground->words.en + ": " + measure->term.en}, to_string(law.from), law::quoted(clauses)});
  if (d.effect.rfind("SP-", 0) == 0) why.rules.push_back(law::draw_rule("R4"));
  add_range(why, d, *measure);
  add_facts(why, d);
  add_effect(why, d);
  for (const std::string& gap : ground->gaps) {
    const Words& note = law.notes.at(gap);
    why.facts.push_back({{"说明 " + gap, "Note " + gap}, {note.zh, note.en}, WhyKind::Text, ""});
  }
  why.changes.push_back({"事实不成立的，可以撤销本决定，名录随之恢复", "were the facts wrong, it can be annulled and the register goes back"});
  return why;
}

} // namespace ankao::enforcement
