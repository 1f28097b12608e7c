// SPDX-License-Identifier: Apache-2.0
// A few people of many subjects: seats enough, but a room serves one subject at a time.
#include "draw/study/crowding.hpp"

#include <gtest/gtest.h>

#include "draw/engine/engine.hpp"
#include "draw/study/sentences.hpp"
#include "draw/support/tiny.hpp"

namespace ankao::draw::testing {
namespace {

/// One room at S1 for subjects of their own: 40 seats each, four slots in the month.
struct Crowd : Tiny {
  int room_of_many = 0;
  Crowd() { room_of_many = room(1, 40, {}); }
  int of_new_subject(const std::string& name, int candidates) {
    const int s = subject(name);
    instance.rooms[static_cast<std::size_t>(room_of_many)].seats[s] = 40;
    return batch(candidates, 0, s);
  }
  std::optional<Deficit> found(int b) { return deficit_of(Model(instance, test_seed()), b); }
};

TEST(Crowding, FourSubjectsFillTheFourSlotsAndAFifthIsOneTooMany) {
  Crowd w;
  std::vector<int> batches;
  for (const char* name : {"A", "B", "C", "D"}) batches.push_back(w.of_new_subject(name, 15));
  EXPECT_FALSE(w.found(batches[0])) << "as many sessions as slots";
  batches.push_back(w.of_new_subject("E", 12));
  for (int b : batches) {
    const auto d = w.found(b);
    ASSERT_TRUE(d);
    EXPECT_EQ(d->limit, Deficit::Limit::Sessions);
    EXPECT_EQ(d->batches, batches) << "none can be left out";
    EXPECT_EQ(d->sessions, 5);
    EXPECT_EQ(d->openings, 4);
    EXPECT_EQ(d->sites, std::vector<int>{1});
    EXPECT_EQ(d->short_of(), 12) << "the smallest session is the one that is not held";
  }
  EXPECT_NE(say(w.instance, *w.found(batches[0]), Tongue::Chinese).find("至少要开 5 场"), std::string::npos);
  EXPECT_NE(say(w.instance, *w.found(batches[0]), Tongue::English).find("1 session too few"), std::string::npos);
}

TEST(Crowding, APlanNeverSeatsMoreThanTheCountSays) {
  Crowd w;
  std::vector<int> batches;
  for (const char* name : {"A", "B", "C", "D", "E", "F"}) batches.push_back(w.of_new_subject(name, 20));
  const auto d = w.found(batches[0]);
  ASSERT_TRUE(d);
  Digest digest{};
  const Plan plan = solve(w.instance, digest, test_seed(), {});
  std::int64_t left = 0;
  for (const auto& one : plan.unplaced) left += one.candidates;
  EXPECT_GE(left, d->short_of());
}

TEST(Crowding, AMixedRoomServesThemTogether) {
  Crowd w;
  int last = 0;
  for (const char* name : {"A", "B", "C", "D", "E"}) last = w.of_new_subject(name, 8);
  ASSERT_TRUE(w.found(last));
  w.instance.rooms[static_cast<std::size_t>(w.room_of_many)].exclusive = false;
  EXPECT_FALSE(w.found(last));
}

TEST(Crowding, ASecondRoomMakesRoom) {
  Crowd w;
  int last = 0;
  for (const char* name : {"A", "B", "C", "D", "E"}) last = w.of_new_subject(name, 15);
  ASSERT_TRUE(w.found(last));
  w.room(2, 40, {{w.instance.batches[static_cast<std::size_t>(last)].subject, 40}});
  EXPECT_FALSE(w.found(last));
}

} // namespace
} // namespace ankao::draw::testing
