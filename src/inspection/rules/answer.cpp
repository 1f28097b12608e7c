// SPDX-License-Identifier: Apache-2.0
// Whether an answer fits its item.
#include <algorithm>
#include <set>

#include "inspection/rules/score.hpp"

namespace ankao::inspection {
namespace {

constexpr std::size_t k_longest = 500;
constexpr int k_most_counted = 1'000'000;

Problem refuse(const char* id, const Item& item, const std::string& part, std::vector<Detail> details = {}) {
  details.push_back({"item", item.number});
  details.push_back({"part", part});
  Problem out;
  out.id = id;
  out.at = item.id + (part.empty() ? "" : "/" + part);
  out.details = std::move(details);
  return out;
}

bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

bool names_things(RuleKind kind) { return kind == RuleKind::Each || kind == RuleKind::Noted; }
bool chosen(RuleKind kind) { return kind == RuleKind::Range || kind == RuleKind::Judged; }

Result<void> check_things(const Item& item, const Part& part, const PartAnswer& answer) {
  if (answer.missing.empty()) return part.rule.kind == RuleKind::Each ? Result<void>(refuse("inspection.things_missing", item, part.no)) : Result<void>{};
  if (!names_things(part.rule.kind)) return refuse("inspection.thing_unknown", item, part.no, {{"value", answer.missing.front()}});
  std::set<std::string> seen;
  for (const std::string& thing : answer.missing) {
    const auto& named = part.rule.things;
    const bool known = std::any_of(named.begin(), named.end(), [&](const Words& one) { return one.zh == thing; });
    if ((!known && !part.rule.open) || blank(thing) || thing.size() > k_longest) return refuse("inspection.thing_unknown", item, part.no, {{"value", thing}});
    if (!seen.insert(thing).second) return refuse("inspection.part_doubled", item, part.no, {{"value", thing}});
  }
  return {};
}

Result<void> check_minus(const Item& item, const Part& part, const PartAnswer& answer) {
  const PartRule& rule = part.rule;
  if (!chosen(rule.kind)) return answer.minus ? Result<void>(refuse("inspection.minus_not_asked", item, part.no)) : Result<void>{};
  const bool whole = rule.kind == RuleKind::Judged && answer.mark == Mark::Not;
  if (whole && !answer.minus) return {};
  if (!answer.minus) return refuse("inspection.minus_missing", item, part.no);
  const int least = rule.kind == RuleKind::Range ? rule.from : 1;
  const int most = rule.kind == RuleKind::Range ? rule.to : rule.points;
  if (*answer.minus < least || *answer.minus > most)
    return refuse("inspection.minus_range", item, part.no, {{"value", points_text(*answer.minus)}, {"from", points_text(least)}, {"to", points_text(most)}});
  if (blank(answer.reason)) return refuse("inspection.reason_missing", item, part.no);
  return {};
}

Result<void> check_counts(const Item& item, const Part& part, const PartAnswer& answer) {
  std::set<std::string> seen;
  for (const Count& one : answer.counts) {
    const bool known = std::any_of(part.facts.begin(), part.facts.end(), [&](const Fact& fact) { return fact.name == one.name; });
    if (!known) return refuse("inspection.fact_unknown", item, part.no, {{"value", one.name.substr(0, 60)}});
    if (!seen.insert(one.name).second) return refuse("inspection.part_doubled", item, part.no, {{"value", one.name}});
    if (one.value < 0 || one.value > k_most_counted) return refuse("inspection.fact_range", item, part.no, {{"value", std::to_string(one.value)}, {"limit", std::to_string(k_most_counted)}});
  }
  return {};
}

Result<void> check_part(const Item& item, const Part& part, const PartAnswer& answer) {
  const bool fault = answer.mark == Mark::Not || answer.mark == Mark::Partly;
  if (answer.mark == Mark::Partly && !chosen(part.rule.kind)) return refuse("inspection.mark_impossible", item, part.no, {{"value", name_of(answer.mark)}});
  // Points are only left out where nothing is scored: otherwise 100 would no longer be the whole.
  if (answer.mark == Mark::Inapplicable && part.rule.kind != RuleKind::Noted) return refuse("inspection.mark_impossible", item, part.no, {{"value", name_of(answer.mark)}});
  if (answer.reason.size() > k_longest * 4) return refuse("inspection.text_long", item, part.no, {{"limit", std::to_string(k_longest)}});
  if (auto counts = check_counts(item, part, answer); !counts) return counts;
  if (!fault) {
    if (answer.minus || !answer.missing.empty()) return refuse("inspection.minus_not_asked", item, part.no);
    return {};
  }
  if (auto things = check_things(item, part, answer); !things) return things;
  return check_minus(item, part, answer);
}

} // namespace

Result<void> check(const Checklist& checklist, const Answer& answer) {
  const Item* item = checklist.item(answer.item);
  if (item == nullptr) return problem("inspection.item_unknown", {{"value", answer.item}}, answer.item);
  const auto& columns = checklist.columns;
  if (std::find(columns.begin(), columns.end(), answer.column) == columns.end()) return refuse("inspection.column_unknown", *item, "", {{"value", name_of(answer.column)}});
  std::set<std::string> seen;
  for (const PartAnswer& one : answer.parts) {
    const Part* part = item->part(one.part);
    if (part == nullptr) return refuse("inspection.part_unknown", *item, one.part);
    if (!seen.insert(one.part).second) return refuse("inspection.part_doubled", *item, one.part, {{"value", one.part}});
    if (auto fine = check_part(*item, *part, one); !fine) return fine;
  }
  if (!answer.serious) return {};
  if (!mandatory(*checklist.section_of(item->id), *item)) return refuse("inspection.serious_not_mandatory", *item, "");
  if (blank(answer.serious_reason)) return refuse("inspection.reason_missing", *item, "★");
  return {};
}

} // namespace ankao::inspection
