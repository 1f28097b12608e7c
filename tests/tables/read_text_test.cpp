// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "problems/catalogue.hpp"
#include "tables/encoding.hpp"
#include "tables/read.hpp"

namespace ankao::tables {
namespace {

using namespace std::string_literals;
using Cells = std::vector<std::vector<std::string>>;

Cells cells_of(const std::string& bytes) {
  const auto sheets = read(bytes);
  EXPECT_TRUE(sheets.ok()) << sheets.problem().id;
  Cells cells;
  if (sheets)
    for (const SheetRow& row : sheets->front().rows) cells.push_back(row.cells);
  return cells;
}

std::string problem_of(const std::string& bytes, const Limits& limits = {}) {
  const auto sheets = read(bytes, limits);
  if (sheets) return "accepted";
  EXPECT_FALSE(problems::Catalogue::shipped().text(sheets.problem(), problems::Language::Chinese).remedy.empty());
  return sheets.problem().id;
}

const Cells k_two_rows{{"名称", "区"}, {"学院", "白云区"}};

TEST(ReadText, utf8_with_and_without_mark_gb18030_and_utf16_give_the_same_cells) {
  const std::string text = "名称,区\n学院,白云区\n";
  EXPECT_EQ(cells_of(text), k_two_rows);
  EXPECT_EQ(cells_of("\xEF\xBB\xBF" + text), k_two_rows);
  EXPECT_EQ(cells_of(*convert(text, "UTF-8", "GB18030")), k_two_rows);
  EXPECT_EQ(cells_of("\xFF\xFE" + *convert(text, "UTF-8", "UTF-16LE")), k_two_rows);
  EXPECT_EQ(cells_of("\xFE\xFF" + *convert(text, "UTF-8", "UTF-16BE")), k_two_rows);
}

TEST(ReadText, the_separator_is_found_by_what_most_lines_agree_on) {
  EXPECT_EQ(cells_of("名称\t区\n学院\t白云区\n"), k_two_rows);
  EXPECT_EQ(cells_of("名称;区\r\n学院;白云区\r\n"), k_two_rows);
  EXPECT_EQ(cells_of("a, b, c\t1\nd\t2\ne, f\t3\n"), (Cells{{"a, b, c", "1"}, {"d", "2"}, {"e, f", "3"}}))
      << "commas inside tab-separated cells";
  EXPECT_EQ(cells_of("one\ntwo\n"), (Cells{{"one"}, {"two"}}));
}

TEST(ReadText, quotes_hold_separators_line_ends_and_doubled_quotes) {
  EXPECT_EQ(cells_of("a,\"b,1\"\nc,\"d \"\"e\"\"\nf\"\n"), (Cells{{"a", "b,1"}, {"c", "d \"e\"\nf"}}));
  EXPECT_EQ(cells_of("a,x \"y\"\nb,\n"), (Cells{{"a", "x \"y\""}, {"b", ""}})) << "a quote inside a cell is a character";
}

TEST(ReadText, rows_know_the_line_at_which_they_begin) {
  const auto sheets = read("a,\"b\nc\"\n\nd,e\n");
  ASSERT_TRUE(sheets.ok());
  const auto& rows = sheets->front().rows;
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1].number, 3);
  EXPECT_TRUE(rows[1].blank());
  EXPECT_EQ(rows[2].number, 4);
}

TEST(ReadText, an_open_quote_names_the_line_where_it_opened) {
  const auto sheets = read("a,b\nc,\"d\ne,f\n");
  ASSERT_FALSE(sheets.ok());
  EXPECT_EQ(sheets.problem().id, "tables.quote_open");
  EXPECT_EQ(sheets.problem().at, "第 2 行");
}

TEST(ReadText, bytes_of_no_known_encoding_are_refused_with_the_position) {
  const auto sheets = read("abc\xFF\xFF\xFF");
  ASSERT_FALSE(sheets.ok());
  EXPECT_EQ(sheets.problem().id, "tables.encoding_unknown");
  EXPECT_EQ(sheets.problem().details.front().value, "3");
  EXPECT_EQ(problem_of("\xEF\xBB\xBF"
                       "a\xC3"),
            "tables.encoding_unknown")
      << "cut off inside a character";
}

TEST(ReadText, the_file_is_limited_at_the_edge) {
  std::string bytes(std::size_t{32} << 20, 'x');
  for (std::size_t at = 1000; at < bytes.size(); at += 1000) bytes[at] = '\n';
  EXPECT_EQ(problem_of(bytes), "accepted");
  EXPECT_EQ(problem_of(bytes + "x"), "tables.too_large");
}

TEST(ReadText, rows_columns_and_cells_are_limited_at_the_edge) {
  const auto rows = [](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "a,b\n";
    return text;
  };
  EXPECT_EQ(problem_of(rows(100'000)), "accepted");
  EXPECT_EQ(problem_of(rows(100'001)), "tables.too_many_rows");
  EXPECT_EQ(problem_of("x" + std::string(255, ',')), "accepted");
  EXPECT_EQ(problem_of("x" + std::string(256, ',')), "tables.too_many_columns");
  EXPECT_EQ(problem_of("a," + std::string(131'072, 'x')), "accepted");
  EXPECT_EQ(problem_of("a," + std::string(131'073, 'x')), "tables.cell_too_long");
}

TEST(Sniff, files_of_other_kinds_are_refused_by_what_they_are) {
  EXPECT_EQ(problem_of(""), "tables.empty");
  EXPECT_EQ(problem_of("  \n \n"), "tables.empty");
  EXPECT_EQ(problem_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old"s), "tables.old_office");
  EXPECT_EQ(problem_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
                       "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s),
            "tables.encrypted");
  for (const auto& other : {"%PDF-1.4"s, "\x89PNG\r\n\x1A\n"s, "\xFF\xD8\xFF\xE0"s, "GIF89a"s, "{\\rtf1"s, "\x1F\x8B\x08\0"s,
                            "Rar!\x1A\x07"s, "<html><table>"s, "  <!DOCTYPE html>"s, "<?xml version=\"1.0\"?><Workbook/>"s, "a\0b"s})
    EXPECT_EQ(problem_of(other), "tables.wrong_kind") << other;
  EXPECT_EQ(problem_of("PK\x03\x04 cut"s), "tables.xlsx_damaged");
}

TEST(Utf8, malformed_sequences_are_found) {
  EXPECT_EQ(first_bad_utf8("中文𠀀é"), std::nullopt);
  for (const auto& bad : {"\xC0\x80"s, "\xE0\x80\x80"s, "\xED\xA0\x80"s, "\xF4\x90\x80\x80"s, "\x80"s, "\xE4\xB8"s, "\xF5\x80\x80\x80"s})
    EXPECT_EQ(first_bad_utf8(bad), 0U);
}

} // namespace
} // namespace ankao::tables
