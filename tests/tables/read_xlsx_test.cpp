// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "problems/catalogue.hpp"
#include "tables/read.hpp"
#include "tables/support/zip_maker.hpp"
#include "tables/xlsx/values.hpp"

namespace ankao::tables {
namespace {

std::string problem_of(const std::string& bytes, const Limits& limits = {}) {
  const auto sheets = read(bytes, limits);
  if (sheets) return "accepted";
  EXPECT_FALSE(problems::Catalogue::shipped().text(sheets.problem(), problems::Language::Chinese).remedy.empty());
  return sheets.problem().id;
}

std::vector<std::string> row_of(const std::string& cells) {
  const auto sheets = read(make_workbook("<row r=\"1\">" + cells + "</row>"));
  EXPECT_TRUE(sheets.ok()) << (sheets ? "" : sheets.problem().id);
  return sheets && !sheets->front().rows.empty() ? sheets->front().rows.front().cells : std::vector<std::string>{};
}

class MadeBy : public testing::TestWithParam<const char*> {};

TEST_P(MadeBy, every_maker_gives_the_same_cells) {
  const auto sheets = read(read_test_file(std::string("tests/tables/made_by/") + GetParam()));
  ASSERT_TRUE(sheets.ok()) << sheets.problem().id;
  ASSERT_EQ(sheets->size(), 2U);
  EXPECT_EQ(sheets->at(0).name, "名录");
  EXPECT_TRUE(sheets->at(1).hidden);
  const auto& rows = sheets->at(0).rows;
  ASSERT_EQ(rows.size(), 6U);
  EXPECT_EQ(rows[0].cell(0), "特种作业安全培训机构汇总表");
  EXPECT_EQ(rows[0].cell(1), "") << "a title merged over columns stays one cell";
  EXPECT_TRUE(rows[1].blank());
  EXPECT_EQ(rows[3].number, 4);
  EXPECT_EQ(rows[3].cells, (std::vector<std::string>{"广州市技师学院", "白云区", "2024-03-05", "020-36261012"}));
  EXPECT_EQ(rows[4].cells, (std::vector<std::string>{"广州理工学院", "白云区", "2024-03-05 09:30:00", "13560488292"}))
      << "merged downwards";
  EXPECT_EQ(rows[5].cells, (std::vector<std::string>{"2", "TRUE", "0.1", "链接"}));
}

INSTANTIATE_TEST_SUITE_P(Xlsx, MadeBy, testing::Values("exceljs.xlsx", "openpyxl.xlsx", "libreoffice.xlsx"));

TEST(ReadXlsx, inline_strings_and_runs_are_joined_without_reading_aids) {
  EXPECT_EQ(row_of("<c r=\"A1\" t=\"inlineStr\"><is><r><t>白云</t></r><r><t xml:space=\"preserve\"> 区</t></r><rPh sb=\"0\" "
                   "eb=\"1\"><t>bai</t></rPh></is></c>"),
            (std::vector<std::string>{"白云 区"}));
}

TEST(ReadXlsx, cells_without_positions_follow_each_other) {
  EXPECT_EQ(row_of("<c><v>1</v></c><c t=\"str\"><v>b</v></c><c r=\"E1\"><v>5</v></c><c><v>6</v></c>"),
            (std::vector<std::string>{"1", "b", "", "", "5", "6"}));
}

TEST(ReadXlsx, escaped_characters_entities_and_errors_come_as_text) {
  EXPECT_EQ(row_of("<c t=\"str\"><v>a_x000D_b_x00_ &lt;b&gt;&#x4E2D;</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"b\"><v>0</v></c>"),
            (std::vector<std::string>{"a\rb_x00_ <b>中", "#N/A", "FALSE"}));
}

TEST(ReadXlsx, long_numbers_keep_their_digits) {
  EXPECT_EQ(row_of("<c><v>1.3560488292E10</v></c><c><v>-0.5</v></c><c><v>0</v></c><c><v>440111199001011234</v></c>"),
            (std::vector<std::string>{"13560488292", "-0.5", "0", "4.40111199001011e+17"}));
}

TEST(ReadXlsx, shared_strings_and_prefixed_names_are_read) {
  auto parts = workbook_parts("");
  parts["xl/sharedStrings.xml"] =
      "<x:sst xmlns:x=\"m\"><x:si><x:t>甲</x:t></x:si><x:si><x:r><x:t>乙</x:t></x:r><x:r><x:t>丙</x:t></x:r></x:si></x:sst>";
  parts["xl/worksheets/sheet1.xml"] = "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row><x:c t=\"s\"><x:v>1</x:v></x:c><x:c "
                                      "t=\"s\"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>";
  const auto sheets = read(make_zip(parts));
  ASSERT_TRUE(sheets.ok());
  EXPECT_EQ(sheets->front().rows.at(0).cells, (std::vector<std::string>{"乙丙", "甲"}));
}

TEST(ReadXlsx, a_shared_string_that_does_not_exist_is_damage) {
  EXPECT_EQ(problem_of(make_workbook("<row><c t=\"s\"><v>7</v></c></row>")), "tables.xlsx_damaged");
}

TEST(ReadXlsx, absolute_targets_and_the_1904_calendar_are_understood) {
  auto parts = workbook_parts("<row><c s=\"1\"><v>0</v></c><c s=\"0\"><v>1</v></c></row>");
  auto& relations = parts["xl/_rels/workbook.xml.rels"];
  relations.replace(relations.find("worksheets/sheet1.xml"), 21, "/xl/worksheets/sheet1.xml");
  auto& book = parts["xl/workbook.xml"];
  book.replace(book.find("<sheets>"), 8, "<workbookPr date1904=\"1\"/><sheets>");
  parts["xl/styles.xml"] = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
  const auto sheets = read(make_zip(parts));
  ASSERT_TRUE(sheets.ok());
  EXPECT_EQ(sheets->front().rows.at(0).cells, (std::vector<std::string>{"1904-01-01", "1"}));
}

TEST(ReadXlsx, rows_that_only_carry_a_format_do_not_count) {
  const auto sheets =
      read(make_workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\" s=\"3\"/></row>"));
  ASSERT_TRUE(sheets.ok());
  EXPECT_EQ(sheets->front().rows.size(), 1U);
}

TEST(ReadXlsx, rows_and_columns_are_limited_at_the_edge) {
  const auto cell_at = [](const std::string& at, const std::string& row) {
    return make_workbook("<row r=\"" + row + "\"><c r=\"" + at + "\"><v>1</v></c></row>");
  };
  EXPECT_EQ(problem_of(cell_at("A100000", "100000")), "accepted");
  EXPECT_EQ(problem_of(cell_at("A100001", "100001")), "tables.too_many_rows");
  EXPECT_EQ(problem_of(cell_at("IV1", "1")), "accepted") << "column 256";
  EXPECT_EQ(problem_of(cell_at("IW1", "1")), "tables.too_many_columns");
}

TEST(ReadXlsx, cell_length_and_total_text_are_limited_at_the_edge) {
  const auto with_text = [](std::size_t length) {
    return make_workbook("<row><c t=\"str\"><v>" + std::string(length, 'x') + "</v></c></row>");
  };
  const Limits limits;
  EXPECT_EQ(problem_of(with_text(limits.cell_bytes)), "accepted");
  EXPECT_EQ(problem_of(with_text(limits.cell_bytes + 1)), "tables.cell_too_long");
  Limits small;
  small.text_bytes = 10;
  EXPECT_EQ(problem_of(with_text(10), small), "accepted");
  EXPECT_EQ(problem_of(with_text(11), small), "tables.too_much_text");
}

TEST(ReadXlsx, a_merged_cell_cannot_multiply_text_without_end) {
  Limits small;
  small.text_bytes = 100;
  const auto bytes = make_workbook("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>" + std::string(30, 'x') +
                                       "</v></c></row><row r=\"50\"><c r=\"B50\"><v>1</v></c></row>",
                                   "<mergeCells><mergeCell ref=\"A1:A50\"/></mergeCells>");
  EXPECT_EQ(problem_of(bytes, small), "tables.too_much_text");
}

TEST(ReadXlsx, what_unpacks_to_too_much_is_refused) {
  Limits small;
  const auto parts = workbook_parts("<row><c t=\"str\"><v>" + std::string(50'000, 'x') + "</v></c></row>");
  std::size_t unpacked = 0;
  for (const auto& [name, bytes] : parts) unpacked += bytes.size();
  const std::string bytes = make_zip(parts);
  small.unpacked_bytes = unpacked;
  EXPECT_EQ(problem_of(bytes, small), "accepted");
  small.unpacked_bytes = unpacked - 1;
  EXPECT_EQ(problem_of(bytes, small), "tables.too_large_unpacked");
}

TEST(ReadXlsx, a_zip_bomb_is_refused_before_it_fills_memory) {
  auto parts = workbook_parts("");
  parts["xl/sharedStrings.xml"] = "<sst><si><t>" + std::string(std::size_t{257} << 20, ' ') + "</t></si></sst>";
  const std::string bomb = make_zip(parts);
  EXPECT_LT(bomb.size(), std::size_t{1} << 20);
  EXPECT_EQ(problem_of(bomb), "tables.too_large_unpacked");
}

TEST(ReadXlsx, parts_and_sheets_are_limited_at_the_edge) {
  Limits small;
  small.parts = 4;
  EXPECT_EQ(problem_of(make_workbook(""), small), "accepted");
  small.parts = 3;
  EXPECT_EQ(problem_of(make_workbook(""), small), "tables.too_many_parts");
  Limits none;
  none.sheets = 0;
  EXPECT_EQ(problem_of(make_workbook(""), none), "tables.too_many_sheets");
}

TEST(ReadXlsx, a_cut_off_file_at_any_length_is_refused_without_a_crash) {
  const std::string whole = read_test_file("tests/tables/made_by/exceljs.xlsx");
  for (std::size_t length = 4; length < whole.size(); length += 37)
    EXPECT_EQ(problem_of(whole.substr(0, length)), "tables.xlsx_damaged") << length;
}

TEST(ReadXlsx, a_flipped_byte_gives_cells_or_a_problem) {
  const std::string whole = read_test_file("tests/tables/made_by/exceljs.xlsx");
  int refused = 0;
  for (std::size_t at = 0; at < whole.size(); at += 11) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    const auto sheets = read(changed);
    refused += sheets ? 0 : 1;
  }
  EXPECT_GT(refused, 0);
}

TEST(ReadXlsx, other_office_files_are_named) {
  const auto kind = [](const char* part) {
    const auto sheets = read(make_zip({{part, "<x/>"}}));
    return sheets ? std::string("accepted") : sheets.problem().id + " " + sheets.problem().details.front().value;
  };
  EXPECT_EQ(kind("word/document.xml"), "tables.not_xlsx Word (.docx)");
  EXPECT_EQ(kind("content.xml"), "tables.not_xlsx OpenDocument (.ods / .odt)");
  EXPECT_EQ(kind("photo.jpg"), "tables.not_xlsx zip");
}

TEST(Values, date_formats_are_told_from_others) {
  for (const char* code : {"yyyy-mm-dd", "m/d/yy", "yyyy\"年\"m\"月\"d\"日\"", "[h]:mm", "hh:mm:ss", "[$-804]yyyy/m/d;@", "[Red]d"})
    EXPECT_TRUE(is_date_format(code)) << code;
  for (const char* code :
       {"General", "0.00", "@", "#,##0;[Red]-#,##0", "\"day\"0", "0\\d", "[$¥-804]#,##0.00", "0.00E+00", "\"unterminated yyyy"})
    EXPECT_FALSE(is_date_format(code)) << code;
}

TEST(Values, serials_become_days_with_the_leap_year_that_never_was) {
  EXPECT_EQ(date_text(1, DateSystem::From1900), "1900-01-01");
  EXPECT_EQ(date_text(59, DateSystem::From1900), "1900-02-28");
  EXPECT_EQ(date_text(60, DateSystem::From1900), std::nullopt);
  EXPECT_EQ(date_text(61, DateSystem::From1900), "1900-03-01");
  EXPECT_EQ(date_text(45356, DateSystem::From1900), "2024-03-05");
  EXPECT_EQ(date_text(45356.999999, DateSystem::From1900), "2024-03-06") << "a rounded midnight";
  EXPECT_EQ(date_text(0.5, DateSystem::From1900), "12:00:00");
  EXPECT_EQ(date_text(-1, DateSystem::From1900), std::nullopt);
  EXPECT_EQ(date_text(1e300, DateSystem::From1900), std::nullopt);
}

} // namespace
} // namespace ankao::tables
