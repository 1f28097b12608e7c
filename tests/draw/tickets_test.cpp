// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "draw/words/tickets.hpp"

namespace ankao::draw {
namespace {

// Expected values: openssl dgst -sm3 of seed | batch | 00 | site, and of seed | batch | 01, first 16 hexadecimal digits.
TEST(Tickets, AgreeWithVectorsMadeByAnotherProgram) {
  Seed seed{};
  for (std::size_t i = 0; i < 32; ++i) seed[i] = static_cast<std::uint8_t>(i);
  EXPECT_EQ(ticket(seed, "B0001", "S01"), 0xac0fd9678a67b21fULL);
  EXPECT_EQ(ticket(seed, "B0001", "S02"), 0xaadd69a3af51141cULL);
  EXPECT_EQ(draw::tie(seed, "B0001"), 0xb69480f299e06d2eULL);
  seed.fill(0xff);
  EXPECT_EQ(ticket(seed, "x.y_z-9", "S.1"), 0x0aedda73a19e5161ULL);
}

} // namespace
} // namespace ankao::draw
