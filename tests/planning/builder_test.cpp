// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "deadlines/files/holidays.hpp"
#include "draw/files/files.hpp"
#include "planning/files/law.hpp"
#include "planning/rules/builder.hpp"
#include "planning/rules/openings.hpp"
#include "registry/service/city.hpp"

namespace ankao::planning {
namespace {

using registry::OpeningRule;

Date day(const char* text) { return *parse_date(text); }
const Month k_february{2024, 2};

Workdays calendar() {
  Workdays days;
  days.working = [](Date date) -> std::optional<bool> {
    const auto kind = deadlines::shipped_calendar().kind(date);
    return kind.ok() ? std::optional(kind->is_working()) : std::nullopt;
  };
  return days;
}

registry::RoomRecord room_open(std::vector<OpeningRule> rules) {
  registry::RoomRecord room;
  room.id = "R1";
  room.capacity = 40;
  room.seats = {{"OP01", 40}};
  room.openings = std::move(rules);
  return room;
}

OpeningRule rule(std::vector<int> weekdays, bool on_rest_days = false) {
  return {day("2024-01-01"), day("2024-12-31"), std::move(weekdays), {"am"}, on_rest_days};
}

bool open_on(const registry::RoomRecord& room, const char* date) { return openings(room, k_february, calendar()).contains(day(date)); }

TEST(Openings, OfWeekdaysLeaveOutHolidaysAndWorkedSundays) {
  const auto room = room_open({rule({1, 2, 3, 4, 5})});
  EXPECT_TRUE(open_on(room, "2024-02-09"));
  EXPECT_FALSE(open_on(room, "2024-02-12")); // Monday of the Spring Festival
  EXPECT_FALSE(open_on(room, "2024-02-18")); // a worked Sunday is no Monday to Friday
  EXPECT_TRUE(open_on(room, "2024-02-19"));
}

TEST(Openings, OfSundaysTakeWorkedOnesOnly) {
  const auto room = room_open({rule({7})});
  EXPECT_TRUE(open_on(room, "2024-02-04"));
  EXPECT_TRUE(open_on(room, "2024-02-18"));
  EXPECT_FALSE(open_on(room, "2024-02-25"));
  EXPECT_FALSE(open_on(room, "2024-02-11"));
}

TEST(Openings, OnRestDaysWhenTheRuleSaysSo) {
  const auto room = room_open({rule({1, 7}, true)});
  EXPECT_TRUE(open_on(room, "2024-02-11"));
  EXPECT_TRUE(open_on(room, "2024-02-12"));
  EXPECT_TRUE(open_on(room, "2024-02-25"));
}

TEST(Openings, IncludeBothEndsOfTheRule) {
  auto narrow = rule({1, 2, 3, 4, 5});
  narrow.from = day("2024-02-20");
  narrow.to = day("2024-02-22");
  const auto room = room_open({narrow});
  EXPECT_FALSE(open_on(room, "2024-02-19"));
  EXPECT_TRUE(open_on(room, "2024-02-20"));
  EXPECT_TRUE(open_on(room, "2024-02-22"));
  EXPECT_FALSE(open_on(room, "2024-02-23"));
}

TEST(Openings, AreReplacedByAnException) {
  auto room = room_open({rule({1, 2, 3, 4, 5})});
  room.exceptions = {{day("2024-02-20"), {}}, {day("2024-02-21"), {"pm"}}, {day("2024-02-24"), {"am"}}, {day("2024-03-01"), {"am"}}};
  const auto open = openings(room, k_february, calendar());
  EXPECT_FALSE(open.contains(day("2024-02-20")));
  EXPECT_EQ(open.at(day("2024-02-21")), std::set<std::string>{"pm"});
  EXPECT_TRUE(open.contains(day("2024-02-24")));
  EXPECT_FALSE(open.contains(day("2024-03-01")));
}

InstitutionInput institution(const std::string& id, std::int64_t east = 0) {
  InstitutionInput one;
  one.record.id = id;
  one.record.name = id + "学院";
  one.place = {113'264'000 + east, 23'129'000};
  one.published = true;
  return one;
}

SiteInput site(const std::string& id, const std::string& owner, std::vector<std::string> subjects) {
  SiteInput one;
  one.record.id = id;
  one.record.name = id + "考试点";
  one.record.owner = owner;
  one.record.subjects = subjects;
  auto room = room_open({rule({1, 2, 3, 4, 5})});
  room.id = id + "-R1";
  room.seats.clear();
  for (const auto& subject : subjects) room.seats[subject] = 30;
  one.record.rooms = {room};
  one.place = {113'300'000, 23'129'000};
  one.published = true;
  return one;
}

Booking booking(const std::string& id, const std::string& institution, const std::string& subject) {
  Booking one;
  one.id = id;
  one.class_id = "C-" + id;
  one.institution = institution;
  one.subject = subject;
  one.month = k_february;
  one.started = day("2024-01-02");
  one.completed = day("2024-01-12");
  one.planned_completed = day("2024-01-12");
  one.candidates = 25;
  return one;
}

/// Two institutions, a site each for OP01; the first alone offers OP27; OP28 is on the city's list.
BuildInput small_city() {
  BuildInput input;
  input.city = "440100";
  input.month = k_february;
  input.as_of = day("2024-01-20");
  input.slots = {"am", "pm"};
  input.slot_order = {"am", "pm", "eve"};
  input.policy = shipped_law().policy;
  input.subject_names = {{"OP01", "低压电工作业"}};
  input.institutions = {institution("T1"), institution("T2", 50'000)};
  input.sites = {site("S1", "T1", {"OP01", "OP27", "OP28"}), site("S2", "T2", {"OP01"})};
  input.bookings = {booking("B-2", "T1", "OP01"), booking("B-1", "T2", "OP01")};
  input.exemptions = shipped_law().exemptions;
  input.calendar = calendar();
  return input;
}

TEST(Builder, GivesTheSameBytesWhateverTheOrderOfTheRecordsAndTheyReadBack) {
  const auto first = draw::write_instance(build(small_city()).instance);
  auto turned = small_city();
  std::swap(turned.bookings[0], turned.bookings[1]);
  std::swap(turned.sites[0], turned.sites[1]);
  std::swap(turned.institutions[0], turned.institutions[1]);
  EXPECT_EQ(draw::write_instance(build(turned).instance), first);
  const auto read = draw::read_instance(first);
  ASSERT_TRUE(read.ok()) << read.problem().id << " " << read.problem().at;
  EXPECT_EQ(read->canonical, first);
}

TEST(Builder, LeavesOutWhatIsNotCompletedOrNotInTheRegister) {
  auto input = small_city();
  input.bookings.push_back(booking("B-3", "T1", "OP01"));
  input.bookings.back().completed.reset();
  input.bookings.push_back(booking("B-4", "T1", "OP01"));
  input.bookings.back().completed = day("2024-01-21"); // the day after freezing
  input.bookings.push_back(booking("B-5", "T9", "OP01"));
  const auto built = build(input);
  EXPECT_EQ(built.instance.batches.size(), 2U);
  EXPECT_EQ(built.left_out,
            (std::vector<LeftOut>{{"B-3", "not_completed"}, {"B-4", "not_completed"}, {"B-5", "institution_not_published"}}));
}

TEST(Builder, RecordsTheBasisOfEveryWaiver) {
  auto input = small_city();
  input.institutions[0].record.school = registry::SchoolAuthority::HumanResources;
  input.bookings = {booking("B-1", "T1", "OP27"), booking("B-2", "T1", "OP28"), booking("B-3", "T1", "OP01"), booking("B-4", "T2", "OP01"),
                    booking("B-5", "T1", "OP01")};
  input.bookings[2].own_school = true;
  input.bookings[3].own_school = true; // T2's authority is unknown: not exempt (G-49)
  const auto built = build(input);
  EXPECT_EQ(built.waived, (std::map<std::string, WaiverBasis>{
                              {"B-1", WaiverBasis::NoOtherSite}, {"B-2", WaiverBasis::Exempt}, {"B-3", WaiverBasis::OwnSchool}}));
  EXPECT_EQ(built.own_school_unproven, std::vector<std::string>{"B-4"});
  for (const auto& waiver : built.waivers) EXPECT_EQ(waiver.needs_approval, waiver.basis == WaiverBasis::NoOtherSite) << waiver.subject;
}

TEST(Builder, ForgetsAnExemptionThatIsNotInForce) {
  auto input = small_city();
  input.bookings = {booking("B-1", "T1", "OP28")};
  for (auto& one : input.exemptions)
    if (one.basis == WaiverBasis::Exempt) one.to = day("2024-01-31");
  EXPECT_EQ(build(input).waived.at("B-1"), WaiverBasis::NoOtherSite);
  for (auto& one : input.exemptions)
    if (one.basis == WaiverBasis::Exempt) one.to = day("2024-02-01");
  EXPECT_EQ(build(input).waived.at("B-1"), WaiverBasis::Exempt);
}

TEST(Builder, CarriesSuspensionsThatTouchTheMonthBothEndsIncluded) {
  auto input = small_city();
  input.suspensions = {{"1", "site:S1", day("2024-01-10"), day("2024-02-01"), "P-3.2", ""},
                       {"2", "site:S1", day("2024-02-29"), day("2024-03-05"), "P-3.2", ""},
                       {"3", "site:S1", day("2024-01-01"), day("2024-01-31"), "P-3.2", ""},
                       {"4", "site:S1", day("2024-03-01"), day("2024-03-31"), "P-3.2", ""},
                       {"5", "institution:T2", day("2024-02-10"), day("2024-02-12"), "C-1a", ""}};
  const auto instance = build(input).instance;
  ASSERT_EQ(instance.sites[0].suspended.size(), 2U);
  EXPECT_EQ(to_string(instance.sites[0].suspended[0].to), "2024-02-01");
  EXPECT_EQ(to_string(instance.sites[0].suspended[1].from), "2024-02-29");
  ASSERT_EQ(instance.institutions[1].suspended.size(), 1U);
  EXPECT_TRUE(instance.sites[1].suspended.empty());
}

TEST(Builder, GivesTheoryOnlySitesTheoryOnly) {
  auto input = small_city();
  input.sites[1].record.kind = registry::SiteKind::Theory;
  input.sites[1].record.subjects.push_back("theory");
  input.sites[1].record.rooms[0].seats["theory"] = 60;
  const auto instance = build(input).instance;
  ASSERT_EQ(instance.sites[1].rooms.size(), 1U);
  const auto& room = instance.rooms[static_cast<std::size_t>(instance.sites[1].rooms[0])];
  ASSERT_EQ(room.seats.size(), 1U);
  EXPECT_EQ(instance.subjects[static_cast<std::size_t>(room.seats.begin()->first)].id, "theory");
}

TEST(Builder, KeepsADeregisteredSiteOfTheHistoryAsAName) {
  auto input = small_city();
  input.sites[1].published = false;
  EXPECT_EQ(build(input).instance.sites.size(), 1U);
  input.visits = {{"T1", "S2", "OP01", day("2024-01-15"), "am", false}};
  const auto instance = build(input).instance;
  ASSERT_EQ(instance.sites.size(), 2U);
  EXPECT_TRUE(instance.sites[1].rooms.empty());
  EXPECT_EQ(instance.visits.size(), 1U);
}

TEST(Builder, TakesTheYearsVisitsAndOnlyTheLatestGroupOfTheYearsBefore) {
  auto input = small_city();
  input.visits = {{"T1", "S2", "OP01", day("2023-11-01"), "am", false},  {"T1", "S2", "OP01", day("2023-12-20"), "am", false},
                  {"T1", "S1", "OP01", day("2023-12-20"), "pm", false},  {"T1", "S2", "OP01", day("2023-12-28"), "am", true},
                  {"T1", "S2", "OP01", day("2024-01-05"), "eve", false}, {"T1", "S2", "OP01", day("2024-02-01"), "am", false}};
  const auto instance = build(input).instance;
  ASSERT_EQ(instance.visits.size(), 2U);
  EXPECT_EQ(to_string(instance.visits[0].date), "2023-12-20");
  EXPECT_EQ(instance.calendar.slots, (std::vector<std::string>{"am", "pm", "eve"}));
  EXPECT_EQ(instance.visits[0].slot, 1); // the later one of that day
}

TEST(Builder, ARoomOpensInSlotsThatTheCalendarOfAMonthKnowsByTheSameNames) {
  std::vector<std::string> slots;
  for (const auto& slot : registry::City::shipped().slots) slots.push_back(slot.id);
  EXPECT_EQ(slots, shipped_law().slot_order);
}

} // namespace
} // namespace ankao::planning
