// SPDX-License-Identifier: Apache-2.0
// Codes, numbers and what may be done with a document in which state.
#include <gtest/gtest.h>

#include "documents/rules/code.hpp"
#include "documents/rules/number.hpp"
#include "documents/rules/states.hpp"

namespace ankao::documents {
namespace {

using Chance = std::array<std::uint8_t, k_code_signs - 1>;
constexpr std::string_view k_signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::vector<std::string> some_codes() {
  std::vector<std::string> out;
  for (unsigned seed = 0; seed < 40; ++seed) {
    Chance chance{};
    for (std::size_t i = 0; i < chance.size(); ++i) chance[i] = static_cast<std::uint8_t>(seed * 37 + i * i * 11 + seed * i);
    out.push_back(code_of(chance));
  }
  return out;
}

TEST(Code, IsReadHoweverAPersonTypesIt) {
  const std::string code = code_of(Chance{1, 0, 24, 25, 26, 27, 28, 29, 30, 31, 10});
  ASSERT_EQ(code.size(), k_code_signs);
  EXPECT_EQ(code.substr(0, 11), "10RSTVWXYZA");
  EXPECT_EQ(read_code(code), code);
  EXPECT_EQ(read_code(printed_code(code)), code) << printed_code(code);
  std::string sloppy = code;
  sloppy[0] = 'l', sloppy[1] = 'o', sloppy[2] = 'r';
  EXPECT_EQ(read_code(" " + sloppy.substr(0, 5) + " - " + sloppy.substr(5)), code);
}

TEST(Code, AnySingleWrongSignIsNoticed) {
  for (const std::string& code : some_codes())
    for (std::size_t i = 0; i < code.size(); ++i)
      for (const char other : k_signs) {
        std::string wrong = code;
        wrong[i] = other;
        EXPECT_EQ(read_code(wrong).has_value(), wrong == code) << wrong;
      }
}

TEST(Code, AnyTwoSignsChangedAboutAreNoticed) {
  for (const std::string& code : some_codes())
    for (std::size_t i = 0; i < code.size(); ++i)
      for (std::size_t k = i + 1; k < code.size(); ++k) {
        std::string wrong = code;
        std::swap(wrong[i], wrong[k]);
        EXPECT_EQ(read_code(wrong).has_value(), wrong == code) << wrong;
      }
}

TEST(Code, OneSignTooFewTooManyOrUnknownIsNoCode) {
  const std::string code = some_codes().front();
  EXPECT_FALSE(read_code(code.substr(1)));
  EXPECT_FALSE(read_code(code + "0"));
  EXPECT_FALSE(read_code("U" + code.substr(1)));
  EXPECT_FALSE(read_code(""));
  EXPECT_FALSE(read_code("文书"));
}

Kind kind() {
  Kind out;
  out.id = "k";
  out.number = "穗应急安考〔{year}〕{n}号";
  out.issued_by = {"city_bureau"};
  return out;
}

TEST(Number, CountsWithinKindYearAndIssuer) {
  EXPECT_EQ(number_in(series_of(kind(), 2026, ""), 12), "穗应急安考〔2026〕12号");
  EXPECT_NE(series_of(kind(), 2026, ""), series_of(kind(), 2027, "")) << "a new year begins at 1";
  Kind own = kind();
  own.number = "{institution}报〔{year}〕{n}号";
  EXPECT_EQ(number_in(series_of(own, 2026, "GZ-A01"), 1), "GZ-A01报〔2026〕1号");
  EXPECT_NE(series_of(own, 2026, "GZ-A01"), series_of(own, 2026, "GZ-A02"));
}

TEST(Number, DaysAreWrittenAsOfficialsWriteThem) {
  EXPECT_EQ(written(make_date(2026, 3, 5)), "2026年3月5日");
  EXPECT_EQ(written(Month{2026, 11}), "2026年11月");
}

Document document(State state) {
  Document out;
  out.id = "WS-1";
  out.state = state;
  out.steps = {{"document.propose", {}, "wang", "王五", "city_bureau", "", 1}};
  return out;
}
std::string said(const Result<void>& result) { return result.ok() ? "may" : result.problem().id; }

TEST(States, OnlyTheRolesOfTheLawIssue) {
  EXPECT_EQ(said(may_issue(kind(), "city_bureau")), "may");
  EXPECT_EQ(said(may_issue(kind(), "institution")), "documents.not_for_role");
}

TEST(States, TheSecondSignatureIsAnotherPersons) {
  Kind two = kind();
  two.second = SecondSignature{{"city_bureau"}, "basis", ""};
  EXPECT_EQ(said(may_sign(two, document(State::Proposed), "city_bureau", "zhao")), "may");
  EXPECT_EQ(said(may_sign(two, document(State::Proposed), "city_bureau", "wang")), "documents.same_person");
  EXPECT_EQ(said(may_sign(two, document(State::Proposed), "exam_organisation", "zhao")), "documents.not_for_role");
  EXPECT_EQ(said(may_sign(two, document(State::Issued), "city_bureau", "zhao")), "documents.wrong_state");
  EXPECT_EQ(said(may_sign(kind(), document(State::Proposed), "city_bureau", "zhao")), "documents.not_for_role") << "the kind asks for none";
}

TEST(States, WithdrawingNeedsAReasonAndADocumentThatStands) {
  for (const State state : {State::Proposed, State::Issued}) EXPECT_EQ(said(may_withdraw(kind(), document(state), "city_bureau", "有误")), "may");
  for (const State state : {State::Withdrawn, State::Replaced}) EXPECT_EQ(said(may_withdraw(kind(), document(state), "city_bureau", "有误")), "documents.wrong_state");
  EXPECT_EQ(said(may_withdraw(kind(), document(State::Issued), "city_bureau", " \n")), "documents.reason_missing");
  EXPECT_EQ(said(may_withdraw(kind(), document(State::Issued), "city_bureau", std::string(k_longest_reason, 'x'))), "may");
  EXPECT_EQ(said(may_withdraw(kind(), document(State::Issued), "city_bureau", std::string(k_longest_reason + 1, 'x'))), "documents.reason_missing");
  EXPECT_EQ(said(may_withdraw(kind(), document(State::Issued), "auditor", "有误")), "documents.not_for_role");
}

TEST(States, OnlyWhatIsIssuedIsReplaced) {
  EXPECT_EQ(said(may_replace(kind(), document(State::Issued), "city_bureau", "更名")), "may");
  EXPECT_EQ(said(may_replace(kind(), document(State::Proposed), "city_bureau", "更名")), "documents.wrong_state");
  EXPECT_EQ(said(may_replace(kind(), document(State::Issued), "city_bureau", "")), "documents.reason_missing");
}

} // namespace
} // namespace ankao::documents
