// SPDX-License-Identifier: Apache-2.0
#include "planning/routes/rung_why.hpp"

#include <algorithm>

#include "law/law.hpp"

namespace ankao::planning {
namespace {

constexpr std::size_t k_named_batches = 3;

/// What is the same for all rungs of a batch.
struct Ladder {
  const dto::BatchExplanation& of;
  const PlanVersion& plan;
  std::int64_t event;
  int last_seated; ///< place of the last rung with seats, 0 without one
  int unplaced;
};

dto::RungOutcome outcome_of(const dto::RungItem& rung, const Ladder& ladder) {
  if (rung.seated > 0) return dto::RungOutcome::Seated;
  if (ladder.unplaced == 0 && rung.place > ladder.last_seated) return dto::RungOutcome::Spare;
  if (!rung.rules.empty()) return dto::RungOutcome::Barred;
  if (!rung.earlier_batches.empty()) return dto::RungOutcome::Taken;
  return rung.later_batches.empty() ? dto::RungOutcome::Open : dto::RungOutcome::Displaced;
}

std::string named(const std::vector<dto::OtherBatch>& batches) {
  std::string out;
  for (std::size_t i = 0; i < std::min(batches.size(), k_named_batches); ++i) out += (i == 0 ? "" : "、") + batches[i].batch;
  return out;
}

law::WhySaid taken(const std::vector<dto::OtherBatch>& batches) {
  const std::string count = std::to_string(batches.size());
  const bool more = batches.size() > k_named_batches;
  return {"座位已由排在前面的 " + count + " 个批次使用（" + named(batches) + (more ? " 等" : "") + "）",
          "its seats are held by " + count + " earlier batches (" + named(batches) + (more ? " …" : "") + ")"};
}

law::WhySaid decision_of(const dto::RungItem& rung) {
  const std::string seated = std::to_string(rung.seated);
  switch (rung.outcome) {
  case dto::RungOutcome::Seated:
    return {"安排 " + seated + " 人", seated + " people sit here"};
  case dto::RungOutcome::Spare:
    return {"前面的考试点已满足，不再需要", "not needed: sites before it suffice"};
  case dto::RungOutcome::Barred: {
    const auto& rule = law::shipped().draw_rules.at(rung.rules.front().rule);
    return {rule.why_zh, rule.why_en};
  }
  case dto::RungOutcome::Taken:
    return taken(rung.earlier_batches);
  case dto::RungOutcome::Displaced:
    return {"按规则本批次用不了这里的余座，由后面的批次使用", "the rules kept this batch from the seats left here; later batches use them"};
  case dto::RungOutcome::Open:
    break;
  }
  return {"更靠前的考试点已满足或此处没有合适的时段", "sites before it suffice, or no suitable slot was left here"};
}

/// The rules that barred it; where none did, the one that the order itself follows.
std::vector<std::string> rules_of(const dto::RungItem& rung) {
  std::vector<std::string> ids;
  for (const auto& rule : rung.rules) ids.push_back(rule.rule);
  return ids;
}

law::WhyRule order_rule(const dto::RungItem& rung) {
  if (rung.outcome == dto::RungOutcome::Taken || rung.outcome == dto::RungOutcome::Displaced)
    return {"queue", {"先完成培训的先安排", "first to complete, first to be placed"}, law::shipped().draw_since, law::quoted({"S-3.7"})};
  return {"order", {"由近及远的顺序随机选择", "chosen at random from near to far"}, law::shipped().draw_since, law::quoted({"S-1.2a", "S-3.1"})};
}

std::string link_to(const PlanVersion& plan, const std::string& batch) {
  const std::string month = to_string(plan.month);
  if (plan.stage != Stage::Published && plan.stage != Stage::Superseded) return "/work/desk/" + month + "/draft/batches/" + batch;
  return "/plans/" + month + "/batches/" + batch + "?version=" + std::to_string(plan.version);
}

void add_others(law::Why& why, const PlanVersion& plan, const std::vector<dto::OtherBatch>& batches, const law::WhySaid& name) {
  for (const auto& other : batches) {
    law::WhyFact fact = law::fact(name, "", law::WhyKind::Text, link_to(plan, other.batch));
    const std::string count = std::to_string(other.candidates);
    fact.value = {other.batch + " " + other.institution_name + "，" + other.completed + " 完成培训，" + count + " 人",
                  other.batch + " " + other.institution_name + ", completed " + other.completed + ", " + count + " people"};
    why.facts.push_back(std::move(fact));
  }
}

void add_facts(law::Why& why, const dto::RungItem& rung, const Ladder& ladder) {
  why.facts.push_back(law::fact({"考试点", "Exam site"}, rung.site_name, law::WhyKind::Text, "/sites/" + rung.site));
  why.facts.push_back(law::fact({"抽签顺位", "Place in drawn order"}, std::to_string(rung.place)));
  why.facts.push_back(law::fact({"距离", "Distance"}, std::to_string(rung.distance_m), law::WhyKind::Distance));
  why.facts.push_back(law::fact({"距离段", "Distance band"}, rung.band_text));
  law::WhyFact offer = law::fact({"在候选范围内", "Within the offer"}, "");
  offer.value = rung.in_offer ? law::WhySaid{"是", "yes"} : law::WhySaid{"否", "no"};
  why.facts.push_back(std::move(offer));
  add_others(why, ladder.plan, rung.earlier_batches, {"排在前面、占用座位的批次", "Earlier batch that holds seats"});
  add_others(why, ladder.plan, rung.later_batches, {"排在后面、使用这些座位的批次", "Later batch that uses these seats"});
}

law::Why why_of(const dto::RungItem& rung, const Ladder& ladder) {
  law::Why why;
  why.decision = decision_of(rung);
  for (const auto& id : rules_of(rung)) {
    why.rules.push_back(law::draw_rule(id));
    const auto& rule = law::shipped().draw_rules.at(id);
    why.changes.push_back({rule.change_zh, rule.change_en});
  }
  // Where no rule barred it the order itself decided; where seats were got, it comes first and the rules say why not more.
  if (why.rules.empty() || rung.outcome == dto::RungOutcome::Taken || rung.outcome == dto::RungOutcome::Seated) why.rules.insert(why.rules.begin(), order_rule(rung));
  if (rung.outcome == dto::RungOutcome::Taken) why.changes.push_back({"培训更早完成，或该考试点增加座位或时段", "Training completed earlier, or more seats or slots at the site"});
  add_facts(why, rung, ladder);
  why.proofs.push_back({{"签值：以下算式结果的前 8 个字节，谁也无法在种子形成前得知", "Ticket: the first 8 bytes of the formula below; nobody could know it before the seed"}, rung.ticket});
  why.proofs.push_back({{"算式（国密 SM3）", "Formula (SM3)"}, "SM3( " + ladder.of.seed + " ‖ " + ladder.of.batch.id + " ‖ 00 ‖ " + rung.site + " )"});
  why.event = ladder.event;
  return why;
}

} // namespace

void explain_rungs(dto::BatchExplanation& explanation, const PlanVersion& plan, std::int64_t event) {
  int last = 0;
  for (const auto& rung : explanation.order)
    if (rung.seated > 0) last = std::max(last, rung.place);
  const Ladder ladder{explanation, plan, event, last, explanation.batch.candidates - explanation.batch.placed};
  for (auto& rung : explanation.order) {
    rung.outcome = outcome_of(rung, ladder);
    rung.why = why_of(rung, ladder);
  }
}

} // namespace ankao::planning
