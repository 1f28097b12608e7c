// SPDX-License-Identifier: Apache-2.0
// Level U where subjects share exclusive rooms: what the slots of the rooms leave out, to the candidate; limits, tampering.
#include <gtest/gtest.h>

#include <algorithm>

#include "draw/bounds/bounds.hpp"
#include "draw/bounds/verify.hpp"
#include "draw/bounds/verify_shared.hpp"
#include "draw/engine/engine.hpp"
#include "draw/support/tiny.hpp"

namespace ankao::draw::testing {
namespace {

/// One exclusive room of 40 seats for two subjects, 40 people of the one, 60 of the other: three sessions would hold them.
struct Shared {
  Tiny tiny;
  Plan plan;
  Bounds bounds;

  explicit Shared(int slots) {
    tiny.subject("HV");
    tiny.instance.rooms[0].seats = tiny.instance.rooms[2].seats = {};
    tiny.instance.rooms[1].seats = {{0, 40}, {1, 40}};
    tiny.instance.rooms[1].open = {{0, {0}}, {1, {}}};
    for (int i = 1; i < slots; ++i) tiny.instance.rooms[1].open[1].slots.push_back(i - 1);
    tiny.batch(40);
    tiny.batch(60, 0, 1);
    draw();
  }

  void draw() {
    EngineOptions options;
    options.work_limit = 100'000;
    plan = solve(tiny.instance, sm3("an instance"), test_seed(), options);
    bounds = prove_bounds(tiny.instance, plan);
  }
  std::vector<std::string> faults() const { return verify_bounds(tiny.instance, plan, bounds); }
  std::int64_t bound() const { return bounds.levels[0].value_or(-1); }
  SharedRooms& certificate() { return bounds.shared.at(0); }
  std::optional<Exact> proves(const SharedRooms& c) const {
    return proving::shared_value(proving::Scope(tiny.instance, test_seed(), plan.levels), c);
  }
};

/// rarity of a single site · ⌈1000·u²/d⌉
std::int64_t cost(std::int64_t unplaced, std::int64_t all) { return 60 * ((1000 * unplaced * unplaced + all - 1) / all); }

TEST(SharedRooms, ASlotTooFewForTwoSubjectsIsAProvenShortage) {
  const Shared two(2);
  EXPECT_EQ(two.bound(), cost(20, 60)); // each alone has a place; together the larger loses 20
  EXPECT_EQ(two.plan.levels.unplaced, two.bound());
  EXPECT_TRUE(two.faults().empty());
}

TEST(SharedRooms, OneSlotMoreAndNobodyNeedBeLeftOut) {
  const Shared three(3);
  EXPECT_EQ(three.plan.levels.unplaced, 0);
  EXPECT_EQ(three.bound(), 0);
  EXPECT_TRUE(three.bounds.shared.empty());
}

TEST(SharedRooms, OneSlotForBothGoesToWhomItHelpsMost) {
  const Shared one(1);
  EXPECT_EQ(one.bound(), std::min(cost(40, 40) + cost(20, 60), cost(60, 60)));
  EXPECT_EQ(one.plan.levels.unplaced, one.bound());
  EXPECT_TRUE(one.faults().empty());
}

TEST(SharedRooms, OneMoreThanTheCertificateProvesIsRefused) {
  Shared two(2);
  two.plan.levels.unplaced += 10; // so that not even the plan's own value stands in the way
  EXPECT_TRUE(two.faults().empty());
  two.bounds.levels[0] = two.bound() + 1;
  EXPECT_FALSE(two.faults().empty());
}

TEST(SharedRooms, OneCandidateMoreOrLessIsSeen) {
  for (int people : {41, 40, 39, 1}) {
    Shared two(2);
    two.tiny.edit(1).candidates = people;
    two.draw();
    EXPECT_EQ(two.bound(), people > 40 ? cost(people - 40, people) : 0) << people;
    EXPECT_EQ(two.plan.levels.unplaced, two.bound()) << people;
  }
}

TEST(SharedRooms, SeatsInAnotherRoomAreCountedAsFree) {
  Shared two(2);
  two.tiny.room(1, 15, {{1, 15}}, false);
  two.draw();
  EXPECT_EQ(two.bound(), 0); // four slots of 15 seats
  two.tiny.instance.rooms.back().open = {{0, {0}}};
  two.draw();
  EXPECT_EQ(two.bound(), cost(5, 60));
  EXPECT_EQ(two.plan.levels.unplaced, two.bound());
  EXPECT_TRUE(two.faults().empty());
}

TEST(SharedRooms, AQuotaOfSessionsHoldsHereToo) {
  Shared two(3);
  two.tiny.instance.subjects[1].max_sessions = 1;
  two.draw();
  EXPECT_EQ(two.bound(), cost(20, 60));
  const SharedRooms c{{0, 1}, {{1, make_date(2024, 3, 4), make_date(2024, 3, 5)}}, std::nullopt};
  EXPECT_EQ(two.proves(c), Exact(cost(20, 60)));
}

TEST(SharedRooms, WhoWeighsMoreIsSeatedFirst) {
  Shared one(1);
  one.tiny.edit(1).carried = 3;
  one.draw();
  EXPECT_EQ(one.bound(), std::min(cost(40, 40) + cost(4 * 20, 4 * 60), cost(4 * 60, 4 * 60)));
  EXPECT_EQ(one.plan.levels.unplaced, one.bound());
  EXPECT_TRUE(one.faults().empty());
}

/// 22 who must finish this month and 60 others of one subject in sessions of 20.
Shared in_twenties(int slots) {
  Shared out(1);
  Instance& in = out.tiny.instance;
  in.rooms[1].seats = {{0, 20}};
  in.rooms[1].open = {{0, {0, 1}}, {1, {0, 1}}};
  if (slots < 4) in.rooms[1].open[1].slots.resize(static_cast<std::size_t>(slots - 2));
  out.tiny.edit(0).candidates = 22;
  out.tiny.edit(0).finish_by = make_date(2024, 3, 20);
  out.tiny.edit(1) = out.tiny.edit(0);
  out.tiny.edit(1).id = "B1";
  out.tiny.edit(1).class_id = "C1";
  out.tiny.edit(1).finish_by = std::nullopt;
  out.tiny.edit(1).candidates = 60;
  out.draw();
  return out;
}

TEST(SharedRooms, SharesAreWholeSoThatThreeSessionsDoNotFill) {
  // 22 need two shares of 10 or more, and beside 12 of them nobody of the others can have 10.
  const Shared three = in_twenties(3);
  EXPECT_EQ(three.bound(), cost(30, 280));
  EXPECT_EQ(three.plan.levels.unplaced, three.bound());
  EXPECT_TRUE(three.faults().empty());
  const Shared four = in_twenties(4);
  EXPECT_EQ(four.bound(), cost(10, 280)); // not 2
  EXPECT_EQ(four.plan.levels.unplaced, four.bound());
}

TEST(SharedRooms, SharesMayBeAsSmallAsTheRuleAllows) {
  Shared three = in_twenties(3);
  three.tiny.instance.policy.min_fragment = 8;
  three.draw();
  EXPECT_EQ(three.bound(), cost(22, 280));
  const Verdict best = three.tiny.verdict({{1, 0, 0, {{0, 12}, {1, 8}}}, {1, 1, 0, {{0, 10}, {1, 10}}}, {1, 2, 0, {{1, 20}}}});
  EXPECT_TRUE(best.lawful());
  EXPECT_EQ(best.levels.unplaced, three.bound());
}

TEST(SharedRooms, TooManyBatchesToPackAreCountedAsIfSharesWereDivisible) {
  Shared three = in_twenties(3);
  for (int i = 0; i < 4; ++i) {
    three.tiny.batch(60);
    three.tiny.instance.batches.back().completed = make_date(2024, 3, 5); // ready when the month is over
  }
  three.draw();
  EXPECT_EQ(three.bound(), cost(22 + 240, 280 + 240));
  EXPECT_LE(three.bound(), three.plan.levels.unplaced);
  EXPECT_TRUE(three.faults().empty());
}

TEST(SharedRooms, WhoIsReadyLateSharesTheLateSlotsOnly) {
  Shared late(1); // one slot on the first day
  late.tiny.instance.rooms[1].open = {{0, {0, 1}}, {1, {0}}};
  for (int b : {0, 1}) late.tiny.edit(b).completed = make_date(2024, 3, 4);
  late.tiny.edit(1).candidates = 40;
  late.tiny.batch(1);
  late.draw();
  EXPECT_EQ(late.bound(), cost(40, 41)); // the one who is ready early fills no seat of the late slot
  EXPECT_EQ(late.plan.levels.unplaced, late.bound());
  EXPECT_EQ(late.certificate().rooms.size(), 2U);
  EXPECT_TRUE(late.faults().empty());
}

TEST(SharedRooms, ATamperedCertificateIsRefused) {
  const auto refused = [](auto change) {
    Shared two(2);
    change(two);
    return !two.faults().empty();
  };
  EXPECT_FALSE(refused([](Shared&) {}));
  EXPECT_TRUE(refused([](Shared& s) { s.bounds.shared.clear(); }));
  EXPECT_TRUE(refused([](Shared& s) { s.bounds.shared.push_back(s.certificate()); })); // no subject counts twice
  EXPECT_TRUE(refused([](Shared& s) { s.certificate().subjects.pop_back(); }));
  EXPECT_TRUE(refused([](Shared& s) { s.certificate().subjects.push_back(0); }));
  EXPECT_TRUE(refused([](Shared& s) { s.certificate().subjects.push_back(2); }));
  EXPECT_TRUE(refused([](Shared& s) { s.certificate().subjects.push_back(-1); }));
  EXPECT_TRUE(refused([](Shared& s) { s.certificate().subjects.clear(); }));
  EXPECT_TRUE(refused([](Shared& s) { s.certificate().rooms.clear(); }));
  EXPECT_TRUE(refused([](Shared& s) { s.certificate().rooms.at(0).room = 9; }));
  EXPECT_TRUE(refused([](Shared& s) { s.certificate().rooms.at(0).room = -1; }));
  EXPECT_TRUE(refused([](Shared& s) { s.certificate().rooms.push_back(s.certificate().rooms.at(0)); }));
  EXPECT_TRUE(refused([](Shared& s) { s.certificate().rooms.at(0).from = s.certificate().rooms.at(0).to + 1; }));
  EXPECT_TRUE(refused([](Shared& s) { s.certificate().rooms.at(0).from = make_date(2024, 3, 5); })); // what is not told is free
  EXPECT_TRUE(refused([](Shared& s) { s.certificate().prices = {0}; }));
  EXPECT_TRUE(refused([](Shared& s) { s.certificate().prices = {1, 2}; }));
  EXPECT_TRUE(refused([](Shared& s) { s.certificate().prices = {-1}; }));
  EXPECT_TRUE(refused([](Shared& s) { s.certificate().prices = {k_most_price + 1}; }));
  EXPECT_TRUE(refused([](Shared& s) { s.tiny.instance.rooms[1].exclusive = false; }));
  EXPECT_FALSE(refused([](Shared& s) { s.bounds.levels[0] = s.bound() - 1; }));
}

TEST(SharedRooms, DatesOutsideTheMonthNameNoSlot) {
  Shared two(2);
  SharedRooms c = two.certificate();
  c.rooms.push_back({1, make_date(2024, 4, 1), make_date(2024, 4, 30)});
  EXPECT_EQ(two.proves(c), Exact(two.bound()));
}

/// Rooms of 40 seats with one slot each at one site, and subjects of 40 people that may have any of them.
Shared many(int rooms, int subjects) {
  Shared out(1);
  Tiny& tiny = out.tiny;
  while (count_of(tiny.instance.subjects) < subjects) tiny.subject("S" + std::to_string(count_of(tiny.instance.subjects)));
  tiny.instance.batches.clear();
  std::map<int, int> seats;
  for (int s = 0; s < subjects; ++s) {
    seats[s] = 40;
    tiny.batch(40, 0, s);
  }
  tiny.instance.rooms[1].seats = {};
  for (int r = 0; r < rooms; ++r) {
    tiny.room(1, 40, seats);
    tiny.instance.rooms.back().open = {{0, {0}}};
  }
  out.draw();
  return out;
}

TEST(SharedRooms, SixRoomsAreDividedAndSevenArePriced) {
  Shared six = many(6, 7);
  EXPECT_EQ(six.bound(), cost(40, 40));
  EXPECT_EQ(six.plan.levels.unplaced, six.bound());
  EXPECT_FALSE(six.certificate().prices.has_value());
  EXPECT_TRUE(six.faults().empty());
  Shared seven = many(7, 8);
  EXPECT_EQ(seven.plan.levels.unplaced, cost(40, 40));
  EXPECT_GT(seven.bound(), cost(40, 40) * 9 / 10);
  EXPECT_TRUE(seven.certificate().prices.has_value());
  EXPECT_TRUE(seven.faults().empty());
  seven.certificate().prices.reset();
  EXPECT_FALSE(seven.faults().empty());
  EXPECT_TRUE(many(7, 7).bounds.shared.empty());
}

TEST(SharedRooms, PricesProveNoMoreThanDividingAndTheRightOnesAsMuch) {
  Shared six = many(6, 7);
  SharedRooms c = six.certificate();
  std::int64_t best = 0;
  for (std::int64_t price = 0; price <= 4'000'000; price += 100'000) {
    c.prices = std::vector<std::int64_t>(6, price);
    best = std::max(best, six.proves(c).value().narrow());
  }
  EXPECT_EQ(best, six.bound());
  c.prices->at(0) = 0; // a room for nothing
  EXPECT_LT(six.proves(c).value().narrow(), six.bound());
}

TEST(SharedRooms, MoreWorkThanTheLimitIsRefusedAndPricedInstead) {
  // Two rooms of 63 slots with one seat, four subjects that could use them all: 64·64 sums times 4·64·64 numbers of sessions.
  static_assert(std::int64_t{64} * 64 * 4 * 64 * 64 == k_most_divisions);
  Shared edge(1);
  Instance& in = edge.tiny.instance;
  in.calendar.slots.clear();
  std::vector<int> slots;
  for (int i = 0; i < 63; ++i) {
    in.calendar.slots.push_back("s" + std::to_string(i));
    slots.push_back(i);
  }
  in.batches.clear();
  std::map<int, int> seats;
  for (int s = 0; s < 5; ++s) {
    if (s > 1) edge.tiny.subject("S" + std::to_string(s));
    edge.tiny.batch(s < 4 ? 70 : 1, 0, s);
    seats[s] = 1;
  }
  for (Room& room : in.rooms) room.seats.clear();
  for (int r = 0; r < 2; ++r) {
    edge.tiny.room(1, 1, seats);
    in.rooms.back().open = {{0, slots}};
  }
  const Date day = in.calendar.dates[0];
  const SharedRooms four{{0, 1, 2, 3}, {{3, day, day}, {4, day, day}}, std::nullopt};
  SharedRooms five = four;
  five.subjects.push_back(4);
  EXPECT_EQ(edge.proves(four), Exact(2 * cost(38, 70) + 2 * cost(39, 70))); // 126 slots for 280 people
  EXPECT_FALSE(edge.proves(five).has_value());
  five.prices = {0, 0};
  EXPECT_EQ(edge.proves(five), Exact(0));
}

TEST(SharedRooms, AbsurdPricesAreRefusedNotWrappedRound) {
  Shared two(2);
  two.tiny.instance.rooms[1].seats = {{0, 1}, {1, 1}};
  two.certificate().prices = {k_most_price};
  two.bounds.levels[0] = 1;
  EXPECT_FALSE(two.faults().empty());
}

} // namespace
} // namespace ankao::draw::testing
