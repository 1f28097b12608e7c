// SPDX-License-Identifier: Apache-2.0
// Which value of a parameter holds on a day, at the edges of its days.
#include <gtest/gtest.h>

#include "planning/files/law.hpp"
#include "planning/files/parameters.hpp"
#include "planning/rules/parameters.hpp"

namespace ankao::planning {
namespace {

Date on(const char* text) { return *parse_date(text); }

Parameter visits() {
  Parameter one;
  one.id = "visits_per_year";
  one.low = 1;
  one.high = 366;
  one.by_city = true;
  one.spans = {{on("2023-01-01"), on("2023-11-03"), "5"}, {on("2023-11-04"), std::nullopt, "3"}};
  return one;
}

ParameterChange change(const char* id, const char* value, Month from, ChangeState state = ChangeState::Approved, int decided = 0) {
  ParameterChange one;
  one.id = id;
  one.parameter = "visits_per_year";
  one.value = value;
  one.from = from;
  one.state = state;
  one.decided_at = Instant{decided};
  return one;
}

TEST(ParameterRules, TheLawDataHoldFromTheirDayOn) {
  EXPECT_EQ(value_on(visits(), {}, on("2023-11-03")).value, "5");
  EXPECT_EQ(value_on(visits(), {}, on("2023-11-04")).value, "3");
  EXPECT_EQ(value_on(visits(), {}, on("2022-12-31")).value, "5") << "days before the first span are judged by it";
}

TEST(ParameterRules, AChangeHoldsFromTheFirstOfItsMonthAndNotTheDayBefore) {
  const std::vector<ParameterChange> changes{change("CS-1", "4", {2024, 4})};
  EXPECT_EQ(value_on(visits(), changes, on("2024-03-31")).value, "3");
  const auto now = value_on(visits(), changes, on("2024-04-01"));
  EXPECT_EQ(now.value, "4");
  EXPECT_EQ(now.change, "CS-1");
  EXPECT_EQ(value_on(visits(), changes, on("2023-10-01")).value, "5") << "last year stays judged by last year's number";
}

TEST(ParameterRules, OnlyApprovedChangesCountAndTheLatestBeginningWins) {
  EXPECT_EQ(value_on(visits(), {change("CS-1", "4", {2024, 4}, ChangeState::Proposed), change("CS-2", "9", {2024, 4}, ChangeState::Rejected)}, on("2024-05-01")).value, "3");
  const std::vector<ParameterChange> both{change("CS-2", "6", {2024, 6}, ChangeState::Approved, 1), change("CS-1", "4", {2024, 4}, ChangeState::Approved, 9)};
  EXPECT_EQ(value_on(visits(), both, on("2024-05-31")).value, "4");
  EXPECT_EQ(value_on(visits(), both, on("2024-06-01")).value, "6");
  EXPECT_EQ(value_on(visits(), {change("CS-1", "4", {2024, 4}, ChangeState::Approved, 1), change("CS-2", "7", {2024, 4}, ChangeState::Approved, 2)}, on("2024-04-01")).value, "7") << "of one month the one decided later";
  auto law_later = visits();
  law_later.spans.back().to = on("2024-06-30");
  law_later.spans.push_back({on("2024-07-01"), std::nullopt, "2"});
  EXPECT_EQ(value_on(law_later, {change("CS-1", "4", {2024, 4})}, on("2024-07-01")).value, "2") << "a law that begins later ends the city's change";
}

TEST(ParameterRules, ValuesAreWrittenInOneForm) {
  auto one = visits();
  EXPECT_EQ(*checked_value(one, " 007"), "7");
  EXPECT_EQ(checked_value(one, "0").problem().id, "planning.parameter_range");
  EXPECT_EQ(*checked_value(one, "1"), "1");
  EXPECT_EQ(*checked_value(one, "366"), "366");
  EXPECT_EQ(checked_value(one, "367").problem().id, "planning.parameter_range");
  for (const char* bad : {"", "x", "1.5", "1,2", "99999999999999999999"}) EXPECT_EQ(checked_value(one, bad).problem().id, "planning.parameter_number") << bad;
  one.kind = ParameterKind::MaybeWhole;
  EXPECT_EQ(*checked_value(one, " "), "") << "no limit";
  one.kind = ParameterKind::WholeList;
  EXPECT_EQ(*checked_value(one, "10, 20,30"), "10,20,30");
  EXPECT_EQ(checked_value(one, "10,10").problem().id, "planning.parameter_order");
  EXPECT_EQ(checked_value(one, "10,,20").problem().id, "planning.parameter_number");
}

TEST(ParameterRules, TheShippedLawIsWhatItsParametersSay) {
  const auto& law = shipped_law();
  const auto again = law_on(law, shipped_parameters(), {}, on("2024-03-01"));
  EXPECT_EQ(again.policy.visits_per_year, law.policy.visits_per_year);
  EXPECT_EQ(again.policy.bands_m, law.policy.bands_m);
  EXPECT_EQ(again.policy.max_sessions_per_slot, law.policy.max_sessions_per_slot);
  EXPECT_EQ(again.policy.max_sites_per_institution_slot, law.policy.max_sites_per_institution_slot);
  EXPECT_EQ(again.policy.weights.split, law.policy.weights.split);
  EXPECT_EQ(again.booking_working_days, 3);
  EXPECT_EQ(again.retake_months, 2);
  EXPECT_EQ(again.ceremony.pause_minutes, law.ceremony.pause_minutes);
  for (const auto& one : shipped_parameters()) EXPECT_FALSE(one.clause.empty()) << one.id;
}

} // namespace
} // namespace ankao::planning
