// SPDX-License-Identifier: Apache-2.0
#include "tables/write.hpp"

#include <gtest/gtest.h>

#include "tables/encoding.hpp"
#include "tables/read.hpp"

namespace ankao::tables {
namespace {

OutSheet sample() {
  return {"名录",
          {{"名称", 30, ColumnKind::Text}, {"电话", 16, ColumnKind::Text}, {"人数", 8, ColumnKind::Number}},
          {{"学院,\"东\"区\n二行", "020-1", "38"}, {"=1+1", "+86", "-5"}, {"@x", "0013", "many"}}};
}

TEST(WriteXlsx, what_is_written_is_read_back) {
  const auto bytes = write_xlsx({sample()});
  ASSERT_TRUE(bytes.ok());
  const auto sheets = read(*bytes);
  ASSERT_TRUE(sheets.ok()) << sheets.problem().id;
  ASSERT_EQ(sheets->size(), 1U);
  EXPECT_EQ(sheets->front().name, "名录");
  const auto& rows = sheets->front().rows;
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0].cells, (std::vector<std::string>{"名称", "电话", "人数"}));
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(rows[i + 1].cells, sample().rows[i]);
}

TEST(WriteXlsx, names_of_sheets_that_excel_forbids_are_changed) {
  OutSheet bad = sample();
  bad.name = "a/b[c]:d?" + std::string(40, 'x');
  const auto bytes = write_xlsx({bad, bad, {"", {}, {}}});
  ASSERT_TRUE(bytes.ok());
  const auto sheets = read(*bytes);
  ASSERT_TRUE(sheets.ok());
  ASSERT_EQ(sheets->size(), 3U);
  EXPECT_EQ(sheets->at(0).name.substr(0, 9), "a_b_c__d_");
  EXPECT_NE(sheets->at(0).name, sheets->at(1).name);
}

TEST(WriteXlsx, a_cell_longer_than_excel_allows_is_refused) {
  const auto with = [](std::size_t length) { return write_xlsx({{"s", {{"c"}}, {{std::string(length, 'x')}}}}); };
  EXPECT_TRUE(with(32'767).ok());
  const auto refused = with(32'768);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.problem().id, "tables.cell_too_long");
}

TEST(WriteText, quotes_what_needs_quoting_and_guards_formulas_in_text_columns) {
  const auto text = write_text(sample());
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(*text, "\xEF\xBB\xBF名称,电话,人数\r\n\"学院,\"\"东\"\"区\n二行\",020-1,38\r\n'=1+1,'+86,-5\r\n'@x,0013,many\r\n");
}

TEST(WriteText, exact_text_is_read_back_byte_for_byte) {
  for (const char separator : {',', '\t', ';'}) {
    const auto text = write_text(sample(), {separator, TextEncoding::Utf8, FormulaGuard::Exact});
    ASSERT_TRUE(text.ok());
    const auto sheet = read_text(*text);
    ASSERT_TRUE(sheet.ok());
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(sheet->rows.at(i + 1).cells, sample().rows[i]);
  }
}

TEST(WriteText, gb18030_is_read_back) {
  const auto text = write_text(sample(), {',', TextEncoding::Gb18030, FormulaGuard::Exact});
  ASSERT_TRUE(text.ok());
  EXPECT_TRUE(first_bad_utf8(*text).has_value());
  const auto sheet = read_text(*text);
  ASSERT_TRUE(sheet.ok());
  EXPECT_EQ(sheet->rows.at(0).cells.at(0), "名称");
}

} // namespace
} // namespace ankao::tables
