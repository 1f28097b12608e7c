// SPDX-License-Identifier: Apache-2.0
// Personal data: nothing in clear at rest, masked on screen, told in clear only with a reason in the ledger, and only in scope.
#include "identity/service/personal.hpp"

#include <gtest/gtest.h>

#include "identity/rules/personal.hpp"
#include "identity/support/desk.hpp"
#include "vault/vault.hpp"

namespace ankao::identity {
namespace {

const std::string k_id = "11010519491231002X";
const std::string k_mobile = "13812345678";

class PersonalStory : public ::testing::TestWithParam<std::string> {
protected:
  PersonalStory() {
    desk_.open("lin", "institution", "GZ-A01");
    desk_.open("wang", "institution", "GZ-A02");
    desk_.open("tian", "district_bureau", "440106");
  }
  db::Database& database() { return desk_.store.database(); }
  static Asker asker(const std::string& account, const std::string& kind, const std::string& id = "") {
    return {{account, account, "role", id.empty() ? kind : kind + ":" + id}, {kind, id, account}};
  }
  Asker city() const { return asker("shiju", "city"); }
  Asker tianhe() const { return asker("tian", "district", "440106"); }
  std::vector<ledger::Written> events(const std::string& account) {
    std::vector<ledger::Written> out;
    database().read([&](db::Transaction& t) { out = ledger::time_line(t, "account:" + account); });
    return out;
  }
  /// Everything the database holds about persons and events, as one text.
  std::string all_text() {
    std::string out;
    database().read([&](db::Transaction& t) {
      const auto people = t.query("SELECT account, national_id, telephone, email, COALESCE(national_id_digest, '') AS a, COALESCE(telephone_digest, '') AS b, "
                                  "COALESCE(email_digest, '') AS c FROM identity_person");
      for (std::size_t i = 0; i < people.size(); ++i)
        for (const char* column : {"account", "national_id", "telephone", "email", "a", "b", "c"}) out += people.text(i, column) + "\n";
      const auto events = t.query("SELECT subject, before_sm3, after_sm3, reason, action FROM ledger_event");
      for (std::size_t i = 0; i < events.size(); ++i)
        for (const char* column : {"subject", "before_sm3", "after_sm3", "reason", "action"}) out += events.text(i, column) + "\n";
    });
    return out;
  }
  template <class T>
  static std::string id_of(const Result<T>& result) {
    return result.ok() ? "" : result.problem().id;
  }

  tests::Desk desk_{GetParam()};
  std::unique_ptr<vault::Vault> vault_ = vault::Vault::passing();
  Personal personal_{database(), *vault_, desk_.identity->roles(),
                     [](db::Transaction&, ScopeKind, const std::string& id) { return std::string(id == "GZ-A01" ? "440106" : "440103"); }};
};
INSTANTIATE_TEST_SUITE_P(Databases, PersonalStory, ::testing::Values("memory", "postgresql"), [](const auto& kind) { return kind.param; });

TEST_P(PersonalStory, NothingStandsInClearAndTheScreenIsMasked) {
  const auto shown = personal_.change(city(), "lin", {k_id, "+86 138-1234-5678", "Lin@Example.org"}, desk_.now);
  ASSERT_TRUE(shown.ok()) << shown.problem().id;
  EXPECT_EQ(shown->national_id, "1101**********002X");
  EXPECT_EQ(shown->telephone, "138****5678");
  EXPECT_EQ(shown->email, "l****@example.org");
  ASSERT_TRUE(personal_.reveal(city(), "lin", PersonalField::NationalId, "核对准考证", desk_.now).ok());
  const std::string all = all_text();
  for (const std::string& clear : {k_id, k_mobile, std::string("lin@example.org"), std::string("19491231")}) EXPECT_EQ(all.find(clear), std::string::npos) << clear;
}

TEST_P(PersonalStory, ARevealIsRecordedWithItsReasonAndWithoutTheNumber) {
  ASSERT_TRUE(personal_.change(city(), "lin", {k_id, {}, {}}, desk_.now).ok());
  EXPECT_EQ(personal_.reveal(city(), "lin", PersonalField::NationalId, "核对身份证原件", desk_.now).value(), k_id);
  const auto last = events("lin").back().event;
  EXPECT_EQ(last.action, "personal.reveal");
  EXPECT_EQ(last.actor.account, "shiju");
  EXPECT_EQ(last.reason, "national_id · 核对身份证原件");
  EXPECT_EQ(last.before + last.after, "");
}

TEST_P(PersonalStory, WithoutAGoodReasonNothingIsTold) {
  ASSERT_TRUE(personal_.change(city(), "lin", {k_id, {}, {}}, desk_.now).ok());
  const auto before = events("lin").size();
  const auto ask = [&](const std::string& reason) { return id_of(personal_.reveal(city(), "lin", PersonalField::NationalId, reason, desk_.now)); };
  EXPECT_EQ(ask(""), "identity.reason_missing");
  EXPECT_EQ(ask("      "), "identity.reason_missing");
  EXPECT_EQ(ask("三个字"), "identity.reason_missing");
  EXPECT_EQ(ask("四个字啊"), "");
  std::string longest;
  for (int i = 0; i < 200; ++i) longest += "字";
  EXPECT_EQ(ask(longest), "");
  EXPECT_EQ(ask(longest + "字"), "identity.reason_long");
  EXPECT_EQ(ask("核对 1381234 的"), "identity.reason_personal");
  EXPECT_EQ(ask("核对 138 1234 的"), "identity.reason_personal") << "blanks do not hide a number";
  EXPECT_EQ(ask("核对 202403 批次"), "") << "six digits are a month or a district";
  EXPECT_EQ(ask("写信给 a@b.cn"), "identity.reason_personal");
  EXPECT_EQ(events("lin").size(), before + 3);
}

TEST_P(PersonalStory, ADistrictSeesItsOwnAndNobodyElse) {
  for (const char* account : {"lin", "wang"}) ASSERT_TRUE(personal_.change(city(), account, {{}, k_mobile, {}}, desk_.now).ok());
  EXPECT_TRUE(personal_.show(tianhe(), "lin").ok());
  EXPECT_EQ(id_of(personal_.show(tianhe(), "wang")), "identity.account_unknown");
  EXPECT_EQ(id_of(personal_.reveal(tianhe(), "wang", PersonalField::Telephone, "核对联系方式", desk_.now)), "identity.account_unknown");
  EXPECT_EQ(id_of(personal_.change(tianhe(), "wang", {{}, "13900000000", {}}, desk_.now)), "identity.account_unknown");
  EXPECT_TRUE(personal_.show(tianhe(), "tian").ok()) << "the own account";
  EXPECT_EQ(id_of(personal_.show(tianhe(), "nobody")), "identity.account_unknown");
  const auto found = personal_.find(tianhe(), PersonalField::Telephone, k_mobile, desk_.now);
  ASSERT_TRUE(found.ok());
  ASSERT_EQ(found->size(), 1u) << "the other person with this telephone belongs elsewhere";
  EXPECT_EQ(found->front().id, "lin");
  EXPECT_EQ(personal_.find(city(), PersonalField::Telephone, "138 1234 5678", desk_.now)->size(), 2u);
  EXPECT_EQ(personal_.find(asker("lin", "institution", "GZ-A01"), PersonalField::Telephone, k_mobile, desk_.now)->size(), 1u);
}

TEST_P(PersonalStory, AnIdentityNumberStandsOnOneAccountOnly) {
  ASSERT_TRUE(personal_.change(city(), "lin", {k_id, {}, {}}, desk_.now).ok());
  EXPECT_EQ(id_of(personal_.change(city(), "wang", {"11010519491231002x", {}, {}}, desk_.now)), "identity.person_taken");
  EXPECT_EQ(id_of(personal_.change(city(), "lin", {k_id, k_mobile, {}}, desk_.now)), "") << "the same person again";
  ASSERT_TRUE(personal_.change(city(), "lin", {"", {}, {}}, desk_.now).ok());
  EXPECT_EQ(personal_.show(city(), "lin")->national_id, "");
  EXPECT_EQ(personal_.show(city(), "lin")->telephone, "138****5678") << "what was not named stays";
  EXPECT_TRUE(personal_.change(city(), "wang", {k_id, {}, {}}, desk_.now).ok());
  EXPECT_EQ(personal_.find(city(), PersonalField::NationalId, k_id, desk_.now)->front().id, "wang");
}

TEST_P(PersonalStory, WrongNumbersAreRefusedAtTheirPlace) {
  const auto refused = personal_.change(city(), "lin", {"110105194912310025", {}, {}}, desk_.now);
  EXPECT_EQ(refused.problem(), problem("number.id_check", {{"expected", "X"}, {"value", "5"}}, "/national_id"));
  EXPECT_EQ(personal_.change(city(), "lin", {{}, "12", {}}, desk_.now).problem().at, "/telephone");
  for (const char* text : {"lin", "@example.org", "lin@", "lin@org", "a@b@c.org", "lin@example.org.", "a b@example.org", "<a@b.cn>"})
    EXPECT_EQ(id_of(personal_.change(city(), "lin", {{}, {}, text}, desk_.now)), "number.email") << text;
  EXPECT_EQ(id_of(personal_.find(city(), PersonalField::NationalId, "123", desk_.now)), "number.id_length");
}

TEST_P(PersonalStory, ARowMovedToAnotherAccountDoesNotOpen) {
  ASSERT_TRUE(personal_.change(city(), "lin", {k_id, {}, {}}, desk_.now).ok());
  database().write([](db::Transaction& t) { t.execute("UPDATE identity_person SET account = 'wang' WHERE account = 'lin'"); });
  EXPECT_EQ(id_of(personal_.show(city(), "wang")), "vault.not_opened");
}

TEST_P(PersonalStory, AChangeThatChangesNothingIsNoEvent) {
  ASSERT_TRUE(personal_.change(city(), "lin", {k_id, k_mobile, {}}, desk_.now).ok());
  const auto before = events("lin");
  EXPECT_EQ(before.back().event.reason, "national_id, telephone");
  ASSERT_TRUE(personal_.change(city(), "lin", {k_id, {}, {}}, desk_.now).ok());
  EXPECT_EQ(events("lin").size(), before.size());
}

} // namespace
} // namespace ankao::identity
