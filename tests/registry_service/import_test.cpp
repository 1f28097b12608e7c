// SPDX-License-Identifier: Apache-2.0
// Annex 6 enters the register once, with all its facts, and only changes what its print changed.
#include "registry/files/import.hpp"
#include "registry/service/checks.hpp"
#include "registry/service/institutions.hpp"
#include "db/use_case.hpp"
#include "registry_service/support/story.hpp"

namespace ankao::registry::tests {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

InstitutionChanges to(std::optional<SchoolAuthority> school, std::optional<std::string> district = {}) {
  InstitutionChanges changes;
  changes.school = school;
  changes.district = std::move(district);
  return changes;
}

class Import : public Story {
protected:
  ImportSource source_of(std::vector<PrintedTable> tables) {
    return {"名录.xlsx", std::string(64, '0'), std::move(tables), {}, "重新导入", "P-1.2b"};
  }
};

TEST_P(Import, TheShippedAnnexGivesTheFactsOfA6) {
  const Snapshot all = look(database(), [&](db::Transaction& transaction) { return snapshot(transaction, day("2024-01-05")); });
  EXPECT_THAT(all.institutions, SizeIs(62));
  EXPECT_THAT(all.sites, SizeIs(38));
  EXPECT_EQ(std::count_if(all.sites.begin(), all.sites.end(), [](const SiteEntry& entry) { return entry.record.kind == SiteKind::Theory; }),
            2);
  const auto missing = look(database(), [&](db::Transaction& transaction) { return missing_rows(transaction); });
  EXPECT_THAT(missing, ElementsAre("a20", "a21", "a22", "a23", "a24", "a25", "a26", "a27"));
  EXPECT_EQ(count("registry_printed_row"), 74);
}

TEST_P(Import, EntriesStandPublishedSinceTheDayOfTheNoticeAndNotBefore) {
  const Snapshot before = look(database(), [&](db::Transaction& transaction) { return snapshot(transaction, day("2023-11-03")); });
  EXPECT_THAT(before.institutions, SizeIs(0));
  const auto entry = institution("GZ-A15", "2023-11-04");
  EXPECT_EQ(entry.standing, Standing::Published);
  EXPECT_EQ(entry.since, day("2023-11-04"));
  const auto events = events_of("institution:GZ-A15");
  ASSERT_THAT(events, SizeIs(1));
  EXPECT_EQ(events[0].event.actor.name, "import");
  EXPECT_EQ(events[0].event.before, "");
  EXPECT_NE(events[0].event.reason.find("2023年11月4日"), std::string::npos);
}

TEST_P(Import, EveryImportedRecordCouldBeEnteredByHand) {
  const Snapshot all = look(database(), [&](db::Transaction& transaction) { return snapshot(transaction, day("2024-01-05")); });
  for (const InstitutionEntry& entry : all.institutions)
    for (const Problem& fault : faults_of(entry.record, City::shipped()))
      ADD_FAILURE() << entry.record.id << " " << fault.id << " at " << fault.at;
  for (const SiteEntry& entry : all.sites)
    for (const Problem& fault : faults_of(entry.record, City::shipped()))
      ADD_FAILURE() << entry.record.id << " " << fault.id << " at " << fault.at;
}

TEST_P(Import, ASecondImportChangesNothing) {
  const auto versions = count("register_version");
  const auto outcome = must(import_annex6(database(), at("2024-02-01")));
  EXPECT_EQ(outcome.added + outcome.changed, 0);
  EXPECT_EQ(outcome.unchanged, 100);
  EXPECT_EQ(count("register_version"), versions);
}

TEST_P(Import, ADryRunSaysWhatWouldHappenAndStoresNothing) {
  auto tables = shipped_tables();
  tables[0].rows[4].cells[static_cast<std::size_t>(Column::Contact)] = "黎新";
  const auto outcome = must(store_import(database(), act(chen(), "2024-02-01"), source_of(tables), DryRun::Yes));
  EXPECT_EQ(outcome.changed, 1);
  EXPECT_FALSE(outcome.stored);
  EXPECT_EQ(count("registry_import"), 1);
  EXPECT_EQ(institution("GZ-A05", "2024-02-01").version, 1);
}

TEST_P(Import, AChangedPrintChangesItsFieldAndLeavesWhatPeopleEntered) {
  must(edit_institution(database(), act(chen(), "2024-01-10"), {"GZ-A05", 1, "现场核实"}, to(SchoolAuthority::Education)));
  auto tables = shipped_tables();
  tables[0].rows[4].cells[static_cast<std::size_t>(Column::Telephone)] = "020-11112222";
  const auto outcome = must(store_import(database(), act(chen(), "2024-02-01"), source_of(tables), DryRun::No));
  EXPECT_EQ(outcome.changed, 1);
  const auto record = institution("GZ-A05", "2024-02-01").record;
  EXPECT_THAT(record.telephones, ElementsAre("020-11112222"));
  EXPECT_EQ(record.school, SchoolAuthority::Education);
  EXPECT_THAT(institution("GZ-A05", "2024-01-31").record.telephones, ElementsAre("020-32446338"));
}

TEST_P(Import, ALinkThatTheNewPrintPartsGivesTheLaterRowAnEntryOfItsOwn) {
  auto tables = shipped_tables();
  tables[0].rows[3].cells[static_cast<std::size_t>(Column::Contact)] =
      "黎新"; // a4 was linked with b20 by contact, address and telephone
  const auto outcome = must(store_import(database(), act(chen(), "2024-02-01"), source_of(tables), DryRun::No));
  EXPECT_EQ(outcome.added, 1);
  EXPECT_THAT(institution("GZ-A04", "2024-02-01").record.contacts, ElementsAre("黎新"));
  EXPECT_EQ(institution("GZ-B20", "2024-02-01").record.name, "广州东方职业技术培训中心");
}

TEST_P(Import, AMissingRowCanComeLaterAndNothingElseIsTouched) {
  PrintedTable table{Table::SpecialOperations, {}, {}, {}};
  PrintedRow row;
  row.cells = {"20",          "广州市某某职业培训学校(+考试点)", "番禺区", "广州市番禺区市桥街1号", "特种作业【低压电工作业】", "王明",
               "020-84800000"};
  table.rows.push_back(row);
  const auto outcome = must(store_import(database(), act(chen(), "2024-02-01"), source_of({table}), DryRun::No));
  EXPECT_EQ(outcome.added, 2);
  EXPECT_EQ(outcome.changed, 0);
  EXPECT_EQ(institution("GZ-A20", "2024-02-01").record.name, "广州市某某职业培训学校");
  const auto missing = look(database(), [&](db::Transaction& transaction) { return missing_rows(transaction); });
  EXPECT_THAT(missing, SizeIs(7));
}

TEST_P(Import, ThePrintedCellsComeBackByteForByte) {
  const auto stored = look(database(), [&](db::Transaction& transaction) { return printed_tables(transaction); });
  ASSERT_THAT(stored, SizeIs(2));
  for (std::size_t t = 0; t < 2; ++t) {
    ASSERT_EQ(stored[t].rows.size(), shipped_tables()[t].rows.size());
    for (std::size_t i = 0; i < stored[t].rows.size(); ++i) EXPECT_EQ(stored[t].rows[i].cells, shipped_tables()[t].rows[i].cells);
  }
}

TEST_P(Import, OnlyTheCityImports) {
  EXPECT_EQ(refusal(store_import(database(), act(liang(), "2024-02-01"), source_of(shipped_tables()), DryRun::No)), "register.city_only");
}

ANKAO_ON_ALL_STORES(Import);

} // namespace
} // namespace ankao::registry::tests
