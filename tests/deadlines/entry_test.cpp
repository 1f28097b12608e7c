// SPDX-License-Identifier: Apache-2.0
// What an entered year must be, and how it lies over the shipped ones.
#include "deadlines/rules/entry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "deadlines/files/holidays.hpp"
#include "deadlines/files/law.hpp"
#include "deadlines/rules/working_days.hpp"
#include "deadlines/support/years.hpp"

namespace ankao::deadlines {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using tests::day_of;
using tests::year_2027;

const Date k_today = day_of("2026-11-22");

std::vector<std::string> refused(const YearEntry& entry, bool known = false, Date today = k_today) {
  std::vector<std::string> out;
  for (const Problem& one : faults(entry, {shipped_holiday_law(), today, known})) out.push_back(one.id + " " + one.at);
  return out;
}

YearEntry shipped_as_entry(int year) {
  const CalendarYear& shipped = *shipped_calendar().year(year);
  YearEntry entry{year, 0, shipped.source, "", ranges(shipped.rest), {}, false};
  for (const auto& [date, name] : shipped.worked) entry.worked.push_back({date, name});
  return entry;
}

EnteredYear entered(const YearEntry& entry, int version = 1) {
  return {entry.year, version, entry.source, entry.reason, rest_days(entry), worked_days(entry), "shiju", "王五", {}};
}

TEST(YearEntry, the_arrangements_of_the_shipped_years_pass_every_check) {
  for (const int year : shipped_calendar().years()) EXPECT_THAT(refused(shipped_as_entry(year)), IsEmpty()) << year;
}

TEST(YearEntry, a_whole_year_passes) { EXPECT_THAT(refused(year_2027()), IsEmpty()); }

TEST(YearEntry, needs_a_source_that_names_the_notice) {
  auto entry = year_2027();
  entry.source = " \t";
  EXPECT_THAT(refused(entry), Contains("deadlines.source_missing /source"));
  entry.source = "听说的";
  EXPECT_THAT(refused(entry), ElementsAre("deadlines.source_unclear /source"));
  entry.source = "国办发明电〔2026〕9号";
  EXPECT_THAT(refused(entry), IsEmpty());
  entry.source += std::string(k_longest_text, 'x');
  EXPECT_THAT(refused(entry), ElementsAre("deadlines.text_too_long /source"));
  entry.source = std::string("国办") + '\0';
  EXPECT_THAT(refused(entry), ElementsAre("deadlines.text_control /source"));
}

TEST(YearEntry, a_correction_needs_a_reason) {
  auto entry = year_2027();
  EXPECT_THAT(refused(entry, true), ElementsAre("deadlines.reason_missing /reason"));
  entry.reason = "10月9日漏填";
  EXPECT_THAT(refused(entry, true), IsEmpty());
}

TEST(YearEntry, only_the_next_year_is_announced_in_advance) {
  EXPECT_THAT(refused(year_2027(), false, day_of("2025-12-31")), ElementsAre("deadlines.year_out_of_range /year"));
  EXPECT_THAT(refused(year_2027(), false, day_of("2026-01-01")), IsEmpty());
  auto old = year_2027();
  old.year = 2007;
  EXPECT_THAT(refused(old), ElementsAre("deadlines.year_out_of_range /year"));
}

TEST(YearEntry, days_lie_in_the_year_or_in_the_last_week_before_it) {
  auto entry = year_2027();
  entry.rest[0].from = day_of("2026-12-31"); // a Thursday more, bought with the Saturday before
  entry.worked.push_back({day_of("2026-12-26"), "元旦"});
  EXPECT_THAT(refused(entry), IsEmpty());
  entry.rest[0].from = day_of("2026-12-24");
  EXPECT_THAT(refused(entry), Contains("deadlines.day_outside_year /rest/0/from"));
  entry = year_2027();
  entry.rest.push_back({day_of("2028-01-01"), day_of("2028-01-01"), "元旦"});
  EXPECT_THAT(refused(entry), ElementsAre("deadlines.day_outside_year /rest/7/from", "deadlines.day_outside_year /rest/7/to"));
  entry = year_2027();
  entry.worked.push_back({day_of("2028-01-08"), "元旦"});
  EXPECT_THAT(refused(entry), ElementsAre("deadlines.day_outside_year /worked/4/date"));
}

TEST(YearEntry, ranges_run_forward_and_are_short) {
  auto entry = year_2027();
  std::swap(entry.rest[1].from, entry.rest[1].to);
  EXPECT_THAT(refused(entry), Contains("deadlines.range_backward /rest/1/to"));
  entry = year_2027();
  entry.rest[6].to = day_of("2027-10-15");
  EXPECT_THAT(refused(entry), Contains("deadlines.range_too_long /rest/6/to"));
}

TEST(YearEntry, no_day_stands_twice) {
  auto entry = year_2027();
  entry.rest.push_back({day_of("2027-02-11"), day_of("2027-02-12"), "春节"});
  entry.worked.push_back({day_of("2027-05-08"), "劳动节"});
  EXPECT_THAT(refused(entry), ElementsAre("deadlines.day_doubled /rest/7/from", "deadlines.day_doubled /worked/4/date"));
}

TEST(YearEntry, worked_days_are_weekend_days_outside_the_holidays) {
  auto entry = year_2027();
  entry.worked = {{day_of("2027-02-15"), "春节"}, {day_of("2027-02-06"), "春节"}, {day_of("2027-05-08"), ""}};
  EXPECT_THAT(refused(entry), ElementsAre("deadlines.worked_on_weekday /worked/0/date", "deadlines.rest_and_worked /worked/1/date",
                                          "deadlines.name_missing /worked/2/name"));
}

TEST(YearEntry, empty_or_endless_lists_are_refused) {
  auto entry = year_2027();
  entry.rest.clear();
  EXPECT_THAT(refused(entry), ElementsAre("deadlines.rest_missing /rest"));
  entry = year_2027();
  entry.worked.assign(100'000, {day_of("2027-05-08"), "劳动节"});
  EXPECT_THAT(refused(entry), Contains("deadlines.too_many_lines /worked"));
  EXPECT_LT(refused(entry).size(), 2 * k_most_lines);
}

TEST(YearEntry, a_forgotten_statutory_day_is_noticed) {
  auto entry = year_2027();
  entry.rest[3].from = day_of("2027-05-03");
  EXPECT_THAT(refused(entry), ElementsAre("deadlines.statutory_day_missing /rest", "deadlines.statutory_day_missing /rest"));
}

TEST(YearEntry, a_forgotten_worked_day_is_noticed_and_a_special_year_can_be_confirmed) {
  auto entry = year_2027();
  entry.worked.pop_back();
  EXPECT_THAT(refused(entry), ElementsAre("deadlines.unusual_number /compared"));
  entry.compared = true;
  EXPECT_THAT(refused(entry), IsEmpty());
}

TEST(YearEntry, the_second_of_may_is_statutory_from_2025_on) {
  auto entry = shipped_as_entry(2024);
  entry.rest[3].from = entry.rest[3].from + 2; // 3 to 5 May 2024
  entry.compared = true;
  EXPECT_THAT(refused(entry), ElementsAre("deadlines.statutory_day_missing /rest"));
}

TEST(LaidOver, an_entered_year_replaces_the_shipped_one_whole) {
  const CalendarYear shipped{2026, "shipped", {{day_of("2026-01-01"), "元旦"}, {day_of("2026-01-02"), "元旦"}}, {}};
  auto entry = year_2027();
  entry.year = 2026;
  entry.source = "entered";
  entry.rest = {{day_of("2026-01-01"), day_of("2026-01-01"), "元旦"}};
  entry.worked.clear();
  const WorkingDays days(laid_over({shipped}, {entered(entry)}));
  EXPECT_EQ(days.year(2026)->source, "entered");
  EXPECT_TRUE(*days.is_working_day(day_of("2026-01-02")));
}

TEST(LaidOver, the_december_of_a_notice_is_laid_over_the_year_before) {
  auto entry = year_2027();
  entry.rest[0].from = day_of("2026-12-31");
  entry.worked.push_back({day_of("2026-12-26"), "元旦"});
  const WorkingDays days(laid_over({*shipped_calendar().year(2026)}, {entered(entry)}));
  EXPECT_EQ(days.kind(day_of("2026-12-31"))->holiday, "元旦");
  EXPECT_EQ(days.kind(day_of("2026-12-26"))->kind, DayKind::Kind::WorkedWeekend);
  EXPECT_EQ(to_string(*days.add_working_days(day_of("2026-12-30"), 1)), "2027-01-04");
  const WorkingDays alone(laid_over({}, {entered(entry)}));
  EXPECT_FALSE(alone.kind(day_of("2026-12-31"))); // the year before stays unknown
}

TEST(Ranges, days_in_a_row_with_one_name_are_one_line) {
  const auto entry = year_2027();
  EXPECT_EQ(ranges(rest_days(entry)), entry.rest);
}

} // namespace
} // namespace ankao::deadlines
