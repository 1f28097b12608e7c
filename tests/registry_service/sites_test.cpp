// SPDX-License-Identifier: Apache-2.0
// Exam sites, rooms and suspensions.
#include <chrono>

#include "db/use_case.hpp"
#include "registry_service/support/story.hpp"

namespace ankao::registry::tests {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

class Sites : public Story {
protected:
  SiteDraft draft(const std::string& owner, const std::string& effective) {
    SiteDraft made;
    made.record.name = "新考试点";
    made.record.owner = owner;
    made.record.district = "440111";
    made.record.address = {"广州市白云区新路1号", "440111", true};
    made.record.subjects = {"OP01", "theory"};
    made.effective = day(effective);
    made.reason = "市局决定";
    return made;
  }
  RoomDraft room(int capacity, std::map<std::string, int> seats) {
    return {
        "R1",     "一号考场",       true,
        capacity, std::move(seats), std::vector<OpeningRule>{{day("2024-03-01"), day("2024-06-30"), {1, 2, 3, 4, 5}, {"am", "pm"}, false}},
        {}};
  }
};

TEST_P(Sites, ANewSiteAtAnInstitutionNeedsAReasonFromTheDayOfTheProvincialNotice) {
  const auto on = [&](const std::string& effective, const std::string& name) {
    SiteDraft made = draft("GZ-A08", effective);
    made.record.name = name;
    return register_site(database(), {chen(), at("2023-08-01")}, made);
  };
  // The owner stands since 2023-11-04; the rule itself is on the effective day of the site.
  EXPECT_TRUE(on("2023-08-09", "甲").ok());
  const auto refused = on("2023-08-10", "乙");
  EXPECT_EQ(refusal(refused), "register.override_needed");
  EXPECT_EQ(refused.problem().details.at(1), (Detail{"clause", "P-2.2b"}));
}

TEST_P(Sites, WithAReasonItIsRegisteredUnderItsClause) {
  SiteDraft made = draft("GZ-A08", "2024-03-01");
  made.record.override_reason = "该科目全市仅有两个考试点，经市局党组会议同意";
  const auto version = must(register_site(database(), act(chen(), "2024-02-20"), made));
  EXPECT_EQ(version.clause, "P-2.2b");
  EXPECT_EQ(site("GZ-A08-S1", "2024-03-01").record.override_reason, made.record.override_reason);
  EXPECT_THROW(site("GZ-A08-S1", "2024-02-29"), std::runtime_error);
  EXPECT_EQ(events_of("site:GZ-A08-S1").at(0).event.action, "site.register");
}

TEST_P(Sites, APublicBaseWithoutOwnerIsWelcome) {
  SiteDraft made = draft("", "2024-03-01");
  made.record.public_base = true;
  EXPECT_EQ(must(register_site(database(), act(chen(), "2024-02-20"), made)).record.at("id"), "GZ-P01");
  made.record.owner = "GZ-A08";
  EXPECT_EQ(refusal(register_site(database(), act(chen(), "2024-02-20"), made)), "register.invalid");
}

TEST_P(Sites, OnlyTheCityRegistersAndDeregisters) {
  EXPECT_EQ(refusal(register_site(database(), act(liang(), "2024-02-20"), draft("", "2024-03-01"))), "register.city_only");
  EXPECT_EQ(refusal(deregister_site(database(), act(he_of_baiyun(), "2024-02-20"), {"GZ-A01-S1", 1, "撤销"}, {})), "register.city_only");
  must(deregister_site(database(), act(chen(), "2024-02-20"), {"GZ-A01-S1", 1, "撤销"}, day("2024-03-01")));
  EXPECT_EQ(site("GZ-A01-S1", "2024-02-29").standing, Standing::Published);
  EXPECT_EQ(site("GZ-A01-S1", "2024-03-01").standing, Standing::Deregistered);
}

TEST_P(Sites, ARoomIsEnteredChangedAndRemovedWithAnEventEach) {
  must(put_room(database(), act(liang(), "2024-02-20"), {"GZ-A04-S1", 1, "录入考场"}, room(40, {{"OP01", 40}, {"theory", 30}})));
  EXPECT_EQ(site("GZ-A04-S1", "2024-02-20").record.rooms.at(0).id, "GZ-A04-S1-R1");
  must(put_room(database(), act(liang(), "2024-02-21"), {"GZ-A04-S1", 2, "减少座位"}, room(40, {{"OP01", 20}})));
  EXPECT_EQ(site("GZ-A04-S1", "2024-02-20").record.rooms.at(0).seats.at("OP01"), 40);
  EXPECT_EQ(site("GZ-A04-S1", "2024-02-21").record.rooms.at(0).seats.at("OP01"), 20);
  must(remove_room(database(), act(liang(), "2024-02-22"), {"GZ-A04-S1", 3, "考场停用"}, "R1"));
  EXPECT_THAT(site("GZ-A04-S1", "2024-02-22").record.rooms, SizeIs(0));
  EXPECT_THAT(events_of("site:GZ-A04-S1"), SizeIs(4));
}

TEST_P(Sites, SeatsStayWithinTheRoomAndWithinWhatTheSiteMayExamine) {
  const auto parts = [&](const RoomDraft& made) {
    const auto refused = put_room(database(), act(liang(), "2024-02-20"), {"GZ-A04-S1", 1, "录入考场"}, made);
    std::vector<std::string> ids;
    if (!refused.ok())
      for (const Problem& part : refused.problem().parts) ids.push_back(part.id + " " + part.at);
    return ids;
  };
  EXPECT_THAT(parts(room(40, {{"OP01", 41}})), ElementsAre("register.seats /seats/OP01"));
  EXPECT_THAT(parts(room(40, {{"OP01", 0}})), ElementsAre("register.seats /seats/OP01"));
  EXPECT_THAT(parts(room(40, {{"OP28", 10}})), ElementsAre("register.subject_not_permitted /seats/OP28"));
  EXPECT_THAT(parts(room(0, {})), ElementsAre("register.capacity /capacity"));
  EXPECT_THAT(parts(room(2001, {})), ElementsAre("register.capacity /capacity"));
  EXPECT_THAT(parts(room(2000, {{"OP01", 2000}})), SizeIs(0));
}

TEST_P(Sites, ATheoryOnlySiteGetsNoPracticalSubject) {
  SiteChanges changes;
  changes.subjects = std::vector<std::string>{"theory", "OP01"};
  const auto refused = edit_site(database(), act(chen(), "2024-02-20"), {"GZ-A33-S1", 1, "核实"}, changes);
  ASSERT_EQ(refusal(refused), "register.invalid");
  EXPECT_EQ(refused.problem().parts.at(0).id, "register.theory_site");
  changes.kind = SiteKind::Both;
  EXPECT_TRUE(edit_site(database(), act(chen(), "2024-02-20"), {"GZ-A33-S1", 1, "核实"}, changes).ok());
}

TEST_P(Sites, AnotherInstitutionsSiteIsOutOfReach) {
  EXPECT_EQ(refusal(put_room(database(), act(fang(), "2024-02-20"), {"GZ-A04-S1", 1, "录入"}, room(10, {}))), "register.out_of_scope");
  EXPECT_EQ(refusal(put_room(database(), act(he_of_baiyun(), "2024-02-20"), {"GZ-A04-S1", 1, "录入"}, room(10, {}))),
            "register.out_of_scope");
  const ledger::Actor site_staff{"luo", "罗", "exam_site", "site:GZ-A04-S1"};
  EXPECT_TRUE(put_room(database(), act(site_staff, "2024-02-20"), {"GZ-A04-S1", 1, "录入"}, room(10, {})).ok());
}

TEST_P(Sites, APlaceIsInTheCityOrTheDistrictsCentreMarked) {
  EXPECT_EQ(place_of({}, "440111").source, PlaceSource::DistrictCentre);
  SiteChanges changes;
  changes.place = Place{23'157'367, 113'273'238, PlaceSource::Entered}; // longitude and latitude swapped
  EXPECT_EQ(edit_site(database(), act(chen(), "2024-02-20"), {"GZ-A04-S1", 1, "录入坐标"}, changes).problem().parts.at(0).id,
            "register.place_outside");
  changes.place = Place{113'273'238, 23'157'367, PlaceSource::Entered};
  must(edit_site(database(), act(chen(), "2024-02-20"), {"GZ-A04-S1", 1, "录入坐标"}, changes));
  EXPECT_EQ(place_of(site("GZ-A04-S1", "2024-02-20").record.place, "440111").source, PlaceSource::Entered);
}

TEST_P(Sites, AStaleVersionIsRefusedAndNothingIsLost) {
  must(put_room(database(), act(liang(), "2024-02-20"), {"GZ-A04-S1", 1, "录入考场"}, room(40, {})));
  EXPECT_EQ(refusal(put_room(database(), act(chen(), "2024-02-20"), {"GZ-A04-S1", 1, "录入考场"}, room(10, {}))), "register.version_stale");
  EXPECT_EQ(site("GZ-A04-S1", "2024-02-20").record.rooms.at(0).capacity, 40);
}

TEST_P(Sites, ASuspensionIsRecordedByTheCityAndReadByThoseConcerned) {
  const Suspension wanted{"", "site:GZ-A04-S1", day("2024-03-01"), day("2024-05-31"), "P-3.2.1", "出借考试点"};
  EXPECT_EQ(refusal(record_suspension(database(), act(he_of_baiyun(), "2024-02-20"), wanted)), "register.city_only");
  const auto recorded = must(record_suspension(database(), act(chen(), "2024-02-20"), wanted));
  EXPECT_EQ(refusal(record_suspension(database(), act(chen(), "2024-02-20"), wanted)), "register.suspension_doubled");
  EXPECT_EQ(events_of("site:GZ-A04-S1").back().event.action, "suspension.record");
  EXPECT_EQ(recorded.suspension.id, "SP-00001");
  SuspensionFilter filter;
  filter.order = "s.id";
  EXPECT_EQ(list_suspensions(database(), chen(), filter).total, 1);
  EXPECT_EQ(list_suspensions(database(), liang(), filter).total, 1);
  EXPECT_EQ(list_suspensions(database(), he_of_baiyun(), filter).total, 1);
  EXPECT_EQ(list_suspensions(database(), fang(), filter).total, 0);
  filter.on = day("2024-05-31");
  EXPECT_EQ(list_suspensions(database(), chen(), filter).total, 1);
  filter.on = day("2024-06-01");
  EXPECT_EQ(list_suspensions(database(), chen(), filter).total, 0);
}

TEST_P(Sites, ASuspensionNamesAClauseASubjectAndDaysInOrder) {
  const auto refused =
      record_suspension(database(), act(chen(), "2024-02-20"), {"", "GZ-A04", day("2024-03-02"), day("2024-03-01"), "Q-1", "原因"});
  ASSERT_EQ(refusal(refused), "register.invalid");
  EXPECT_THAT(refused.problem().parts, SizeIs(3));
}

TEST_P(Sites, ListsFilterSortAndCount) {
  const auto total = [&](const SiteFilter& filter) {
    return look(database(), [&](db::Transaction& t) { return find_sites(t, filter).total; });
  };
  SiteFilter filter;
  filter.day = day("2024-01-05");
  filter.order = "v.id";
  EXPECT_EQ(total(filter), 38);
  filter.kind = SiteKind::Theory;
  EXPECT_EQ(total(filter), 2);
  filter.kind.reset();
  filter.project = "theory";
  EXPECT_EQ(total(filter), 38);
  filter.project = "OP28";
  EXPECT_EQ(total(filter), 2);
  filter.project.clear();
  filter.owner = "GZ-A15";
  EXPECT_EQ(total(filter), 2);
  filter.owner.clear();
  filter.q = "机电";
  EXPECT_GE(total(filter), 2);
}

TEST_P(Sites, AtTenTimesTheRowsAPageIsStillOneQuickStatement) {
  database().write([](db::Transaction& t) {
    const std::string rest = "version, step, standing, since, effective_date, until_date, recorded_at, account, person, role, reason, "
                             "clause, event, record, sm3, name, district";
    for (const char* copy : {"-X1", "-X2", "-X3", "-X4", "-X5", "-X6", "-X7", "-X8", "-X9"}) {
      t.execute("INSERT INTO register_version (kind, id, owner, " + rest +
                    ", seats, projects, search) SELECT kind, id || $1, owner || $1, " + rest +
                    ", seats, projects, search FROM register_version WHERE id NOT LIKE '%X%'",
                {copy});
      t.execute(
          "INSERT INTO register_key (kind, key, id, version) SELECT kind, key, id || $1, version FROM register_key WHERE id NOT LIKE '%X%'",
          {copy});
    }
    refresh_statistics(t); // as an import does
  });
  InstitutionFilter filter;
  filter.day = day("2024-01-05");
  filter.order = "sites DESC, v.id";
  filter.district = "440111";
  filter.role = InstitutionRole::WithSite;
  filter.q = "广州";
  const auto begun = std::chrono::steady_clock::now();
  std::int64_t total = 0;
  for (int i = 0; i < 20; ++i) total = look(database(), [&](db::Transaction& t) { return find_institutions(t, filter).total; });
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun).count() / 20;
  RecordProperty("microseconds_per_page", static_cast<int>(took));
  EXPECT_GE(total, 70);
  EXPECT_EQ(total % 10, 0);
  EXPECT_LT(took, 200'000) << "a page takes a few milliseconds on any machine";
}

ANKAO_ON_ALL_STORES(Sites);

} // namespace
} // namespace ankao::registry::tests
