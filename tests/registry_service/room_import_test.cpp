// SPDX-License-Identifier: Apache-2.0
// Rooms, seats, openings and places from a workbook: every fault with its row and cell, or everything stored.
#include "registry/service/room_import.hpp"
#include "registry_service/support/story.hpp"
#include "tables/read.hpp"
#include "tables/write.hpp"

namespace ankao::registry::tests {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;
using Rows = std::vector<std::vector<std::string>>;

tables::OutSheet sheet(const std::string& name, const std::vector<std::string>& headings, const Rows& rows) {
  tables::OutSheet made{name, {}, rows};
  for (const std::string& heading : headings) made.columns.push_back({heading});
  return made;
}
tables::OutSheet rooms(const Rows& rows) { return sheet("考场", {"考试点编号", "考场编号", "考场名称", "使用方式", "容量"}, rows); }
tables::OutSheet seats(const Rows& rows) { return sheet("科目座位", {"考场编号", "科目", "座位数"}, rows); }
tables::OutSheet openings(const Rows& rows) {
  return sheet("开放时间", {"考场编号", "开始日期", "结束日期", "星期", "时段", "休息日开放"}, rows);
}
tables::OutSheet exceptions(const Rows& rows) { return sheet("例外日期", {"考场编号", "日期", "时段"}, rows); }

class RoomImport : public Story {
protected:
  Result<RoomImportOutcome> import(const std::vector<tables::OutSheet>& sheets, DryRun dry_run = DryRun::No,
                                   const ledger::Actor& actor = chen()) {
    return import_rooms(database(), act(actor, "2024-02-20"), must(tables::write_xlsx(sheets)), "录入考场", dry_run);
  }
  std::vector<std::string> faults(const std::vector<tables::OutSheet>& sheets, const ledger::Actor& actor = chen()) {
    const auto refused = import(sheets, DryRun::No, actor);
    std::vector<std::string> all;
    if (!refused.ok())
      for (const Problem& part : refused.problem().parts) all.push_back(part.at + ": " + part.id);
    return all;
  }
  const Rows one_room{{"GZ-A04-S1", "R1", "一号考场", "专用", "40"}};
};

TEST_P(RoomImport, AWorkbookBringsRoomsSeatsAndOpenings) {
  const auto outcome = must(import({rooms(one_room), seats({{"GZ-A04-S1-R1", "低压电工作业", "40"}, {"GZ-A04-S1-R1", "理论", "30"}}),
                                    openings({{"GZ-A04-S1-R1", "2024-03-01", "2024-06-30", "周一至周五", "上午、下午", ""}}),
                                    exceptions({{"GZ-A04-S1-R1", "2024-03-05", ""}, {"GZ-A04-S1-R1", "2024-03-06", "晚上"}, {"GZ-A04-S1-R1", "2024-03-07", "Evening"}})}));
  EXPECT_EQ(outcome.rows, 7);
  EXPECT_EQ(outcome.rooms_added, 1);
  const RoomRecord room = site("GZ-A04-S1", "2024-02-20").record.rooms.at(0);
  EXPECT_EQ(room.seats, (std::map<std::string, int>{{"OP01", 40}, {"theory", 30}}));
  EXPECT_THAT(room.openings.at(0).weekdays, ElementsAre(1, 2, 3, 4, 5));
  EXPECT_THAT(room.openings.at(0).slots, ElementsAre("am", "pm"));
  EXPECT_THAT(room.exceptions.at(0).slots, SizeIs(0));
  EXPECT_THAT(room.exceptions.at(1).slots, ElementsAre("eve")); // the name that the calendar of a month has
  EXPECT_THAT(room.exceptions.at(2).slots, ElementsAre("eve"));
  EXPECT_EQ(events_of("site:GZ-A04-S1").back().event.action, "room.import");
}

TEST_P(RoomImport, EveryFaultIsToldWithSheetRowAndColumnAndNothingIsStored) {
  EXPECT_THAT(faults({rooms({{"GZ-A04-S1", "R1", "一号考场", "专用", "40"},
                             {"GZ-A04-S1", "R1", "又一号", "专用", "40"},
                             {"GZ-A99-S1", "R1", "无此点", "专用", "40"},
                             {"GZ-A05-S1", "R1", "五号", "随便", "四十"}}),
                      seats({{"GZ-A04-S1-R1", "OP01", "41"},
                             {"GZ-A04-S1-R1", "OP77", "4"},
                             {"GZ-A04-S1-R9", "OP01", "4"},
                             {"GZ-A04-S1-R1", "OP28", "4"}}),
                      openings({{"GZ-A04-S1-R1", "2024-02-30", "2024-06-30", "8", "深夜", "也许"}})}),
              UnorderedElementsAre("考场 第 3 行 · 考场编号: register.doubled", "考场 第 4 行 · 考试点编号: register.entry_unknown",
                                   "考场 第 5 行 · 使用方式: register.not_choice", "考场 第 5 行 · 容量: register.not_number",
                                   "科目座位 第 2 行 · 座位数: register.seats", "科目座位 第 3 行 · 科目: register.subject_unknown",
                                   "科目座位 第 4 行 · 考场编号: register.room_unknown",
                                   "科目座位 第 5 行 · 座位数: register.subject_not_permitted",
                                   "开放时间 第 2 行 · 开始日期: register.date", "开放时间 第 2 行 · 星期: register.not_choice",
                                   "开放时间 第 2 行 · 时段: register.not_choice", "开放时间 第 2 行 · 休息日开放: register.not_choice"));
  EXPECT_EQ(head_of_site("GZ-A04-S1"), 1);
}

TEST_P(RoomImport, ADryRunStoresNothing) {
  EXPECT_EQ(must(import({rooms(one_room)}, DryRun::Yes)).rooms_added, 1);
  EXPECT_EQ(head_of_site("GZ-A04-S1"), 1);
}

TEST_P(RoomImport, AnInstitutionReachesOnlyItsOwnRows) {
  EXPECT_THAT(faults({rooms({{"GZ-A02-S1", "R1", "别人的", "专用", "40"}})}, liang()),
              ElementsAre("考场 第 2 行 · 考试点编号: register.out_of_scope"));
  EXPECT_THAT(faults({rooms(one_room)}, liang()), SizeIs(0));
}

TEST_P(RoomImport, PlacesSchoolsAndCreditCodesAreChecked) {
  const auto institutions = [](const Rows& rows) {
    return sheet("机构", {"机构编号", "学校主管部门", "统一社会信用代码", "经度", "纬度"}, rows);
  };
  EXPECT_THAT(faults({institutions({{"GZ-A04", "大学", "", "", ""},
                                    {"GZ-A05", "", "123", "", ""},
                                    {"GZ-A06", "", "", "23.1", "113.2"},
                                    {"GZ-A07", "", "", "113.2", ""}})}),
              UnorderedElementsAre("机构 第 2 行 · 学校主管部门: register.not_choice",
                                   "机构 第 3 行 · 统一社会信用代码: number.credit_length", "机构 第 4 行 · 经度: register.place_outside",
                                   "机构 第 5 行 · 纬度: register.not_degrees"));
  must(import({institutions({{"GZ-A04", "人社", "", "113.26438499999", "23.15"}})}));
  const auto record = institution("GZ-A04", "2024-02-20").record;
  EXPECT_EQ(record.school, SchoolAuthority::HumanResources);
  EXPECT_EQ(record.place->longitude_e6, 113'264'385);
}

TEST_P(RoomImport, TheTemplateImportsBackWithoutAnyChange) {
  must(import({rooms(one_room), seats({{"GZ-A04-S1-R1", "OP01", "40"}}),
               openings({{"GZ-A04-S1-R1", "2024-03-01", "2024-06-30", "1,3", "am", "是"}})}));
  const auto bytes = must(room_template(database(), chen(), day("2024-02-20")));
  const auto outcome = must(import_rooms(database(), act(chen(), "2024-02-21"), bytes, "原样导回", DryRun::No));
  EXPECT_EQ(outcome.sites_changed + outcome.institutions_changed, 0);
  EXPECT_GT(outcome.rows, 100);
}

TEST_P(RoomImport, ATextFileInGb18030IsKnownByItsHeadings) {
  const auto bytes = must(tables::write_text(rooms(one_room), {',', tables::TextEncoding::Gb18030, tables::FormulaGuard::Exact}));
  must(import_rooms(database(), act(chen(), "2024-02-20"), bytes, "录入考场", DryRun::No));
  EXPECT_EQ(site("GZ-A04-S1", "2024-02-20").record.rooms.at(0).name, "一号考场");
}

TEST_P(RoomImport, StrangeHeadingsAndFilesAreRefusedWithAMessage) {
  EXPECT_THAT(faults({sheet("表一", {"甲", "乙"}, {{"1", "2"}})}), ElementsAre("表一 第 1 行: register.template_headings"));
  EXPECT_THAT(faults({sheet("考场", {"考试点编号", "考场编号", "考场名称", "使用方式", "备注"}, {})}),
              UnorderedElementsAre("考场 第 1 行 · 备注: register.template_heading_unknown",
                                   "考场 第 1 行 · 容量: register.template_heading_missing"));
  EXPECT_FALSE(import_rooms(database(), act(chen(), "2024-02-20"), std::string("\x89PNG\r\n\x1a\n\0\0", 10), "录入", DryRun::No).ok());
  EXPECT_FALSE(
      import_rooms(database(), act(chen(), "2024-02-20"), must(tables::write_xlsx({rooms(one_room)})).substr(0, 900), "录入", DryRun::No)
          .ok());
  EXPECT_EQ(head_of_site("GZ-A04-S1"), 1);
}

ANKAO_ON_ALL_STORES(RoomImport);

} // namespace
} // namespace ankao::registry::tests
