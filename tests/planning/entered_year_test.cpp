// SPDX-License-Identifier: Apache-2.0
// A month of a year that was not shipped: refused while the year is unknown, planned once it is entered (G-63).
#include "deadlines/support/years.hpp"
#include "planning/service/assembly.hpp"
#include "planning/service/bookings.hpp"
#include "planning/support/story.hpp"

namespace ankao::planning {
namespace {

const Month k_2027{2027, 2};

City& city_of_2027() {
  static City city{{7, 1, k_2027, day("2027-01-20")}, "2027-01-20"};
  return city;
}

class EnteredYear : public Story {
protected:
  EnteredYear()
      : Story(city_of_2027()) {}

  void enter_2027() {
    const auto done = deadlines::enter_year(store_.database(), k_bureau, {start_of(day("2026-11-22")).ms}, tests::year_2027());
    ASSERT_TRUE(done.ok()) << done.problem().id;
  }
  BuildInput input() {
    PlanVersion plan;
    plan.month = k_2027;
    plan.slots = {"am", "pm"};
    return look(world_.database, [&](db::Transaction& transaction) { return load_input(transaction, world_, plan, day("2027-01-20")); });
  }
  bool blocked() {
    const auto in = input();
    for (const auto& one : findings(in, build(in), {}, {}))
      if (one.what.id == "planning.finding_no_calendar") return one.blocks;
    return false;
  }
};

INSTANTIATE_TEST_SUITE_P(Databases, EnteredYear, ::testing::Values("memory", "postgresql"),
                         tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(EnteredYear, withoutDataTheMonthCannotBeFrozen) {
  EXPECT_TRUE(blocked());
  EXPECT_FALSE(freeze_demo(world_, at(k_desk, "2027-01-20"), k_2027).ok());
}

TEST_P(EnteredYear, onceEnteredTheMonthIsPlannedOnItsWorkingDays) {
  ASSERT_TRUE(blocked());
  enter_2027();
  EXPECT_FALSE(blocked());
  EXPECT_EQ(world_.calendar.label(day("2027-02-13")), "调休上班");
  const auto frozen = freeze_demo(world_, at(k_desk, "2027-01-20"), k_2027);
  ASSERT_TRUE(frozen.ok()) << frozen.problem().id << " " << frozen.problem().at;
  const auto& dates = build(input()).instance.calendar.dates;
  EXPECT_FALSE(dates.empty());
  EXPECT_EQ(*input().calendar.working(day("2027-02-08")), false);
}

TEST_P(EnteredYear, aBookingThatMayBeLateWaitsForTheCalendar) {
  const auto& sample = bookings_.front();
  BookingInput input;
  input.institution = sample.institution;
  input.class_id = "NEW-1";
  input.subject = k_theory;
  input.class_opened = input.started = day("2027-02-04");
  input.planned_completed = day("2027-03-05");
  input.candidates = 30;
  const auto unknown = create_booking(world_, at(k_desk, "2027-02-12"), input);
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.problem().parts.front().id, "deadlines.year_without_data");
  EXPECT_EQ(unknown.problem().parts.front().at, "class_opened");
  enter_2027();
  const auto known = create_booking(world_, at(k_desk, "2027-02-14"), input); // 12, 13 and 15 February are the three working days
  ASSERT_TRUE(known.ok()) << known.problem().parts.front().id;
  EXPECT_EQ(known->working_days_late, 0);
}

} // namespace
} // namespace ankao::planning
