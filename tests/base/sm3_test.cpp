// SPDX-License-Identifier: Apache-2.0
#include <botan/hash.h>
#include <gtest/gtest.h>

#include "base/sm3.hpp"

namespace {

using ankao::digest_from_hex;
using ankao::Sm3;
using ankao::sm3;
using ankao::to_hex;

// GM/T 0004-2012, appendix A.
TEST(Sm3, GivesTheVectorsOfTheStandard) {
  EXPECT_EQ(to_hex(sm3("abc")), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  std::string text;
  for (int i = 0; i < 16; ++i) text += "abcd";
  EXPECT_EQ(to_hex(sm3(text)), "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
}

TEST(Sm3, AgreesWithBotanAtEveryLengthAroundTheBlockEdgesAndOnAMillionBytes) {
  const auto botan = Botan::HashFunction::create_or_throw("SM3");
  std::string text;
  for (int length = 0; length <= 260; ++length) {
    EXPECT_EQ(to_hex(sm3(text)), to_hex(botan->process(text).data(), 32)) << length;
    text += static_cast<char>(length * 7);
  }
  const std::string million(1'000'000, 'a');
  EXPECT_EQ(to_hex(sm3(million)), to_hex(botan->process(million).data(), 32));
}

TEST(Sm3, IsTheSameInPiecesOfAnySize) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += static_cast<char>('a' + i % 26);
  for (std::size_t piece = 1; piece < 130; ++piece) {
    Sm3 hash;
    for (std::size_t at = 0; at < text.size(); at += piece) hash.update(std::string_view(text).substr(at, piece));
    EXPECT_EQ(hash.digest(), sm3(text)) << piece;
  }
}

TEST(Digest, ReadsBackItsHexadecimalOfEitherCaseAndNothingElse) {
  const auto digest = sm3("abc");
  EXPECT_EQ(digest_from_hex(to_hex(digest)), digest);
  EXPECT_EQ(digest_from_hex("66C7F0F462EEEDD9D1F2D46BDC10E4E24167C4875CF2F7A2297DA02B8F4BA8E0"), digest);
  EXPECT_FALSE(digest_from_hex(to_hex(digest).substr(1)));
  EXPECT_FALSE(digest_from_hex(to_hex(digest) + "0"));
  EXPECT_FALSE(digest_from_hex(std::string(63, '0') + "g"));
}

} // namespace
