// SPDX-License-Identifier: Apache-2.0
// Stories of signing in, on both databases.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "identity/service/password_hash.hpp"
#include "identity/support/desk.hpp"

namespace ankao {
namespace {

using identity::Enabling;
using identity::Live;
using ::testing::ElementsAre;
using tests::k_hour;
using tests::k_minute;
using tests::k_password;
using tests::k_second;

class SignIn : public ::testing::TestWithParam<std::string> {
protected:
  void SetUp() override {
    desk_.open("admin", "administrator");
    desk_.open("lin", "institution", "GZ-A01");
  }
  tests::Desk desk_{GetParam()};
};

TEST_P(SignIn, TheRightPasswordOpensASession) {
  const auto signed_in = desk_.sign_in(" Lin ");
  ASSERT_TRUE(signed_in.ok());
  EXPECT_EQ(signed_in->token.size(), 64u);
  EXPECT_NE(signed_in->session.id, signed_in->token);
  const auto live = desk_.identity->live(signed_in->token, desk_.now);
  ASSERT_TRUE(live.has_value());
  EXPECT_EQ(live->account.id, "lin");
  EXPECT_EQ(live->account.scope_id, "GZ-A01");
  EXPECT_EQ(live->session.peer, "192.0.2.1");
  EXPECT_THAT(desk_.ledger_of("session:" + live->session.id), ElementsAre("session.create"));
}

TEST_P(SignIn, TheTokenItselfIsStoredNowhere) {
  const std::string token = desk_.token("lin");
  desk_.store.database().read([&](db::Transaction& t) {
    const auto rows = t.query("SELECT id, token_sm3, account, peer, agent FROM identity_session");
    for (const char* column : {"id", "token_sm3", "account", "peer", "agent"})
      EXPECT_EQ(rows.text(0, column).find(token), std::string::npos);
    EXPECT_EQ(t.query("SELECT password FROM identity_account").text(0, "password").rfind("$argon2id$", 0), 0u);
  });
}

TEST_P(SignIn, NobodyLearnsWhetherAnAccountExists) {
  EXPECT_EQ(desk_.refusal("lin", "wrong password"), "identity.wrong_credentials");
  EXPECT_EQ(desk_.refusal("nobody", "wrong password"), "identity.wrong_credentials");
  EXPECT_EQ(desk_.refusal("", ""), "identity.wrong_credentials");
  EXPECT_EQ(desk_.refusal("' OR 1=1 --", k_password), "identity.wrong_credentials");
  EXPECT_EQ(desk_.refusal(std::string(100'000, 'a'), k_password), "identity.wrong_credentials");
  EXPECT_EQ(desk_.refusal("lin", std::string(2000, 'a'), "192.0.2.9"), "identity.wrong_credentials");
  EXPECT_EQ(desk_.refusal("lin", std::string("\xff\0", 2), "192.0.2.8"), "identity.wrong_credentials");
}

TEST_P(SignIn, GuessesWaitLongerAndLonger) {
  for (int i = 0; i < 4; ++i) EXPECT_EQ(desk_.refusal("lin", "wrong"), "identity.wrong_credentials");
  const auto refused = desk_.sign_in("lin");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.problem(), problem("identity.too_many_attempts", {{"seconds", "2"}}));
  desk_.pass(2 * k_second - 1);
  EXPECT_EQ(desk_.refusal("lin", "wrong"), "identity.too_many_attempts");
  desk_.pass(1);
  EXPECT_EQ(desk_.refusal("lin", "wrong"), "identity.wrong_credentials");
  desk_.pass(2 * k_second);
  EXPECT_EQ(desk_.refusal("lin", k_password), "identity.too_many_attempts");
  desk_.pass(2 * k_second);
  EXPECT_TRUE(desk_.sign_in("lin").ok());
  EXPECT_EQ(desk_.refusal("lin", "wrong"), "identity.wrong_credentials");
  EXPECT_TRUE(desk_.sign_in("lin").ok()); // the count has begun anew
}

TEST_P(SignIn, AGuesserCannotLockTheOwnerOut) {
  for (int i = 0; i < 200; ++i) {
    desk_.refusal("lin", "wrong", "198.51.100.66");
    desk_.pass(k_second);
  }
  EXPECT_EQ(desk_.refusal("lin", k_password, "198.51.100.66"), "identity.too_many_attempts");
  EXPECT_TRUE(desk_.sign_in("lin", k_password, "192.0.2.1").ok());
}

TEST_P(SignIn, OneAddressCannotTryEveryAccount) {
  int looked_at = 0;
  for (int i = 0; i < 200; ++i)
    looked_at += desk_.refusal("user" + std::to_string(i), "Spring-in-the-south", "198.51.100.66") == "identity.wrong_credentials" ? 1 : 0;
  EXPECT_EQ(looked_at, 31); // 30 free ones and the first that costs a wait
  EXPECT_EQ(desk_.refusal("lin", k_password, "198.51.100.66"), "identity.too_many_attempts");
  desk_.pass(k_hour);
  EXPECT_TRUE(desk_.sign_in("lin", k_password, "198.51.100.66").ok());
}

TEST_P(SignIn, AnOwnAccountDoesNotResetAnAddress) {
  for (int i = 0; i < 31; ++i) desk_.refusal("user" + std::to_string(i), "guess", "198.51.100.66");
  desk_.pass(2 * k_second);
  EXPECT_TRUE(desk_.sign_in("lin", k_password, "198.51.100.66").ok());
  EXPECT_EQ(desk_.refusal("victim", "guess", "198.51.100.66"), "identity.too_many_attempts");
}

TEST_P(SignIn, ManyGuessesAtOnceAreCountedAll) {
  std::atomic<int> looked_at = 0;
  std::vector<std::thread> guessers;
  for (int i = 0; i < 4; ++i)
    guessers.emplace_back([&] {
      for (int k = 0; k < 5; ++k) looked_at += desk_.refusal("nobody", "guess") == "identity.wrong_credentials" ? 1 : 0;
    });
  for (std::thread& guesser : guessers) guesser.join();
  EXPECT_EQ(looked_at, 4);
}

TEST_P(SignIn, AnIdleSessionEndsAtHalfAnHour) {
  const std::string first = desk_.token("lin");
  const std::string second = desk_.token("lin");
  desk_.pass(30 * k_minute - 1);
  EXPECT_TRUE(desk_.is_live(first));
  desk_.pass(1);
  EXPECT_FALSE(desk_.is_live(second));
  EXPECT_TRUE(desk_.is_live(first)); // used a moment ago
  desk_.pass(30 * k_minute - 1);
  EXPECT_FALSE(desk_.is_live(first));
}

TEST_P(SignIn, ABusySessionEndsAtTwelveHours) {
  const std::string token = desk_.token("lin");
  for (int i = 0; i < 12 * 3 - 1; ++i) { // never idle for half an hour
    desk_.pass(20 * k_minute);
    ASSERT_TRUE(desk_.is_live(token)) << i;
  }
  desk_.pass(20 * k_minute - 1);
  EXPECT_TRUE(desk_.is_live(token));
  desk_.pass(1);
  EXPECT_FALSE(desk_.is_live(token));
}

TEST_P(SignIn, ReadingDoesNotWriteEachTime) {
  const std::string token = desk_.token("lin");
  const auto seen = [&] { return desk_.identity->sessions("lin", desk_.now).at(0).seen_at.ms; };
  const auto before = seen();
  desk_.pass(identity::k_seen_step_ms - 1);
  EXPECT_TRUE(desk_.is_live(token));
  EXPECT_EQ(seen(), before);
  desk_.pass(1);
  EXPECT_TRUE(desk_.is_live(token));
  EXPECT_EQ(seen(), desk_.now.ms);
}

TEST_P(SignIn, OddTokensAreAnonymous) {
  for (const std::string& token :
       {std::string(), std::string("abc"), std::string(64, 'z'), std::string(64, '0'), std::string(100'000, 'a')})
    EXPECT_FALSE(desk_.is_live(token));
}

TEST_P(SignIn, SignOutEndsOneSession) {
  const std::string first = desk_.token("lin");
  const std::string second = desk_.token("lin");
  desk_.identity->sign_out(first, desk_.now);
  desk_.identity->sign_out(first, desk_.now);
  EXPECT_FALSE(desk_.is_live(first));
  EXPECT_TRUE(desk_.is_live(second));
}

TEST_P(SignIn, OnesOwnSessionsCanBeListedAndEnded) {
  const std::string first = desk_.token("lin");
  desk_.pass(k_second);
  const auto second = desk_.sign_in("lin", k_password, "198.51.100.7").value();
  const std::string strange = desk_.sign_in("admin").value().session.id;
  const Live who = *desk_.identity->live(first, desk_.now);
  const auto sessions = desk_.identity->sessions("lin", desk_.now);
  ASSERT_EQ(sessions.size(), 2u);
  EXPECT_EQ(sessions[0].peer, "198.51.100.7");
  EXPECT_EQ(desk_.identity->revoke(who, strange, desk_.now).problem().id, "identity.session_unknown");
  EXPECT_TRUE(desk_.identity->revoke(who, second.session.id, desk_.now).ok());
  EXPECT_FALSE(desk_.is_live(second.token));
  EXPECT_EQ(desk_.identity->revoke(who, second.session.id, desk_.now).problem().id, "identity.session_unknown");
  EXPECT_THAT(desk_.ledger_of("session:" + second.session.id), ElementsAre("session.create", "session.revoke"));
}

TEST_P(SignIn, ANewPasswordEndsTheOtherSessions) {
  const std::string here = desk_.token("lin");
  const std::string elsewhere = desk_.token("lin");
  const Live who = *desk_.identity->live(here, desk_.now);
  const auto change = [&](const std::string& present, const std::string& fresh) {
    const auto changed = desk_.identity->change_password(who, present, fresh, desk_.now);
    return changed.ok() ? "changed" : changed.problem().id;
  };
  EXPECT_EQ(change("not it", "a fine new one 9"), "identity.password_wrong");
  EXPECT_EQ(change(k_password, k_password), "identity.password_unchanged");
  EXPECT_EQ(change(k_password, "short"), "identity.password_short");
  EXPECT_TRUE(desk_.is_live(elsewhere));
  EXPECT_EQ(change(k_password, "a fine new one 9"), "changed");
  EXPECT_TRUE(desk_.is_live(here));
  EXPECT_FALSE(desk_.is_live(elsewhere));
  EXPECT_EQ(desk_.refusal("lin", k_password), "identity.wrong_credentials");
  EXPECT_TRUE(desk_.sign_in("lin", "a fine new one 9").ok());
  EXPECT_THAT(desk_.ledger_of("account:lin"), ElementsAre("account.create", "password.change"));
}

TEST_P(SignIn, TheOldPasswordCannotBeGuessedThroughTheChange) {
  const Live who = *desk_.identity->live(desk_.token("lin"), desk_.now);
  for (int i = 0; i < 4; ++i)
    EXPECT_EQ(desk_.identity->change_password(who, "guess", "a fine new one 9", desk_.now).problem().id, "identity.password_wrong");
  EXPECT_EQ(desk_.identity->change_password(who, k_password, "a fine new one 9", desk_.now).problem().id, "identity.too_many_attempts");
}

TEST_P(SignIn, AMadePasswordWorksAndMustBeChanged) {
  const auto opened = desk_.identity->create_account(desk_.admin(), {"wang", "王", "auditor", "", std::nullopt}, desk_.now);
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(opened->password.size(), 19u);
  const auto signed_in = desk_.sign_in("wang", opened->password);
  ASSERT_TRUE(signed_in.ok());
  EXPECT_EQ(signed_in->account.password, identity::PasswordState::MustChange);
  const Live who = *desk_.identity->live(signed_in->token, desk_.now);
  EXPECT_TRUE(desk_.identity->change_password(who, opened->password, "a fine new one 9", desk_.now).ok());
  EXPECT_EQ(desk_.identity->live(signed_in->token, desk_.now)->account.password, identity::PasswordState::Chosen);
}

TEST_P(SignIn, ADisabledAccountIsOutAtOnce) {
  const std::string token = desk_.token("lin");
  EXPECT_TRUE(desk_.identity->set_enabled(desk_.admin(), "lin", Enabling::Disable, desk_.now).ok());
  EXPECT_TRUE(desk_.identity->set_enabled(desk_.admin(), "lin", Enabling::Disable, desk_.now).ok());
  EXPECT_FALSE(desk_.is_live(token));
  EXPECT_EQ(desk_.refusal("lin", k_password), "identity.account_disabled");
  EXPECT_EQ(desk_.refusal("lin", "wrong"), "identity.wrong_credentials"); // only the owner learns it
  EXPECT_TRUE(desk_.identity->set_enabled(desk_.admin(), "lin", Enabling::Enable, desk_.now).ok());
  EXPECT_TRUE(desk_.sign_in("lin").ok());
  EXPECT_FALSE(desk_.is_live(token));
  EXPECT_THAT(desk_.ledger_of("account:lin"), ElementsAre("account.create", "account.disable", "account.enable"));
}

TEST_P(SignIn, TheLastAdministratorStays) {
  const auto disable = [&](const ledger::Actor& actor, const std::string& id) {
    const auto done = desk_.identity->set_enabled(actor, id, Enabling::Disable, desk_.now);
    return done.ok() ? "disabled" : done.problem().id;
  };
  const ledger::Actor other{"second", "第二", "administrator", "city"};
  EXPECT_EQ(disable(desk_.admin(), "admin"), "identity.own_account");
  EXPECT_EQ(disable(other, "admin"), "identity.last_administrator");
  EXPECT_EQ(disable(other, "nobody"), "identity.account_unknown");
  desk_.open("second", "administrator");
  EXPECT_EQ(disable(other, "admin"), "disabled");
  EXPECT_EQ(disable(desk_.admin(), "second"), "identity.last_administrator");
}

TEST_P(SignIn, AResetPasswordEndsEverySession) {
  const std::string token = desk_.token("lin");
  const auto reset = desk_.identity->reset_password(desk_.admin(), "lin", std::nullopt, desk_.now);
  ASSERT_TRUE(reset.ok());
  EXPECT_FALSE(desk_.is_live(token));
  EXPECT_EQ(desk_.refusal("lin", k_password), "identity.wrong_credentials");
  EXPECT_EQ(desk_.sign_in("lin", reset->password)->account.password, identity::PasswordState::MustChange);
  EXPECT_EQ(desk_.identity->reset_password(desk_.admin(), "nobody", std::nullopt, desk_.now).problem().id, "identity.account_unknown");
}

TEST_P(SignIn, AccountsAreCheckedWhenTheyAreOpened) {
  const auto refused = [&](const identity::NewAccount& wanted) {
    const auto opened = desk_.identity->create_account(desk_.admin(), wanted, desk_.now);
    return opened.ok() ? "opened" : opened.problem().id;
  };
  EXPECT_EQ(refused({"LIN", "林", "auditor", "", k_password}), "identity.account_exists");
  EXPECT_EQ(refused({"x", "林", "auditor", "", k_password}), "identity.account_name");
  EXPECT_EQ(refused({"x1", "", "auditor", "", k_password}), "identity.display_name");
  EXPECT_EQ(refused({"x1", "林", "king", "", k_password}), "identity.role_unknown");
  EXPECT_EQ(refused({"x1", "林", "district_bureau", "", k_password}), "identity.scope");
  EXPECT_EQ(refused({"x1", "林", "auditor", "", "zhongguo1234"}), "identity.password_common");
  EXPECT_EQ(refused({"x1", "'); DROP TABLE identity_account; --<b>", "auditor", "", k_password}), "opened");
  EXPECT_EQ(desk_.identity->account("x1")->name, "'); DROP TABLE identity_account; --<b>");
}

TEST_P(SignIn, AccountsAreListedInPages) {
  for (int i = 0; i < 25; ++i) desk_.open("u" + std::to_string(10 + i), "auditor");
  const auto page = desk_.identity->accounts({"", "auditor", 20, 10});
  EXPECT_EQ(page.total, 25);
  ASSERT_EQ(page.accounts.size(), 5u);
  EXPECT_EQ(page.accounts[0].id, "u30");
  EXPECT_EQ(desk_.identity->accounts({"名u1", "", 0, 50}).total, 10);
  EXPECT_EQ(desk_.identity->accounts({"%", "", 0, 50}).total, 0);
  EXPECT_TRUE(desk_.identity->accounts({"", "", 1'000'000'000, 500}).accounts.empty());
}

TEST_P(SignIn, AHashGrowsDearerWithTheSettings) {
  const auto stored = [&] {
    std::string hash;
    desk_.store.database().read(
        [&](db::Transaction& t) { hash = t.query("SELECT password FROM identity_account WHERE id = 'lin'").text(0, "password"); });
    return hash;
  };
  EXPECT_FALSE(identity::is_outdated(stored(), desk_.settings.hash));
  desk_.settings.hash.passes = 3;
  EXPECT_TRUE(identity::is_outdated(stored(), desk_.settings.hash));
  EXPECT_TRUE(desk_.sign_in("lin").ok());
  EXPECT_FALSE(identity::is_outdated(stored(), desk_.settings.hash));
  EXPECT_TRUE(desk_.sign_in("lin").ok());
}

INSTANTIATE_TEST_SUITE_P(Databases, SignIn, ::testing::Values("file", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST(PasswordHash, FitsOnlyItsPassword) {
  tests::CountedRandom random;
  const identity::HashCost cost{64, 1, 1};
  const std::string hash = identity::hash_password("口令 one", cost, random);
  EXPECT_TRUE(identity::fits_password("口令 one", hash));
  EXPECT_FALSE(identity::fits_password("口令 One", hash));
  EXPECT_NE(identity::hash_password("口令 one", cost, random), hash);
  for (const char* broken : {"", "x", "$argon2id$", "$argon2id$v=19$m=64,t=1,p=1$$"})
    EXPECT_FALSE(identity::fits_password("x", broken)) << broken;
}

TEST(SystemRandom, IsNotTheSameTwice) {
  identity::SystemRandom random;
  EXPECT_NE(identity::random_hex(random, 32), identity::random_hex(random, 32));
  const std::string password = identity::random_password(random);
  EXPECT_EQ(password.size(), 19u);
  EXPECT_EQ(password.find_first_of("01loi"), std::string::npos);
  EXPECT_TRUE(identity::hash_password(password, {64, 1, 1}, random).starts_with("$argon2id$"));
}

} // namespace
} // namespace ankao
