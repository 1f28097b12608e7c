// SPDX-License-Identifier: Apache-2.0
#include "inspection/rules/check.hpp"

#include <algorithm>
#include <set>

namespace ankao::inspection {
namespace {

constexpr int k_hundred = 1000; ///< tenths

using Faults = std::vector<Problem>;

void add(Faults& faults, const char* id, const std::string& at, std::vector<Detail> details) {
  details.push_back({"item", at});
  Problem one;
  one.id = id;
  one.at = at;
  one.details = std::move(details);
  faults.push_back(std::move(one));
}

bool takes_points(RuleKind kind) { return kind != RuleKind::Veto && kind != RuleKind::Noted; }

/// What is wrong with the numbers of a rule; "" when nothing is.
std::string rule_fault(const PartRule& rule, int item_points) {
  switch (rule.kind) {
  case RuleKind::Each:
    return rule.minus <= 0 ? "minus > 0" : rule.things.empty() && !rule.open ? "things" : "";
  case RuleKind::Fixed:
    return rule.minus <= 0 || rule.minus > item_points ? "0 < minus <= " + points_text(item_points) : "";
  case RuleKind::Range:
    return rule.from <= 0 || rule.to < rule.from || rule.to > item_points ? "0 < from <= to <= " + points_text(item_points) : "";
  case RuleKind::Judged:
    return rule.points <= 0 || rule.points > item_points ? "0 < points <= " + points_text(item_points) : "";
  case RuleKind::Zero:
  case RuleKind::Veto:
  case RuleKind::Noted:
    break;
  }
  return "";
}

void check_things(const Item& item, const Part& part, Faults& faults) {
  std::set<std::string> seen;
  for (const Words& thing : part.rule.things)
    if (thing.zh.empty() || !seen.insert(thing.zh).second) add(faults, "inspection.checklist_doubled", item.id + "/" + part.no, {{"value", thing.zh}});
}

void check_item(const Checklist& list, const Section& section, const Item& item, Faults& faults) {
  if (item.parts.empty() || item.title.zh.empty() || item.text.empty()) add(faults, "inspection.checklist_empty", item.id, {});
  if (section.extra && item.points != 0) add(faults, "inspection.checklist_rule", item.id, {{"part", "-"}, {"allowed", "points: 0"}});
  std::set<std::string> numbers;
  int judged = 0;
  bool free = false; // a judged part may take the whole item: no split is printed
  for (const Part& part : item.parts) {
    if (!numbers.insert(part.no).second) add(faults, "inspection.checklist_doubled", item.id, {{"value", part.no}});
    check_things(item, part, faults);
    if (takes_points(part.rule.kind) && item.points == 0)
      add(faults, "inspection.checklist_rule", item.id, {{"part", part.no}, {"allowed", list.scored() ? "veto, noted" : "noted"}});
    else if (const auto fault = rule_fault(part.rule, item.points); !fault.empty())
      add(faults, "inspection.checklist_rule", item.id, {{"part", part.no}, {"allowed", fault}});
    if (part.rule.points > item.points) add(faults, "inspection.checklist_rule", item.id, {{"part", part.no}, {"allowed", "points <= " + points_text(item.points)}});
    if (part.rule.kind == RuleKind::Judged) judged += part.rule.points, free = free || !part.rule.printed;
    else if (part.rule.points > 0) judged += part.rule.points;
  }
  const bool all_split = item.points > 0 && !free && judged > 0 && std::all_of(item.parts.begin(), item.parts.end(), [](const Part& part) {
                           return part.rule.points > 0 || !takes_points(part.rule.kind);
                         });
  if (all_split && judged != item.points) add(faults, "inspection.checklist_sum", item.id, {{"sum", points_text(judged)}, {"points", points_text(item.points)}});
}

void check_sections(const Checklist& list, Faults& faults) {
  std::set<std::string> ids;
  int total = 0;
  for (const Section& section : list.sections) {
    int sum = 0;
    if (section.items.empty()) add(faults, "inspection.checklist_empty", section.number, {});
    for (const Item& item : section.items) {
      if (!ids.insert(item.id).second) add(faults, "inspection.checklist_doubled", item.id, {{"value", item.id}});
      check_item(list, section, item, faults);
      sum += item.points;
    }
    if (sum != section.points) add(faults, "inspection.checklist_sum", section.number, {{"sum", points_text(sum)}, {"points", points_text(section.points)}});
    total += sum;
  }
  if (list.scored() && total != k_hundred) add(faults, "inspection.checklist_total", list.id, {{"sum", points_text(total)}});
}

void check_head(const Checklist& list, Faults& faults) {
  if (list.to && *list.to < list.from) add(faults, "inspection.checklist_dates", list.id, {{"from", to_string(list.from)}, {"to", to_string(*list.to)}});
  const std::vector<Column> findings{Column::Finding}, one{Column::Score}, two{Column::Written, Column::OnSite};
  const bool fit = list.scored() ? list.columns == one || list.columns == two : list.columns == findings;
  if (!fit) add(faults, "inspection.checklist_columns", list.id, {{"allowed", list.scored() ? "[score], [written, on_site]" : "[finding]"}});
  if (list.pass && (list.pass->mark <= 0 || list.pass->mark > k_hundred)) add(faults, "inspection.checklist_pass", list.id, {{"value", points_text(list.pass->mark)}});
  if (list.sections.empty()) add(faults, "inspection.checklist_empty", list.id, {});
}

} // namespace

Result<void> check(const Checklist& checklist) {
  Faults faults;
  check_head(checklist, faults);
  check_sections(checklist, faults);
  if (faults.empty()) return {};
  Problem all = problem("inspection.checklist_unsound", {{"count", std::to_string(faults.size())}});
  all.parts = std::move(faults);
  return all;
}

} // namespace ankao::inspection
