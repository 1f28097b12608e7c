// SPDX-License-Identifier: Apache-2.0
// Layout data is read strictly, values are put in completely, tables close.
#include <gtest/gtest.h>

#include "paper/fill.hpp"
#include "paper/grid.hpp"
#include "paper/pdf.hpp"
#include "paper/read.hpp"

using namespace ankao;
using namespace ankao::paper;

namespace {

std::string form_with(const std::string& blocks, const std::string& page = "") {
  return "name_zh: 名\nname_en: name\nclauses: [P-1.2b]\n" + page + "blocks:\n" + blocks;
}
std::string table_of(const std::string& widths, const std::string& rows) { return "  - table: {widths: " + widths + ", rows: " + rows + "}\n"; }

struct Fault {
  std::string yaml, id, at;
};

TEST(Layout, EachFaultIsRefusedWithItsPlace) {
  const std::vector<Fault> faults = {
      {form_with("  - {p: \"a\", colour: green}\n"), "paper.layout_value", "blocks/0/colour"},
      {form_with("  - {p: \"a\", couleur: red}\n"), "paper.layout_key", "blocks/0"},
      {form_with("  - {q: \"a\"}\n"), "paper.layout_key", "blocks/0"},
      {form_with("  - {p: [a]}\n"), "paper.layout_shape", "blocks/0/p"},
      {form_with("  - {p: \"a\", size: 十号}\n"), "paper.layout_value", "blocks/0/size"},
      {form_with("  []\n"), "paper.layout_shape", "blocks"},
      {form_with("  - gap: 200.1\n"), "paper.layout_value", "blocks/0/gap"},
      {form_with("  - gap: 0.25\n"), "paper.layout_value", "blocks/0/gap"},
      {form_with(table_of("[100, 56.1]", "[[a, b]]")), "paper.layout_wide", "blocks/0/table/widths"},
      {form_with(table_of("[50, 50]", "[[a]]")), "paper.layout_grid", "blocks/0/table/rows/0"},
      {form_with(table_of("[50, 50]", "[[a, b, c]]")), "paper.layout_grid", "blocks/0/table/rows/0"},
      {form_with(table_of("[50, 50]", "[[{t: a, rows: 2}, b]]")), "paper.layout_grid", "blocks/0/table/rows/0"},
      {form_with("  - {p: a}\n", "page: {margins: [10, 10, 10]}\n"), "paper.layout_shape", "page/margins"},
      {form_with("  - {p: \"a\n"), "paper.layout_yaml", ""},
  };
  for (const Fault& fault : faults) {
    const auto read = read_form("x", fault.yaml);
    ASSERT_FALSE(read.ok()) << fault.yaml;
    EXPECT_EQ(read.problem().id, fault.id) << fault.yaml;
    if (!fault.at.empty()) { EXPECT_EQ(read.problem().at, fault.at) << fault.yaml; }
  }
}

TEST(Layout, WhatLiesJustInsideTheLimitsIsTaken) {
  EXPECT_TRUE(read_form("x", form_with("  - gap: 200\n")).ok());
  EXPECT_TRUE(read_form("x", form_with(table_of("[100, 56]", "[[a, b]]"))).ok());
  EXPECT_TRUE(read_form("x", form_with(table_of("[50, 50]", "[[{t: a, rows: 2}, b], [c]]"))).ok());
}

TEST(Layout, AValueThatIsMissingIsNamedAndAnEmptyOneLeavesItsBlockOut) {
  const auto form = read_form("x", form_with("  - {p: \"给 {name}\"}\n  - {p: \"附 {extra}\", when: extra}\n"));
  ASSERT_TRUE(form.ok());
  const auto missing = fill(*form, {}, 0);
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.problem().id, "paper.value_missing");
  const auto filled = fill(*form, {{{"name", "甲"}, {"extra", ""}}, {}}, 0);
  ASSERT_TRUE(filled.ok());
  ASSERT_EQ(filled->blocks.size(), 1u);
  EXPECT_EQ(filled->blocks[0].text, "给 甲");
}

TEST(Layout, ARepeatedRowStandsOnceForEachItemAndCounts) {
  const auto form = read_form("x", form_with(table_of("[50, 50]", "[[a, b], {each: list, cells: [\"{n}\", \"{w}\"]}]")));
  ASSERT_TRUE(form.ok());
  const auto filled = fill(*form, {{}, {{"list", {{{"w", "x"}}, {{"w", "{w}"}}}}}}, 0);
  ASSERT_TRUE(filled.ok());
  const auto& rows = filled->blocks[0].table.rows;
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[2].cells[0].text, "2");
  EXPECT_EQ(rows[2].cells[1].text, "{w}") << "a value is text, never a pattern";
}

TEST(Layout, ASignWithoutAGlyphIsRefusedNotLeftBlank) {
  const auto form = read_form("x", form_with("  - {p: \"{name}\"}\n"));
  const auto sheet = fill(*form, {{{"name", "\xF0\xB0\x80\x80"}}, {}}, 0); // U+30000, in no face of Debian
  const auto pdf = to_pdf(*sheet, Faces::Fallback);
  ASSERT_FALSE(pdf.ok());
  EXPECT_EQ(pdf.problem().id, "paper.glyph_missing");
}

TEST(Layout, ARowTallerThanAPageIsRefused) {
  const auto form = read_form("x", form_with(table_of("[50, 50]", "[[\"{long}\", b]]")));
  std::string words;
  for (int i = 0; i < 1200; ++i) words += "长";
  const auto pdf = to_pdf(*fill(*form, {{{"long", words}}, {}}, 0), Faces::Fallback);
  ASSERT_FALSE(pdf.ok());
  EXPECT_EQ(pdf.problem().id, "paper.row_too_tall");
}

TEST(Layout, TheSameSheetGivesTheSameBytes) {
  const auto form = read_form("x", form_with("  - {p: \"同\"}\n"));
  const auto sheet = fill(*form, {}, 1'700'000'000);
  EXPECT_EQ(*to_pdf(*sheet), *to_pdf(*sheet));
}

} // namespace

namespace {

int items_of(const char* id) {
  int items = 0;
  for (const Block& block : shipped_forms().at(id).blocks) items += static_cast<int>(block.table.rows.size());
  return items;
}

TEST(Forms, TheAnnexesHaveTheRowsOfTheNotice) {
  EXPECT_EQ(items_of("annex_1"), 1 + 19 + 1) << "head, 19 items, result";
  EXPECT_EQ(items_of("annex_2_1"), 1 + 9);
  EXPECT_EQ(items_of("annex_2_2"), 1 + 15 + 1);
  EXPECT_EQ(items_of("annex_2_3"), 1 + 15 + 1);
  EXPECT_EQ(items_of("annex_4"), 1 + 11) << "eleven districts";
  EXPECT_EQ(items_of("annex_5"), 2 + 16 + 1) << "head, the sixteen rows of the return, who filled it in";
}

int points_of(const char* id) {
  int points = 0;
  for (const Block& block : shipped_forms().at(id).blocks)
    for (const Row& row : block.table.rows)
      for (const Cell& cell : row.cells)
        if (!cell.text.empty() && cell.text.size() < 3 && cell.text.find_first_not_of("0123456789") == std::string::npos) points += std::stoi(cell.text);
  return points;
}

TEST(Forms, ThePointsOfTheSiteChecklistsAddUpToAHundred) {
  EXPECT_EQ(points_of("annex_2_2"), 100);
  EXPECT_EQ(points_of("annex_2_3"), 100);
}

} // namespace
