// SPDX-License-Identifier: Apache-2.0
// Whole files: an official's workbook, other encodings, other headings, and everything that is refused.
#include <gtest/gtest.h>

#include "problems/catalogue.hpp"
#include "registry/files/city_data.hpp"
#include "registry/files/import.hpp"
#include "registry/files/registry_json.hpp"
#include "registry/rules/build.hpp"
#include "registry/support/tables.hpp"
#include "tables/encoding.hpp"
#include "tables/write.hpp"

namespace ankao::registry {
namespace {

using Texts = std::vector<std::string>;

Result<Registry> import_any(const std::string& bytes) { return import_bytes(bytes, shipped_catalogue()); }

/// What of a registry does not depend on the file: no lines, no report of skipped rows.
std::string essence(const Registry& registry) {
  auto json = registry_json(registry, shipped_catalogue());
  auto kept = nlohmann::ordered_json::array();
  for (const auto& one : json["anomalies"])
    if (one["rule"] != "X-39") kept.push_back(one);
  json["anomalies"] = kept;
  return json.dump();
}

TEST(Import, an_officials_workbook_gives_the_shipped_registry) {
  const auto registry = import_any(source_file("tests/registry/made_by/desk.xlsx"));
  ASSERT_TRUE(registry.ok()) << problems::Catalogue::shipped().lines(registry.problem(), problems::Language::English);
  EXPECT_EQ(essence(*registry), essence(shipped_registry()));
}

tables::OutSheet sheet_of(const PrintedTable& table, const std::string& name) {
  tables::OutSheet sheet;
  sheet.name = name;
  for (std::size_t i = 0; i < k_columns; ++i) sheet.columns.push_back({heading_of(static_cast<Column>(i)), 20, tables::ColumnKind::Text});
  for (const PrintedRow& row : table.rows) sheet.rows.emplace_back(row.cells.begin(), row.cells.end());
  return sheet;
}

TEST(Import, our_own_xlsx_and_csv_in_two_encodings_give_the_shipped_rows) {
  const PrintedTable& a = shipped_tables().front();
  const auto only_a = build({a}, shipped_catalogue());
  ASSERT_TRUE(only_a.ok());
  const auto sheet = sheet_of(a, "特种作业");
  for (const auto& bytes : {tables::write_xlsx({sheet}), tables::write_text(sheet),
                            tables::write_text(sheet, {',', tables::TextEncoding::Gb18030, tables::FormulaGuard::Exact}),
                            tables::write_text(sheet, {';', tables::TextEncoding::Utf8, tables::FormulaGuard::Exact})}) {
    ASSERT_TRUE(bytes.ok());
    const auto registry = import_any(*bytes);
    ASSERT_TRUE(registry.ok()) << registry.problem().id;
    EXPECT_EQ(essence(*registry), essence(*only_a));
  }
}

TEST(Import, headings_may_stand_in_any_order_under_other_names_below_titles) {
  const auto registry = import_any("附件6,,,,,,\n2024年特种作业培训机构汇总表,,,,,,\n,,,,,,\n咨询电话,培训机构名称*,所在区,培训范围,联系人,"
                                   "序 号,详细地址（必填）\n020-36261012,学院,白云区,低压电工作业,李明,7,广州市白云区东路2号\n");
  ASSERT_TRUE(registry.ok()) << problems::Catalogue::shipped().lines(registry.problem(), problems::Language::English);
  ASSERT_EQ(registry->rows.size(), 1U);
  EXPECT_EQ(to_string(registry->rows[0].id), "a7");
  EXPECT_EQ(registry->rows[0].name, "学院");
  EXPECT_EQ(registry->rows[0].telephones, (Texts{"020-36261012"}));
  EXPECT_EQ(registry->missing_rows.size(), 6U) << "numbers are the print's own";
}

TEST(Import, blank_rows_repeated_headings_and_notes_are_skipped_and_reported) {
  const std::string two = table_text({{}}) + "\n" + table_text({{.number = "2", .name = "乙"}}) + "备注：“(+考试点)”表示\t\t\t\t\t\t\n";
  const auto registry = import_any(two);
  ASSERT_TRUE(registry.ok()) << registry.problem().id;
  EXPECT_EQ(registry->rows.size(), 2U);
  EXPECT_EQ(registry->anomalies.size(), 3U) << "X-39, and the shared telephone at both rows";
  EXPECT_EQ(registry->anomalies.front().rule, "X-39");
  EXPECT_EQ(registry->anomalies.front().found, "第 3、4 行");
}

TEST(Import, both_tables_may_follow_each_other_on_one_sheet) {
  const std::string text = "特种作业机构汇总表\t\t\t\t\t\t\n" + table_text({{}}) + "高危行业机构汇总表\t\t\t\t\t\t\n" +
                           table_text({{.name = "协会", .projects = "主要负责人和安全生产管理人员【金属冶炼企业】"}});
  const auto registry = import_any(text);
  ASSERT_TRUE(registry.ok()) << problems::Catalogue::shipped().lines(registry.problem(), problems::Language::English);
  ASSERT_EQ(registry->rows.size(), 2U);
  EXPECT_EQ(to_string(registry->rows[1].id), "b1");
  EXPECT_EQ(registry->rows[1].industries, (Texts{"SM"}));
  const auto only_b = import_bytes(text, shipped_catalogue(), Table::HighRisk);
  ASSERT_TRUE(only_b.ok());
  EXPECT_EQ(only_b->rows.size(), 1U);
}

TEST(Import, a_table_that_tells_nothing_of_its_kind_is_asked_for) {
  const std::string text = table_text({{.projects = "低压电工作业"}});
  const auto unclear = import_any(text);
  ASSERT_FALSE(unclear.ok());
  EXPECT_EQ(unclear.problem().parts.at(0).id, "registry.table_unclear");
  EXPECT_TRUE(import_bytes(text, shipped_catalogue(), Table::SpecialOperations).ok());
}

TEST(Import, a_title_that_names_the_other_table_wins_over_the_choice) {
  const std::string text = "高危行业机构汇总表\t\t\t\t\t\t\n" + table_text({{}});
  EXPECT_EQ(faults(text), (Texts{"registry.table_other"}));
}

TEST(Import, all_faults_of_a_file_come_at_once_with_row_and_column) {
  const std::string text = table_text(
      {{.district = "南海区", .telephone = "12"}, {.number = "x", .name = ""}, {.number = "1", .name = "丙", .projects = "潜水"}});
  EXPECT_EQ(faults(text), (Texts{"第 2 行 · 区域 registry.district_unknown", "第 2 行 · 咨询电话 registry.telephone_invalid",
                                 "第 3 行 · 序号 registry.number_invalid", "第 3 行 · 机构名称 registry.cell_empty",
                                 "第 4 行 · 培训项目 registry.project_unknown", "第 4 行 · 序号 registry.number_doubled"}));
}

TEST(Import, a_repeated_row_is_refused) {
  EXPECT_EQ(faults(table_text({{}, {}})), (Texts{"第 3 行 · 序号 registry.number_doubled", "第 3 行 · 机构名称 registry.row_doubled"}));
  EXPECT_EQ(faults(table_text({{}, {.number = "2"}})), (Texts{"第 3 行 · 机构名称 registry.row_doubled"}));
}

TEST(Import, headings_that_are_missing_unknown_or_doubled_are_refused) {
  EXPECT_EQ(faults("序号,机构名称,区域,地址,培训项目,联系人,备用\n"),
            (Texts{"第 1 行 · G 列 registry.column_unknown", "第 1 行 registry.column_missing"}));
  EXPECT_EQ(faults("序号,机构名称,区域,地址,培训项目,联系人,电话,咨询电话\n"), (Texts{"第 1 行 · H 列 registry.column_doubled"}));
  EXPECT_EQ(faults("姓名,年龄\n张,3\n"), (Texts{"registry.no_table"}));
  EXPECT_EQ(faults("序号,机构名称,区域,地址,培训项目,联系人,咨询电话\n"), (Texts{"registry.table_empty"}));
}

TEST(Import, a_cell_under_no_heading_is_not_dropped_but_refused) {
  std::string text = table_text({{}});
  text.insert(text.size() - 1, "\t多余");
  EXPECT_EQ(faults(text), (Texts{"第 2 行 · H 列 registry.cell_without_heading"}));
}

TEST(Import, row_numbers_are_limited_at_the_edge) {
  EXPECT_EQ(faults(table_text({{.number = "9999"}})), Texts{});
  for (const char* number : {"10000", "0", "-1", "1.5", "99999999999999999999", ""})
    EXPECT_EQ(faults(table_text({{.number = number}})), (Texts{"第 2 行 · 序号 registry.number_invalid"})) << number;
}

TEST(Import, cells_are_limited_and_hold_no_control_characters) {
  const auto name_of = [](std::size_t length) {
    std::string name;
    for (std::size_t i = 0; i < length; ++i) name += "学";
    return name;
  };
  EXPECT_EQ(faults(table_text({{.name = name_of(4000)}})), Texts{});
  EXPECT_EQ(faults(table_text({{.name = name_of(4001)}})), (Texts{"第 2 行 · 机构名称 registry.cell_too_long"}));
  EXPECT_EQ(faults(table_text({{.name = "学\x01院"}})), (Texts{"第 2 行 · 机构名称 registry.cell_control"}));
}

TEST(Import, entries_of_a_cell_are_limited_at_the_edge) {
  const auto many = [](const std::string& one, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : "、") + one;
    return text;
  };
  EXPECT_EQ(faults(table_text(
                {{.address = many("广州市白云区东路2号", 20), .contact = many("李明", 20), .telephone = many("020-36261012", 20)}})),
            Texts{});
  EXPECT_EQ(faults(table_text({{.address = many("广州市白云区东路2号", 21)}})), (Texts{"第 2 行 · 地址 registry.cell_too_many"}));
  EXPECT_EQ(faults(table_text({{.contact = many("李明", 21)}})), (Texts{"第 2 行 · 联系人 registry.cell_too_many"}));
  EXPECT_EQ(faults(table_text({{.telephone = many("020-36261012", 21)}})), (Texts{"第 2 行 · 咨询电话 registry.cell_too_many"}));
}

TEST(Import, the_number_of_rows_is_limited_at_the_edge) {
  std::vector<PlainRow> rows;
  for (std::size_t i = 1; i <= k_most_rows; ++i) rows.push_back({.number = std::to_string(i), .name = "学院" + std::to_string(i)});
  EXPECT_EQ(faults(table_text(rows)), Texts{});
  rows.push_back({.number = std::to_string(k_most_rows + 1), .name = "多"});
  EXPECT_EQ(faults(table_text(rows)), (Texts{"registry.too_many_rows"}));
}

TEST(Import, sql_and_markup_are_text) {
  const char* name = "'; DROP TABLE institutions;--<script>alert(1)</script>";
  const Registry registry = build_a({{.name = name}});
  ASSERT_EQ(registry.rows.size(), 1U);
  EXPECT_EQ(registry.rows[0].name, "';DROP TABLE institutions;--<script>alert(1)</script>");
}

TEST(Import, a_cut_off_table_gives_rows_or_a_problem) {
  const std::string whole = source_file("data/annex6/table_a.tsv");
  for (std::size_t length = 0; length < whole.size(); length += 211) {
    const auto registry = import_bytes(whole.substr(0, length), shipped_catalogue(), Table::SpecialOperations);
    if (!registry) {
      EXPECT_FALSE(problems::Catalogue::shipped().lines(registry.problem(), problems::Language::Chinese).empty());
    }
  }
}

TEST(Build, two_rows_of_one_institution_that_differ_are_told_apart_by_rule) {
  const std::string head = "特种作业\t\t\t\t\t\t\n" + table_text({{}}) + "高危行业\t\t\t\t\t\t\n";
  const auto rules = [&](PlainRow b) {
    b.projects = "主要负责人和安全生产管理人员【金属冶炼企业】";
    const auto registry = import_any(head + table_text({b}));
    EXPECT_TRUE(registry.ok()) << registry.problem().id;
    return registry ? std::to_string(registry->institutions.size()) + " " + rules_at(*registry, 1) : std::string();
  };
  EXPECT_EQ(rules({}), "1 ");
  EXPECT_EQ(rules({.contact = "李鸣"}), "1 X-30");
  EXPECT_EQ(rules({.contact = "王芳"}), "1 X-31");
  EXPECT_EQ(rules({.address = "广州市白云区同泰路3号"}), "1 X-31");
  EXPECT_EQ(rules({.address = "广州市白云区机场路3号"}), "1 X-33");
  EXPECT_EQ(rules({.name = "广州市第一高级技师学院"}), "1 X-32");
  EXPECT_EQ(rules({.name = "广州市安全协会"}), "2 X-28") << "the telephone alone is no identity";
  EXPECT_EQ(rules({.name = "广州市安全协会", .telephone = "020-1111111"}), "2 ");
}

} // namespace
} // namespace ankao::registry
