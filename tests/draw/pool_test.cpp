// SPDX-License-Identifier: Apache-2.0
// What the search works on is kept up from trial to trial: whatever comes and goes, the pool is the set.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "draw/engine/pool.hpp"
#include "draw/support/chance.hpp"

namespace ankao::draw::testing {
namespace {

TEST(Pool, IsTheSetOfWhatWasPutInAndNotTakenOut) {
  Chance chance(44);
  Pool pool;
  pool.resize(50);
  std::set<int> expected;
  for (int step = 0; step < 5'000; ++step) {
    const int number = chance.between(0, 49);
    const bool in = chance.percent(50);
    pool.set(number, in);
    if (in) expected.insert(number);
    else expected.erase(number);
    std::vector<int> members = pool.members();
    std::sort(members.begin(), members.end());
    ASSERT_EQ(members, std::vector<int>(expected.begin(), expected.end()));
  }
  pool.resize(50);
  EXPECT_TRUE(pool.members().empty());
}

} // namespace
} // namespace ankao::draw::testing
