// SPDX-License-Identifier: Apache-2.0
// A shortage is told only where it can be proven, and no batch named in it could be left out.
#include "draw/study/deficit.hpp"

#include <gtest/gtest.h>

#include "draw/engine/engine.hpp"
#include "draw/study/placed.hpp"
#include "draw/support/tiny.hpp"

namespace ankao::draw::testing {
namespace {

/// S1 and S2 for T1's batches: 40 seats each in four slots, two of them on the 4th.
struct Short : Tiny {
  int urgent(int candidates) {
    const int b = batch(candidates);
    edit(b).finish_by = make_date(2024, 3, 4);
    return b;
  }
  std::optional<Deficit> found(int b) { return deficit_of(Model(instance, test_seed()), b); }
};

TEST(Deficit, TwoBatchesThatMaySitOnOneDayOnly) {
  Short w;
  const int a = w.urgent(90), b = w.urgent(90), free = w.batch(30);
  const auto d = w.found(a);
  ASSERT_TRUE(d);
  EXPECT_EQ(d->batches, (std::vector<int>{a, b}));
  EXPECT_EQ(d->candidates, 180);
  EXPECT_EQ(d->seats, 160);
  EXPECT_EQ(d->short_of(), 20);
  EXPECT_EQ(d->openings, 4);
  EXPECT_EQ(d->sites, (std::vector<int>{1, 2}));
  EXPECT_EQ(d->limit, Deficit::Limit::Seats);
  EXPECT_EQ(w.found(b)->batches, d->batches);
  // The one with time stands at the same sites, behind the shortage, and has no part in it.
  ASSERT_TRUE(w.found(free));
  EXPECT_EQ(w.found(free)->batches, d->batches);
}

TEST(Deficit, JustEnoughSeatsAreNoShortage) {
  Short w;
  const int a = w.urgent(80);
  w.urgent(80);
  EXPECT_FALSE(w.found(a));
  w.edit(a).candidates = 81;
  ASSERT_TRUE(w.found(a));
  EXPECT_EQ(w.found(a)->short_of(), 1);
}

TEST(Deficit, ABatchThatAloneIsTooLargeIsAllThereIsToSay) {
  Short w;
  const int a = w.urgent(170);
  w.urgent(90);
  EXPECT_EQ(w.found(a)->batches, std::vector<int>{a});
}

TEST(Deficit, NoSiteAtAllIsAShortageOfEverySeat) {
  Short w;
  const int nowhere = w.subject("HV"), a = w.batch(20, 0, nowhere);
  ASSERT_TRUE(w.found(a));
  EXPECT_EQ(w.found(a)->seats, 0);
  EXPECT_TRUE(w.found(a)->sites.empty());
}

TEST(Deficit, TheQuotaOfTheSubjectAndTheSessionsOfASlotAreToldAsSuch) {
  Short w;
  const int a = w.batch(60), b = w.batch(60);
  EXPECT_FALSE(w.found(a));
  w.instance.subjects[0].max_sessions = 2;
  ASSERT_TRUE(w.found(a));
  EXPECT_EQ(w.found(a)->batches, (std::vector<int>{a, b}));
  EXPECT_EQ(w.found(a)->seats, 80);
  EXPECT_EQ(w.found(a)->limit, Deficit::Limit::SubjectSessions);
  w.instance.subjects[0].max_sessions = 3;
  EXPECT_FALSE(w.found(a));
  w.instance.subjects[0].max_sessions.reset();
  w.instance.policy.max_sessions_per_slot = 1;
  w.edit(a).candidates = 101; // four slots of forty
  ASSERT_TRUE(w.found(a));
  EXPECT_EQ(w.found(a)->limit, Deficit::Limit::SlotSessions);
  EXPECT_EQ(w.found(a)->seats, 160);
}

TEST(Deficit, AMixedRoomIsCountedOnceForBothSubjects) {
  Short w;
  const int hv = w.subject("HV");
  for (int r : {1, 2}) w.instance.rooms[static_cast<std::size_t>(r)].seats.clear();
  w.room(1, 50, {{0, 40}, {hv, 40}}, false);
  const int a = w.batch(101), b = w.batch(100, 0, hv);
  ASSERT_TRUE(w.found(a));
  EXPECT_EQ(w.found(a)->batches, (std::vector<int>{a, b}));
  EXPECT_EQ(w.found(a)->seats, 200);
  w.edit(a).candidates = 100;
  EXPECT_FALSE(w.found(a));
}

/// On many odd months: the sum proves it, nobody can be left out, and no plan does better.
TEST(Deficit, IsProvenMinimalAndTrueOfEveryPlan) {
  int told = 0, large = 0;
  for (int n = 0; n < 400; ++n) {
    const Instance instance = RandomInstance(static_cast<std::uint64_t>(n), 4 + n % 9).make();
    const Model model(instance, test_seed(n));
    const Plan plan = n % 2 == 0 ? greedy(instance, Digest{}, test_seed(n)) : solve(instance, Digest{}, test_seed(n), {200'000, {}});
    for (const Unplaced& left : plan.unplaced) {
      const auto d = deficit_of(model, index_of(instance.batches, left.batch));
      if (!d) continue;
      ++told;
      large += d->batches.size() > 2 ? 1 : 0;
      const bool crowded = d->limit == Deficit::Limit::Sessions; // a count of sessions proves it, not the sum of seats
      EXPECT_TRUE(crowded ? d->sessions > d->openings : d->seats == seats_within_reach(model, d->batches)) << n;
      EXPECT_LT(d->seats, d->candidates) << n;
      for (int b : d->batches) {
        auto fewer = d->batches;
        std::erase(fewer, b);
        std::int64_t people = 0;
        for (int one : fewer) people += instance.batches[static_cast<std::size_t>(one)].candidates;
        EXPECT_EQ(most_placeable(model, fewer), people) << n << " could do without " << b;
      }
      std::int64_t missing = 0;
      for (const Unplaced& one : plan.unplaced)
        if (std::binary_search(d->batches.begin(), d->batches.end(), index_of(instance.batches, one.batch))) missing += one.candidates;
      EXPECT_GE(missing, d->short_of()) << n;
    }
  }
  EXPECT_GT(told, 100);
  EXPECT_GT(large, 10);
}

/// Against every subset: where a shortage exists for the batch's own subject and reach, one is found.
TEST(Deficit, IsFoundWheneverSomeSetWithTheBatchIsShort) {
  int checked = 0;
  for (int n = 0; n < 300; ++n) {
    const Instance instance = RandomInstance(static_cast<std::uint64_t>(n) + 5000, 3).make();
    const int count = static_cast<int>(instance.batches.size());
    if (count > 9) continue;
    const Model model(instance, test_seed(n));
    for (int b = 0; b < count; ++b) {
      bool minimal_with_b = false;
      for (int set = 1; set < 1 << count; ++set) {
        if ((set >> b & 1) == 0) continue;
        std::vector<int> with, rest;
        std::int64_t people = 0, others = 0;
        for (int i = 0; i < count; ++i)
          if (set >> i & 1) {
            with.push_back(i);
            people += instance.batches[static_cast<std::size_t>(i)].candidates;
            if (i != b) {
              rest.push_back(i);
              others += instance.batches[static_cast<std::size_t>(i)].candidates;
            }
          }
        if (seats_within_reach(model, with) < people && (rest.empty() || most_placeable(model, rest) == others)) minimal_with_b = true;
      }
      ++checked;
      EXPECT_TRUE(!minimal_with_b || deficit_of(model, b)) << n << " batch " << b;
    }
  }
  EXPECT_GT(checked, 300);
}

} // namespace
} // namespace ankao::draw::testing
