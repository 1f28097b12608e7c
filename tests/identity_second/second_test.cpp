// SPDX-License-Identifier: Apache-2.0
// The second factor: RFC 6238, who owes it, what a half session may do, used codes, recovery codes, throttling, reset.
#include "identity/service/second.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "identity/commands/totp.hpp"
#include "identity/routes/authenticator.hpp"
#include "identity/rules/second.hpp"
#include "identity/service/totp.hpp"
#include "identity/support/desk.hpp"

namespace ankao::identity {
namespace {

using tests::k_password;
using ::testing::Contains;
using ::testing::Not;

constexpr std::int64_t k_step_ms = k_code_seconds * 1000;

// RFC 6238, appendix B, SHA-1.
TEST(TotpVectors, AreThoseOfTheStandard) {
  const std::string secret = "12345678901234567890";
  const std::vector<std::pair<std::int64_t, std::string>> vectors = {{59, "94287082"},         {1111111109, "07081804"},  {1111111111, "14050471"},
                                                                     {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
  for (const auto& [seconds, code] : vectors) {
    EXPECT_EQ(totp_code(secret, code_step(Instant{seconds * 1000}), 8), code);
    EXPECT_EQ(totp_code(secret, code_step(Instant{seconds * 1000})), code.substr(2)) << "six digits are the last six";
  }
}

TEST(TotpVectors, SecretsAreBase32AsAppsTypeThem) {
  EXPECT_EQ(to_base32("12345678901234567890"), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  EXPECT_EQ(from_base32("gezd gnbv gy3t qojq gezd gnbv gy3t qojq"), "12345678901234567890");
  EXPECT_EQ(from_base32("MZXW6YTB"), "fooba"); // RFC 4648 10
  EXPECT_EQ(from_base32("MZXW6==="), "foo");
  for (const char* wrong : {"", "=", "1", "0189", "MZXW6YT!", "口令"}) EXPECT_FALSE(from_base32(wrong).has_value()) << wrong;
  EXPECT_FALSE(from_base32(std::string(1000, 'A')).has_value());
}

TEST(Steps, TheCodeComesBeforeTheChangeOfAPasswordAndTheBindingAfterIt) {
  Account account;
  account.password = PasswordState::Chosen;
  EXPECT_EQ(step_of(account, false, false), Step::None);
  EXPECT_EQ(step_of(account, true, false), Step::Enrol);
  EXPECT_EQ(step_of(account, true, true), Step::None);
  account.password = PasswordState::MustChange;
  EXPECT_EQ(step_of(account, true, false), Step::Password);
  account.second_at = Instant{1};
  EXPECT_EQ(step_of(account, true, false), Step::Code);
  EXPECT_EQ(step_of(account, false, false), Step::Code) << "who binds a device of his own accord is asked for it";
  EXPECT_EQ(step_of(account, true, true), Step::Password);
}

TEST(Steps, ADemoListGivesTheSecretOfItsAccount) {
  const std::string list = "演示账户\n  shiju      abcd-efgh-jkmn-pqrs MZXW6YTB                         演示·市\n  jigou      abcd-efgh-jkmn-pqrs -  演示·机构\n";
  EXPECT_EQ(secret_in_list(list, "shiju"), "MZXW6YTB");
  EXPECT_FALSE(secret_in_list(list, "jigou").has_value());
  EXPECT_FALSE(secret_in_list(list, "shi").has_value());
}

class SecondFactor : public ::testing::TestWithParam<std::string> {
protected:
  SecondFactor() {
    desk_.open("guan", "administrator");
    desk_.open("chen", "city_bureau");
    desk_.open("lin", "institution", "GZ-A01");
  }
  Origin origin(const std::string& device = "", const std::string& peer = "192.0.2.1") const { return {peer, "Test/1.0", device}; }
  Live live(const std::string& token) { return *desk_.identity->live(token, desk_.now); }
  std::string caller(const std::string& token) { return caller_of(live(token), desk_.identity->roles()).account; }
  Step step(const std::string& token) { return step_of(live(token), desk_.identity->roles()); }
  std::string code(std::int64_t offset = 0) const { return totp_code(*from_base32(secret_), code_step(desk_.now) + offset); }
  /// A code that fits no step near.
  std::string wrong() const {
    for (char c = '0';; ++c) {
      std::string out = std::string(5, '0') + c;
      bool fits = false;
      for (std::int64_t i = -3; i <= 3; ++i) fits = fits || code(i) == out;
      if (!fits) return out;
    }
  }
  template <class T>
  static std::string word(const Result<T>& result) {
    return result.ok() ? "done" : result.problem().id;
  }
  std::string enter(const std::string& token, const std::string& what, const Origin& from) {
    return word(second_.enter(live(token), what, from, desk_.now));
  }
  std::string enter(const std::string& token, const std::string& what) { return enter(token, what, origin()); }
  /// Signs in and binds a device; returns the session.
  std::string enrol(const std::string& account) {
    const std::string token = desk_.token(account);
    secret_ = second_.begin(live(token), "", origin(), desk_.now).value().secret;
    codes_ = second_.confirm(live(token), code(), origin(), desk_.now).value();
    desk_.pass(k_step_ms);
    return token;
  }

  tests::Desk desk_{GetParam(), shipped_roles()};
  std::unique_ptr<vault::Vault> vault_ = vault::Vault::passing();
  std::vector<SecondNews> told_;
  Second second_{desk_.store.database(), *desk_.identity, *vault_, desk_.random, [this](db::Transaction&, const SecondNews& news, Instant) { told_.push_back(news); }};
  std::string secret_;
  std::vector<std::string> codes_;
};
INSTANTIATE_TEST_SUITE_P(Databases, SecondFactor, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(SecondFactor, ASessionIsGoodForBindingOnlyUntilADeviceIsBound) {
  const std::string token = desk_.token("chen");
  EXPECT_EQ(step(token), Step::Enrol);
  EXPECT_EQ(caller(token), "") << "nobody yet";
  EXPECT_FALSE(desk_.identity->account("chen")->signed_in_at.has_value());
  const auto begun = second_.begin(live(token), "", origin(), desk_.now);
  ASSERT_EQ(word(begun), "done");
  secret_ = begun->secret;
  EXPECT_EQ(begun->address, "otpauth://totp/Ankao:chen?secret=" + secret_ + "&issuer=Ankao&algorithm=SHA1&digits=6&period=30");
  EXPECT_EQ(word(second_.confirm(live(token), wrong(), origin(), desk_.now)), "identity.code_wrong");
  EXPECT_EQ(caller(token), "");
  const auto codes = second_.confirm(live(token), code(), origin(), desk_.now);
  ASSERT_EQ(word(codes), "done");
  EXPECT_EQ(codes->size(), 10u);
  EXPECT_EQ(caller(token), "chen");
  EXPECT_TRUE(desk_.identity->account("chen")->signed_in_at.has_value());
  EXPECT_THAT(desk_.ledger_of("account:chen"), Contains("second.enrol"));
  ASSERT_EQ(told_.size(), 1u);
  EXPECT_EQ(told_[0].what, SecondNews::What::Enrolled);
  EXPECT_EQ(desk_.identity->attempts({"chen", "password_accepted"}).total, 1);
  EXPECT_EQ(desk_.identity->attempts({"chen", "signed_in"}).total, 1);
}

TEST_P(SecondFactor, RolesThatOnlyReportOrReadNeedNone) {
  EXPECT_EQ(caller(desk_.token("lin")), "lin");
  const std::string token = enrol("lin");
  EXPECT_EQ(caller(token), "lin");
  EXPECT_EQ(step(desk_.token("lin")), Step::Code) << "of his own accord";
}

TEST_P(SecondFactor, ABindingIsOfItsSessionAndOfThirtyMinutes) {
  const std::string token = desk_.token("chen"), other = desk_.token("chen");
  secret_ = second_.begin(live(token), "", origin(), desk_.now).value().secret;
  EXPECT_EQ(word(second_.confirm(live(other), code(), origin(), desk_.now)), "identity.enrol_over") << "begun by another session";
  desk_.pass(k_enrol_ms / 2);
  live(token); // in use
  desk_.pass(k_enrol_ms / 2 - 1);
  const auto just = live(token);
  desk_.pass(1);
  EXPECT_EQ(word(second_.confirm(just, code(), origin(), desk_.now)), "identity.enrol_over");
  desk_.pass(-1);
  EXPECT_EQ(word(second_.confirm(just, code(), origin(), desk_.now)), "done");
}

TEST_P(SecondFactor, TheNextSignInNeedsACodeOfThisStepOrOneBesideIt) {
  enrol("chen");
  for (const std::int64_t offset : {-1, 0, 1}) {
    desk_.pass(10 * k_step_ms);
    const std::string token = desk_.token("chen");
    EXPECT_EQ(step(token), Step::Code);
    EXPECT_EQ(caller(token), "");
    EXPECT_EQ(enter(token, code(offset)), "done") << offset;
    EXPECT_EQ(caller(token), "chen");
  }
  for (const std::int64_t offset : {-2, 2}) {
    desk_.pass(10 * k_step_ms);
    EXPECT_EQ(enter(desk_.token("chen"), code(offset)), "identity.code_wrong") << offset;
  }
}

TEST_P(SecondFactor, ACodeIsTakenOnceAndNoneBeforeIt) {
  enrol("chen");
  const std::string typed = code().substr(0, 3) + " " + code().substr(3);
  EXPECT_EQ(enter(desk_.token("chen"), typed), "done") << "people type a blank";
  EXPECT_EQ(enter(desk_.token("chen"), code()), "identity.code_used");
  EXPECT_EQ(enter(desk_.token("chen"), code(-1)), "identity.code_used") << "an older one may have been seen";
  EXPECT_EQ(enter(desk_.token("chen"), code(1)), "done");
  desk_.pass(k_step_ms);
  EXPECT_EQ(enter(desk_.token("chen"), code()), "identity.code_used") << "taken one step early";
}

TEST_P(SecondFactor, TheBindingCodeIsUsedToo) {
  const std::string token = desk_.token("chen");
  secret_ = second_.begin(live(token), "", origin(), desk_.now).value().secret;
  ASSERT_EQ(word(second_.confirm(live(token), code(), origin(), desk_.now)), "done");
  EXPECT_EQ(enter(desk_.token("chen"), code()), "identity.code_used");
}

TEST_P(SecondFactor, ARecoveryCodeIsTakenOnceAndStandsNowhereInClear) {
  enrol("chen");
  EXPECT_EQ(enter(desk_.token("chen"), codes_[3]), "done");
  EXPECT_EQ(enter(desk_.token("chen"), codes_[3]), "identity.code_wrong");
  std::string shouted = codes_[4];
  for (char& c : shouted) c = static_cast<char>(std::toupper(c));
  EXPECT_EQ(enter(desk_.token("chen"), shouted), "done");
  EXPECT_EQ(second_.state("chen").codes_left, 8);
  EXPECT_THAT(desk_.ledger_of("account:chen"), Contains("second.recover"));
  EXPECT_EQ(told_.back().what, SecondNews::What::Recovered);
  EXPECT_EQ(told_.back().codes_left, 8);
  desk_.store.database().read([&](db::Transaction& t) {
    const auto rows = t.query("SELECT digest FROM identity_recovery WHERE account = $1", {std::string("chen")});
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (const std::string& one : codes_) EXPECT_THAT(rows.text(i, "digest"), Not(::testing::HasSubstr(typed_code(one))));
    EXPECT_THAT(t.query("SELECT secret FROM identity_factor").text(0, "secret"), Not(::testing::HasSubstr(secret_)));
  });
}

TEST_P(SecondFactor, WrongCodesWaitLongerAndLonger) {
  enrol("chen");
  const std::string token = desk_.token("chen");
  for (int i = 0; i < 4; ++i) EXPECT_EQ(enter(token, wrong()), "identity.code_wrong");
  EXPECT_EQ(enter(token, code()), "identity.too_many_attempts");
  desk_.pass(2000);
  EXPECT_EQ(enter(token, wrong()), "identity.code_wrong");
  desk_.pass(2000);
  EXPECT_EQ(enter(token, code()), "identity.too_many_attempts");
  EXPECT_EQ(desk_.identity->attempts({"chen", "code_wrong"}).total, 5);
  desk_.pass(2000);
  EXPECT_EQ(enter(token, code()), "done");
}

TEST_P(SecondFactor, GuessesFromManyAddressesAreCountedTogetherAndAKnownBrowserDoesNotWaitForThem) {
  const std::string device = desk_.sign_in("chen")->device;
  const std::string token = desk_.token("chen");
  secret_ = second_.begin(live(token), "", origin(device), desk_.now).value().secret;
  ASSERT_EQ(word(second_.confirm(live(token), code(), origin(device), desk_.now)), "done");
  desk_.pass(k_step_ms);
  const std::string thief = desk_.token("chen");
  for (int i = 0; i < 11; ++i) EXPECT_EQ(enter(thief, wrong(), origin("", "198.51." + std::to_string(i) + ".7")), "identity.code_wrong") << i;
  EXPECT_EQ(enter(thief, code(), origin("", "198.51.99.7")), "identity.too_many_attempts");
  EXPECT_EQ(enter(desk_.token("chen"), code(), origin(device)), "done");
}

TEST_P(SecondFactor, APasswordAloneMakesNoBrowserKnown) {
  enrol("chen");
  const std::string device = desk_.sign_in("chen")->device;
  for (int i = 0; i < 5; ++i) desk_.refusal("chen", "wrong");
  EXPECT_EQ(word(desk_.identity->sign_in({"chen", k_password}, origin(device), desk_.now)), "identity.too_many_attempts");
}

TEST_P(SecondFactor, AResetPasswordIsChangedOnlyAfterTheCode) {
  enrol("chen");
  const auto reset = desk_.identity->reset_password(desk_.admin(), "chen", std::nullopt, desk_.now);
  const std::string token = desk_.sign_in("chen", reset->password)->token;
  EXPECT_EQ(step(token), Step::Code);
  EXPECT_EQ(enter(token, code()), "done");
  EXPECT_EQ(step(token), Step::Password);
  EXPECT_EQ(caller_of(live(token), desk_.identity->roles()).refusal, "identity.password_first");
  EXPECT_EQ(word(second_.begin(live(token), code(1), origin(), desk_.now)), "identity.password_before_device");
}

TEST_P(SecondFactor, AnotherDeviceNeedsACodeOfThePresentOneAndEndsTheOtherSessions) {
  const std::string token = enrol("chen");
  const auto old_codes = codes_;
  EXPECT_EQ(word(second_.begin(live(token), "", origin(), desk_.now)), "identity.code_wrong");
  const std::string other = desk_.token("chen");
  EXPECT_EQ(word(second_.begin(live(other), code(), origin(), desk_.now)), "identity.code_first");
  const auto begun = second_.begin(live(token), code(), origin(), desk_.now);
  ASSERT_EQ(word(begun), "done");
  const std::string old_secret = secret_;
  secret_ = begun->secret;
  ASSERT_EQ(word(second_.confirm(live(token), code(), origin(), desk_.now)), "done");
  EXPECT_FALSE(desk_.is_live(other));
  EXPECT_TRUE(desk_.is_live(token));
  EXPECT_EQ(told_.back().what, SecondNews::What::Replaced);
  EXPECT_EQ(enter(desk_.token("chen"), old_codes[0]), "identity.code_wrong");
  EXPECT_EQ(enter(desk_.token("chen"), totp_code(*from_base32(old_secret), code_step(desk_.now) + 1)), "identity.code_wrong");
  EXPECT_EQ(enter(desk_.token("chen"), code(1)), "done");
}

TEST_P(SecondFactor, FreshRecoveryCodesNeedACodeAndVoidTheOldOnes) {
  const std::string token = enrol("chen");
  EXPECT_EQ(word(second_.renew(live(token), wrong(), origin(), desk_.now)), "identity.code_wrong");
  const auto fresh = second_.renew(live(token), code(), origin(), desk_.now);
  ASSERT_EQ(word(fresh), "done");
  EXPECT_EQ(enter(desk_.token("chen"), codes_[0]), "identity.code_wrong");
  EXPECT_EQ(enter(desk_.token("chen"), (*fresh)[0]), "done");
  EXPECT_THAT(desk_.ledger_of("account:chen"), Contains("second.renew"));
}

TEST_P(SecondFactor, AnAdministratorUnbindsWithAReasonAndThePersonIsTold) {
  const std::string token = enrol("chen");
  EXPECT_EQ(word(second_.reset(desk_.admin(), "chen", " ", desk_.now)), "identity.reason");
  EXPECT_EQ(word(second_.reset(desk_.admin(), "nobody", "手机遗失", desk_.now)), "identity.account_unknown");
  EXPECT_EQ(word(second_.reset(desk_.admin(), "lin", "手机遗失", desk_.now)), "identity.second_none");
  EXPECT_EQ(word(second_.reset({"chen", "", "administrator", "city"}, "chen", "手机遗失", desk_.now)), "identity.own_account");
  ASSERT_EQ(word(second_.reset(desk_.admin(), "chen", "手机遗失", desk_.now)), "done");
  EXPECT_FALSE(desk_.is_live(token));
  EXPECT_EQ(told_.back().what, SecondNews::What::Reset);
  EXPECT_EQ(told_.back().reason, "手机遗失");
  EXPECT_EQ(told_.back().by, "管理员");
  EXPECT_THAT(desk_.ledger_of("account:chen"), Contains("second.reset"));
  EXPECT_EQ(step(desk_.token("chen")), Step::Enrol);
  EXPECT_EQ(enter(desk_.token("chen"), code(1)), "identity.second_none");
}

TEST_P(SecondFactor, AProviderThatIsBelievedNeedsNoCode) {
  const auto one = desk_.identity->sign_in_as("chen", origin(), desk_.now);
  EXPECT_EQ(step(one->token), Step::Enrol);
  const auto two = desk_.identity->sign_in_as("chen", origin(), desk_.now, Proof::Two);
  EXPECT_EQ(caller(two->token), "chen");
  enrol("chen");
  EXPECT_EQ(step(desk_.identity->sign_in_as("chen", origin(), desk_.now)->token), Step::Code);
  EXPECT_EQ(caller(desk_.identity->sign_in_as("chen", origin(), desk_.now, Proof::Two)->token), "chen");
}

TEST_P(SecondFactor, ADemoAccountIsHandedItsSecret) {
  secret_ = second_.hand_over(desk_.admin(), "chen", desk_.now).value();
  EXPECT_EQ(enter(desk_.token("chen"), code()), "done");
}

} // namespace
} // namespace ankao::identity
