// SPDX-License-Identifier: Apache-2.0
// The levels of draw.md against figures worked out by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "draw/rules/envy.hpp"
#include "draw/support/tiny.hpp"

namespace ankao::draw::testing {
namespace {

using ::testing::ElementsAre;

TEST(LevelU, IsRarityTimesTheSquareOfTheWeightedShortageRoundedUp) {
  EXPECT_EQ(shortage(20, 0, 100), 0);
  EXPECT_EQ(shortage(20, 1, 3), 20 * 334); // ⌈1000/3⌉
  EXPECT_EQ(shortage(60, 0, 0), 0);
  Tiny tiny;
  tiny.batch(30);
  tiny.batch(10);
  tiny.edit(1).carried = 2; // weight 3
  // u = 10 · 1 + 10 · 3 = 40, d = 30 + 30 = 60, 3 sites: rarity 20
  EXPECT_EQ(tiny.verdict({{1, 0, 0, {{0, 20}}}}).levels.unplaced, 20 * 26667);
  EXPECT_EQ(tiny.verdict({{1, 0, 0, {{0, 30}, {1, 10}}}}).levels.unplaced, 0);
}

TEST(LevelX, CountsCandidatesOutsideTheOffer) {
  Tiny tiny;
  tiny.instance.policy.order_depth = 1;
  tiny.batch(40);
  EXPECT_EQ(tiny.verdict({{1, 0, 0, {{0, 20}}}, {2, 0, 0, {{0, 20}}}}).levels.beyond_offer, 20);
  tiny.instance.policy.order_depth = 2;
  EXPECT_EQ(tiny.verdict({{1, 0, 0, {{0, 20}}}, {2, 0, 0, {{0, 20}}}}).levels.beyond_offer, 0);
}

TEST(LevelV, ForgivesTheFreePercentOfTheBase) {
  Tiny tiny;
  tiny.batch(40);
  EXPECT_EQ(tiny.verdict({{1, 0, 0, {{0, 32}}}}).levels.vacant, 0); // 40 - 32 - 8
  EXPECT_EQ(tiny.verdict({{1, 0, 0, {{0, 31}}}}).levels.vacant, 1);
  tiny.instance.rooms[1].exclusive = false;
  tiny.instance.rooms[1].capacity = 50; // mixed: the base is its capacity
  EXPECT_EQ(tiny.verdict({{1, 0, 0, {{0, 31}}}}).levels.vacant, 50 - 31 - 10);
}

TEST(LevelV, CountsAMixedRoomOnceWithAllWhoSitThere) {
  Tiny tiny;
  const int hv = tiny.subject("HV");
  const int room = tiny.room(1, 50, {{0, 30}, {hv, 30}}, false);
  tiny.batch(15);
  tiny.batch(15, 0, hv);
  EXPECT_EQ(tiny.verdict({{room, 0, 0, {{0, 15}}}, {room, 0, hv, {{1, 15}}}}).levels.vacant, 50 - 30 - 10);
}

TEST(LevelQ, AddsTheWeightedParts) {
  Tiny tiny;
  tiny.batch(30); // completed 20 February: 13 days to 4 March = 1 week, 14 days to 5 March = 2 weeks
  tiny.instance.sessions = {{1, 0, 5}};
  const Verdict verdict = tiny.verdict({{1, 0, 0, {{0, 20}}}, {2, 2, 0, {{0, 10}}}});
  EXPECT_EQ(verdict.quality.imbalance, 3 * (0 + 36 + 1) - 49);
  EXPECT_EQ(verdict.quality.waiting, 20 * (20 * 1 + 10 * 4));
  EXPECT_EQ(verdict.quality.distance, 20 * 10 + 10 * 20);
  EXPECT_EQ(verdict.quality.split, 1);
  EXPECT_EQ(verdict.quality.retake_alone, 0);
  EXPECT_EQ(verdict.levels.quality, 4 * 62 + 1200 + 2 * 400 + 300);
}

TEST(LevelQ, RetakersAloneCountOnlyWhenTheSubjectHasARegularBatchInTheMonth) {
  Tiny tiny;
  tiny.batch(20);
  tiny.edit(0).kind = BatchKind::Retake;
  tiny.batch(20);
  EXPECT_EQ(tiny.verdict({{1, 0, 0, {{0, 20}}}}).quality.retake_alone, 0);
  EXPECT_EQ(tiny.verdict({{1, 0, 0, {{0, 20}}}, {2, 0, 0, {{1, 20}}}}).quality.retake_alone, 1);
  EXPECT_EQ(tiny.verdict({{1, 0, 0, {{0, 20}, {1, 20}}}}).quality.retake_alone, 0);
}

TEST(LevelT, ListsThePlacesBatchByBatchInTheOrderOfSubjectAndFirstCome) {
  Tiny tiny;
  tiny.batch(40);
  tiny.batch(20);
  tiny.edit(1).carried = 1; // stands first
  EXPECT_THAT(tiny.verdict({{2, 0, 0, {{0, 20}, {1, 20}}}, {1, 1, 0, {{0, 20}}}}).tickets, ElementsAre(1, 0, 1));
}

/// Batch 0 stands before batch 1; both have sites 1 and 2 in their offers.
struct Line : Tiny {
  Line() {
    batch(40);
    batch(40, institution("T3"));
    edit(0).carried = 1;
  }
  std::int64_t envy(const Seating& seating) const { return verdict(seating).levels.envy; }
};

TEST(LevelJ, WhoStandsBeforeAndSitsLaterIsEnvious) {
  Line line;
  EXPECT_EQ(line.envy({{2, 0, 0, {{1, 40}}}, {1, 1, 0, {{0, 40}}}}), 1);
  EXPECT_EQ(line.envy({{1, 0, 0, {{0, 40}}}, {2, 1, 0, {{1, 40}}}}), 0);
  EXPECT_EQ(line.envy({{2, 0, 0, {{1, 40}}}, {1, 0, 0, {{0, 40}}}}), 0); // the same time is not earlier
  EXPECT_EQ(line.envy({{2, 0, 0, {{1, 40}}}}), 1);                       // unplaced
  EXPECT_EQ(line.envy({{2, 3, 0, {{1, 40}}}, {1, 0, 0, {{0, 30}}}}), 1); // partly unplaced
}

TEST(LevelJ, OnlyASiteOfTheOfferIsEnvied) {
  Line line;
  line.instance.policy.order_depth = 1; // site 1
  EXPECT_EQ(line.envy({{2, 0, 0, {{1, 40}}}, {1, 1, 0, {{0, 40}}}}), 0);
}

TEST(LevelJ, TheSeatsThatCouldBeHadMustReachTheSmallestShare) {
  Line line;
  line.batch(31, 1);
  line.edit(2).carried = 2; // stands before both
  line.edit(1).candidates = 9;
  EXPECT_EQ(line.envy({{1, 0, 0, {{2, 31}, {1, 9}}}, {2, 1, 0, {{0, 40}}}}), 0); // 9 < 10
  line.edit(2).candidates = 30;
  EXPECT_EQ(line.envy({{1, 0, 0, {{2, 30}, {1, 9}}}, {2, 1, 0, {{0, 40}}}}), 1); // 9 and one free
}

TEST(LevelJ, EachPairCountsOnce) {
  Line line;
  EXPECT_EQ(line.envy({{2, 0, 0, {{1, 20}}}, {1, 1, 0, {{1, 20}}}, {2, 3, 0, {{0, 40}}}}), 1);
}

TEST(LevelJ, ABarByReadinessClassOrChainIsNoEnvy) {
  Line line;
  const Seating seating{{2, 0, 0, {{1, 40}}}, {1, 2, 0, {{0, 40}}}};
  EXPECT_EQ(line.envy(seating), 1);
  line.edit(0).not_before = make_date(2024, 3, 5);
  EXPECT_EQ(line.envy(seating), 0); // R5
  line.edit(0).not_before.reset();
  line.instance.institutions[0].suspended = {{make_date(2024, 3, 4), make_date(2024, 3, 4)}};
  EXPECT_EQ(line.envy(seating), 0); // R4
  line.instance.institutions[0].suspended.clear();
  line.instance.visits = {{0, 2, 0, make_date(2024, 2, 2), 0, false}};
  EXPECT_EQ(line.envy(seating), 0); // R6: it was at site 2 last
  line.instance.visits.clear();
  line.instance.policy.visits_per_year = 0;
  EXPECT_EQ(line.envy(seating), 0); // R7
}

TEST(LevelJ, TheWholeChainMustHoldWithTheLaterSeatsTakenAway) {
  Line line;
  line.batch(40); // also of T1, behind the others
  line.edit(2).completed = make_date(2024, 2, 21);
  // T1: batch 0 at site 1 (pm), batch 2 at site 2 on the next day; batch 0 moved to site 2 would meet batch 2 there.
  EXPECT_EQ(line.envy({{2, 0, 0, {{1, 40}}}, {1, 1, 0, {{0, 40}}}, {2, 2, 0, {{2, 40}}}}), 0);
  // Where batch 2 goes to site 1 instead, nothing stands in the way.
  EXPECT_EQ(line.envy({{2, 0, 0, {{1, 40}}}, {2, 1, 0, {{0, 40}}}, {1, 2, 0, {{2, 40}}}}), 1);
}

TEST(LevelJ, AClassMateAtThatTimeIsABar) {
  Line line;
  const int theory = line.subject("theory", SubjectKind::Theory);
  line.instance.rooms[0].seats[theory] = 40;
  line.batch(40, 0, theory);
  line.edit(2).class_id = line.edit(0).class_id;
  line.edit(2).own_school = true;
  EXPECT_EQ(line.envy({{2, 0, 0, {{1, 40}}}, {0, 0, theory, {{2, 40}}}, {1, 1, 0, {{0, 40}}}}), 0);
}

} // namespace
} // namespace ankao::draw::testing
