// SPDX-License-Identifier: Apache-2.0
// Every rule of draw.md through the full evaluator: satisfied, violated, just inside, just outside.
#include <gtest/gtest.h>

#include "draw/support/tiny.hpp"

namespace ankao::draw::testing {
namespace {

// Times of the tiny month: 0 = 4 March am, 1 = 4 March pm, 2 = 5 March am, 3 = 5 March pm. Rooms 0, 1, 2 stand at sites 0, 1, 2.

TEST(R0, ABatchSitsInItsOwnSubjectOncePerSessionAndNotOftenerThanItHasCandidates) {
  Tiny tiny;
  tiny.batch(20);
  EXPECT_TRUE(tiny.lawful({{1, 0, 0, {{0, 20}}}}));
  EXPECT_TRUE(tiny.breaks(0, {{1, 0, 0, {{0, 21}}}}));
  EXPECT_TRUE(tiny.breaks(0, {{1, 0, 0, {{0, 10}, {0, 10}}}}));
  EXPECT_TRUE(tiny.breaks(0, {{1, 0, 0, {}}}));
  EXPECT_TRUE(tiny.breaks(0, {{1, 0, 0, {{0, 0}}}}));
  const int other = tiny.subject("HV");
  EXPECT_TRUE(tiny.breaks(0, {{1, 0, other, {{0, 20}}}}));
}

TEST(R1, NobodySitsAtASiteOfTheOwnInstitutionUnlessWaived) {
  Tiny tiny;
  tiny.batch(20);
  EXPECT_TRUE(tiny.breaks(1, {{0, 0, 0, {{0, 20}}}}));
  EXPECT_FALSE(tiny.breaks(1, {{2, 0, 0, {{0, 20}}}})); // owned by another institution
  tiny.edit(0).own_school = true;
  EXPECT_TRUE(tiny.lawful({{0, 0, 0, {{0, 20}}}}));
  tiny.edit(0).own_school = false;
  tiny.instance.subjects[0].cross = Cross::Exempt;
  EXPECT_TRUE(tiny.lawful({{0, 0, 0, {{0, 20}}}}));
}

TEST(R2, ASessionUsesAtMostTheSeatsForItsSubject) {
  Tiny tiny;
  tiny.batch(50);
  EXPECT_TRUE(tiny.lawful({{1, 0, 0, {{0, 40}}}}));
  EXPECT_TRUE(tiny.breaks(2, {{1, 0, 0, {{0, 41}}}}));
}

TEST(R2, AllSessionsOfAMixedRoomTogetherUseAtMostItsCapacity) {
  Tiny tiny;
  const int hv = tiny.subject("HV");
  const int room = tiny.room(1, 30, {{0, 25}, {hv, 25}}, false);
  tiny.batch(25);
  tiny.batch(25, 0, hv);
  EXPECT_TRUE(tiny.lawful({{room, 0, 0, {{0, 15}}}, {room, 0, hv, {{1, 15}}}}));
  EXPECT_TRUE(tiny.breaks(2, {{room, 0, 0, {{0, 15}}}, {room, 0, hv, {{1, 16}}}}));
}

TEST(R3, AnExclusiveRoomServesOneSubjectAndNoRoomHasTwoSessionsOfOne) {
  Tiny tiny;
  const int hv = tiny.subject("HV");
  tiny.instance.rooms[1].seats[hv] = 40;
  tiny.batch(20);
  tiny.batch(20, 0, hv);
  tiny.batch(20);
  EXPECT_TRUE(tiny.breaks(3, {{1, 0, 0, {{0, 20}}}, {1, 0, hv, {{1, 20}}}}));
  EXPECT_TRUE(tiny.breaks(3, {{1, 0, 0, {{0, 20}}}, {1, 0, 0, {{2, 20}}}}));
  EXPECT_FALSE(tiny.breaks(3, {{1, 0, 0, {{0, 20}}}, {1, 1, hv, {{1, 20}}}}));
  tiny.instance.rooms[1].exclusive = false;
  EXPECT_TRUE(tiny.lawful({{1, 0, 0, {{0, 20}}}, {1, 0, hv, {{1, 20}}}}));
}

TEST(R4, TheRoomIsOpenAndNeitherSiteNorInstitutionIsSuspended) {
  Tiny tiny;
  tiny.batch(20);
  tiny.instance.rooms[1].open = {{0, {1}}, {1, {0}}};
  EXPECT_TRUE(tiny.breaks(4, {{1, 0, 0, {{0, 20}}}}));
  EXPECT_TRUE(tiny.lawful({{1, 1, 0, {{0, 20}}}}));
  EXPECT_TRUE(tiny.breaks(4, {{1, 3, 0, {{0, 20}}}}));
  tiny.instance.sites[1].suspended = {{make_date(2024, 3, 5), make_date(2024, 3, 5)}};
  EXPECT_TRUE(tiny.breaks(4, {{1, 2, 0, {{0, 20}}}}));
  EXPECT_TRUE(tiny.lawful({{1, 1, 0, {{0, 20}}}}));
  tiny.instance.institutions[0].suspended = {{make_date(2024, 2, 1), make_date(2024, 3, 4)}};
  EXPECT_TRUE(tiny.breaks(4, {{1, 1, 0, {{0, 20}}}}));
  EXPECT_TRUE(tiny.lawful({{2, 2, 0, {{0, 20}}}}));
}

TEST(R5, TheDateIsAfterCompletionNotBeforeNotBeforeAndNotAfterFinishBy) {
  Tiny tiny;
  tiny.batch(20);
  const Seating fourth{{1, 0, 0, {{0, 20}}}}, fifth{{1, 2, 0, {{0, 20}}}};
  tiny.edit(0).completed = make_date(2024, 3, 3);
  EXPECT_TRUE(tiny.lawful(fourth));
  tiny.edit(0).completed = make_date(2024, 3, 4);
  EXPECT_TRUE(tiny.breaks(5, fourth));
  EXPECT_TRUE(tiny.lawful(fifth));
  tiny.edit(0).completed = make_date(2024, 2, 1);
  tiny.edit(0).not_before = make_date(2024, 3, 5);
  EXPECT_TRUE(tiny.breaks(5, fourth));
  EXPECT_TRUE(tiny.lawful(fifth));
  tiny.edit(0).not_before.reset();
  tiny.edit(0).finish_by = make_date(2024, 3, 4);
  EXPECT_TRUE(tiny.lawful(fourth));
  EXPECT_TRUE(tiny.breaks(5, fifth));
  tiny.edit(0).finish_by = make_date(2024, 2, 28); // past: urgent, but no bar
  EXPECT_TRUE(tiny.lawful(fifth));
}

TEST(R6, NeighbouringGroupsOfAnInstitutionHaveNoSiteInCommon) {
  Tiny tiny;
  tiny.batch(20);
  tiny.batch(20);
  tiny.batch(20);
  EXPECT_TRUE(tiny.breaks(6, {{1, 0, 0, {{0, 20}}}, {1, 3, 0, {{1, 20}}}}));
  EXPECT_TRUE(tiny.lawful({{1, 0, 0, {{0, 20}}}, {2, 3, 0, {{1, 20}}}}));
  EXPECT_TRUE(tiny.lawful({{1, 0, 0, {{0, 20}}}, {2, 2, 0, {{1, 20}}}, {1, 3, 0, {{2, 20}}}}));
  EXPECT_TRUE(tiny.lawful({{1, 0, 0, {{0, 20}, {1, 20}}}, {2, 0, 0, {{2, 20}}}})); // one group
  EXPECT_TRUE(tiny.breaks(6, {{1, 0, 0, {{0, 20}}}, {2, 0, 0, {{2, 20}}}, {2, 1, 0, {{1, 20}}}}));
}

TEST(R6, TheLatestGroupOfTheHistoryComesFirst) {
  Tiny tiny;
  tiny.batch(20);
  tiny.instance.visits = {{0, 2, 0, make_date(2024, 2, 1), 1, false}, {0, 1, 0, make_date(2024, 2, 2), 0, false}};
  EXPECT_TRUE(tiny.breaks(6, {{1, 0, 0, {{0, 20}}}}));
  EXPECT_TRUE(tiny.lawful({{2, 0, 0, {{0, 20}}}}));
  tiny.instance.visits[1].waived = true;
  EXPECT_TRUE(tiny.breaks(6, {{2, 0, 0, {{0, 20}}}}));
}

TEST(R6, AHistoryVisitInTheTheorySubjectIsNoVisit) {
  Tiny tiny;
  const int theory = tiny.subject("theory", SubjectKind::Theory);
  tiny.batch(20);
  tiny.instance.visits = {{0, 1, 0, make_date(2024, 2, 1), 0, false}, {0, 2, theory, make_date(2024, 2, 2), 0, false}};
  EXPECT_TRUE(tiny.breaks(6, {{1, 0, 0, {{0, 20}}}})); // the practical visit before it is still the latest group
  EXPECT_TRUE(tiny.lawful({{2, 0, 0, {{0, 20}}}}));
}

TEST(R6, RetakesTheoryWaivedBatchesAndThoseWithOneEligibleSiteMakeNoVisit) {
  Tiny tiny;
  tiny.batch(20);
  tiny.batch(20);
  const Seating twice{{1, 0, 0, {{0, 20}}}, {1, 1, 0, {{1, 20}}}};
  EXPECT_TRUE(tiny.breaks(6, twice));
  tiny.edit(1).kind = BatchKind::Retake;
  EXPECT_TRUE(tiny.lawful(twice));
  tiny.edit(1).kind = BatchKind::Regular;
  tiny.edit(1).own_school = true;
  EXPECT_TRUE(tiny.lawful(twice));
  tiny.edit(1).own_school = false;
  tiny.instance.subjects[0].kind = SubjectKind::Theory;
  EXPECT_TRUE(tiny.lawful(twice));
  tiny.instance.subjects[0].kind = SubjectKind::Practical;
  tiny.instance.rooms[2].open.clear(); // site 1 alone is left
  EXPECT_TRUE(tiny.lawful(twice));
}

TEST(R7, VisitsAboveTheLimitAreExceptionsAndNotBreaches) {
  Tiny tiny;
  tiny.instance.policy.visits_per_year = 2;
  tiny.batch(20);
  tiny.batch(20);
  tiny.instance.visits = {{0, 1, 0, make_date(2024, 1, 5), 0, false}, {0, 2, 0, make_date(2024, 1, 6), 0, false}};
  const Seating one{{1, 0, 0, {{0, 20}}}};
  const Seating two{{1, 0, 0, {{0, 20}}}, {2, 1, 0, {{1, 20}}}};
  EXPECT_EQ(tiny.verdict(one).levels.exceptions, 0); // 1 + 1 = 2
  tiny.instance.visits.push_back({0, 1, 0, make_date(2024, 1, 4), 0, false});
  EXPECT_EQ(tiny.verdict(one).levels.exceptions, 1); // 2 + 1 = 3
  EXPECT_TRUE(tiny.lawful(one));
  EXPECT_EQ(tiny.verdict(two).levels.exceptions, 1); // 1 + 1 at site 2
  tiny.edit(0).kind = BatchKind::Retake;
  EXPECT_EQ(tiny.verdict(one).levels.exceptions, 0);
}

TEST(R7, WhatTheHistoryAlreadyHasAboveTheLimitRaisesIt) {
  Tiny tiny;
  tiny.instance.policy.visits_per_year = 1;
  tiny.batch(20);
  for (unsigned day = 2; day <= 5; ++day) tiny.instance.visits.push_back({0, 1, 0, make_date(2024, 1, day), 0, false});
  tiny.instance.visits.push_back({0, 2, 0, make_date(2024, 1, 9), 0, false}); // the last group
  EXPECT_EQ(tiny.verdict({}).levels.exceptions, 0);
  const Verdict verdict = tiny.verdict({{1, 0, 0, {{0, 20}}}});
  EXPECT_EQ(verdict.levels.exceptions, 1);
  ASSERT_EQ(verdict.exceeded.size(), 1U);
  EXPECT_EQ(verdict.exceeded[0].visits, 5);
}

TEST(R8, SessionsOfASubjectAndOfASlotAreLimited) {
  Tiny tiny;
  tiny.batch(20);
  tiny.batch(20, 1);
  const Seating same{{1, 0, 0, {{0, 20}}}, {0, 0, 0, {{1, 20}}}};
  const Seating apart{{1, 0, 0, {{0, 20}}}, {0, 1, 0, {{1, 20}}}};
  tiny.instance.subjects[0].max_sessions = 2;
  EXPECT_TRUE(tiny.lawful(same));
  tiny.instance.subjects[0].max_sessions = 1;
  EXPECT_TRUE(tiny.breaks(8, same));
  EXPECT_TRUE(tiny.breaks(8, apart));
  tiny.instance.subjects[0].max_sessions.reset();
  tiny.instance.policy.max_sessions_per_slot = 1;
  EXPECT_TRUE(tiny.breaks(8, same));
  EXPECT_TRUE(tiny.lawful(apart));
}

TEST(R8, TheSitesThatAnInstitutionsCountingBatchesAttendInOneSlotAreLimited) {
  Tiny tiny;
  tiny.instance.policy.max_sites_per_institution_slot = 1;
  tiny.batch(20);
  tiny.batch(20);
  EXPECT_TRUE(tiny.lawful({{1, 0, 0, {{0, 20}, {1, 20}}}}));
  const Seating two{{1, 0, 0, {{0, 20}}}, {2, 0, 0, {{1, 20}}}};
  EXPECT_TRUE(tiny.breaks(8, two));
  tiny.edit(1).kind = BatchKind::Retake;
  EXPECT_TRUE(tiny.lawful(two));
  tiny.edit(1).kind = BatchKind::Regular;
  tiny.instance.policy.max_sites_per_institution_slot = 2;
  EXPECT_TRUE(tiny.lawful(two));
}

TEST(R9, EveryShareIsAtLeastTheSmallestFragmentOrWhatBatchOrRoomAllow) {
  Tiny tiny;
  tiny.batch(30);
  EXPECT_TRUE(tiny.lawful({{1, 0, 0, {{0, 10}}}}));
  EXPECT_TRUE(tiny.breaks(9, {{1, 0, 0, {{0, 9}}}}));
  tiny.edit(0).candidates = 9;
  EXPECT_TRUE(tiny.lawful({{1, 0, 0, {{0, 9}}}}));
  EXPECT_TRUE(tiny.breaks(9, {{1, 0, 0, {{0, 8}}}}));
  tiny.edit(0).candidates = 30;
  tiny.instance.rooms[1].seats[0] = 6;
  EXPECT_TRUE(tiny.lawful({{1, 0, 0, {{0, 6}}}}));
  EXPECT_TRUE(tiny.breaks(9, {{1, 0, 0, {{0, 5}}}}));
}

TEST(R10, TwoBatchesOfOneClassNeverSitAtTheSameTime) {
  Tiny tiny;
  const int theory = tiny.subject("theory", SubjectKind::Theory);
  tiny.instance.rooms[2].seats[theory] = 40;
  tiny.batch(20);
  tiny.batch(20, 0, theory);
  tiny.edit(1).class_id = tiny.edit(0).class_id;
  EXPECT_TRUE(tiny.breaks(10, {{1, 0, 0, {{0, 20}}}, {2, 0, theory, {{1, 20}}}}));
  EXPECT_TRUE(tiny.lawful({{1, 0, 0, {{0, 20}}}, {2, 1, theory, {{1, 20}}}}));
  EXPECT_TRUE(tiny.lawful({{1, 0, 0, {{0, 10}}}, {2, 0, 0, {{0, 10}}}})); // one batch in two rooms
}

} // namespace
} // namespace ankao::draw::testing
