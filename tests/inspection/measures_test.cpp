// SPDX-License-Identifier: Apache-2.0
// Honesty of self-inspections and severity of teams: the rules in plain words, and what must hold of any numbers.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>

#include "inspection/files/law.hpp"
#include "inspection/rules/honesty.hpp"
#include "inspection/rules/least_squares.hpp"
#include "inspection/rules/severity.hpp"
#include "inspection/rules/whole.hpp"

namespace ankao::inspection {
namespace {

const FormKey k_form{"theory_site", 1, true};
constexpr std::int64_t k_day = 86'400'000;

MeasuredForms forms() {
  MeasuredForm ten{true, {}};
  for (int i = 1; i <= 10; ++i) ten.items.push_back({"i" + std::to_string(i), std::to_string(i), {"项", "item"}, 100});
  return {{k_form, ten}};
}

std::int64_t last_number = 0;
MeasuredVisit visit(const std::string& by, const std::string& place, int day, std::vector<FoundItem> found) {
  MeasuredVisit out;
  out.number = ++last_number;
  out.id = "V-" + std::to_string(out.number);
  out.target = out.subject = out.name = place;
  out.district = "440103";
  out.form = k_form;
  out.by = by;
  out.phase = out.self() ? "self" : "enforcement";
  out.at = {day * k_day};
  out.total = 1000;
  for (const FoundItem& one : found) out.total -= one.taken;
  out.found = std::move(found);
  return out;
}

TEST(Honesty, IsTheUnitsLastOwnScoreLessTheFirstOfAnOffice) {
  const auto gap = honesty({visit("site:S", "S", 1, {{"i1", 50, {}}}), visit("site:S", "S", 2, {{"i1", 20, {}}}), visit("440104", "S", 5, {{"i1", 40, {}}, {"i2", 30, {}}}), visit("", "S", 9, {})}, forms(), {});
  ASSERT_EQ(gap.places.size(), 1U);
  const HonestyPlace& one = gap.places[0];
  EXPECT_EQ(one.self_score, 980);
  EXPECT_EQ(one.official_score, 930);
  EXPECT_EQ(one.gap, 50);
  EXPECT_EQ(one.hidden, 1) << "i1 was told, i2 was not";
  EXPECT_EQ(gap.city.said_met, 9);
  EXPECT_EQ(gap.items[0].item, "i2");
}

TEST(Honesty, ASelfInspectionAfterTheOfficeTellsNothing) {
  const auto gap = honesty({visit("440104", "S", 5, {{"i1", 40, {}}}), visit("site:S", "S", 6, {{"i1", 40, {}}})}, forms(), {"S"});
  EXPECT_TRUE(gap.places.empty());
  ASSERT_EQ(gap.without.size(), 1U);
  EXPECT_TRUE(gap.without[0].report) << "Annex 3 was handed in, it has no score";
}

TEST(Honesty, AUnitWithoutOwnScoreIsListedAsSuchAndOneNobodyInspectedIsNot) {
  const auto gap = honesty({visit("440104", "S", 5, {}), visit("site:T", "T", 1, {})}, forms(), {});
  EXPECT_TRUE(gap.places.empty());
  ASSERT_EQ(gap.without.size(), 1U);
  EXPECT_EQ(gap.without[0].target, "S");
  EXPECT_FALSE(gap.without[0].report);
  EXPECT_EQ(gap.city.without, 1);
}

TEST(Honesty, OnlyItemsOfBothVersionsWithTheSamePointsAreCompared) {
  auto both = forms();
  FormKey newer = k_form;
  newer.version = 2;
  MeasuredForm other = both.at(k_form);
  other.items[1].points = 50;         // i2 is worth less now
  other.items.erase(other.items.begin()); // i1 is gone
  both.emplace(newer, other);
  auto office = visit("440104", "S", 5, {{"i2", 10, {}}, {"i3", 10, {}}});
  office.form = newer;
  const auto gap = honesty({visit("site:S", "S", 1, {{"i1", 90, {}}}), office}, both, {});
  ASSERT_EQ(gap.places.size(), 1U);
  EXPECT_EQ(gap.places[0].items, 8);
  EXPECT_EQ(gap.places[0].points, 800);
  EXPECT_EQ(gap.places[0].gap, 10);
  office.form.checklist = "practical_site";
  both.emplace(office.form, other);
  EXPECT_EQ(honesty({visit("site:S", "S", 1, {}), office}, both, {}).places[0].items, 0) << "another form altogether";
}

TEST(Honesty, WhatAVetoLeftUnseenIsNotCompared) {
  auto office = visit("440104", "S", 5, {{"i1", 0, {}}});
  office.unseen = {"i9", "i10"};
  EXPECT_EQ(honesty({visit("site:S", "S", 1, {{"i9", 70, {}}}), office}, forms(), {}).places[0].items, 8);
}

TEST(Honesty, ALookBackIsNoInspection) {
  auto look_back = visit("440104", "S", 5, {});
  look_back.phase = "summary";
  const auto gap = honesty({visit("site:S", "S", 1, {}), look_back}, forms(), {});
  EXPECT_TRUE(gap.places.empty());
  EXPECT_TRUE(gap.without.empty());
}

// --- severity

SeverityLaw law(int places = 1, int weight = 4) { return {places, weight, {}}; }
int order = 0;

/// Each place is seen by the teams given; a team takes `base` of item 1 and what it is severe beyond.
std::vector<MeasuredVisit> seen(const std::vector<std::pair<std::string, std::vector<std::string>>>& places, const std::map<std::string, int>& severe) {
  std::vector<MeasuredVisit> out;
  for (const auto& [place, teams] : places)
    for (const std::string& team : teams) out.push_back(visit(team, place, 1 + order++ % 7, {{"i1", 10 + severe.at(team) + static_cast<int>(place.size()), {}}}));
  return out;
}

const TeamSeverity& team(const Severity& all, const std::string& name) {
  for (const TeamSeverity& one : all.teams)
    if (one.team == name) return one;
  throw std::runtime_error(name);
}

TEST(SeverityOfTeams, IsRecoveredExactlyWhereTwoOverlap) {
  const auto all = severity(law(), seen({{"p", {"A", "B"}}, {"pp", {"B", "C"}}, {"ppp", {"A"}}}, {{"A", 0}, {"B", 6}, {"C", 12}}), forms());
  EXPECT_EQ(team(all, "A").severity, -6);
  EXPECT_EQ(team(all, "B").severity, 0);
  EXPECT_EQ(team(all, "C").severity, 6);
  EXPECT_EQ(team(all, "C").corrected, team(all, "C").raw + 6) << "the severe team's scores are raised";
  EXPECT_EQ(team(all, "B").spread, 0);
  EXPECT_EQ(team(all, "B").shared, 2);
}

TEST(SeverityOfTeams, TwoGroupsWithoutACommonPlaceAreNeverCompared) {
  const auto all = severity(law(), seen({{"p", {"A", "B"}}, {"q", {"C", "D"}}, {"r", {"E"}}}, {{"A", 0}, {"B", 2}, {"C", 50}, {"D", 54}, {"E", 9}}), forms());
  EXPECT_EQ(team(all, "B").severity, 1);
  EXPECT_EQ(team(all, "D").severity, 2) << "against C alone";
  EXPECT_NE(team(all, "A").group, team(all, "C").group);
  EXPECT_EQ(team(all, "E").compared, Compared::Alone);
  EXPECT_EQ(team(all, "E").group, 0);
  EXPECT_EQ(team(all, "E").corrected, team(all, "E").raw) << "nothing is corrected";
}

TEST(SeverityOfTeams, TooFewCommonPlacesAreRefusedAndJustEnoughAreNot) {
  const auto two = seen({{"p", {"A", "B"}}, {"pp", {"A", "B"}}}, {{"A", 0}, {"B", 10}});
  EXPECT_EQ(team(severity(law(3), two, forms()), "A").compared, Compared::TooFew);
  EXPECT_EQ(team(severity(law(2), two, forms()), "A").compared, Compared::Yes);
}

TEST(SeverityOfTeams, TheShippedLawSaysHowManyAndThatItIsOurChoice) {
  EXPECT_EQ(shipped_law().severity.places, 3);
  EXPECT_FALSE(shipped_law().severity.reason.zh.empty());
}

TEST(SeverityOfTeams, LookBacksAndSelfInspectionsAreNoOverlap) {
  auto all = seen({{"p", {"A", "B"}}}, {{"A", 0}, {"B", 10}});
  all[1].phase = "summary";
  EXPECT_TRUE(severity(law(), all, forms()).places.empty());
  all[1] = visit("site:p", "p", 0, {});
  EXPECT_TRUE(severity(law(), all, forms()).places.empty());
}

TEST(SeverityOfTeams, ATeamsSecondVisitOfAPlaceDoesNotCount) {
  auto all = seen({{"p", {"A", "B"}}}, {{"A", 0}, {"B", 10}});
  all.push_back(visit("A", "p", 30, {{"i1", 90, {}}}));
  EXPECT_EQ(severity(law(), all, forms()).places.size(), 1U);
}

// Six places where A found two faults alike and one of the two was corrected before B, who sees exactly as A does, came.
TEST(SeverityOfTeams, CorrectionInBetweenMakesNobodyMildOrSevere) {
  std::vector<MeasuredVisit> all;
  for (int p = 0; p < 6; ++p) {
    const std::string place = "p" + std::to_string(p);
    all.push_back(visit("A", place, 1, {{"i1", 30, Instant{5 * k_day}}, {"i2", 30, {}}}));
    all.push_back(visit("B", place, 9, {{"i2", 30, {}}, {"i3", 0, {}}}));
  }
  const auto same = severity(law(), all, forms());
  EXPECT_EQ(team(same, "A").severity, 0) << "B is not mild for finding what is left";
  EXPECT_EQ(same.places[0].corrected, 1);
  EXPECT_EQ(same.places[0].items, 9);
  // B takes 10 more for what is left: it would have taken 10 more for what is gone as well.
  for (auto& one : all)
    if (one.by == "B") one.found[0].taken += 10;
  EXPECT_EQ(team(severity(law(), all, forms()), "B").severity - team(severity(law(), all, forms()), "A").severity, 20);
}

TEST(SeverityOfTeams, WhereNearlyEverythingWasCorrectedNothingIsCompared) {
  const auto place = [](int left) {
    std::vector<FoundItem> found;
    for (int i = 1; i <= 5; ++i) found.push_back({"i" + std::to_string(i), 10, i <= left ? std::nullopt : std::optional(Instant{5 * k_day})});
    return std::vector<MeasuredVisit>{visit("A", "p", 1, found), visit("B", "p", 9, {})};
  };
  EXPECT_EQ(team(severity(law(1, 4), place(1), forms()), "A").compared, Compared::TooFew) << "one would stand for five";
  EXPECT_EQ(team(severity(law(1, 5), place(1), forms()), "A").compared, Compared::Yes);
  EXPECT_EQ(team(severity(law(1, 4), place(2), forms()), "A").compared, Compared::Yes);
}

TEST(SeverityOfTeams, ADistrictsScoresAreShiftedByWhoCame) {
  const auto all = severity(law(), seen({{"p", {"A", "B"}}, {"q", {"A", "B"}}, {"r", {"B"}}}, {{"A", 0}, {"B", 10}}), forms());
  ASSERT_EQ(all.districts.size(), 1U);
  EXPECT_EQ(all.districts[0].visits, 5);
  EXPECT_EQ(all.districts[0].shift, 1) << "two by A (-5), three by B (+5)";
  EXPECT_EQ(all.districts[0].corrected, all.districts[0].raw + 1);
}

/// Any places, any teams, any faults.
struct Made {
  std::vector<MeasuredVisit> visits;
  std::vector<std::string> teams;
};
Made any(std::uint32_t seed) {
  std::mt19937 chance(seed);
  const auto upto = [&](std::uint32_t n) { return static_cast<int>(chance() % n); };
  Made out;
  for (int i = 0; i < 4 + upto(9); ++i) out.teams.push_back("T" + std::to_string(10 + i));
  for (int p = 0; p < 40; ++p)
    for (const std::string& name : out.teams)
      if (upto(4) == 0) {
        std::vector<FoundItem> found;
        for (int i = 1; i <= 10; ++i)
          if (upto(3) == 0) found.push_back({"i" + std::to_string(i), 1 + upto(20), upto(3) == 0 ? std::optional(Instant{(1 + upto(20)) * k_day}) : std::nullopt});
        out.visits.push_back(visit(name, "p" + std::to_string(p), 1 + upto(20), std::move(found)));
      }
  return out;
}

TEST(AnyNumbers, AConstantAddedToOneTeamsDifferencesIsRecoveredExactly) {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    const Made made = any(seed);
    auto places = comparisons(made.visits, forms());
    const auto before = solve(law(), places, made.visits, forms());
    const std::int64_t added = 7 * static_cast<std::int64_t>(made.teams.size());
    for (Comparison& one : places) {
      if (one.later == "T10") one.clean += added;
      if (one.earlier == "T10") one.clean -= added;
    }
    const auto after = solve(law(), places, made.visits, forms());
    ASSERT_EQ(before.teams.size(), after.teams.size());
    for (std::size_t i = 0; i < before.teams.size(); ++i) {
      if (before.teams[i].group != 1) continue;
      const auto size = std::count_if(before.teams.begin(), before.teams.end(), [](const auto& one) { return one.group == 1; });
      const std::int64_t off = after.teams[i].severity - before.teams[i].severity - (after.teams[0].severity - before.teams[0].severity);
      EXPECT_LE(std::abs(off + (before.teams[i].team == "T10" ? 0 : added)), 1) << seed << ": to the rounding of one tenth, of " << size;
    }
  }
}

TEST(AnyNumbers, ADifferentOrderOrOtherNamesChangeNothing) {
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    Made made = any(seed);
    const auto before = severity(law(), made.visits, forms());
    std::mt19937 chance(seed);
    std::shuffle(made.visits.begin(), made.visits.end(), chance);
    auto names = made.teams;
    std::shuffle(names.begin(), names.end(), chance);
    std::map<std::string, std::string> renamed;
    for (std::size_t i = 0; i < names.size(); ++i) renamed[made.teams[i]] = names[i];
    for (MeasuredVisit& one : made.visits) one.by = renamed[one.by];
    const auto after = severity(law(), made.visits, forms());
    for (const TeamSeverity& one : before.teams) {
      const TeamSeverity& other = team(after, renamed[one.team]);
      EXPECT_EQ(one.severity, other.severity) << seed;
      EXPECT_EQ(one.corrected, other.corrected) << seed;
      EXPECT_EQ(one.spread, other.spread) << seed;
    }
  }
}

TEST(AnyNumbers, SeveritiesOfAGroupSumToNothing) {
  for (std::uint32_t seed = 50; seed <= 80; ++seed) {
    const auto all = severity(law(), any(seed).visits, forms());
    std::map<int, std::pair<std::int64_t, std::int64_t>> sums;
    for (const TeamSeverity& one : all.teams)
      if (one.group != 0) sums[one.group].first += one.severity, ++sums[one.group].second;
    for (const auto& [group, sum] : sums) EXPECT_LE(2 * std::abs(sum.first), sum.second) << "each is rounded by half a tenth at most";
  }
}

TEST(LeastSquares, AreThoseOfAnEffectOfThePlace) {
  // Three teams at one place, two of them at another: worked out by hand from the normal equations.
  const auto values = least_squares(3, {{0, 1, 600, 2}, {0, 2, 900, 2}, {1, 2, 300, 2}, {0, 1, 0, 3}});
  // L = [[7,-5,-2],[-5,7,-2],[-2,-2,4]], right side [-3000, 600, 2400]: (-350, -50, 400)
  EXPECT_EQ(values, (std::vector<std::int64_t>{-350, -50, 400}));
}

TEST(WholeNumbers, DivideAsTheyMultiply) {
  std::mt19937_64 chance(7);
  const auto any_whole = [&](int digits) {
    Whole out(1);
    // Also digits of ones and zeros: where a guess of the long division is put right.
    for (int i = 0; i < digits; ++i) out = out * Whole(std::int64_t{1} << 32) + Whole(i % 3 == 0 ? 0xFFFFFFFFLL : i % 3 == 1 ? static_cast<std::int64_t>(chance() % 3) : static_cast<std::int64_t>(chance() >> 33));
    return chance() % 2 == 0 ? out : -out;
  };
  for (int i = 0; i < 4000; ++i) {
    const Whole a = any_whole(static_cast<int>(chance() % 9)), b = any_whole(static_cast<int>(chance() % 6));
    EXPECT_EQ(a * b / b, a);
    const Whole q = a / b, rest = a - q * b;
    const Whole size = rest.negative() ? -rest : rest, by = b.negative() ? -b : b;
    EXPECT_TRUE((size - by).negative()) << "what is left is less than the divisor";
    EXPECT_TRUE(rest.zero() || rest.negative() == a.negative());
  }
  EXPECT_EQ(Whole(INT64_MIN + 1).small(), INT64_MIN + 1);
  EXPECT_EQ(nearest(Whole(5), Whole(2)), 3);
  EXPECT_EQ(nearest(Whole(-5), Whole(2)), -3) << "halves away from zero";
  EXPECT_EQ(nearest(Whole(7), Whole(-3)), -2);
}

} // namespace
} // namespace ankao::inspection
