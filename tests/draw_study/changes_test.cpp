// SPDX-License-Identifier: Apache-2.0
// "One seat, one opening, one rule": told only when it helps, and every telling holds before the full evaluator.
#include "draw/study/changes.hpp"

#include <gtest/gtest.h>

#include <set>

#include "draw/engine/board.hpp"
#include "draw/engine/engine.hpp"
#include "draw/study/placed.hpp"
#include "draw/support/tiny.hpp"

namespace ankao::draw::testing {
namespace {

using Kind = Change::Kind;

/// Only S1's room (40 seats) is open, on the morning of the 4th.
struct OneRoom : Tiny {
  OneRoom() {
    instance.rooms[1].open = {{0, {0}}};
    instance.rooms[2].open.clear();
  }
  std::vector<Change> found(const Seating& seating, int b) { return changes_for(Model(instance, test_seed()), seating, test_seed(), b); }
};

std::vector<Change> of_kind(const std::vector<Change>& all, Kind kind) {
  std::vector<Change> out;
  for (const Change& one : all)
    if (one.kind == kind) out.push_back(one);
  return out;
}

TEST(Changes, TheSeatsThatAreMissing) {
  OneRoom w;
  w.batch(25);
  const int late = w.batch(20);
  const auto seats = of_kind(w.found({{1, 0, 0, {{0, 25}}}}, late), Kind::Seats);
  ASSERT_EQ(seats.size(), 1U);
  EXPECT_EQ(seats[0], (Change{Kind::Seats, 1, 1, 0, 5, 0, 20, 0}));
}

TEST(Changes, AnotherOpening) {
  OneRoom w;
  w.batch(40);
  const int late = w.batch(20);
  const auto open = of_kind(w.found({{1, 0, 0, {{0, 40}}}}, late), Kind::Opening);
  ASSERT_FALSE(open.empty());
  EXPECT_EQ(open[0].seated, 20);
  EXPECT_EQ(open[0].room, 1);
  EXPECT_EQ(open[0].time, 1);
  // A suspended site cannot be helped by an opening.
  w.instance.sites[1].suspended = {{make_date(2024, 3, 5), make_date(2024, 3, 31)}};
  w.instance.institutions[0].suspended = {{make_date(2024, 3, 5), make_date(2024, 3, 31)}};
  for (const Change& one : of_kind(w.found({{1, 0, 0, {{0, 40}}}}, late), Kind::Opening)) EXPECT_LT(one.time, 2);
}

TEST(Changes, TheOneRuleThatBars) {
  OneRoom w;
  w.instance.rooms[1].open = {{0, {0, 1}}, {1, {0}}};
  w.instance.rooms[2].open = {{1, {1}}}; // a second site, so that R6 sees the visits
  const int first = w.batch(40), second = w.batch(20), other = w.batch(40);
  // S1 in the morning and S1 again in the afternoon is what R6 forbids; S2 is full.
  const Seating plan{{1, 0, 0, {{first, 40}}}, {2, 3, 0, {{other, 40}}}};
  const auto rules = of_kind(w.found(plan, second), Kind::Rule);
  ASSERT_EQ(rules.size(), 1U);
  EXPECT_EQ(rules[0].rule, 6);
  EXPECT_EQ(rules[0].still_unplaced, 0);
}

TEST(Changes, R10IsToldWhereTheClassSitsAtThatTime) {
  OneRoom w;
  const int theory = w.subject("TH", SubjectKind::Theory);
  w.room(1, 40, {{theory, 40}});
  w.instance.rooms.back().open = {{0, {0}}};
  const int one = w.batch(20), two = w.batch(20, 0, theory);
  w.edit(two).class_id = w.edit(one).class_id;
  const auto rules = of_kind(w.found({{1, 0, 0, {{one, 20}}}}, two), Kind::Rule);
  ASSERT_EQ(rules.size(), 1U);
  EXPECT_EQ(rules[0].rule, 10);
}

TEST(Changes, NothingForWhomEverybodySits) {
  OneRoom w;
  const int b = w.batch(20);
  EXPECT_TRUE(w.found({{1, 0, 0, {{b, 20}}}}, b).empty());
}

TEST(Blocked, TellsWhoHoldsTheSeatsAndNobodyElse) {
  OneRoom w;
  w.batch(15);
  w.batch(25);
  const int late = w.batch(12);
  const auto blocked = blocked_places(Model(w.instance, test_seed()), {{1, 0, 0, {{0, 15}, {1, 25}}}}, late);
  ASSERT_EQ(blocked.size(), 1U);
  ASSERT_EQ(blocked[0].blockers.size(), 1U);
  EXPECT_EQ(blocked[0].blockers[0].batch, 0); // the smaller share is enough
  EXPECT_EQ(blocked[0].seated, 12);
}

/// Months like the real one, too full: what is told helps by the full evaluator, and the least seats are the least.
TEST(Changes, HoldOnManyMonths) {
  int seats = 0, openings = 0, blocked = 0;
  std::set<int> rules;
  for (int n = 0; n < 250; ++n) {
    const Instance instance = RandomInstance(static_cast<std::uint64_t>(n) + 900, 6 + n % 8).make();
    const Seed seed = test_seed(n);
    const Plan plan = greedy(instance, Digest{}, seed);
    const Model model(instance, seed);
    const Seating seating = seating_of(model, plan);
    for (const Unplaced& left : plan.unplaced) {
      const int b = index_of(instance.batches, left.batch);
      for (const Change& one : changes_for(model, seating, seed, b)) {
        EXPECT_GT(one.seated, 0);
        EXPECT_EQ(one.seated + one.still_unplaced, left.candidates);
        const Instance other = changed(instance, one, instance.batches[static_cast<std::size_t>(b)].subject);
        if (one.kind == Kind::Rule) {
          rules.insert(one.rule);
          EXPECT_EQ(other.rooms.size(), instance.rooms.size());
          continue;
        }
        (one.kind == Kind::Seats ? seats : openings) += 1;
        // The batch can sit where it is told, beside its other seats or anew as a whole, and the whole is lawful.
        const Model after(other, seed);
        Seating without = seating;
        for (Sitting& sitting : without) std::erase_if(sitting.seats, [&](const Share& own) { return own.batch == b; });
        std::erase_if(without, [](const Sitting& sitting) { return sitting.seats.empty(); });
        bool lawful = false;
        int most = 0;
        for (const Seating& base : {seating, without}) {
          Board board(after, base);
          const int share = board.fitting_share(b, one.room, one.time);
          if (share <= 0 || board.barriers(b, one.room, one.time, share) != 0) continue;
          most = std::max(most, share);
          board.seat(b, one.room, one.time, share);
          lawful = lawful || judge(after, board.seating()).lawful();
        }
        EXPECT_GT(most, 0) << n;
        EXPECT_TRUE(lawful || one.seated > most) << n;
      }
      for (const Blocked& one : blocked_places(model, seating, b)) {
        ++blocked;
        EXPECT_FALSE(one.blockers.empty());
      }
    }
  }
  EXPECT_GT(seats, 50);
  EXPECT_GT(openings, 20);
  EXPECT_GE(rules.size(), 3U);
  EXPECT_GT(blocked, 50);
}

} // namespace
} // namespace ankao::draw::testing
