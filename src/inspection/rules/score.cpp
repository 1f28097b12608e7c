// SPDX-License-Identifier: Apache-2.0
#include "inspection/rules/score.hpp"

#include <algorithm>
#include <map>

#include "base/ensure.hpp"

namespace ankao::inspection {
namespace {

/// The faults of a part with what the rule takes for each, before caps.
std::vector<Finding> faults_of(const Item& item, const Part& part, const PartAnswer& answer, Column column) {
  Finding one;
  one.item = item.id;
  one.part = part.no;
  one.column = column;
  one.reason = answer.reason;
  one.clause = part.clause.empty() ? item.id : part.clause;
  const PartRule& rule = part.rule;
  if (rule.kind == RuleKind::Veto) one.kind = FindingKind::Veto;
  if (rule.kind == RuleKind::Noted) one.kind = FindingKind::Noted;
  if (rule.kind == RuleKind::Fixed || rule.kind == RuleKind::Each) one.asked = rule.minus;
  if (rule.kind == RuleKind::Zero) one.asked = item.points;
  if (rule.kind == RuleKind::Range || rule.kind == RuleKind::Judged) one.asked = answer.minus.value_or(rule.points);
  if (answer.missing.empty()) return {one};
  std::vector<Finding> out;
  for (const std::string& thing : answer.missing) {
    one.missing = thing;
    out.push_back(one);
  }
  return out;
}

/// Caps of the part and floor of the item: what is left is taken, in the order of the form.
void take(const Item& item, std::vector<Finding>& findings) {
  int left = item.points;
  std::map<std::string, int> of_part;
  for (Finding& one : findings) {
    const int cap = item.part(one.part)->rule.points;
    int& taken = of_part[one.part];
    int most = std::min(one.asked, left);
    if (cap > 0) most = std::min(most, cap - taken);
    one.taken = std::max(most, 0);
    taken += one.taken;
    left -= one.taken;
  }
}

struct ColumnResult {
  Column column;
  int score;
  bool open;
  std::vector<Finding> findings;
};

ColumnResult column_result(const Item& item, const Answer& answer) {
  ColumnResult out{answer.column, item.points, false, {}};
  for (const Part& part : item.parts) {
    const auto found = std::find_if(answer.parts.begin(), answer.parts.end(), [&](const PartAnswer& one) { return one.part == part.no; });
    if (found == answer.parts.end() || found->mark == Mark::Open) {
      out.open = true;
      continue;
    }
    if (found->mark != Mark::Not && found->mark != Mark::Partly) continue;
    for (Finding& one : faults_of(item, part, *found, answer.column)) out.findings.push_back(std::move(one));
  }
  take(item, out.findings);
  for (const Finding& one : out.findings) out.score -= one.taken;
  return out;
}

bool mandatory_part_missing(const Item& item, const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& one) { return item.part(one.part)->star && one.missing.empty(); });
}

/// Joins the columns: the lower counts, on equal scores what was seen on the site (G-21). A veto and a fault without points count from
/// either column.
ItemResult join(const Section& section, const Item& item, const std::vector<const Answer*>& answers) {
  ItemResult out;
  out.item = item.id;
  out.points = item.points;
  out.score = item.points;
  out.mandatory = mandatory(section, item);
  std::vector<ColumnResult> columns;
  for (const Answer* answer : answers) {
    columns.push_back(column_result(item, *answer));
    out.serious = out.serious || answer->serious;
  }
  out.open = std::none_of(columns.begin(), columns.end(), [](const ColumnResult& one) { return !one.open; });
  const auto lower = std::min_element(columns.begin(), columns.end(), [](const ColumnResult& a, const ColumnResult& b) {
    return a.score != b.score ? a.score < b.score : a.column > b.column;
  });
  if (lower != columns.end()) out.score = lower->score;
  for (auto one = columns.begin(); one != columns.end(); ++one) {
    out.columns.push_back({one->column, one->score});
    for (Finding& finding : one->findings) {
      finding.counts = one == lower || finding.kind != FindingKind::Deduction;
      out.vetoed = out.vetoed || finding.kind == FindingKind::Veto;
      out.findings.push_back(finding);
    }
  }
  out.failed = !out.findings.empty();
  out.serious_suggested = out.mandatory && ((item.points > 0 && out.score == 0) || mandatory_part_missing(item, out.findings));
  return out;
}

void conclude(const Checklist& checklist, Score& out) {
  for (const ItemResult& one : out.items) {
    if (one.open) out.open.push_back(one.item);
    if (one.vetoed) out.vetoes.push_back(one.item);
    if (one.serious) out.serious.push_back(one.item);
  }
  // What already fails does not wait for the rest.
  if (checklist.scored() && (!out.vetoes.empty() || !out.serious.empty())) {
    out.verdict = Verdict::Failed;
    out.failed_by = out.vetoes.empty() ? FailedBy::Mandatory : FailedBy::Veto;
    return;
  }
  if (!out.open.empty()) return;
  if (!checklist.scored()) {
    const bool findings = std::any_of(out.items.begin(), out.items.end(), [](const ItemResult& one) { return one.failed; });
    out.verdict = findings ? Verdict::Findings : Verdict::Clean;
    return;
  }
  const bool passed = out.total >= checklist.pass->mark;
  out.verdict = passed ? Verdict::Passed : Verdict::Failed;
  out.failed_by = passed ? FailedBy::Nothing : FailedBy::Total;
}

} // namespace

Score score(const Checklist& checklist, const std::vector<Answer>& answers, const Applied& applied) {
  std::map<std::string, std::map<Column, const Answer*>> by_item;
  for (const Answer& one : answers) {
    ensure(check(checklist, one).ok(), "only answers that fit are scored: " + one.item);
    by_item[one.item][one.column] = &one;
  }
  Score out;
  out.checklist = checklist.id;
  out.version = checklist.version;
  out.scoring = k_scoring;
  for (const Section& section : checklist.sections) {
    if (section.only == "special_operation" && !applied.special_operation) continue;
    SectionResult sum{section.number, section.points, 0};
    for (const Item& item : section.items) {
      std::vector<const Answer*> given;
      for (const Column column : checklist.columns)
        if (const auto found = by_item[item.id].find(column); found != by_item[item.id].end()) given.push_back(found->second);
      out.items.push_back(join(section, item, given));
      sum.score += out.items.back().score;
    }
    out.points += sum.points;
    out.total += sum.score;
    out.sections.push_back(std::move(sum));
  }
  conclude(checklist, out);
  return out;
}

} // namespace ankao::inspection
