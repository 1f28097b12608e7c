// SPDX-License-Identifier: Apache-2.0
// A form: its template is read back, each limit and each kind of wrong cell, and the marked workbook that people correct and send again.
#include <gtest/gtest.h>

#include "tables/form/form.hpp"
#include "tables/support/small_form.hpp"
#include "tables/read.hpp"
#include "tables/write.hpp"

namespace ankao::tables {
namespace {

using tests::csv;
using tests::k_good;
using tests::small;

std::string fault_of(std::size_t column, const std::string& text) {
  auto row = k_good;
  row[column] = text;
  const auto rows = read_form(csv({row}), small());
  if (!rows.ok()) return rows.problem().id;
  return (*rows)[0].faults.empty() ? "" : (*rows)[0].faults[0].id + "@" + (*rows)[0].faults[0].at;
}

TEST(Form, valuesAreWrittenAsTheirKindSays) {
  const auto rows = read_form(csv({k_good}), small());
  ASSERT_TRUE(rows.ok()) << rows.problem().id;
  ASSERT_EQ(rows->size(), 1u);
  const FormRow& row = rows->front();
  EXPECT_TRUE(row.faults.empty());
  EXPECT_EQ(row.number, 2);
  EXPECT_EQ(row.value("name"), "李四");
  EXPECT_EQ(row.value("opened"), "2024-03-05");
  EXPECT_EQ(row.value("month"), "2024-04");
  EXPECT_EQ(row.value("own"), "yes");
  EXPECT_EQ(row.value("kind"), "retake");
}

TEST(Form, eachKindOfWrongCellNamesItsColumn) {
  EXPECT_EQ(fault_of(0, ""), "tables.form_cell_missing@name");
  EXPECT_EQ(fault_of(0, "张三李四"), "");
  EXPECT_EQ(fault_of(0, "张三李四五"), "tables.form_cell_long@name");
  EXPECT_EQ(fault_of(0, "\"张\n三\""), "tables.form_cell_control@name");
  for (const char* good : {"1", "2000", ""}) EXPECT_EQ(fault_of(1, good), "") << good;
  for (const char* bad : {"0", "2001", "30人", "1.5", "99999999999"}) EXPECT_EQ(fault_of(1, bad), "tables.form_cell_number@count") << bad;
  for (const char* good : {"2024-02-29", "2024/2/29", "2024.2.29", "2024-02-29 00:00:00"}) EXPECT_EQ(fault_of(2, good), "") << good;
  for (const char* bad : {"2023-02-29", "20240229", "明天", "2024-13-01"}) EXPECT_EQ(fault_of(2, bad), "tables.form_cell_date@opened") << bad;
  EXPECT_EQ(fault_of(3, "2024-13"), "tables.form_cell_month@month");
  EXPECT_EQ(fault_of(4, "也许"), "tables.form_cell_yes_no@own");
  EXPECT_EQ(fault_of(5, "补"), "tables.form_cell_choice@kind");
  EXPECT_EQ(fault_of(5, "retake"), "");
}

TEST(Form, rowsUpToTheLimitAndNotOneMore) {
  EXPECT_EQ(read_form(csv(std::vector<std::vector<std::string>>(5, k_good)), small())->size(), 5u);
  EXPECT_EQ(read_form(csv(std::vector<std::vector<std::string>>(6, k_good)), small()).problem().id, "tables.form_rows");
  Limits limits;
  const std::string file = csv({k_good});
  limits.file_bytes = file.size();
  EXPECT_TRUE(read_form(file, small(), limits).ok());
  limits.file_bytes = file.size() - 1;
  EXPECT_EQ(read_form(file, small(), limits).problem().id, "tables.too_large");
}

TEST(Form, columnsAsManyAsTheFileMayHaveAndNotOneMore) {
  Limits limits;
  limits.columns = 6;
  EXPECT_TRUE(read_form(csv({k_good}), small(), limits).ok());
  limits.columns = 5;
  EXPECT_EQ(read_form(csv({k_good}), small(), limits).problem().id, "tables.too_many_columns");
}

TEST(Form, headingsMayStandInAnyOrderAndEitherLanguageButMustBeKnownOnceAndComplete) {
  EXPECT_TRUE(read_form(csv({{"2024-03-05", "李四"}}, {"class opened", "姓名"}), small()).ok());
  EXPECT_EQ(read_form(csv({{"李四", "x"}}, {"姓名", "电话"}), small()).problem().id, "tables.form_column_unknown");
  EXPECT_EQ(read_form(csv({{"李四", "x"}}, {"姓名", "name"}), small()).problem().id, "tables.form_column_doubled");
  EXPECT_EQ(read_form(csv({{"李四"}}, {"姓名"}), small()).problem().id, "tables.form_column_missing");
  EXPECT_EQ(read_form(csv({}), small()).problem().id, "tables.form_empty");
  EXPECT_EQ(read_form(csv({{"", "", "", "", "", ""}}), small()).problem().id, "tables.form_empty");
}

TEST(Form, textOfChineseExcelIsReadInItsOwnEncoding) {
  OutSheet sheet{"x", {}, {k_good}};
  for (const auto& column : small().columns) sheet.columns.push_back({column.zh});
  const auto bytes = write_text(sheet, {',', TextEncoding::Gb18030, FormulaGuard::Exact});
  ASSERT_TRUE(bytes.ok());
  EXPECT_EQ(read_form(*bytes, small())->front().value("name"), "李四");
}

TEST(Form, itsTemplateHoldsNothingYetInBothLanguages) {
  for (const auto language : {FormLanguage::Chinese, FormLanguage::English}) {
    const auto book = form_template(small(), language);
    ASSERT_TRUE(book.ok());
    const auto sheets = read_xlsx(*book);
    ASSERT_EQ(sheets->size(), 3u);
    EXPECT_EQ((*sheets)[0].rows.size(), 2u);
    EXPECT_TRUE((*sheets)[2].hidden);
    EXPECT_EQ(read_form(*book, small()).problem().id, "tables.form_empty");
  }
}

TEST(Form, aMarkedWorkbookSaysTheFaultsAndIsReadAgainWithoutThem) {
  auto wrong = k_good;
  wrong[1] = "30人";
  const std::string file = csv({k_good, wrong});
  const std::vector<Mark> marks{{"", 3, "人数", "“30人”不是整数"}, {"", 3, "", "整行重复"}};
  const auto book = marked(file, marks, FormLanguage::Chinese);
  ASSERT_TRUE(book.ok());
  const auto sheets = read_xlsx(*book);
  EXPECT_EQ(sheets->front().rows[0].cell(6), "错误");
  EXPECT_EQ(sheets->front().rows[1].cell(6), "");
  EXPECT_EQ(sheets->front().rows[2].cell(6), "人数：“30人”不是整数；整行重复");
  const auto again = read_form(*book, small());
  ASSERT_TRUE(again.ok()) << again.problem().id;
  EXPECT_EQ((*again)[1].faults.front().id, "tables.form_cell_number");
  const auto second = marked(*book, {}, FormLanguage::Chinese);
  EXPECT_EQ(read_xlsx(*second)->front().rows[2].cell(6), "");
}

TEST(Form, aFaultOfTheWholeFileStandsAtTheHeadingsAndAnEmptyFileCannotBeMarked) {
  EXPECT_TRUE(marked(csv({k_good}), {{"", 0, "", "文件"}}, FormLanguage::English).ok());
  EXPECT_EQ(marked("", {}, FormLanguage::Chinese).problem().id, "tables.empty");
}

} // namespace
} // namespace ankao::tables
