// SPDX-License-Identifier: Apache-2.0
// Drawn signatures, what is still to be asked and signed: values in, values out.
#include <gtest/gtest.h>

#include <set>

#include "inspection/files/visit_law.hpp"
#include "inspection/rules/records.hpp"
#include "inspection/support/answers.hpp"

namespace ankao::inspection {
namespace {

std::string refused(const std::string& ink) {
  const auto read = read_ink(ink);
  return read.ok() ? "" : read.problem().id;
}

TEST(Ink, LinesOfPointsAreRead) {
  const auto read = read_ink("0,0 1000,400|5,6 7,8");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(*read, (Ink{{{0, 0}, {1000, 400}}, {{5, 6}, {7, 8}}}));
}

TEST(Ink, WhatIsOutsideOrNoNumberIsRefused) {
  for (const char* bad : {"1001,0 5,5", "0,401 5,5", "-1,0 5,5", "a,b", "1", "1,", ",1", "1,1  2,2", "|1,1", "1,1||2,2", "1.5,2 3,4"}) EXPECT_EQ(refused(bad), "inspection.ink_form") << bad;
  EXPECT_EQ(refused(std::string(70'000, '1')), "inspection.ink_form");
  EXPECT_EQ(refused(""), "inspection.ink_empty");
  EXPECT_EQ(refused("0,0 30,29"), "inspection.ink_empty") << "just too short";
  EXPECT_EQ(refused("0,0 30,30"), "") << "just long enough";
}

TEST(Questions, ThreeFormsAskAndOnlyAnsweredPartsWait) {
  for (const auto& [name, place] : {std::pair{"institution", "4/7"}, {"practical_site", "1-2/3"}, {"theory_site", "1-2/3"}}) {
    const Checklist& list = tests::form(name);
    auto answers = tests::all_met(list);
    EXPECT_EQ(unasked(list, answers, {}), std::vector<std::string>{place}) << name;
    for (Answer& one : answers)
      for (PartAnswer& part : one.parts)
        if (list.item(one.item)->part(part.part)->asks) part.mark = Mark::Open;
    EXPECT_TRUE(unasked(list, answers, {}).empty()) << "not answered yet";
  }
  EXPECT_TRUE(unasked(tests::form("exam_organisation"), tests::all_met(tests::form("exam_organisation")), {}).empty());
}

Signature by(Side side, const std::string& name, const std::string& content) {
  Signature out;
  out.side = side;
  out.name = name;
  out.content = content;
  return out;
}

TEST(Signatures, EachMemberAndTheUnitSignWhatStandsNow) {
  Visit visit;
  visit.team = {{MemberRole::Leader, "甲", "", ""}, {MemberRole::Inspector, "乙", "", ""}};
  EXPECT_EQ(unsigned_by(visit, {}, "x"), (std::vector<std::string>{"甲", "乙", ""}));
  EXPECT_EQ(unsigned_by(visit, {by(Side::Team, "甲", "x"), by(Side::Team, "乙", "old")}, "x"), (std::vector<std::string>{"乙", ""})) << "changed since";
  EXPECT_TRUE(unsigned_by(visit, {by(Side::Team, "甲", "x"), by(Side::Team, "乙", "x"), by(Side::Unit, "丙", "x")}, "x").empty());
  EXPECT_EQ(standing_signatures({by(Side::Unit, "丙", "x"), by(Side::Unit, "丁", "x")}).size(), 1U) << "the unit signs once, whoever signs for it";
}

TEST(Facts, EveryFigureOfEveryFormIsInTheLaw) {
  const VisitLaw& law = shipped_visit_law();
  std::set<std::string> used;
  for (const Checklist& list : shipped_checklists())
    for (const Section& section : list.sections)
      for (const Item& item : section.items)
        for (const Part& part : item.parts)
          for (const Fact& fact : part.facts) {
            EXPECT_NE(law.fact(fact.name), nullptr) << fact.name;
            used.insert(fact.name);
          }
  EXPECT_GE(used.size(), 30U);
  for (const FactLaw& one : law.facts) EXPECT_TRUE(used.contains(one.name)) << one.name << " stands in no form";
}

TEST(VisitLaw, AFaultInTheFileIsSaidWithItsPlace) {
  const auto refused_by = [](const std::string& yaml) {
    const auto read = read_visit_law(yaml);
    return read.ok() ? "" : read.problem().id;
  };
  EXPECT_EQ(refused_by("source: x\nfrom: y\nclock: { minutes: 0, clause: z }\nfacts: []\n"), "inspection.checklist_value");
  EXPECT_EQ(refused_by("source: x\nfrom: y\nclock: { minutes: 5, clause: z }\nfacts: [{ name: a, zh: b, en: c }, { name: a, zh: b, en: c }]\n"), "inspection.checklist_value");
  EXPECT_EQ(refused_by("a: ["), "inspection.checklist_syntax");
}

} // namespace
} // namespace ankao::inspection
