// SPDX-License-Identifier: Apache-2.0
#include "deadlines/rules/working_days.hpp"

#include <gtest/gtest.h>

#include "base/ensure.hpp"
#include "deadlines/files/holidays.hpp"

namespace ankao::deadlines {
namespace {

Date day(const char* text) { return *parse_date(text); }
bool works(const char* text) { return *shipped_calendar().is_working_day(day(text)); }
std::string after(const char* text, int count) { return to_string(*shipped_calendar().add_working_days(day(text), count)); }
int working_days_in(Month month) {
  int count = 0;
  for (Date date = month.first(); date <= month.last(); date = date + 1) count += *shipped_calendar().is_working_day(date) ? 1 : 0;
  return count;
}

TEST(WorkingDays, national_day_2023_rests_from_29_september_to_6_october_and_works_the_weekend_after) {
  EXPECT_TRUE(works("2023-09-28"));
  for (const char* rest : {"2023-09-29", "2023-09-30", "2023-10-01", "2023-10-02", "2023-10-03", "2023-10-04", "2023-10-05", "2023-10-06"})
    EXPECT_FALSE(works(rest)) << rest;
  EXPECT_TRUE(works("2023-10-07")) << "a worked Saturday";
  EXPECT_TRUE(works("2023-10-08")) << "a worked Sunday";
  EXPECT_TRUE(works("2023-10-09"));
  EXPECT_FALSE(works("2023-10-14"));
}

TEST(WorkingDays, spring_festival_2024_has_two_worked_sundays) {
  EXPECT_TRUE(works("2024-02-04"));
  EXPECT_TRUE(works("2024-02-09")) << "New Year's Eve was no rest day of the arrangement";
  EXPECT_FALSE(works("2024-02-10"));
  EXPECT_FALSE(works("2024-02-16")) << "a Friday";
  EXPECT_FALSE(works("2024-02-17"));
  EXPECT_TRUE(works("2024-02-18"));
  EXPECT_EQ(working_days_in({2024, 2}), 18);
}

TEST(WorkingDays, years_2025_and_2026_follow_their_arrangements) {
  EXPECT_TRUE(works("2025-01-26"));
  EXPECT_FALSE(works("2025-01-28"));
  EXPECT_FALSE(works("2025-02-04"));
  EXPECT_TRUE(works("2025-02-08"));
  EXPECT_TRUE(works("2025-04-27"));
  EXPECT_FALSE(works("2025-05-05"));
  EXPECT_TRUE(works("2025-09-28"));
  EXPECT_FALSE(works("2025-10-08"));
  EXPECT_TRUE(works("2025-10-11"));
  EXPECT_TRUE(works("2026-01-04"));
  EXPECT_TRUE(works("2026-02-14"));
  EXPECT_FALSE(works("2026-02-23"));
  EXPECT_TRUE(works("2026-02-28"));
  EXPECT_TRUE(works("2026-05-09"));
  EXPECT_TRUE(works("2026-09-20"));
  EXPECT_FALSE(works("2026-10-07"));
  EXPECT_TRUE(works("2026-10-10"));
}

TEST(WorkingDays, the_day_of_the_event_is_not_counted) {
  EXPECT_EQ(after("2023-11-06", 2), "2023-11-08");
  EXPECT_EQ(after("2023-11-06", 0), "2023-11-06");
  EXPECT_EQ(after("2023-11-04", 1), "2023-11-06") << "an event on a Saturday";
}

TEST(WorkingDays, a_term_across_spring_festival_counts_the_worked_sunday) {
  EXPECT_EQ(after("2024-02-08", 1), "2024-02-09");
  EXPECT_EQ(after("2024-02-08", 2), "2024-02-18");
  EXPECT_EQ(after("2024-02-08", 3), "2024-02-19");
  EXPECT_EQ(after("2024-02-19", -3), "2024-02-08");
}

TEST(WorkingDays, a_term_across_the_end_of_a_year_uses_both_years) {
  EXPECT_EQ(after("2023-12-29", 1), "2024-01-02");
  EXPECT_EQ(after("2025-12-31", 1), "2026-01-04") << "a worked Sunday after New Year 2026";
  EXPECT_EQ(after("2024-01-02", -1), "2023-12-29");
}

TEST(WorkingDays, the_next_working_day_before_a_holiday_lies_after_it) {
  EXPECT_EQ(to_string(*shipped_calendar().next_working_day(day("2023-09-28"))), "2023-10-07");
  EXPECT_EQ(to_string(*shipped_calendar().working_day_on_or_after(day("2023-09-28"))), "2023-09-28");
  EXPECT_EQ(to_string(*shipped_calendar().working_day_on_or_after(day("2023-09-29"))), "2023-10-07");
}

TEST(WorkingDays, between_undoes_add_for_every_day_of_two_years) {
  const WorkingDays& calendar = shipped_calendar();
  for (Date from = day("2024-02-01"); from < day("2025-12-01"); from = from + 1)
    for (const int count : {1, 2, 3, 5, 10}) {
      const Date end = *calendar.add_working_days(from, count);
      ASSERT_EQ(*calendar.working_days_between(from, end), count) << to_string(from);
      ASSERT_EQ(*calendar.working_days_between(from, end - 1), count - 1) << to_string(from);
      ASSERT_TRUE(*calendar.is_working_day(end));
    }
  EXPECT_EQ(*calendar.working_days_between(day("2024-02-19"), day("2024-02-08")), -3);
}

TEST(WorkingDays, a_year_without_data_is_refused_and_never_guessed) {
  const auto kind = shipped_calendar().is_working_day(day("2027-01-04"));
  ASSERT_FALSE(kind);
  EXPECT_EQ(kind.problem().id, "deadlines.year_without_data");
  EXPECT_EQ(kind.problem().details.front().value, "2027");
  EXPECT_FALSE(shipped_calendar().add_working_days(day("2026-12-31"), 1));
  EXPECT_FALSE(shipped_calendar().add_working_days(day("2023-01-03"), -1));
  EXPECT_FALSE(shipped_calendar().working_days_between(day("2026-12-30"), day("2027-01-05")));
  EXPECT_TRUE(shipped_calendar().add_working_days(day("2026-12-30"), 1));
}

TEST(WorkingDays, the_shipped_years_have_the_legal_numbers_of_working_days) {
  // Weekdays of the year less holidays on weekdays plus worked weekend days.
  const std::map<int, int> expected{{2023, 249}, {2024, 251}, {2025, 248}, {2026, 248}};
  for (const auto& [year, number] : expected) {
    int count = 0;
    for (unsigned month = 1; month <= 12; ++month) count += working_days_in({year, month});
    EXPECT_EQ(count, number) << year;
  }
  EXPECT_EQ(shipped_calendar().years(), (std::vector<int>{2023, 2024, 2025, 2026}));
  for (const int year : shipped_calendar().years())
    EXPECT_NE(shipped_calendar().year(year)->source.find("国务院办公厅"), std::string::npos);
}

TEST(WorkingDays, a_worked_day_on_a_weekday_breaks_the_calendar) {
  CalendarYear year{2030, "test", {}, {{day("2030-01-02"), "x"}}};
  EXPECT_THROW(WorkingDays{{year}}, BrokenInvariant);
}

TEST(HolidayFile, what_is_wrong_is_named) {
  const auto reason = [](const char* yaml) {
    const auto year = read_year(yaml);
    return year ? std::string("accepted") : year.problem().id + " " + year.problem().details.front().value;
  };
  EXPECT_EQ(reason("year: 2030\nsource: s\nrest: [ { date: \"2030-01-01\", name: 元旦 } ]\nworked: []\n"), "accepted");
  EXPECT_EQ(reason("year: 2030\nsource: s\nrest: [ { date: \"2031-01-01\", name: 元旦 } ]\nworked: []\n"),
            "deadlines.file_invalid 2031-01-01");
  EXPECT_EQ(reason("year: 2030\nsource: s\nrest: [ { date: \"2030-02-30\", name: 元旦 } ]\nworked: []\n"),
            "deadlines.file_invalid 2030-02-30");
  EXPECT_EQ(reason("year: 2030\nsource: s\nrest: []\nworked: [ { date: \"2030-01-02\", name: 元旦 } ]\n"),
            "deadlines.file_invalid 2030-01-02");
  EXPECT_NE(reason("year: [").find("deadlines.file_invalid"), std::string::npos);
  EXPECT_NE(reason("rest: []").find("deadlines.file_invalid"), std::string::npos);
}

} // namespace
} // namespace ankao::deadlines
