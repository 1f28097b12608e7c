// SPDX-License-Identifier: Apache-2.0
#include "base/date.hpp"

#include <gtest/gtest.h>

namespace {

using namespace ankao;

TEST(Date, ReadsExactlyIsoDatesThatExist) {
  EXPECT_EQ(to_string(*parse_date("2024-02-29")), "2024-02-29");
  for (const char* wrong : {"2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-2-9", "20240209", "2024/02/09", " 2024-02-09", "2024-02-09 ",
                            "1899-12-31", "2200-01-01", "", "2024-02-0x"})
    EXPECT_FALSE(parse_date(wrong)) << wrong;
  EXPECT_TRUE(parse_date("1900-01-01"));
  EXPECT_TRUE(parse_date("2199-12-31"));
}

TEST(Date, EveryDayOfThreeHundredYearsReadsBack) {
  for (Date day = *parse_date("1900-01-01"); day <= *parse_date("2199-12-31"); day = day + 1) ASSERT_EQ(parse_date(to_string(day)), day);
}

TEST(Date, WeekdaysFollowIso) {
  EXPECT_EQ(parse_date("2024-03-04")->weekday(), 1u);
  EXPECT_EQ(parse_date("2024-03-10")->weekday(), 7u);
  EXPECT_EQ(parse_date("1969-12-31")->weekday(), 3u);
}

TEST(Month, KnowsItsEdges) {
  const Month february = *parse_month("2024-02");
  EXPECT_EQ(to_string(february.first()), "2024-02-01");
  EXPECT_EQ(to_string(february.last()), "2024-02-29");
  EXPECT_TRUE(february.contains(*parse_date("2024-02-29")));
  EXPECT_FALSE(february.contains(*parse_date("2024-03-01")));
  EXPECT_EQ(to_string(Month{2023, 12}.next()), "2024-01");
  EXPECT_EQ(to_string(Month{2024, 1}.previous()), "2023-12");
  EXPECT_FALSE(parse_month("2024-2"));
  EXPECT_FALSE(parse_month("2024-13"));
}

TEST(Instant, DaysTurnAtMidnightInChina) {
  const Date day = *parse_date("2024-03-05");
  EXPECT_EQ(date_of(start_of(day)), day);
  EXPECT_EQ(date_of(Instant{start_of(day).ms - 1}), day - 1);
  EXPECT_EQ(to_string(start_of(day)), "2024-03-05T00:00:00.000+08:00");
  EXPECT_EQ(to_string(Instant{0}), "1970-01-01T08:00:00.000+08:00");
  EXPECT_EQ(to_string(Instant{-1}), "1970-01-01T07:59:59.999+08:00");
}

} // namespace
