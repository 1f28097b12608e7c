// SPDX-License-Identifier: Apache-2.0
// The bytes of an event are fixed for ever: an event that was logged must give the same leaf in ten years.
#include "ledger/rules/leaf.hpp"

#include <gtest/gtest.h>

#include "base/ensure.hpp"

namespace ankao::ledger {
namespace {

Event sample() {
  return {{"chen", "陈科长", "city_bureau", "city", "wang"}, Instant{1'709'600'000'000}, "plan.publish", "plan:2024-03", "", to_hex(sm3("after")), "S-2.3", "按期公布"};
}

std::string hex(const std::string& bytes) { return to_hex(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()); }

TEST(Leaf, BytesAreThoseOfTheFormat) {
  const std::string salt(16, 's');
  const auto text = [](const std::string& s) { return std::string{0, 0, 0, static_cast<char>(s.size())} + s; };
  const Digest name = sm3(salt + "陈科长");
  const Digest after = sm3("after");
  std::string expected = "\x01";
  expected += std::string("\0\0\0\0\0\0\0\x07", 8) + std::string("\0\0\x01\x8e\x0c\x19\xc8\0", 8);
  expected += std::string(name.begin(), name.end()) + text("chen") + text("city_bureau") + text("city") + text("wang") + text("plan.publish") +
              text("plan:2024-03") + text("") + text(std::string(after.begin(), after.end())) + text("S-2.3") + text("按期公布");
  EXPECT_EQ(hex(leaf_bytes(7, sample(), salt)), hex(expected));
}

TEST(Leaf, NoPartCanMoveIntoItsNeighbour) {
  Event one = sample();
  one.clause = "S-2";
  one.reason = ".3";
  Event two = sample();
  two.clause = "S-2.";
  two.reason = "3";
  EXPECT_NE(leaf_bytes(1, one, "salt"), leaf_bytes(1, two, "salt"));
}

TEST(Leaf, ANameDoesNotStandInItButCannotBeChanged) {
  const std::string bytes = leaf_bytes(1, sample(), std::string(16, 's'));
  EXPECT_EQ(bytes.find("陈"), std::string::npos);
  Event other = sample();
  other.actor.name = "李科长";
  EXPECT_NE(leaf_bytes(1, other, std::string(16, 's')), bytes);
  EXPECT_NE(leaf_bytes(1, sample(), std::string(16, 't')), bytes);
}

TEST(Leaf, AnOddDigestIsABrokenInvariant) {
  Event odd = sample();
  odd.before = "abc";
  EXPECT_THROW(leaf_bytes(1, odd, ""), BrokenInvariant);
}

} // namespace
} // namespace ankao::ledger
