// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "enforcement/rules/amount.hpp"

namespace ankao::enforcement {
namespace {

std::int64_t fen(const std::string& yuan) {
  const auto read = fen_of(yuan);
  return read.ok() ? *read : -1;
}

TEST(Amount, YuanAreReadAsFenWithAtMostTwoDecimals) {
  EXPECT_EQ(fen(""), 0);
  EXPECT_EQ(fen("5000"), 500'000);
  EXPECT_EQ(fen("5000.5"), 500'050);
  EXPECT_EQ(fen("5000.05"), 500'005);
  EXPECT_EQ(fen("0.01"), 1);
  EXPECT_EQ(fen("999999999999"), 99'999'999'999'900) << "twelve digits";
  EXPECT_EQ(fen("999999999999.90"), 99'999'999'999'990) << "decimals besides";
  for (const char* wrong : {"5000.", ".5", "5000.555", "-5", "+5", "5,000", "5 000", "1e3", "9999999999999", "五千", "5..0", " 5"}) EXPECT_EQ(fen(wrong), -1) << wrong;
}

TEST(Amount, WhatIsWrittenIsReadAgain) {
  for (const std::int64_t one : {1LL, 9LL, 10LL, 99LL, 100LL, 101LL, 110LL, 500'050LL, 123'456'789LL}) EXPECT_EQ(fen(yuan_of(one)), one) << yuan_of(one);
  EXPECT_EQ(yuan_of(500'005), "5000.05");
  EXPECT_EQ(yuan_of(500'000), "5000");
}

} // namespace
} // namespace ankao::enforcement
