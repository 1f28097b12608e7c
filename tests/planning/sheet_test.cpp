// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "planning/files/booking_sheet.hpp"
#include "tables/encoding.hpp"

namespace ankao::planning {
namespace {

const std::string k_head = "培训机构,班级编号,考试科目,类别,本校学生,人数,开班日期,培训开始日期,计划结业日期,实际结业日期,正考日期\r\n";
const SheetNames k_names{{{"GZ-A01", "广州市技师学院", "", {}}}, {{"OP01", "低压电工作业", "", {}}}, ""};

TEST(BookingSheet, ReadsDatesAsPeopleWriteThem) {
  const auto rows =
      read_bookings(k_head + "广州市技师学院,C-1,低压电工作业,正考,是,38,2024/2/1,2024年2月1日,2024.2.20,2024-02-19,\r\n", k_names);
  ASSERT_TRUE(rows.ok()) << rows.problem().id;
  ASSERT_EQ(rows->size(), 1U);
  const auto& row = rows->front();
  EXPECT_TRUE(row.faults.empty());
  EXPECT_EQ(row.row, 2);
  EXPECT_EQ(row.input.institution, "GZ-A01");
  EXPECT_EQ(row.input.candidates, 38);
  EXPECT_TRUE(row.input.own_school);
  EXPECT_EQ(to_string(row.input.started), "2024-02-01");
  EXPECT_EQ(to_string(*row.input.completed), "2024-02-19");
}

TEST(BookingSheet, ReadsGb18030) {
  const auto bytes = tables::convert(k_head + "广州市技师学院,C-1,低压电工作业,补考,否,12,2024-02-01,2024-02-01,2024-02-20,,2024-01-10\r\n",
                                     "UTF-8", "GB18030");
  const auto rows = read_bookings(*bytes, k_names);
  ASSERT_TRUE(rows.ok()) << rows.problem().id;
  EXPECT_EQ(rows->front().input.kind, BookingKind::Retake);
}

TEST(BookingSheet, NamesEveryWrongCellOfARow) {
  const auto rows = read_bookings(k_head + "某某学校,C-1,=cmd(),选考,也许,三十,2024-02-30,,2024-02-20,昨天,\r\n", k_names);
  ASSERT_TRUE(rows.ok());
  std::vector<std::pair<std::string, std::string>> found;
  for (const auto& fault : rows->front().faults) found.emplace_back(fault.at, fault.id);
  EXPECT_EQ(found, (std::vector<std::pair<std::string, std::string>>{{"institution", "tables.form_cell_choice"},
                                                                     {"subject", "tables.form_cell_choice"},
                                                                     {"kind", "tables.form_cell_choice"},
                                                                     {"own_school", "tables.form_cell_yes_no"},
                                                                     {"candidates", "tables.form_cell_number"},
                                                                     {"class_opened", "tables.form_cell_date"},
                                                                     {"started", "tables.form_cell_missing"},
                                                                     {"completed", "tables.form_cell_date"}}));
}

TEST(BookingSheet, RefusesUnknownDoubledAndMissingColumns) {
  EXPECT_EQ(read_bookings("班级编号,身份证号\r\nC-1,1\r\n", k_names).problem().id, "tables.form_column_unknown");
  EXPECT_EQ(read_bookings("班级编号,班级编号\r\nC-1,1\r\n", k_names).problem().id, "tables.form_column_doubled");
  EXPECT_EQ(read_bookings("班级编号,人数\r\nC-1,1\r\n", k_names).problem().id, "tables.form_column_missing");
  EXPECT_EQ(read_bookings(k_head, k_names).problem().id, "tables.form_empty");
  EXPECT_FALSE(read_bookings("%PDF-1.4 ...", k_names).ok());
  EXPECT_FALSE(read_bookings("", k_names).ok());
}

TEST(BookingSheet, ItsOwnTemplateIsReadBackAsEmpty) {
  const auto bytes = tables::form_template(booking_form(k_names), tables::FormLanguage::Chinese);
  ASSERT_TRUE(bytes.ok());
  EXPECT_EQ(read_bookings(*bytes, k_names).problem().id, "tables.form_empty");
}

TEST(BookingSheet, AtMostSoManyRows) {
  std::string sheet = k_head;
  for (std::size_t i = 0; i <= k_max_booking_rows; ++i) sheet += "GZ-A01,C,OP01,,,20,2024-02-01,2024-02-01,2024-02-20,,\r\n";
  EXPECT_EQ(read_bookings(sheet, k_names).problem().id, "tables.form_rows");
}

} // namespace
} // namespace ankao::planning
