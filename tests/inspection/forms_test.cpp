// SPDX-License-Identifier: Apache-2.0
// The shipped checklists are the official forms: wording, numbering, points, stars and vetoes.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>

#include "embedded/embedded.hpp"
#include "inspection/support/answers.hpp"

namespace ankao::inspection {
namespace {

using tests::form;

std::string plain(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') out += c;
  return out;
}

/// Every cell of the official form, without blanks.
std::set<std::string> printed(const std::string& name) {
  std::set<std::string> out;
  const YAML::Node file = YAML::Load(std::string(*embedded::find("data/forms/" + name + ".yaml")));
  for (const auto& block : file["blocks"])
    for (const auto& row : block["table"] ? block["table"]["rows"] : YAML::Node())
      for (const auto& cell : row) out.insert(plain(cell.IsScalar() ? cell.Scalar() : cell["t"].Scalar()));
  return out;
}

class Forms : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(All, Forms, ::testing::Values("institution", "exam_organisation", "practical_site", "theory_site"), [](const auto& one) { return one.param; });

TEST_P(Forms, TheWordingIsTheOfficialFormsCellForCell) {
  const Checklist& list = form(GetParam());
  const auto cells = printed(list.form);
  ASSERT_GT(cells.size(), 10U);
  for (const Section& section : list.sections)
    for (const Item& item : section.items) {
      if (section.extra) continue;
      EXPECT_TRUE(cells.contains(plain(item.text))) << item.id << ": " << item.text;
      EXPECT_TRUE(cells.contains(plain(item.evidence))) << item.id << ": " << item.evidence;
    }
}

TEST_P(Forms, WhatAPartAsksStandsInTheWordingOfItsItem) {
  for (const Section& section : form(GetParam()).sections)
    for (const Item& item : section.items)
      for (const Part& part : item.parts) {
        const std::string text = plain(part.evidence ? item.evidence : item.text);
        EXPECT_NE(text.find(plain(part.words.zh)), std::string::npos) << item.id << "/" << part.no << ": " << part.words.zh;
        for (const Words& thing : part.rule.things) EXPECT_NE(text.find(plain(thing.zh)), std::string::npos) << item.id << "/" << part.no << ": " << thing.zh;
      }
}

TEST_P(Forms, TheFormOfTheLawIsTheSameAfterBeingWrittenAndRead) {
  const Checklist& list = form(GetParam());
  const std::string json = write_checklist(list);
  const auto read = read_checklist(json);
  ASSERT_TRUE(read.ok()) << read.problem().id << " " << read.problem().at;
  EXPECT_EQ(*read, list);
  EXPECT_EQ(write_checklist(*read), json);
}

std::vector<int> sums(const Checklist& list) {
  std::vector<int> out;
  for (const Section& section : list.sections) {
    int sum = 0;
    for (const Item& item : section.items) sum += item.points;
    EXPECT_EQ(sum, section.points) << list.id << " " << section.number;
    out.push_back(sum / 10);
  }
  return out;
}

std::size_t count(const Checklist& list, bool (*holds)(const Section&, const Item&)) {
  std::size_t out = 0;
  for (const Section& section : list.sections)
    for (const Item& item : section.items) out += holds(section, item) ? 1U : 0U;
  return out;
}

TEST(Practical, TwentyOneAndFortyEightAndThirtyOneAreAHundredWithThreeVetoes) {
  const Checklist& list = form("practical_site");
  EXPECT_EQ(sums(list), (std::vector<int>{21, 48, 31, 0, 0}));
  EXPECT_EQ(list.points(), 1000);
  EXPECT_EQ(count(list, [](const Section&, const Item& item) { return veto(item); }), 3U);
  EXPECT_EQ(count(list, [](const Section& section, const Item&) { return !section.extra; }), 15U);
}

TEST(Practical, ServicesAndPowerBelongToThePremisesByTheirNumberNotByTheShiftedPrint) {
  const Checklist& list = form("practical_site");
  for (const char* id : {"A22-2-5", "A22-2-6"}) {
    EXPECT_EQ(list.section_of(id)->number, "2") << id;
    EXPECT_FALSE(list.section_of(id)->star) << id;
  }
}

TEST(Practical, TheStarStandsAtItsFourLevels) {
  const Checklist& list = form("practical_site");
  EXPECT_TRUE(list.sections[2].star && list.sections[3].star) << "section";
  EXPECT_TRUE(list.item("A22-1-1")->star && list.item("A22-1-2")->star && list.item("A22-2-1")->star) << "item";
  EXPECT_TRUE(list.item("A22-2-5")->part("3")->star && list.item("A22-4-3")->part("1")->star) << "part";
  EXPECT_TRUE(list.item("A22-1-2")->part("4")->star && list.item("A22-1-2")->part("4")->evidence) << "evidence";
  EXPECT_FALSE(mandatory(list.sections[0], *list.item("A22-1-3")));
  EXPECT_TRUE(mandatory(list.sections[1], *list.item("A22-2-5")));
  EXPECT_TRUE(mandatory(list.sections[2], *list.item("A22-3-2")));
}

TEST(Theory, TwentyFiveAndThirtyFiveAndFortyAreAHundredWithOneVetoAndEightStars) {
  const Checklist& list = form("theory_site");
  EXPECT_EQ(sums(list), (std::vector<int>{25, 35, 40, 0}));
  EXPECT_EQ(list.points(), 1000);
  EXPECT_EQ(count(list, [](const Section&, const Item& item) { return veto(item); }), 1U);
  EXPECT_EQ(count(list, [](const Section& section, const Item& item) { return mandatory(section, item); }), 8U);
  EXPECT_EQ(list.pass->mark, 800);
  EXPECT_EQ(list.columns, (std::vector<Column>{Column::Written, Column::OnSite}));
}

TEST(Theory, SixtyPointsStandUnderNoPrintedRule) {
  int unprinted = 0;
  for (const Section& section : form("theory_site").sections)
    for (const Item& item : section.items)
      if (std::any_of(item.parts.begin(), item.parts.end(), [](const Part& part) { return !part.rule.printed; })) unprinted += item.points;
  EXPECT_EQ(unprinted, 600);
}

TEST(Institution, FifteenItemsBindAllAndFourMoreSpecialOperations) {
  const Checklist& list = form("institution");
  ASSERT_EQ(list.sections.size(), 2U);
  EXPECT_EQ(list.sections[0].items.size(), 15U);
  EXPECT_EQ(list.sections[1].items.size(), 4U);
  EXPECT_EQ(list.sections[1].only, "special_operation");
  EXPECT_EQ(list.section_of("A1-14")->number, "1") << "printed beside the additional conditions";
  EXPECT_FALSE(list.scored());
}

TEST(Organisation, NineItemsAndTheSixthIsAboutTheStaff) {
  const Checklist& list = form("exam_organisation");
  EXPECT_EQ(count(list, [](const Section&, const Item&) { return true; }), 9U);
  EXPECT_EQ(list.section_of("A21-6"), list.section_of("A21-7"));
}

TEST(Compliance, BothSitesAreAskedWhatBindsEverySiteThoughTheirFormIsSilent) {
  for (const char* id : {"P-2.4b", "P-2.4f", "P-2.4g"}) EXPECT_NE(form("practical_site").item(id), nullptr) << id;
  for (const char* id : {"P-2.4c", "P-2.4d", "P-2.4e", "A22-3-3", "M-2.2.7a"}) EXPECT_NE(form("theory_site").item(id), nullptr) << id;
  for (const char* list : {"practical_site", "theory_site"})
    for (const Section& section : form(list).sections)
      for (const Item& item : section.items) {
        if (!section.extra) continue;
        EXPECT_EQ(item.points, 0) << item.id;
      }
}

TEST(Clauses, EveryItemAndPartNamesAClauseThatExists) {
  const std::string known = "\n" + std::string(*embedded::find("law/clause_ids.txt")) + "\n";
  const auto stands = [&](const std::string& id) { return known.find("\n" + id + "\n") != std::string::npos || known.find("\n" + id + ".") != std::string::npos; };
  for (const Checklist& list : shipped_checklists())
    for (const Section& section : list.sections)
      for (const Item& item : section.items) {
        // The short form for production units is our own: its items are numbered, their clauses stand beside them.
        if (list.inspects != Inspects::ProductionUnit) {
          EXPECT_TRUE(stands(item.id)) << item.id;
        }
        for (const std::string& id : item.clauses) EXPECT_TRUE(stands(id)) << item.id << " " << id;
        for (const Part& part : item.parts) {
          const std::string own = part.clause.empty() ? item.id : part.clause;
          EXPECT_TRUE(stands(own)) << own;
        }
      }
}

} // namespace
} // namespace ankao::inspection
