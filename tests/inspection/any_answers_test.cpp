// SPDX-License-Identifier: Apache-2.0
// For any answers: totals are what the findings leave, no item leaves its bounds, the same answers give the same score in any order.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "inspection/support/answers.hpp"

namespace ankao::inspection {
namespace {

using tests::form;

class Chance {
public:
  explicit Chance(std::uint64_t seed)
      : engine_(seed) {}
  int up_to(int most) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(most + 1)); }
  bool one_in(int n) { return up_to(n - 1) == 0; }
  std::mt19937_64& engine() { return engine_; }

private:
  std::mt19937_64 engine_;
};

PartAnswer any_part(const Part& part, Chance& chance) {
  PartAnswer out{part.no, chance.one_in(3) ? Mark::Not : Mark::Met, {}, {}, ""};
  if (chance.one_in(12)) out.mark = Mark::Open;
  if (out.mark != Mark::Not) return out;
  const PartRule& rule = part.rule;
  for (const Words& thing : rule.things)
    if (chance.one_in(2)) out.missing.push_back(thing.zh);
  if (rule.open && chance.one_in(3)) out.missing.push_back("另一项");
  if (rule.kind == RuleKind::Each && out.missing.empty()) out.missing.push_back(rule.things.front().zh);
  if (rule.kind == RuleKind::Range) out.minus = rule.from + chance.up_to(rule.to - rule.from);
  if (rule.kind == RuleKind::Judged && chance.one_in(2)) {
    out.mark = Mark::Partly;
    out.minus = 1 + chance.up_to(rule.points - 1);
  }
  if (out.minus) out.reason = "理由";
  return out;
}

std::vector<Answer> any_answers(const Checklist& list, Chance& chance) {
  std::vector<Answer> out;
  for (const Section& section : list.sections)
    for (const Item& item : section.items)
      for (const Column column : list.columns) {
        if (chance.one_in(10)) continue;
        Answer one{item.id, column, {}, false, "", ""};
        for (const Part& part : item.parts) one.parts.push_back(any_part(part, chance));
        if (mandatory(section, item) && chance.one_in(30)) one.serious = true, one.serious_reason = "理由";
        out.push_back(std::move(one));
      }
  return out;
}

void expect_sound(const Score& score) {
  int total = 0;
  for (const ItemResult& item : score.items) {
    int lost = 0;
    for (const Finding& one : item.findings) {
      EXPECT_LE(one.taken, one.asked);
      EXPECT_GE(one.taken, 0);
      if (one.counts) lost += one.taken;
    }
    ASSERT_EQ(item.score, item.points - lost) << item.item;
    ASSERT_GE(item.score, 0) << item.item;
    for (const ColumnScore& column : item.columns) ASSERT_LE(item.score, column.score) << item.item;
    total += item.score;
  }
  ASSERT_EQ(score.total, total);
  int sections = 0;
  for (const SectionResult& one : score.sections) sections += one.score;
  ASSERT_EQ(score.total, sections);
  ASSERT_TRUE(score.points == 0 || score.points == 1000);
  const bool fit = score.total >= 800 && score.vetoes.empty() && score.serious.empty() && score.open.empty();
  ASSERT_TRUE(score.verdict != Verdict::Passed || fit);
}

TEST(AnyAnswers, TotalsAreTheSumOfTheFindings) {
  Chance chance(20231104);
  for (int round = 0; round < 4000; ++round) {
    const Checklist& list = shipped_checklists()[static_cast<std::size_t>(round % 4)];
    auto answers = any_answers(list, chance);
    for (const Answer& one : answers) ASSERT_TRUE(check(list, one).ok()) << one.item << " " << check(list, one).problem().id;
    const Score first = inspection::score(list, answers);
    expect_sound(first);
    std::shuffle(answers.begin(), answers.end(), chance.engine());
    ASSERT_EQ(inspection::score(list, answers), first) << "the order of the answers does not matter";
    for (const WhyLine& line : why(list, first)) ASSERT_FALSE(line.rule.empty());
    if (HasFatalFailure()) FAIL() << "round " << round;
  }
}

TEST(AnyAnswers, AFurtherFaultNeverRaisesTheTotal) {
  Chance chance(42);
  const Checklist& list = form("practical_site");
  for (int round = 0; round < 1000; ++round) {
    auto answers = any_answers(list, chance);
    if (answers.empty()) continue;
    Answer& one = answers[static_cast<std::size_t>(chance.up_to(static_cast<int>(answers.size()) - 1))];
    const int before = inspection::score(list, answers).total;
    for (PartAnswer& part : one.parts)
      if (part.mark == Mark::Met && list.item(one.item)->part(part.part)->rule.kind == RuleKind::Fixed) part.mark = Mark::Not;
    ASSERT_LE(inspection::score(list, answers).total, before);
  }
}

} // namespace
} // namespace ankao::inspection
