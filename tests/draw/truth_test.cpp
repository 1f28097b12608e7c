// SPDX-License-Identifier: Apache-2.0
// The engine against every lawful plan of tiny months, and what must not change when a month is told in other words.
#include <gtest/gtest.h>

#include <cstdlib>

#include "draw/engine/engine.hpp"
#include "draw_bounds/support/all_plans.hpp"

namespace ankao::draw::testing {
namespace {

/// More of them under `./bench draw-truth`.
int months() {
  const char* wish = std::getenv("ANKAO_TINY_MONTHS");
  return wish == nullptr ? 600 : std::atoi(wish);
}

EngineOptions little_work(std::int64_t units = 40'000) {
  EngineOptions options;
  options.work_limit = units;
  return options;
}

template <class F>
void each_month(int count, std::uint64_t first, F&& f) {
  int tried = 0;
  for (int number = 0; tried < count && number < 40 * count; ++number) {
    const Instance instance = tiny_instance(static_cast<std::uint64_t>(number) + first);
    const Model model(instance, test_seed(number));
    AllPlans all(model);
    if (all.size() < 1 || all.size() > 5) continue;
    ++tried;
    SCOPED_TRACE(number);
    f(instance, number, all.all().begin()->first);
    if (::testing::Test::HasFatalFailure()) return;
  }
  EXPECT_EQ(tried, count);
}

TEST(Engine, IsNeverBetterThanTheBestOfAllLawfulPlansAndSeldomWorse) {
  int optimal = 0, unplaced = 0;
  const int count = months();
  each_month(count, 170'000, [&](const Instance& instance, int number, const Levels& best) {
    const Levels mine = solve(instance, Digest{}, test_seed(number), little_work()).levels;
    ASSERT_LE(best, mine);
    optimal += best == mine ? 1 : 0;
    unplaced += best.unplaced == mine.unplaced ? 1 : 0;
  });
  std::printf("of %d tiny months optimal in all levels %d, in U %d\n", count, optimal, unplaced);
  EXPECT_GE(optimal * 100, count * 95);
  EXPECT_GE(unplaced * 100, count * 97);
}

TEST(Engine, OtherNamesOfInstitutionsClassesAndRoomsChangeNoLevel) {
  each_month(60, 270'000, [&](Instance instance, int number, const Levels&) {
    const Levels before = solve(instance, Digest{}, test_seed(number), little_work()).levels;
    for (auto& one : instance.institutions) one.id = "Z" + one.id;
    for (auto& one : instance.rooms) one.id = "Q" + one.id;
    for (auto& one : instance.batches) one.class_id = "K" + one.class_id;
    ASSERT_EQ(before, solve(instance, Digest{}, test_seed(number), little_work()).levels);
  });
}

TEST(Truth, MoreSeatsForASubjectThatARoomHasNeverRaiseTheBestU) {
  int rooms = 0;
  each_month(150, 370'000, [&](Instance instance, int number, const Levels& best) {
    for (Room& room : instance.rooms) {
      if (room.seats.empty()) continue;
      const auto before = room;
      // R9 asks for as many as there are seats, at most: with room for a whole fragment more seats ask for nothing more.
      if (room.seats.begin()->second < instance.policy.min_fragment) continue;
      room.seats.begin()->second += 1;
      room.capacity += 1;
      const Model model(instance, test_seed(number));
      ASSERT_LE(AllPlans(model).all().begin()->first.unplaced, best.unplaced);
      room = before;
      ++rooms;
    }
  });
  EXPECT_GT(rooms, 100);
}

} // namespace
} // namespace ankao::draw::testing
