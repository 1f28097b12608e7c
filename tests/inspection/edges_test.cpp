// SPDX-License-Identifier: Apache-2.0
// Every part of every list at its edges: the least and the most it may cost, just outside, all of it missing, alone and together with the rest.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "inspection/support/answers.hpp"

namespace ankao::inspection {
namespace {

using tests::all_met;
using tests::answer;
using tests::form;
using tests::part;

class Edges : public ::testing::TestWithParam<std::string> {
protected:
  const Checklist& list() const { return form(GetParam()); }
  template <class Work>
  void each_part(const Work& work) const {
    for (const Section& section : list().sections)
      for (const Item& item : section.items)
        for (const Part& one : item.parts) work(section, item, one);
  }
  /// Everything met but one part, in every column.
  std::vector<Answer> with(const Item& item, const PartAnswer& fault) const {
    auto all = all_met(list());
    for (Answer& one : all)
      if (one.item == item.id)
        for (PartAnswer& given : one.parts)
          if (given.part == fault.part) given = fault;
    return all;
  }
  Score scored(const Item& item, const PartAnswer& fault) const {
    const auto all = with(item, fault);
    for (const Answer& one : all) EXPECT_TRUE(check(list(), one).ok()) << one.item << " " << check(list(), one).problem().id;
    return score(list(), all);
  }
  bool taken(const Item& item, const PartAnswer& fault) const {
    const auto all = with(item, fault);
    for (const Answer& one : all)
      if (one.item == item.id) return check(list(), one).ok();
    return false;
  }
};
INSTANTIATE_TEST_SUITE_P(All, Edges, ::testing::Values("institution", "exam_organisation", "practical_site", "theory_site"), [](const auto& one) { return one.param; });

PartAnswer fault_of(const Part& part, std::optional<int> minus = {}, Mark mark = Mark::Not) {
  PartAnswer out{part.no, mark, {}, minus, minus ? "理由" : ""};
  if (part.rule.kind == RuleKind::Each) out.missing.push_back(part.rule.things.front().zh);
  return out;
}

TEST_P(Edges, ARangeTakesItsEndsAndNothingOutside) {
  each_part([&](const Section&, const Item& item, const Part& one) {
    if (one.rule.kind != RuleKind::Range) return;
    for (const int minus : {one.rule.from, one.rule.to}) EXPECT_EQ(scored(item, fault_of(one, minus)).item(item.id)->score, std::max(0, item.points - minus)) << item.id;
    EXPECT_FALSE(taken(item, fault_of(one, one.rule.from - 1))) << "just below";
    EXPECT_FALSE(taken(item, fault_of(one, one.rule.to + 1))) << "just above";
    EXPECT_FALSE(taken(item, fault_of(one))) << "no figure";
  });
}

TEST_P(Edges, AJudgedPartTakesATenthUpToAllOfIt) {
  each_part([&](const Section&, const Item& item, const Part& one) {
    if (one.rule.kind != RuleKind::Judged) return;
    EXPECT_EQ(scored(item, fault_of(one, 1, Mark::Partly)).item(item.id)->score, item.points - 1) << item.id;
    EXPECT_EQ(scored(item, fault_of(one, one.rule.points, Mark::Partly)).item(item.id)->score, item.points - one.rule.points) << item.id;
    EXPECT_EQ(scored(item, fault_of(one)).item(item.id)->score, item.points - one.rule.points) << item.id << ": wholly missing";
    EXPECT_FALSE(taken(item, fault_of(one, 0, Mark::Partly)));
    EXPECT_FALSE(taken(item, fault_of(one, one.rule.points + 1, Mark::Partly)));
  });
}

TEST_P(Edges, EveryThingMissingAndMoreStopsAtNought) {
  each_part([&](const Section&, const Item& item, const Part& one) {
    if (one.rule.kind != RuleKind::Each) return;
    PartAnswer all = fault_of(one);
    all.missing.clear();
    for (const Words& thing : one.rule.things) all.missing.push_back(thing.zh);
    if (one.rule.open)
      for (int i = 0; i < 40; ++i) all.missing.push_back("另一项" + std::to_string(i));
    const ItemResult result = *scored(item, all).item(item.id);
    EXPECT_GE(result.score, 0) << item.id;
    const int most = one.rule.points > 0 ? one.rule.points : item.points;
    EXPECT_EQ(result.score, std::max(item.points - most, item.points - static_cast<int>(all.missing.size()) * one.rule.minus)) << item.id;
  });
}

TEST_P(Edges, EveryVetoFailsTheSiteWhateverElseIsInOrder) {
  each_part([&](const Section&, const Item& item, const Part& one) {
    if (one.rule.kind != RuleKind::Veto) return;
    const Score result = scored(item, fault_of(one));
    EXPECT_EQ(result.verdict, Verdict::Failed) << item.id << "/" << one.no;
    EXPECT_EQ(result.failed_by, FailedBy::Veto);
    EXPECT_EQ(result.total, result.points) << "a veto takes no points";
  });
}

/// Section, item, part, evidence: the star at any of them makes the item mandatory, and without one it can never be called serious.
TEST_P(Edges, AStarAtAnyLevelFailsASeriouslyDeficientItemAndNoOther) {
  for (const Section& section : list().sections)
    for (const Item& item : section.items) {
      auto all = all_met(list());
      for (Answer& one : all)
        if (one.item == item.id) one.serious = true, one.serious_reason = "严重欠缺";
      const bool starred = section.star || item.star || std::any_of(item.parts.begin(), item.parts.end(), [](const Part& one) { return one.star; });
      EXPECT_EQ(mandatory(section, item), starred) << item.id;
      EXPECT_EQ(check(list(), answer(all, item.id)).ok(), starred) << item.id;
      if (!starred) continue;
      const Score result = score(list(), all);
      EXPECT_EQ(result.total, result.points);
      if (list().scored()) {
        EXPECT_EQ(result.failed_by, FailedBy::Mandatory) << item.id;
      }
    }
}

TEST_P(Edges, APartWithoutPointsIsAFindingAndTakesNothing) {
  each_part([&](const Section&, const Item& item, const Part& one) {
    if (one.rule.kind != RuleKind::Noted) return;
    const Score result = scored(item, fault_of(one));
    EXPECT_EQ(result.total, result.points) << item.id;
    EXPECT_TRUE(result.item(item.id)->failed) << item.id;
    PartAnswer left = fault_of(one, {}, Mark::Inapplicable);
    EXPECT_FALSE(scored(item, left).item(item.id)->failed) << item.id << ": not applicable is no fault";
  });
}

TEST_P(Edges, WhatEveryPartTakesAddsUpToWhatTheItemLost) {
  auto all = all_met(list());
  for (Answer& one : all)
    for (PartAnswer& given : one.parts) {
      const Part& asked = *list().item(one.item)->part(given.part);
      given = fault_of(asked, asked.rule.kind == RuleKind::Range ? std::optional(asked.rule.to) : std::nullopt);
    }
  const Score result = score(list(), all);
  for (const ItemResult& item : result.items) {
    int lost = 0;
    for (const Finding& one : item.findings) lost += one.counts ? one.taken : 0;
    EXPECT_EQ(item.score, item.points - lost) << item.item;
    EXPECT_GE(item.score, 0) << item.item;
  }
  EXPECT_NE(result.verdict, Verdict::Passed);
}

TEST_P(Edges, FiguresNeverChangeAScore) {
  auto plain = all_met(list()), counted = plain;
  for (Answer& one : counted)
    for (PartAnswer& given : one.parts)
      for (const Fact& fact : list().item(one.item)->part(given.part)->facts) given.counts.push_back({fact.name, 0});
  for (const Answer& one : counted) ASSERT_TRUE(check(list(), one).ok()) << one.item;
  EXPECT_EQ(score(list(), counted), score(list(), plain));
}

} // namespace
} // namespace ankao::inspection
