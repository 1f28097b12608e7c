// SPDX-License-Identifier: Apache-2.0
// The witness's lines come by size, however they stand in the file, and what is no line is passed.
#include "ledger/files/witness.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "ledger/support/log.hpp"

namespace ankao::ledger {
namespace {

class WitnessFile : public ::testing::Test {
protected:
  static std::string line(std::int64_t size, char digit) { return std::to_string(size) + " " + std::string(64, digit) + "\n"; }
  void write(const std::string& text) { std::ofstream(folder_.path + "/ledger.witness", std::ios::binary) << text; }
  std::string sizes() {
    WitnessLines lines(witness_);
    std::string out;
    while (const auto size = lines.next_size()) {
      const auto one = lines.take(*size);
      out += std::to_string(one->size) + to_hex(one->root).substr(0, 1) + " ";
    }
    return out;
  }
  tests::Folder folder_;
  Witness witness_{folder_.path};
};

TEST_F(WitnessFile, NothingIsSeenWithoutAFolderOrAFile) {
  EXPECT_FALSE(witness_.last().has_value());
  EXPECT_FALSE(Witness("").last().has_value());
  EXPECT_EQ(sizes(), "");
}

TEST_F(WitnessFile, LinesOutOfOrderAndTwoOfOneSizeComeInTheirPlace) {
  write(line(3, '1') + line(9, '2') + line(5, '3') + line(9, '4') + line(5, '5') + line(12, '6'));
  EXPECT_EQ(sizes(), "31 55 53 92 94 126 ");
  WitnessLines lines(witness_);
  EXPECT_FALSE(lines.take(2).has_value());
  EXPECT_TRUE(lines.take(3).has_value());
  EXPECT_FALSE(lines.take(4).has_value());
  EXPECT_TRUE(lines.take(5).has_value());
}

TEST_F(WitnessFile, WhatIsNoLineIsPassed) {
  write(line(3, '1') + "\n4\nx " + line(0, '2') + "-1 " + std::string(64, '0') + "\n5 zz\n" + line(7, '3') + "99999999999999999999 " + std::string(64, '0') + "\n8 12");
  EXPECT_EQ(sizes(), "31 73 ");
  EXPECT_EQ(witness_.last()->size, 7);
}

TEST_F(WitnessFile, TheLastLineIsFoundAtTheEndOfALongFile) {
  std::string text;
  for (int i = 1; i <= 2000; ++i) text += line(i, 'a');
  write(text);
  EXPECT_EQ(witness_.last()->size, 2000);
  write(text + std::string(100'000, 'x'));
  EXPECT_EQ(witness_.last()->size, 2000);
  write(std::string(100'000, 'x'));
  EXPECT_FALSE(witness_.last().has_value());
}

} // namespace
} // namespace ankao::ledger
