// SPDX-License-Identifier: Apache-2.0
#include "base/numbers.hpp"

#include <gtest/gtest.h>

#include <random>

namespace ankao {
namespace {

const Date k_today = make_date(2024, 3, 5);
constexpr std::string_view k_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr int k_many = 5000;

std::string id_refusal(std::string_view text) {
  const auto read = NationalId::read(text, k_today);
  return read.ok() ? "" : read.problem().id;
}
std::string credit_refusal(std::string_view text) {
  const auto read = CreditCode::read(text);
  return read.ok() ? "" : read.problem().id;
}

/// A lawful number: region 44, a day that exists, three digits, the check digit.
std::string some_id(std::mt19937& chance) {
  const Date day = make_date(1930, 1, 1) + static_cast<int>(chance() % 30000U);
  std::string number = "4401" + std::to_string(10 + chance() % 90);
  for (const char c : to_string(day))
    if (c != '-') number += c;
  number += std::to_string(100 + chance() % 900);
  return number + national_id_check(number);
}
std::string some_code(std::mt19937& chance) {
  std::string code;
  for (int i = 0; i < 17; ++i) code += k_alphabet[chance() % k_alphabet.size()];
  return code + credit_code_check(code);
}

TEST(NationalIds, TheExampleOfTheStandardIsRead) { // GB 11643-1999, 4.2
  const auto read = NationalId::read("11010519491231002X", k_today);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->text(), "11010519491231002X");
  EXPECT_EQ(to_string(read->birthday()), "1949-12-31");
  EXPECT_EQ(id_refusal("440524188001010014"), "number.id_date") << "the standard's other example was born before 1900, which no account was";
  EXPECT_EQ(NationalId::read(" 11010519491231002x ", k_today).value().text(), "11010519491231002X");
}

TEST(NationalIds, AWrongCheckDigitIsToldWithTheOneThatFits) {
  const auto read = NationalId::read("110105194912310025", k_today);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.problem(), problem("number.id_check", {{"expected", "X"}, {"value", "5"}}));
}

TEST(NationalIds, EveryRuleIsToldByItsPlace) {
  EXPECT_EQ(id_refusal(""), "number.id_length");
  EXPECT_EQ(id_refusal("11010519491231002"), "number.id_length");
  EXPECT_EQ(id_refusal("1101051949123100X2"), "number.id_character") << "an X before the end is what stands out";
  EXPECT_EQ(id_refusal("110105491231002"), "number.id_length") << "numbers of the first generation";
  EXPECT_EQ(NationalId::read("1101O519491231002X", k_today).problem(), problem("number.id_character", {{"place", "5"}}));
  EXPECT_EQ(NationalId::read("00010519491231002X", k_today).problem(), problem("number.id_region", {{"region", "00"}}));
  EXPECT_EQ(id_refusal("110105194902300023"), "number.id_date");
  EXPECT_EQ(id_refusal("110105202303050021"), "number.id_check");
}

TEST(NationalIds, BornTodayIsAllowedTomorrowIsNot) {
  const std::string today = "44010320240305001", tomorrow = "44010320240306001";
  EXPECT_EQ(id_refusal(today + national_id_check(today)), "");
  EXPECT_EQ(id_refusal(tomorrow + national_id_check(tomorrow)), "number.id_future");
}

TEST(NationalIds, TheTwentyNinthOfFebruaryNeedsALeapYear) {
  const std::string leap = "44010320000229001", none = "44010319990229001", century = "44010319000229001";
  EXPECT_EQ(id_refusal(leap + national_id_check(leap)), "");
  EXPECT_EQ(id_refusal(none + national_id_check(none)), "number.id_date");
  EXPECT_EQ(id_refusal(century + national_id_check(century)), "number.id_date");
}

TEST(NationalIds, ThousandsOfLawfulNumbersAreReadAndNoOtherLastPlaceFits) {
  std::mt19937 chance(1);
  for (int i = 0; i < k_many; ++i) {
    std::string number = some_id(chance);
    ASSERT_EQ(id_refusal(number), "") << number;
    const char good = number.back();
    for (const char c : std::string_view("0123456789X")) {
      number.back() = c;
      ASSERT_EQ(id_refusal(number).empty(), c == good) << number;
    }
  }
}

TEST(NationalIds, OneWrongDigitOrTwoNeighboursExchangedAreAlwaysFound) {
  std::mt19937 chance(2);
  for (int i = 0; i < k_many; ++i) {
    const std::string good = some_id(chance);
    std::string wrong = good;
    const std::size_t place = chance() % 17;
    wrong[place] = static_cast<char>('0' + (wrong[place] - '0' + 1 + static_cast<int>(chance() % 9U)) % 10);
    ASSERT_NE(id_refusal(wrong), "") << good << " " << wrong;
    std::string turned = good;
    const std::size_t left = chance() % 16;
    std::swap(turned[left], turned[left + 1]);
    ASSERT_TRUE(turned == good || !id_refusal(turned).empty()) << good << " " << turned;
  }
}

TEST(NationalIds, NoRefusalTellsTheNumber) {
  std::mt19937 chance(3);
  for (int i = 0; i < k_many; ++i) {
    std::string number = some_id(chance);
    number[chance() % 18] = static_cast<char>('!' + static_cast<int>(chance() % 90U));
    const auto read = NationalId::read(number, k_today);
    if (read.ok()) continue;
    for (const Detail& detail : read.problem().details) ASSERT_LE(detail.value.size(), 2u);
  }
}

TEST(CreditCodes, TheExampleOfTheStandardIsRead) { // GB 32100-2015
  EXPECT_EQ(CreditCode::read("91350100M000100Y43").value().text(), "91350100M000100Y43");
  EXPECT_EQ(CreditCode::read("91350100M000100Y44").problem(), problem("number.credit_check", {{"expected", "3"}, {"value", "4"}}));
}

TEST(CreditCodes, LettersTheStandardLeavesOutAreToldByPlace) {
  for (const char c : std::string_view("IOSVZa-")) {
    std::string code = "91350100M000100Y43";
    code[8] = c;
    EXPECT_EQ(CreditCode::read(code).problem(), problem("number.credit_character", {{"place", "9"}}));
  }
  EXPECT_EQ(credit_refusal("91350100M000100Y4"), "number.credit_length");
  EXPECT_EQ(credit_refusal("91350100M000100Y431"), "number.credit_length");
  EXPECT_EQ(CreditCode::read("").problem(), problem("number.credit_length", {{"count", "0"}}));
}

TEST(CreditCodes, ThousandsAreReadAndOneWrongPlaceIsAlwaysFound) {
  std::mt19937 chance(4);
  for (int i = 0; i < k_many; ++i) {
    std::string code = some_code(chance);
    ASSERT_EQ(credit_refusal(code), "") << code;
    const std::size_t place = chance() % 18;
    const auto value = k_alphabet.find(code[place]);
    code[place] = k_alphabet[(value + 1 + chance() % 30U) % 31];
    ASSERT_EQ(credit_refusal(code), "number.credit_check") << code;
  }
}

TEST(Masks, ShowWhatTellsPeopleApartAndNoMore) {
  EXPECT_EQ(masked_id("44010319900307123X"), "4401**********123X");
  EXPECT_EQ(masked_id("12345678"), "********");
  EXPECT_EQ(masked_id(""), "");
  EXPECT_EQ(masked_telephone("13812345678"), "138****5678");
  EXPECT_EQ(masked_telephone("020-83190432"), "****0432");
  EXPECT_EQ(masked_telephone("110"), "***");
  EXPECT_EQ(masked_email("zhang@example.org"), "z****@example.org");
  EXPECT_EQ(masked_email("张三@example.org"), "张****@example.org");
  EXPECT_EQ(masked_email("nothing"), "****");
  EXPECT_EQ(masked_email(""), "");
}

TEST(Mobiles, AreReadInTheWaysPeopleWriteThem) {
  EXPECT_EQ(read_mobile("13812345678").value(), "13812345678");
  EXPECT_EQ(read_mobile("+86 138-1234-5678").value(), "13812345678");
  for (const char* text : {"", "1381234567", "138123456789", "12812345678", "23812345678", "1381234567x"}) EXPECT_FALSE(read_mobile(text).ok()) << text;
}

} // namespace
} // namespace ankao
