// SPDX-License-Identifier: Apache-2.0
// Persons and figures of places from a table: all faults by cell, or each place declares once.
#include "db/use_case.hpp"
#include "registry/files/condition_forms.hpp"
#include "registry/files/condition_law.hpp"
#include "registry/service/condition_import.hpp"
#include "registry_service/support/story.hpp"
#include "tables/write.hpp"

namespace ankao::registry::tests {
namespace {

class ConditionTables : public Story {
protected:
  static std::vector<tables::FormRow> rows(const tables::Form& form, const std::vector<std::string>& keys, std::vector<std::vector<std::string>> cells) {
    tables::OutSheet sheet{form.zh, {}, std::move(cells)};
    for (const std::string& key : keys) sheet.columns.push_back({form.find(key)->zh, 12});
    return must(tables::read_form(must(tables::write_xlsx({sheet})), form));
  }
  ConditionImport persons(std::vector<std::vector<std::string>> cells, DryRun dry_run = DryRun::No, const ledger::Actor& actor = liang()) {
    const tables::Form form = staff_form(shipped_conditions_law());
    return import_staff(database(), act(actor, "2024-02-01"), {}, rows(form, {"place", "name", "post", "full_time", "certificate", "number", "until", "projects", "years"}, std::move(cells)), dry_run);
  }
  ConditionImport figures(std::vector<std::vector<std::string>> cells, DryRun dry_run = DryRun::No) {
    const tables::Form form = condition_form(shipped_conditions_law());
    return import_conditions(database(), act(liang(), "2024-02-01"), {}, rows(form, {"place", "condition", "number", "from", "until"}, std::move(cells)), dry_run);
  }
  static std::vector<std::string> told(const ConditionImport& done) {
    std::vector<std::string> out;
    for (const ConditionRowFaults& row : done.bad)
      for (const Problem& one : row.faults) out.push_back(std::to_string(row.row) + " " + one.at + " " + one.id);
    return out;
  }
};

TEST_P(ConditionTables, EveryPlaceOfTheTableDeclaresOnce) {
  const auto done = persons({{"GZ-A04", "张三", "管理人员", "是", "", "", "", "", ""}, {"GZ-A04", "李四", "设备维护管理人员", "否", "特种作业操作证", "T-1", "2026-01-31", "", ""}});
  EXPECT_THAT(told(done), ::testing::IsEmpty());
  EXPECT_TRUE(done.stored);
  EXPECT_EQ(done.declared, 1);
  EXPECT_EQ(count("condition_person"), 2);
  const auto again = persons({{"GZ-A04", "张三", "管理人员", "是", "", "", "", "", ""}, {"GZ-A04", "李四", "设备维护管理人员", "否", "特种作业操作证", "T-1", "2026-01-31", "", ""}});
  EXPECT_EQ(again.unchanged, 1);
  EXPECT_FALSE(again.stored);
}

TEST_P(ConditionTables, ADryRunKeepsNothing) {
  EXPECT_FALSE(persons({{"GZ-A04", "张三", "管理人员", "是", "", "", "", "", ""}}, DryRun::Yes).stored);
  EXPECT_EQ(count("condition_sheet"), 0);
}

TEST_P(ConditionTables, FaultsStandAtTheirCellsAndNothingIsKept) {
  const auto done = persons({{"GZ-A04", "张三", "厨师", "是", "", "", "", "", ""},
                             {"GZ-A04", "李四", "理论教员", "也许", "", "", "", "", ""},
                             {"GZ-A04", "王五", "理论教员", "是", "安全教员培训证", "", "", "", ""},
                             {"GZ-A04", "赵六", "理论教员", "是", "", "", "", "跳舞", ""},
                             {"GZ-A02", "钱七", "管理人员", "是", "", "", "", "", ""},
                             {"GZ-X99", "孙八", "管理人员", "是", "", "", "", "", ""},
                             {"GZ-A04", "周九", "管理人员", "是", "", "", "2026-02-30", "", "99"}});
  const auto faults = told(done);
  const auto at = [&](int row, const std::string& key) { return std::count_if(faults.begin(), faults.end(), [&](const std::string& one) { return one.rfind(std::to_string(row) + " " + key + " ", 0) == 0; }); };
  EXPECT_EQ(at(2, "post"), 1);
  EXPECT_EQ(at(3, "full_time"), 1);
  EXPECT_EQ(at(4, "number"), 1) << "a certificate without a number";
  EXPECT_EQ(at(5, "projects"), 1);
  EXPECT_EQ(at(6, "place"), 1) << "not the own place";
  EXPECT_EQ(at(7, "place"), 1) << "no such place";
  EXPECT_EQ(at(8, "until"), 1);
  EXPECT_EQ(at(8, "years"), 1);
  EXPECT_EQ(faults.size(), 8u);
  EXPECT_FALSE(done.stored);
  EXPECT_EQ(count("condition_sheet"), 0);
}

TEST_P(ConditionTables, FiguresThatTheTableDoesNotNameStay) {
  EXPECT_TRUE(figures({{"GZ-A04", "理论教室面积", "112.5", "", ""}, {"GZ-A04", "租赁年限", "", "2023-01-01", "2027-12-31"}}).stored);
  EXPECT_TRUE(figures({{"GZ-A04", "理论教室面积", "98", "", ""}}).stored);
  const auto standing = db::look(database(), [](db::Transaction& t) { return *standing_of(t, "GZ-A04"); });
  const auto now = db::look(database(), [&](db::Transaction& t) { return *sheet(t, *standing.declared); });
  ASSERT_EQ(now.values.size(), 2u);
  EXPECT_EQ(now.values[0].condition, "lease_years");
  EXPECT_EQ(now.values[1].number, 9800);
}

TEST_P(ConditionTables, FiguresAreReadByTheirKind) {
  const auto faults = told(figures({{"GZ-A04", "理论教室面积", "112.555", "", ""},
                                    {"GZ-A04", "理论教室可同时培训", "六十", "", ""},
                                    {"GZ-A04", "消防验收或备案", "有", "", ""},
                                    {"GZ-A04", "租赁年限", "", "2023-01-01", ""},
                                    {"GZ-A04", "考试用计算机", "30", "", ""},
                                    {"GZ-A04", "专职管理人员", "3", "", ""}}));
  EXPECT_THAT(faults, ::testing::UnorderedElementsAre("2 number register.condition_area", "3 number register.condition_number", "4 number register.condition_number", "5 until register.date", "6 condition register.condition_unknown",
                                                      ::testing::StartsWith("7 condition tables.")))
      << "persons are not typed";
}

ANKAO_ON_ALL_STORES(ConditionTables);

} // namespace
} // namespace ankao::registry::tests
