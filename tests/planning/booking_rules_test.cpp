// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "deadlines/files/holidays.hpp"
#include "planning/files/law.hpp"
#include "planning/rules/booking.hpp"
#include "planning/rules/distance.hpp"

namespace ankao::planning {
namespace {

Date day(const char* text) { return *parse_date(text); }

Workdays calendar() {
  Workdays days;
  days.working = [](Date date) -> std::optional<bool> {
    const auto kind = deadlines::shipped_calendar().kind(date);
    return kind.ok() ? std::optional(kind->is_working()) : std::nullopt;
  };
  return days;
}

struct Term {
  const char* opened;
  const char* last;
};

class BookBy : public ::testing::TestWithParam<Term> {};

// S-4.2 over the Spring Festival of 2024: rest from 10 to 17 February, the Sundays 4 and 18 February are worked.
INSTANTIATE_TEST_SUITE_P(SpringFestival, BookBy,
                         ::testing::Values(Term{"2024-02-01", "2024-02-05"}, Term{"2024-02-02", "2024-02-06"},
                                           Term{"2024-02-07", "2024-02-18"}, Term{"2024-02-08", "2024-02-19"},
                                           Term{"2024-02-09", "2024-02-20"}, Term{"2024-02-12", "2024-02-20"},
                                           Term{"2024-02-17", "2024-02-20"}, Term{"2024-02-18", "2024-02-21"}));

TEST_P(BookBy, IsInTimeOnTheLastDayAndLateOnTheNextWorkingDay) {
  const Date opened = day(GetParam().opened), last = day(GetParam().last);
  EXPECT_EQ(to_string(*book_by(shipped_law(), calendar(), opened)), GetParam().last);
  EXPECT_EQ(working_days_late(shipped_law(), calendar(), opened, last), 0);
  Date next = last + 1;
  while (!*calendar().working(next)) next = next + 1;
  EXPECT_EQ(working_days_late(shipped_law(), calendar(), opened, next), 1);
  EXPECT_EQ(working_days_late(shipped_law(), calendar(), opened, opened), 0);
}

TEST(BookByDay, IsUnknownWhereTheCalendarHasNoData) {
  EXPECT_FALSE(book_by(shipped_law(), calendar(), day("2026-12-31")).has_value());
  EXPECT_TRUE(book_by(shipped_law(), calendar(), day("2026-12-28")).has_value());
}

TEST(WorkingDaysLate, AreZeroWhenTooFewDaysWentByWhateverTheUnknownYearArranges) {
  EXPECT_EQ(working_days_late(shipped_law(), calendar(), day("2026-12-31"), day("2027-01-03")), 0);
  EXPECT_EQ(working_days_late(shipped_law(), calendar(), day("2027-03-01"), day("2027-03-04")), 0);
}

TEST(WorkingDaysLate, AreUnknownWhenTheyDependOnAYearWithoutData) {
  EXPECT_FALSE(working_days_late(shipped_law(), calendar(), day("2026-12-31"), day("2027-01-04")).has_value());
  EXPECT_FALSE(working_days_late(shipped_law(), calendar(), day("2027-03-01"), day("2027-03-05")).has_value());
}

TEST(RetakeBy, CountsCalendarMonthsAndStaysInShortMonths) {
  EXPECT_EQ(to_string(retake_by(shipped_law(), day("2024-12-31"))), "2025-02-28");
  EXPECT_EQ(to_string(retake_by(shipped_law(), day("2023-12-31"))), "2024-02-29");
  EXPECT_EQ(to_string(retake_by(shipped_law(), day("2024-03-05"))), "2024-05-05");
}

BookingInput good_input() {
  BookingInput input;
  input.institution = "GZ-A01";
  input.class_id = "C-1";
  input.subject = "OP01";
  input.class_opened = day("2024-02-01");
  input.started = day("2024-02-01");
  input.planned_completed = day("2024-02-20");
  input.candidates = 30;
  return input;
}

std::vector<std::string> fault_ids(const BookingInput& input) {
  std::vector<std::string> ids;
  for (const auto& fault : faults(input, day("2024-02-10"))) ids.push_back(fault.id);
  return ids;
}

TEST(BookingFaults, AreNoneForAGoodInput) { EXPECT_TRUE(fault_ids(good_input()).empty()); }

TEST(BookingFaults, NameEachWrongMember) {
  auto input = good_input();
  input.class_id = "1 班'; DROP TABLE";
  input.candidates = 0;
  input.class_opened = day("2024-02-11");
  input.completed = day("2024-02-11");
  input.not_before = day("2024-03-10");
  input.finish_by = day("2024-03-09");
  input.kind = BookingKind::Retake;
  EXPECT_EQ(fault_ids(input), (std::vector<std::string>{"planning.booking_class_id", "planning.booking_candidates",
                                                        "planning.booking_regular_exam_missing", "planning.booking_class_not_open",
                                                        "planning.booking_completed_in_future", "planning.booking_window_empty"}));
}

TEST(BookingFaults, CandidatesAtTheEdges) {
  auto input = good_input();
  input.candidates = k_max_candidates;
  EXPECT_TRUE(fault_ids(input).empty());
  input.candidates = k_max_candidates + 1;
  EXPECT_EQ(fault_ids(input), std::vector<std::string>{"planning.booking_candidates"});
}

TEST(Distance, IsZeroSymmetricAndTheLengthOfADegree) {
  const Point a{113'264'000, 23'129'000}, b{113'264'000, 24'129'000}, c{114'264'000, 23'129'000};
  EXPECT_EQ(distance_m(a, a), 0);
  EXPECT_EQ(distance_m(a, b), 111195);
  EXPECT_EQ(distance_m(a, c), distance_m(c, a));
  EXPECT_LT(distance_m(a, c), distance_m(a, b));
}

} // namespace
} // namespace ankao::planning
