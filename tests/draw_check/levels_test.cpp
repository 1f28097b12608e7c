// SPDX-License-Identifier: Apache-2.0
// Each level against values computed by hand. In this world LV and HV are offered by four sites (rarity 60 div 4 = 15), TH by one
// (rarity 60). For T01 the drawn order of LV is S03 (public, band 0), S02 (band 1), S04 (band 2): one site a band, so that no
// ticket matters.
#include <gtest/gtest.h>

#include "draw_check/support/world.hpp"

namespace ankao::draw::testing {
namespace {

TEST(LevelU, IsNothingWhenAllAreSeated) {
  World w;
  w.batch("B1", "T01", "LV", 20);
  w.session("S02", 4, "am", "LV", {{"B1", 20}});
  EXPECT_EQ(w.levels().unplaced, 0);
}

TEST(LevelU, WeighsTheShareOfASubjectThatHasNoSeat) {
  World w;
  w.batch("B1", "T01", "LV", 20);
  w.session("S02", 4, "am", "LV", {{"B1", 15}});
  EXPECT_EQ(w.levels().unplaced, 15 * 1250); // u = 5, d = 20: 1000 * 25 / 20
}

TEST(LevelU, CountsAnUrgentCandidateTenfoldAndRoundsUp) {
  World w;
  w.batch("B1", "T01", "LV", 20).finish_by = make_date(2024, 3, 31);
  w.batch("B2", "T03", "LV", 20);
  w.session("S02", 4, "am", "LV", {{"B1", 10}, {"B2", 20}});
  EXPECT_EQ(w.levels().unplaced, 15 * 45455); // u = 100, d = 220: 1000 * 10000 / 220 = 45454.5
}

TEST(LevelU, AFinishByOfTheNextMonthIsNotUrgent) {
  World w;
  w.batch("B1", "T01", "LV", 20).finish_by = make_date(2024, 4, 1);
  EXPECT_EQ(w.levels().unplaced, 15 * 20000);
}

TEST(LevelU, CountsEachMonthOfWaitingUpToNine) {
  World w;
  w.batch("B1", "T01", "LV", 10).carried = 2;
  w.batch("B2", "T01", "TH", 10).carried = 40;
  EXPECT_EQ(w.levels().unplaced, 15 * 1000 * 30 + 60 * 1000 * 90);
}

TEST(LevelU, ASubjectThatNoSiteOffersIsRarest) {
  World w;
  for (const char* id : {"S01", "S02", "S03", "S04"}) w.room(id).seats.erase(1);
  w.batch("B1", "T01", "HV", 10);
  EXPECT_EQ(w.levels().unplaced, 60 * 10000);
}

TEST(LevelE, CountsTheVisitsAboveTheLimit) {
  World w;
  w.instance.policy.visits_per_year = 1;
  w.batch("B1", "T01", "LV", 20);
  w.batch("B2", "T01", "LV", 20);
  w.visited("T01", "S02", "LV", make_date(2024, 1, 5));
  w.session("S02", 4, "am", "LV", {{"B1", 20}});
  w.session("S02", 4, "pm", "LV", {{"B2", 20}});
  EXPECT_EQ(w.levels().exceptions, 2);
}

TEST(LevelE, StartsFromWhatTheHistoryAlreadyHas) {
  World w;
  w.instance.policy.visits_per_year = 1;
  w.batch("B1", "T01", "LV", 20);
  for (unsigned d : {5U, 6U}) w.visited("T01", "S02", "LV", make_date(2024, 1, d));
  w.session("S02", 4, "am", "LV", {{"B1", 20}});
  EXPECT_EQ(w.levels().exceptions, 1);
  w.plan.sessions.clear();
  EXPECT_EQ(w.levels().exceptions, 0);
}

TEST(LevelE, DoesNotSeeWaivedBatchesRetakersOrTheory) {
  World w;
  w.instance.policy.visits_per_year = 0;
  w.batch("B1", "T01", "LV", 20).own_school = true;
  w.batch("B2", "T01", "LV", 20).kind = BatchKind::Retake;
  w.batch("B3", "T01", "TH", 20);
  w.session("S02", 4, "am", "LV", {{"B1", 20}});
  w.session("S02", 4, "pm", "LV", {{"B2", 20}});
  w.session("S04", 4, "am", "TH", {{"B3", 20}});
  EXPECT_EQ(w.levels().exceptions, 0);
}

TEST(LevelX, CountsCandidatesAtSitesBeyondTheOffer) {
  World w;
  w.instance.policy.order_depth = 1;
  w.batch("B1", "T01", "LV", 35);
  w.session("S03", 4, "am", "LV", {{"B1", 15}});
  w.session("S02", 4, "am", "LV", {{"B1", 20}});
  EXPECT_EQ(w.levels().beyond_offer, 20);
  w.instance.policy.order_depth = 2;
  EXPECT_EQ(w.levels().beyond_offer, 0);
}

/// B1 of T01 stands before B2 of T03. B2 sits at S02 on 4 March in the morning, B1 there on 5 March.
struct Queue : World {
  Queue() {
    batch("B1", "T01", "LV", 20).completed = make_date(2024, 1, 20);
    batch("B2", "T03", "LV", 20);
    session("S02", 4, "am", "LV", {{"B2", 20}});
    session("S02", 5, "am", "LV", {{"B1", 20}});
  }
  Batch& first() { return instance.batches[0]; }
  Batch& second() { return instance.batches[1]; }
  std::int64_t envy() { return levels().envy; }
};

TEST(LevelJ, TheOneBeforeSitsLaterThoughItCouldSitThere) { EXPECT_EQ(Queue().envy(), 1); }

TEST(LevelJ, NobodyEnviesTheOneBefore) {
  Queue w;
  w.first().completed = make_date(2024, 2, 2);
  EXPECT_EQ(w.envy(), 0);
}

TEST(LevelJ, HigherCarriedStandsBeforeEarlierCompletionAndUrgentBeforeBoth) {
  Queue w;
  w.second().carried = 1;
  EXPECT_EQ(w.envy(), 0);
  w.first().finish_by = make_date(2024, 3, 31);
  EXPECT_EQ(w.envy(), 1);
}

TEST(LevelJ, SameCompletionGoesByTheStartOfTraining) {
  Queue w;
  w.first().completed = w.second().completed;
  w.first().started = w.second().started + 1;
  EXPECT_EQ(w.envy(), 0);
  w.first().started = w.second().started - 1;
  EXPECT_EQ(w.envy(), 1);
}

TEST(LevelJ, SameDatesGoByTheTie) {
  Queue w;
  w.first().completed = w.second().completed;
  EXPECT_EQ(w.envy(), tie(Digest{}, "B1") < tie(Digest{}, "B2") ? 1 : 0);
}

TEST(LevelJ, TheSameSlotIsNotEarlier) {
  Queue w;
  w.plan.sessions[1] = {"S03-1", "S03", "LV", "2024-03-04", "am", {{"B1", 20}}};
  EXPECT_EQ(w.envy(), 0);
}

TEST(LevelJ, OnlySitesOfTheOfferAreEnvied) {
  Queue w;
  w.instance.policy.order_depth = 1;
  EXPECT_EQ(w.envy(), 0);
}

TEST(LevelJ, FreeSeatsAndThoseOfBatchesBehindMustReachTheShareOfR9) {
  Queue w;
  w.batch("B0", "T03", "LV", 31).completed = make_date(2024, 1, 1);
  w.second().candidates = 5;
  w.plan.sessions[0].seats = {{"B0", 31}, {"B2", 5}};
  EXPECT_EQ(w.envy(), 0); // 4 free, 5 behind: 9 of 10
  w.instance.batches[2].candidates = 30;
  w.plan.sessions[0].seats = {{"B0", 30}, {"B2", 5}};
  EXPECT_EQ(w.envy(), 1);
}

TEST(LevelJ, AMixedRoomsCapacityLimitsItsFreeSeats) {
  Queue w;
  w.second().candidates = 5;
  w.batch("B3", "T02", "TH", 40);
  w.plan.sessions[0] = {"S04-1", "S04", "LV", "2024-03-04", "am", {{"B2", 5}}};
  w.session("S04", 4, "am", "TH", {{"B3", 40}});
  EXPECT_EQ(w.envy(), 1); // 5 free, 5 behind
  w.instance.batches[2].candidates = 41;
  w.plan.sessions[2].subject = "TH";
  for (auto& s : w.plan.sessions)
    if (s.subject == "TH") s.seats[0].candidates = 41;
  EXPECT_EQ(w.envy(), 0);
}

TEST(LevelJ, APartlyUnplacedBatchEnviesLaterSessionsToo) {
  Queue w;
  w.first().candidates = 30;
  w.plan.sessions[0].date = "2024-03-06";
  EXPECT_EQ(w.envy(), 0); // B1 would sit at S02 twice in a row, on the 5th and the 6th
  w.plan.sessions.clear();
  w.session("S03", 5, "am", "LV", {{"B1", 20}});
  w.session("S02", 6, "am", "LV", {{"B2", 20}});
  EXPECT_EQ(w.envy(), 1);
}

TEST(LevelJ, AWhollyUnplacedBatchEnviesAnySession) {
  Queue w;
  w.plan.sessions.pop_back();
  EXPECT_EQ(w.envy(), 1);
}

TEST(LevelJ, WhatR5OrASuspensionBarsIsNotEnvied) {
  Queue w;
  w.first().not_before = day(5);
  w.first().carried = 1;
  EXPECT_EQ(w.envy(), 0);
  Queue v;
  v.instance.institutions[0].suspended = {{day(4), day(4)}};
  EXPECT_EQ(v.envy(), 0);
}

TEST(LevelJ, R6OverTheWholeChainBarsEnvy) {
  Queue before;
  before.visited("T01", "S02", "HV", make_date(2024, 2, 20));
  before.session("S03", 4, "pm", "HV", {{"B3", 20}});
  before.batch("B3", "T01", "HV", 20);
  EXPECT_EQ(before.envy(), 0); // the history's latest group was at S02
  Queue after;
  after.batch("B3", "T01", "HV", 20);
  after.session("S02", 4, "pm", "HV", {{"B3", 20}});
  after.plan.sessions[1] = {"S03-1", "S03", "LV", "2024-03-05", "am", {{"B1", 20}}};
  EXPECT_EQ(after.envy(), 0); // B3 follows at S02
}

TEST(LevelJ, TheBatchsOwnLaterSeatsGoOutOfTheChain) {
  Queue w;
  w.batch("B3", "T01", "HV", 20);
  w.session("S03", 4, "pm", "HV", {{"B3", 20}});
  w.batch("B4", "T01", "HV", 20).completed = make_date(2024, 2, 10);
  w.session("S03", 6, "am", "HV", {{"B4", 20}});
  EXPECT_EQ(w.envy(), 0); // without B1's seat between them, B3 and B4 would be neighbours at S03
}

TEST(LevelJ, TheLimitOfR7BarsEnvy) {
  Queue w;
  w.instance.policy.visits_per_year = 1;
  w.visited("T01", "S02", "LV", make_date(2024, 1, 5));
  w.visited("T01", "S04", "LV", make_date(2024, 1, 6));
  w.plan.sessions[1] = {"S03-1", "S03", "LV", "2024-03-05", "am", {{"B1", 20}}};
  EXPECT_EQ(w.envy(), 0);
  w.instance.policy.visits_per_year = 2;
  EXPECT_EQ(w.envy(), 1);
}

TEST(LevelJ, TheSitesOfR8BarEnvy) {
  Queue w;
  w.batch("B3", "T01", "HV", 20);
  w.session("S03", 4, "am", "HV", {{"B3", 20}});
  w.instance.policy.max_sites_per_institution_slot = 1;
  EXPECT_EQ(w.envy(), 0);
  w.instance.policy.max_sites_per_institution_slot = 2;
  EXPECT_EQ(w.envy(), 1);
}

TEST(LevelJ, AClassmateInTheSlotBarsEnvy) {
  Queue w;
  w.batch("B3", "T01", "TH", 20).class_id = "C-B1";
  w.session("S04", 4, "am", "TH", {{"B3", 20}});
  EXPECT_EQ(w.envy(), 0);
}

TEST(LevelJ, APairCountsOnceAndEachOfTwoBatchesCounts) {
  Queue w;
  w.second().candidates = 40;
  w.session("S03", 4, "am", "LV", {{"B2", 20}});
  EXPECT_EQ(w.envy(), 1);
  w.batch("B3", "T03", "LV", 20);
  w.plan.sessions[0].seats.push_back({"B3", 20});
  EXPECT_EQ(w.envy(), 2);
}

TEST(LevelJ, RetakersMakeNoVisitsAndEnvyAlike) {
  Queue w;
  w.first().kind = BatchKind::Retake;
  w.visited("T01", "S02", "LV", make_date(2024, 2, 20));
  EXPECT_EQ(w.envy(), 1);
}

TEST(LevelV, CountsEmptySeatsBeyondTheFreePercentage) {
  World w;
  w.batch("B1", "T01", "LV", 20);
  w.session("S02", 4, "am", "LV", {{"B1", 20}});
  EXPECT_EQ(w.levels().vacant, 40 - 20 - 8);
  w.instance.policy.vacancy_free_percent = 33;
  EXPECT_EQ(w.levels().vacant, 40 - 20 - 13); // 13.2 rounded down
  w.instance.policy.vacancy_free_percent = 60;
  EXPECT_EQ(w.levels().vacant, 0);
}

TEST(LevelV, AMixedRoomIsMeasuredByItsCapacityOnceASlot) {
  World w;
  w.batch("B1", "T01", "LV", 20);
  w.batch("B2", "T02", "TH", 10);
  w.session("S04", 4, "am", "LV", {{"B1", 20}});
  w.session("S04", 4, "am", "TH", {{"B2", 10}});
  EXPECT_EQ(w.levels().vacant, 50 - 30 - 10);
}

/// One batch of 20 at S02, 32 days after its completion.
TEST(LevelQ, AddsItsWeightedParts) {
  World w;
  w.batch("B1", "T01", "LV", 20);
  w.session("S02", 4, "am", "LV", {{"B1", 20}});
  w.instance.sessions = {{1, 0, 9}, {1, 2, 50}};
  const std::int64_t imbalance = 4 * 100 - 100; // ten sessions at one of four sites; theory does not count
  const std::int64_t waiting = 15 * 20 * 4 * 4; // four whole weeks
  const std::int64_t distance = 20 * 10;        // band 1, first of it
  EXPECT_EQ(w.levels().quality, 4 * imbalance + 1 * waiting + 2 * distance);
}

TEST(LevelQ, CountsEverySessionOfABatchAfterItsFirst) {
  World w;
  w.instance.policy.weights = {0, 0, 0, 7, 0};
  w.batch("B1", "T01", "LV", 30);
  for (unsigned d : {4U, 5U, 6U}) w.session(d == 5 ? "S03" : "S02", d, "am", "LV", {{"B1", 10}});
  EXPECT_EQ(w.levels().quality, 2 * 7);
}

TEST(LevelQ, CountsSessionsOfRetakersOnlyWhereARegularBatchIsPlaced) {
  World w;
  w.instance.policy.weights = {0, 0, 0, 0, 11};
  w.batch("B1", "T01", "LV", 20).kind = BatchKind::Retake;
  w.session("S02", 4, "am", "LV", {{"B1", 20}});
  EXPECT_EQ(w.levels().quality, 0);
  w.batch("B2", "T03", "LV", 20);
  EXPECT_EQ(w.levels().quality, 0); // the regular batch has no seat
  w.session("S03", 5, "am", "LV", {{"B2", 20}});
  EXPECT_EQ(w.levels().quality, 11);
  w.plan.sessions.clear();
  w.session("S02", 4, "am", "LV", {{"B1", 20}, {"B2", 20}});
  EXPECT_EQ(w.levels().quality, 0);
}

TEST(LevelQ, DistanceGoesByBandAndPlaceWithinIt) {
  World w;
  w.instance.policy.weights = {0, 0, 1, 0, 0};
  w.batch("B1", "T03", "LV", 20); // S01 and S02 in band 1, by ticket
  w.session("S02", 4, "am", "LV", {{"B1", 20}});
  const bool second = ticket(Digest{}, "B1", "S01") < ticket(Digest{}, "B1", "S02");
  EXPECT_EQ(w.levels().quality, 20 * (10 + (second ? 1 : 0)));
  EXPECT_EQ(w.report().tickets, std::vector<int>{second ? 2 : 1});
}

TEST(LevelQ, AWaivedBatchsOwnSiteAndAPublicBaseAreBandZero) {
  World w;
  w.instance.policy.weights = {0, 0, 1, 0, 0};
  w.batch("B1", "T01", "LV", 40).own_school = true;
  w.session("S01", 4, "am", "LV", {{"B1", 20}});
  w.session("S03", 5, "am", "LV", {{"B1", 20}});
  EXPECT_EQ(w.levels().quality, 20); // one of the two is second within band 0
}

TEST(LevelQ, AbsurdFiguresStandAtTheLargestValueInsteadOfWrapping) {
  World w;
  w.instance.policy.weights.imbalance = 1'000'000'000;
  w.instance.sessions = {{1, 0, 1'000'000'000}};
  EXPECT_EQ(w.levels().quality, std::numeric_limits<std::int64_t>::max());
}

TEST(LevelT, ListsPlacesBySubjectThenQueueThenPlace) {
  World w;
  w.batch("B1", "T01", "LV", 40);
  w.batch("B2", "T01", "LV", 20).completed = make_date(2024, 1, 20);
  w.batch("B3", "T01", "HV", 20);
  w.session("S04", 4, "am", "LV", {{"B1", 20}});
  w.session("S03", 5, "am", "LV", {{"B1", 20}});
  w.session("S02", 6, "am", "LV", {{"B2", 20}});
  w.session("S04", 7, "am", "HV", {{"B3", 20}});
  EXPECT_EQ(w.finish().report().tickets, (std::vector<int>{2, 1, 0, 2}));
}

} // namespace
} // namespace ankao::draw::testing
