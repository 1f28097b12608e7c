// SPDX-License-Identifier: Apache-2.0
// Why a score came out as it did, and what would have changed it.
#include <algorithm>

#include "inspection/rules/score.hpp"

namespace ankao::inspection {
namespace {

std::string numbers(const Checklist& checklist, const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& id : items) {
    const Item* item = checklist.item(id);
    out += (out.empty() ? "" : ", ") + (item == nullptr ? id : item->number);
  }
  return out;
}

WhyLine total_line(const Checklist& checklist, const Score& score) {
  WhyLine line{checklist.pass->clause, "total", {{"total", points_text(score.total)}, {"points", points_text(score.points)}, {"mark", points_text(checklist.pass->mark)}}, {}};
  const int apart = score.total - checklist.pass->mark;
  line.changes.push_back(apart >= 0 ? "lose:" + points_text(apart + 1) : "gain:" + points_text(-apart));
  return line;
}

WhyLine verdict_line(const Checklist& checklist, const Score& score) {
  switch (score.failed_by) {
  case FailedBy::Veto: {
    const Item* item = checklist.item(score.vetoes.front());
    return {item->id, "veto", {{"items", numbers(checklist, score.vetoes)}}, {"remove:" + numbers(checklist, score.vetoes)}};
  }
  case FailedBy::Mandatory:
    return {checklist.pass->mandatory_clause, "serious", {{"items", numbers(checklist, score.serious)}}, {"remove:" + numbers(checklist, score.serious)}};
  case FailedBy::Total:
  case FailedBy::Nothing:
    break;
  }
  if (score.verdict == Verdict::Open) return {"", "open", {{"count", std::to_string(score.open.size())}, {"items", numbers(checklist, score.open)}}, {"answer:" + numbers(checklist, score.open)}};
  if (checklist.scored()) return total_line(checklist, score);
  const auto failed = static_cast<std::size_t>(std::count_if(score.items.begin(), score.items.end(), [](const ItemResult& one) { return one.failed; }));
  return {"G-66", "findings", {{"count", std::to_string(failed)}}, {}};
}

void add_item(const Checklist& checklist, const ItemResult& one, std::vector<WhyLine>& out) {
  const Item* item = checklist.item(one.item);
  int asked = 0, taken = 0;
  for (const Finding& finding : one.findings) {
    if (!finding.counts) continue;
    asked += finding.asked;
    taken += finding.taken;
    const Part* part = item->part(finding.part);
    out.push_back({finding.clause,
                   finding.kind == FindingKind::Veto ? "veto_item" : name_of(finding.kind),
                   {{"item", item->number}, {"part", finding.part}, {"what", finding.missing.empty() ? part->words.zh : finding.missing}, {"minus", points_text(finding.taken)}, {"reason", finding.reason}},
                   {}});
  }
  if (asked > taken) out.push_back({"G-22", "floor", {{"item", item->number}, {"asked", points_text(asked)}, {"taken", points_text(taken)}}, {}});
  if (one.columns.size() > 1 && one.columns[0].score != one.columns[1].score)
    out.push_back({"G-21", "lower_column", {{"item", item->number}, {"written", points_text(one.columns[0].score)}, {"on_site", points_text(one.columns[1].score)}}, {}});
}

} // namespace

std::vector<WhyLine> why(const Checklist& checklist, const Score& score) {
  std::vector<WhyLine> out{verdict_line(checklist, score)};
  for (const ItemResult& one : score.items) add_item(checklist, one, out);
  return out;
}

} // namespace ankao::inspection
