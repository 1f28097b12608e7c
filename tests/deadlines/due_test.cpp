// SPDX-License-Identifier: Apache-2.0
// When each kind of deadline ends: just inside, just outside.
#include "deadlines/rules/due.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "deadlines/files/holidays.hpp"
#include "deadlines/files/register.hpp"
#include "deadlines/rules/schedule.hpp"
#include "law/law.hpp"
#include "problems/catalogue.hpp"

namespace ankao::deadlines {
namespace {

Date d(const char* text) { return *parse_date(text); }
const Deadline& rule(const char* id) { return *shipped_register().find(id); }
std::string last(const char* id, const char* from, std::optional<Date> until = {}) {
  const auto found = due(rule(id), {d(from), {}, until}, shipped_calendar());
  return !found ? found.problem().id : !*found ? "never" : to_string((*found)->day);
}

TEST(Register, everything_of_the_index_stands_with_a_quoted_clause) {
  EXPECT_EQ(shipped_register().deadlines.size(), 40u);
  for (const Deadline& one : shipped_register().deadlines) {
    EXPECT_TRUE(law::shipped().clauses.contains(one.clause)) << one.id << " cites " << one.clause;
    EXPECT_TRUE(law::shipped().clauses.contains(one.missed_clause)) << one.id;
  }
}

TEST(Due, three_working_days_after_the_class_opens_jump_over_national_day) {
  EXPECT_EQ(last("exam_booking", "2024-09-24"), "2024-09-27");
  EXPECT_EQ(last("exam_booking", "2024-09-27"), "2024-10-08"); // Sunday the 29th is worked, 1-7 rest
  EXPECT_EQ(last("exam_booking", "2031-05-06"), "deadlines.year_without_data");
}

TEST(Due, the_last_day_counts_until_midnight) {
  const auto end = *due(rule("exam_booking"), {d("2024-09-24")}, shipped_calendar());
  EXPECT_EQ(to_string(Instant{end->at.ms - 1}), "2024-09-27T23:59:59.999+08:00");
  EXPECT_EQ(to_string(end->at), "2024-09-28T00:00:00.000+08:00");
  Deadline open = rule("exam_booking");
  open.length.last_day = false;
  EXPECT_EQ((*due(open, {d("2024-09-24")}, shipped_calendar()))->at, start_of(d("2024-09-27")));
}

TEST(Due, days_of_a_month_and_of_a_year) {
  EXPECT_EQ(last("plan_publication", "2024-03-01"), "2024-03-25");
  EXPECT_EQ(last("monthly_return", "2024-02-03"), "2024-02-29");
  EXPECT_EQ(last("monthly_return", "2023-02-03"), "2023-02-28"); // G-03: the month's last day
  EXPECT_EQ(last("full_coverage", "2024-03-01"), "2024-12-31");
  EXPECT_EQ(last("receipt", "2023-11-04"), "2023-11-10");
  EXPECT_EQ(last("typical_case", "2023-11-04"), "never");
}

TEST(Due, months_and_years_are_calendar_ones) {
  EXPECT_EQ(last("retake", "2023-12-31"), "2024-02-29");
  EXPECT_EQ(last("retake", "2024-03-05"), "2024-05-05");
  EXPECT_EQ(last("provincial_notice", "2023-08-10"), "2028-08-09");
  EXPECT_EQ(last("ban", "2024-01-01"), "2026-12-31");
  EXPECT_EQ(last("circular_suspension", "2024-01-15"), "2024-07-14");
  EXPECT_EQ(last("room_preparation", "2024-03-05"), "2024-03-04");
}

TEST(Due, a_decided_period_lies_between_three_and_six_months) {
  EXPECT_EQ(last("site_suspension", "2024-01-15"), "deadlines.period_missing");
  EXPECT_EQ(last("site_suspension", "2024-01-15", d("2024-04-13")), "deadlines.period_out_of_range");
  EXPECT_EQ(last("site_suspension", "2024-01-15", d("2024-04-14")), "2024-04-14");
  EXPECT_EQ(last("site_suspension", "2024-01-15", d("2024-07-14")), "2024-07-14");
  EXPECT_EQ(last("site_suspension", "2024-01-15", d("2024-07-15")), "deadlines.period_out_of_range");
}

TEST(Due, cameras_run_fifteen_minutes_before) {
  EXPECT_EQ(due(rule("cameras_on"), {d("2024-03-05")}, shipped_calendar()).problem().id, "deadlines.moment_missing");
  const Instant nine{start_of(d("2024-03-05")).ms + 9 * 3'600'000};
  EXPECT_EQ(to_string((*due(rule("cameras_on"), {d("2024-03-05"), nine}, shipped_calendar()))->at), "2024-03-05T08:45:00.000+08:00");
}

TEST(Due, the_count_is_shown_day_by_day) {
  const auto days = counted_days(rule("exam_booking"), {d("2024-09-27")}, shipped_calendar());
  ASSERT_EQ(days.size(), 12u);
  EXPECT_EQ(days[0].number, 0);
  EXPECT_EQ(days[2].number, 1);
  EXPECT_EQ(days[2].kind.kind, DayKind::Kind::WorkedWeekend);
  EXPECT_EQ(days[4].kind.holiday, "国庆节");
  EXPECT_EQ(days.back().number, 3);
}

TEST(Due, days_left_are_days_of_the_same_calendar) {
  const Due end = **due(rule("exam_booking"), {d("2024-09-27")}, shipped_calendar());
  EXPECT_EQ(*days_left(rule("exam_booking"), end, start_of(d("2024-09-30")), shipped_calendar()), 1);
  EXPECT_EQ(*days_left(rule("exam_booking"), end, start_of(d("2024-10-08")), shipped_calendar()), 0);
  EXPECT_EQ(*days_left(rule("exam_booking"), end, start_of(d("2024-10-09")), shipped_calendar()), -1);
}

std::vector<std::string> keys(const std::vector<Moment>& moments) {
  std::vector<std::string> out;
  for (const Moment& one : moments) out.push_back(one.key());
  return out;
}

TEST(Schedule, reminders_and_escalation_lie_on_working_days) {
  const Due end = **due(rule("exam_booking"), {d("2024-09-27")}, shipped_calendar());
  const auto moments = schedule(rule("exam_booking"), end, shipped_calendar());
  EXPECT_THAT(keys(moments), ::testing::ElementsAre("before:1", "missed", "after:1", "escalate:city_bureau:1", "after:3"));
  EXPECT_EQ(to_string(moments[0].at), "2024-09-30T09:00:00.000+08:00");
  EXPECT_EQ(to_string(moments[2].at), "2024-10-09T09:00:00.000+08:00");
}

TEST(Schedule, after_days_off_only_the_newest_reminder_goes_out_and_no_finding_is_lost) {
  const Due end = **due(rule("exam_booking"), {d("2024-09-27")}, shipped_calendar());
  const auto moments = schedule(rule("exam_booking"), end, shipped_calendar());
  const auto late = agenda(moments, {}, start_of(d("2024-11-01")));
  EXPECT_THAT(keys(late.act), ::testing::ElementsAre("missed", "escalate:city_bureau:1", "after:3"));
  EXPECT_THAT(keys(late.passed), ::testing::ElementsAre("before:1", "after:1"));
  EXPECT_FALSE(late.next);
  const auto early = agenda(moments, {}, start_of(d("2024-09-28")));
  EXPECT_TRUE(early.act.empty());
  EXPECT_EQ(*early.next, moments[0].at);
  EXPECT_EQ(*agenda(moments, {"before:1"}, moments[0].at).next, end.at);
}

std::string refused(std::string from, const std::string& to) {
  std::string file = R"(source: test
deadlines:
  - id: a
    clause: S-4.2
    related: []
    zh: 甲
    en: a
    starts: { kind: hand, zh: 甲, en: a }
    length: { unit: day, count: 3 }
    calendar: civil
    whose: { role: institution, scope: institution }
    done: { event: a.b, stands: no, zh: 甲, en: a }
    missed: { clause: S-4.2, zh: 甲, en: a }
    reminders: { before: [1], after: [] }
    escalate: [{ role: city_bureau, after: 1 }]
    copies: []
    from: "2023-11-04"
    to: null
)";
  if (const auto at = file.find(from); !from.empty()) file.replace(at, from.size(), to);
  const auto read = read_register(file);
  if (read) return "read";
  EXPECT_FALSE(problems::Catalogue::shipped().text(read.problem(), problems::Language::Chinese).remedy.empty());
  return read.problem().id + " " + read.problem().at;
}

TEST(Reader, each_fault_names_its_line) {
  EXPECT_EQ(refused("", ""), "read");
  EXPECT_EQ(refused("unit: day,", "unit: week,"), "deadlines.register_value law/deadlines.yaml:9");
  EXPECT_EQ(refused("unit: day,", "unit: working_day,"), "deadlines.register_value law/deadlines.yaml:10");
  EXPECT_EQ(refused("count: 3", "count: three"), "deadlines.register_value law/deadlines.yaml:9");
  EXPECT_EQ(refused("count: 3", "days: 3"), "deadlines.register_key_unknown law/deadlines.yaml:9");
  EXPECT_EQ(refused("    copies: []\n", ""), "deadlines.register_key_missing law/deadlines.yaml:3");
  EXPECT_EQ(refused("    copies: []\n", "    copies: []\n    copies: []\n"), "deadlines.register_doubled law/deadlines.yaml:17");
  EXPECT_EQ(refused("kind: hand", "kind: event"), "deadlines.register_key_missing law/deadlines.yaml:8");
  EXPECT_EQ(refused("\"2023-11-04\"", "\"2023-11-31\""), "deadlines.register_value law/deadlines.yaml:17");
  EXPECT_EQ(refused("[1]", "[1").substr(0, 25), "deadlines.register_syntax");
  EXPECT_EQ(refused("after: 1", "after: -1"), "deadlines.register_value law/deadlines.yaml:15");
}

} // namespace
} // namespace ankao::deadlines
