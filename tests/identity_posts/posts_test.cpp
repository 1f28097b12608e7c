// SPDX-License-Identifier: Apache-2.0
// Posts that change, people who leave, acting for somebody else, the log of attempts, devices that are known: on each database.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "identity/routes/authenticator.hpp"
#include "identity/support/desk.hpp"

namespace ankao {
namespace {

using identity::NewDelegation;
using ::testing::Contains;
using tests::k_hour;
using tests::k_password;

constexpr std::int64_t k_day = 24 * k_hour;

class Posts : public ::testing::TestWithParam<std::string> {
protected:
  Posts() {
    desk_.open("guan", "administrator");
    desk_.open("chen", "city_bureau");
    desk_.open("luo", "city_bureau");
    desk_.open("lin", "institution", "GZ-A01");
    desk_.open("fang", "institution", "GZ-A02");
  }
  identity::Live live(const std::string& token) { return *desk_.identity->live(token, desk_.now); }
  api::Caller caller(const std::string& token) { return identity::caller_of(live(token), desk_.identity->roles()); }
  NewDelegation wanted(const std::string& taker = "luo") const {
    return {taker, {"plan.publish"}, desk_.now, Instant{desk_.now.ms + k_day}, "出差"};
  }
  std::string refused(const NewDelegation& one, const std::string& giver = "chen") {
    const auto made = desk_.identity->delegate(live(desk_.token(giver)), one, desk_.now);
    return made.ok() ? "given" : made.problem().id;
  }
  template <class T>
  static std::string word(const Result<T>& result) {
    return result.ok() ? "done" : result.problem().id;
  }

  tests::Desk desk_{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Databases, Posts, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(Posts, AnotherPostEndsTheSessionsAndIsKept) {
  const std::string token = desk_.token("lin");
  desk_.pass(k_hour);
  ASSERT_EQ(word(desk_.identity->change_post(desk_.admin(), "lin", {"exam_site", "GZ-A01-S1", "调岗"}, desk_.now)), "done");
  EXPECT_FALSE(desk_.is_live(token));
  EXPECT_EQ(caller(desk_.token("lin")).actor().scope, "site:GZ-A01-S1");
  const auto posts = desk_.identity->posts("lin");
  ASSERT_EQ(posts.size(), 2u);
  EXPECT_EQ(posts[0].role, "exam_site");
  EXPECT_EQ(posts[0].since, desk_.now);
  EXPECT_EQ(posts[0].by, "admin");
  EXPECT_EQ(posts[1].role, "institution");
  EXPECT_THAT(desk_.ledger_of("account:lin"), Contains("account.post"));
}

TEST_P(Posts, APostIsRefusedThatIsTheSameOrNoneOrOnesOwnOrTheLastAdministrators) {
  auto& identity = *desk_.identity;
  EXPECT_EQ(word(identity.change_post(desk_.admin(), "lin", {"institution", "GZ-A01", "x"}, desk_.now)), "identity.same_post");
  EXPECT_EQ(word(identity.change_post(desk_.admin(), "lin", {"king", "", "x"}, desk_.now)), "identity.role_unknown");
  EXPECT_EQ(word(identity.change_post(desk_.admin(), "lin", {"institution", "", "x"}, desk_.now)), "identity.scope");
  EXPECT_EQ(word(identity.change_post(desk_.admin(), "lin", {"exam_site", "GZ-A01-S1", " "}, desk_.now)), "identity.reason");
  EXPECT_EQ(word(identity.change_post(desk_.admin(), "nobody", {"auditor", "", "x"}, desk_.now)), "identity.account_unknown");
  EXPECT_EQ(word(identity.change_post(desk_.admin(), "guan", {"auditor", "", "x"}, desk_.now)), "identity.last_administrator");
  EXPECT_EQ(word(identity.change_post({"guan", "", "administrator", "city"}, "guan", {"auditor", "", "x"}, desk_.now)), "identity.own_account");
}

TEST_P(Posts, WhoLeftIsSignedOutAndNeverComesBackAndTheHistoryStays) {
  const std::string token = desk_.token("lin");
  ASSERT_EQ(word(desk_.identity->leave(desk_.admin(), "lin", "离职", desk_.now)), "done");
  EXPECT_FALSE(desk_.is_live(token));
  EXPECT_EQ(desk_.refusal("lin", k_password), "identity.account_left");
  EXPECT_EQ(word(desk_.identity->set_enabled(desk_.admin(), "lin", identity::Enabling::Enable, desk_.now)), "identity.account_left");
  EXPECT_EQ(word(desk_.identity->leave(desk_.admin(), "lin", "x", desk_.now)), "identity.account_left");
  EXPECT_EQ(desk_.identity->account("lin")->left_at, desk_.now);
  EXPECT_EQ(desk_.identity->posts("lin").size(), 1u);
  EXPECT_THAT(desk_.ledger_of("account:lin"), Contains("account.leave"));
}

TEST_P(Posts, ADeputyActsWithWhatWasGivenAndNoMore) {
  const auto given = desk_.identity->delegate(live(desk_.token("chen")), wanted(), desk_.now);
  ASSERT_EQ(word(given), "done");
  const std::string token = desk_.token("luo");
  EXPECT_EQ(caller(token).behalf, "") << "nobody acts for another before saying so";
  ASSERT_EQ(word(desk_.identity->act_for(live(token), given->id, desk_.now)), "done");
  const api::Caller acting = caller(token);
  EXPECT_EQ(acting.actor().account, "luo");
  EXPECT_EQ(acting.actor().behalf, "chen");
  EXPECT_TRUE(acting.can("plan.publish"));
  EXPECT_FALSE(acting.can("waiver.approve")) << "was not given";
  EXPECT_FALSE(acting.can("delegation.give")) << "nobody delegates further";
  EXPECT_TRUE(acting.can("session.list")) << "the way back stays open";
  ASSERT_EQ(word(desk_.identity->act_for(live(token), "", desk_.now)), "done");
  EXPECT_EQ(caller(token).behalf, "");
  EXPECT_THAT(desk_.ledger_of("delegation:" + given->id), ::testing::UnorderedElementsAre("delegation.give", "delegation.take_up", "delegation.lay_down"));
}

TEST_P(Posts, ADelegationHoldsFromItsBeginningUpToItsEnd) {
  NewDelegation later = wanted();
  later.starts_at = Instant{desk_.now.ms + k_hour};
  later.ends_at = Instant{desk_.now.ms + 2 * k_hour};
  const auto given = desk_.identity->delegate(live(desk_.token("chen")), later, desk_.now);
  desk_.now = Instant{later.starts_at.ms - 1};
  EXPECT_EQ(word(desk_.identity->act_for(live(desk_.token("luo")), given->id, desk_.now)), "identity.delegation_unknown");
  desk_.now = later.starts_at;
  const std::string fresh = desk_.token("luo");
  EXPECT_EQ(word(desk_.identity->act_for(live(fresh), given->id, desk_.now)), "done");
  desk_.now = Instant{desk_.now.ms + k_hour / 3};
  EXPECT_EQ(caller(fresh).behalf, "chen");
  desk_.now = Instant{desk_.now.ms + k_hour / 3};
  EXPECT_EQ(caller(fresh).behalf, "chen");
  desk_.now = Instant{later.ends_at.ms - 1};
  EXPECT_EQ(caller(fresh).behalf, "chen");
  desk_.now = later.ends_at;
  EXPECT_EQ(caller(fresh).behalf, "");
}

TEST_P(Posts, RevokingLeavingOrAnotherPostEndsADelegationAtOnce) {
  for (const char* how : {"revoke", "give back", "leave", "post", "disable"}) {
    const std::string giver = std::string("g-") + how[0] + how[1];
    desk_.open(giver, "city_bureau");
    const auto given = desk_.identity->delegate(live(desk_.token(giver)), wanted(), desk_.now);
    ASSERT_EQ(word(given), "done");
    const std::string token = desk_.token("luo");
    ASSERT_EQ(word(desk_.identity->act_for(live(token), given->id, desk_.now)), "done");
    ASSERT_EQ(caller(token).behalf, giver);
    const std::string way = how;
    const std::string done = way == "revoke"      ? word(desk_.identity->end_delegation(live(desk_.token(giver)), given->id, desk_.now))
                             : way == "give back" ? word(desk_.identity->end_delegation(live(token), given->id, desk_.now))
                             : way == "leave"     ? word(desk_.identity->leave(desk_.admin(), giver, "x", desk_.now))
                             : way == "post"      ? word(desk_.identity->change_post(desk_.admin(), giver, {"auditor", "", "x"}, desk_.now))
                                                  : word(desk_.identity->set_enabled(desk_.admin(), giver, identity::Enabling::Disable, desk_.now));
    EXPECT_EQ(done, "done") << how;
    EXPECT_EQ(caller(token).behalf, "") << how;
    EXPECT_EQ(word(desk_.identity->act_for(live(token), given->id, desk_.now)), "identity.delegation_unknown") << how;
  }
}

TEST_P(Posts, OnlyAColleagueOfTheSamePostMayTakeADelegation) {
  desk_.open("lin2", "institution", "GZ-A01");
  NewDelegation booking = wanted("fang");
  booking.permissions = {"booking.create"};
  EXPECT_EQ(refused(booking, "lin"), "identity.delegation_taker") << "of another institution";
  booking.taker = "luo";
  EXPECT_EQ(refused(booking, "lin"), "identity.delegation_taker") << "another role";
  booking.taker = "lin";
  EXPECT_EQ(refused(booking, "lin"), "identity.delegation_taker") << "oneself";
  booking.taker = "nobody";
  EXPECT_EQ(refused(booking, "lin"), "identity.delegation_taker");
  booking.taker = "lin2";
  EXPECT_EQ(refused(booking, "lin"), "given");
}

TEST_P(Posts, OnlyWhatTheGiverHasAndNothingPersonalIsGiven) {
  NewDelegation one = wanted();
  one.permissions = {"plan.draw"};
  EXPECT_EQ(refused(one), "identity.delegation_permission");
  one.permissions = {"session.list"};
  EXPECT_EQ(refused(one), "identity.delegation_permission");
  one.permissions = {"delegation.give"};
  EXPECT_EQ(refused(one), "identity.delegation_permission");
  one.permissions = {};
  EXPECT_EQ(refused(one), "identity.delegation_permission");
  one = wanted();
  one.reason = "";
  EXPECT_EQ(refused(one), "identity.reason");
}

TEST_P(Posts, ADelegationLastsThirtyOneDaysAtMost) {
  NewDelegation one = wanted();
  one.ends_at = Instant{one.starts_at.ms + 31 * k_day};
  EXPECT_EQ(refused(one), "given");
  one.ends_at = Instant{one.starts_at.ms + 31 * k_day + 1};
  EXPECT_EQ(refused(one), "identity.delegation_time");
  one.ends_at = one.starts_at;
  EXPECT_EQ(refused(one), "identity.delegation_time") << "ends when it begins";
  one.starts_at = Instant{desk_.now.ms - 2 * k_hour};
  one.ends_at = desk_.now;
  EXPECT_EQ(refused(one), "identity.delegation_time") << "over already";
}

TEST_P(Posts, EveryAttemptIsKeptWithItsOutcomeAndNoPassword) {
  desk_.refusal("lin", "wrong one");
  desk_.pass(1);
  desk_.refusal("my secret pass phrase", "x");
  desk_.pass(1);
  desk_.token("lin");
  const auto page = desk_.identity->attempts({});
  ASSERT_EQ(page.total, 3);
  EXPECT_EQ(page.attempts[0].outcome, "signed_in");
  EXPECT_EQ(page.attempts[0].account, "lin");
  EXPECT_EQ(page.attempts[0].peer, "192.0.2.1");
  EXPECT_EQ(page.attempts[0].agent, "Test/1.0");
  EXPECT_EQ(page.attempts[1].account, "") << "what is no account may be a password";
  EXPECT_EQ(page.attempts[2].outcome, "wrong_credentials");
  EXPECT_EQ(desk_.identity->attempts({"lin", "wrong_credentials"}).total, 1);
  EXPECT_EQ(desk_.identity->attempts({"fang", ""}).total, 0);
}

TEST_P(Posts, AKnownBrowserIsNotLockedOutByStrangersOfTheSameAddress) {
  const identity::Origin known{"192.0.2.1", "Test/1.0", desk_.sign_in("lin")->device};
  for (int i = 0; i < 5; ++i) desk_.refusal("lin", "wrong");
  EXPECT_EQ(desk_.refusal("lin", k_password), "identity.too_many_attempts") << "a new browser waits";
  EXPECT_EQ(word(desk_.identity->sign_in({"lin", k_password}, known, desk_.now)), "done");
  for (int i = 0; i < 4; ++i) EXPECT_EQ(word(desk_.identity->sign_in({"lin", "wrong"}, known, desk_.now)), "identity.wrong_credentials");
  EXPECT_EQ(word(desk_.identity->sign_in({"lin", k_password}, known, desk_.now)), "identity.too_many_attempts") << "its own failures count";
  EXPECT_EQ(word(desk_.identity->sign_in({"fang", "wrong"}, known, desk_.now)), "identity.wrong_credentials") << "known for one account only";
}

TEST_P(Posts, TheAdministratorSeesWhoIsSignedInAndEndsIt) {
  const std::string token = desk_.token("lin");
  const auto online = desk_.identity->online(desk_.now);
  ASSERT_EQ(online.size(), 1u);
  EXPECT_EQ(online[0].account, "lin");
  EXPECT_EQ(word(desk_.identity->end_session(desk_.admin(), online[0].id, desk_.now)), "done");
  EXPECT_FALSE(desk_.is_live(token));
  EXPECT_EQ(word(desk_.identity->end_session(desk_.admin(), online[0].id, desk_.now)), "identity.session_unknown");
  EXPECT_THAT(desk_.ledger_of("session:" + online[0].id), Contains("session.end_any"));
}

} // namespace
} // namespace ankao
