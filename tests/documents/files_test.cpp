// SPDX-License-Identifier: Apache-2.0
// The kinds as data, the sealed facts as text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "documents/files/kinds.hpp"
#include "documents/files/sealed.hpp"
#include "embedded/embedded.hpp"
#include "identity/files/roles.hpp"
#include "paper/read.hpp"

namespace ankao::documents {
namespace {

using ::testing::HasSubstr;

TEST(KindsData, EveryKindHasItsFormItsRolesAndItsClause) {
  const std::string clauses(*embedded::find("law/clause_ids.txt"));
  ASSERT_EQ(shipped_kinds().all.size(), 10u);
  for (const auto& [id, kind] : shipped_kinds().all) {
    EXPECT_TRUE(paper::shipped_forms().contains(kind.form)) << id;
    EXPECT_THAT(clauses, HasSubstr("\n" + kind.clause + "\n")) << id;
    auto roles = kind.issued_by;
    if (kind.second) roles.insert(roles.end(), kind.second->roles.begin(), kind.second->roles.end());
    for (const auto& role : roles) EXPECT_NE(identity::shipped_roles().find(role), nullptr) << id << " " << role;
  }
}

TEST(KindsData, TheAppealIsTextOfTheLawWithItsTermsAndWaitsForALawyer) {
  const auto& remedy = shipped_kinds().find("suspension_decision")->remedy;
  ASSERT_TRUE(remedy.has_value());
  EXPECT_EQ(remedy->review_days, 60);
  EXPECT_EQ(remedy->suit_months, 6);
  EXPECT_THAT(remedy->zh, HasSubstr("六十日内"));
  EXPECT_THAT(remedy->zh, HasSubstr("六个月内"));
  EXPECT_THAT(remedy->basis.at(0), HasSubstr("行政复议法"));
  EXPECT_THAT(remedy->basis.at(1), HasSubstr("行政诉讼法"));
  EXPECT_EQ(remedy->review, "lawyer");
}

const std::string k_city = R"(kinds:
  a: { form: month_plan, about: plan, issuer: 局, number: "字〔{year}〕{n}号", workbook: true }
)";
const std::string k_law = R"(source: test
documents:
  a: { clause: S-2.3, issued_by: [city_bureau], shown: file }
)";
std::string refusal(const std::string& city, const std::string& law) {
  const auto read = read_kinds(city, law);
  return read.ok() ? "read" : read.problem().at + ": " + read.problem().details.at(0).value;
}
std::string with(std::string text, const std::string& from, const std::string& to) { return text.replace(text.find(from), from.size(), to); }

TEST(KindsData, FaultsAreNamedWithTheirPlace) {
  EXPECT_EQ(refusal(k_city, k_law), "read");
  EXPECT_EQ(refusal(with(k_city, "about: plan", "about: moon"), k_law), "a: unknown about");
  EXPECT_EQ(refusal(with(k_city, "{n}", ""), k_law), "a: number lacks {n}");
  EXPECT_EQ(refusal(with(k_city, "workbook", "colour"), k_law), "a: unknown key colour");
  EXPECT_EQ(refusal(k_city, with(k_law, "  a:", "  b:")), "documents: unknown key b");
  EXPECT_EQ(refusal(k_city, with(k_law, "shown: file", "shown: all")), "a: unknown shown");
  EXPECT_EQ(refusal(k_city, with(k_law, "[city_bureau]", "city_bureau")), "a: issued_by is a list");
  EXPECT_THAT(refusal("kinds: [", k_law), HasSubstr("line"));
}

Sealed sealed() {
  Sealed out;
  out.kind = out.form = "month_plan";
  out.number = "穗应急安考〔2026〕12号";
  out.issued_at = {1'700'000'000'000};
  out.values.texts = {{"month", "2026年3月"}, {"mark", ""}};
  out.values.lists["sessions"] = {{{"room", "一室"}}, {{"room", "二室"}}};
  out.files = {{"pdf", "ab"}};
  return out;
}

TEST(SealedFacts, AreReadBackWhole) {
  const std::string text = sealed_text(sealed());
  const auto read = read_sealed(text);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(sealed_text(*read), text);
  EXPECT_EQ(read->values.lists.at("sessions").at(1).at("room"), "二室");
}

TEST(SealedFacts, NothingElseIsTakenForThem) {
  const std::string text = sealed_text(sealed());
  for (const std::string& wrong : {std::string(), text.substr(1), text + " ", with(text, "\"version\":1", "\"version\":1,\"x\":1"), with(text, "ankao-document/1", "ankao-document/2"),
                                   with(text, "\"version\":1", "\"version\":\"1\""), with(text, "\"version\":1", "\"version\":1.5"), std::string("[]"), std::string("null")}) {
    const auto read = read_sealed(wrong);
    ASSERT_FALSE(read.ok()) << wrong;
    EXPECT_EQ(read.problem().id, "documents.sealed_invalid");
  }
}

} // namespace
} // namespace ankao::documents
