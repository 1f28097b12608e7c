// SPDX-License-Identifier: Apache-2.0
// Sign-in by an identity provider: only a token made for us, now, for this browser opens an account, and only once.
#include <gtest/gtest.h>

#include "identity/rules/oidc.hpp"
#include "identity/support/desk.hpp"
#include "identity/support/provider.hpp"

namespace ankao::identity {
namespace {

const oidc::Provider k_provider{tests::FakeProvider::k_issuer, "ankao", "s3cret/+", "https://exam.example.gov/sign-in/provider", "政务身份", "government identity"};

std::string reason_of(const Problem& problem) {
  for (const auto& [name, value] : problem.details)
    if (name == "reason") return value;
  return "";
}

std::string query_value(const std::string& address, const std::string& name) {
  const auto at = address.find(name + "=");
  if (at == std::string::npos) return "";
  const auto from = at + name.size() + 1;
  return address.substr(from, address.find('&', from) - from);
}

class SignInByProvider : public ::testing::TestWithParam<std::string> {
protected:
  SignInByProvider()
      : desk_(GetParam())
      , oidc_(desk_.store.database(), *desk_.identity, desk_.random, web_, k_provider) {
    desk_.open("wang", "city_bureau");
    EXPECT_TRUE(oidc_.link(desk_.admin(), "wang", "gov-1001", desk_.now).ok());
  }
  /// Goes to the provider, which answers with right claims.
  oidc::Answer go() {
    const auto begun = oidc_.begin(desk_.now).value();
    address_ = begun.address;
    const std::int64_t seconds = desk_.now.ms / 1000;
    web_.claims = {{"iss", k_provider.issuer}, {"aud", "ankao"}, {"sub", "gov-1001"}, {"nonce", query_value(address_, "nonce")}, {"exp", seconds + 300}, {"iat", seconds}};
    return {"code-1", query_value(address_, "state"), begun.browser};
  }
  std::string finish(const oidc::Answer& answer) {
    const auto done = oidc_.finish(answer, {"192.0.2.1", "Test/1.0"}, desk_.now);
    if (done.ok()) return "signed in " + done->account.id;
    return done.problem().id + (reason_of(done.problem()).empty() ? "" : " " + reason_of(done.problem()));
  }
  std::string with(const std::string& claim, const nlohmann::json& value) {
    const auto answer = go();
    web_.claims[claim] = value;
    return finish(answer);
  }

  tests::Desk desk_;
  tests::FakeProvider web_;
  oidc::Oidc oidc_;
  std::string address_;
};

TEST_P(SignInByProvider, ALinkedSubjectOpensItsAccountWithBothKindsOfKey) {
  EXPECT_EQ(finish(go()), "signed in wang");
  web_.algorithm = "ES256";
  web_.kid = "e1";
  EXPECT_EQ(finish(go()), "signed in wang");
}

TEST_P(SignInByProvider, TheBrowserIsSentWithStateNonceAndChallengeAndTheCodeIsPaidWithTheVerifier) {
  const auto answer = go();
  EXPECT_TRUE(address_.starts_with("https://id.example.gov/authorize?response_type=code&scope=openid&client_id=ankao&redirect_uri=https%3A%2F%2Fexam.example.gov%2F"));
  EXPECT_EQ(finish(answer), "signed in wang");
  EXPECT_EQ(query_value(address_, "code_challenge"), oidc::challenge_of(web_.sent["code_verifier"]));
  EXPECT_EQ(web_.sent["code"], "code-1");
  EXPECT_EQ(web_.sent["password"], "s3cret%2F%2B"); // RFC 6749 2.3.1: form-encoded inside Basic
}

TEST_P(SignInByProvider, AnAnswerIsTakenOnceFromTheBrowserThatBeganWithinTenMinutes) {
  const auto answer = go();
  auto stolen = answer;
  stolen.browser = "other";
  EXPECT_EQ(finish(stolen), "identity.oidc_flow");
  EXPECT_EQ(finish(answer), "identity.oidc_flow") << "a wrong try uses the flow up";
  const auto second = go();
  EXPECT_EQ(finish(second), "signed in wang");
  EXPECT_EQ(finish(second), "identity.oidc_flow");
  const auto late = go();
  desk_.pass(oidc::k_flow_ms);
  EXPECT_EQ(finish(late), "identity.oidc_flow");
  const auto in_time = go();
  desk_.pass(oidc::k_flow_ms - 1);
  web_.claims["iat"] = desk_.now.ms / 1000;
  web_.claims["exp"] = desk_.now.ms / 1000 + 60;
  EXPECT_EQ(finish(in_time), "signed in wang");
}

TEST_P(SignInByProvider, EveryWrongClaimIsNamed) {
  const std::int64_t seconds = desk_.now.ms / 1000;
  EXPECT_EQ(with("iss", "https://id.example.gov/"), "identity.oidc_token iss");
  EXPECT_EQ(with("aud", "other"), "identity.oidc_token aud");
  EXPECT_EQ(with("aud", nlohmann::json::array({"other", "ankao"})), "identity.oidc_token azp");
  EXPECT_EQ(with("azp", "other"), "identity.oidc_token azp");
  EXPECT_EQ(with("nonce", "0"), "identity.oidc_token nonce");
  EXPECT_EQ(with("sub", ""), "identity.oidc_token sub");
  EXPECT_EQ(with("exp", seconds - oidc::k_skew_seconds), "identity.oidc_token exp");
  EXPECT_EQ(with("exp", seconds - oidc::k_skew_seconds + 1), "signed in wang");
  EXPECT_EQ(with("iat", seconds + oidc::k_skew_seconds + 1), "identity.oidc_token iat");
  EXPECT_EQ(with("iat", seconds + oidc::k_skew_seconds), "signed in wang");
}

TEST_P(SignInByProvider, ASignatureThatIsNotTheProvidersIsRefused) {
  web_.algorithm = "none";
  EXPECT_EQ(finish(go()), "identity.oidc_token alg");
  web_.algorithm = "HS256";
  EXPECT_EQ(finish(go()), "identity.oidc_token alg");
  web_.algorithm = "RS256";
  web_.kid = "e1"; // the key of the other algorithm
  EXPECT_EQ(finish(go()), "identity.oidc_token signature");
  web_.kid = "gone";
  EXPECT_EQ(finish(go()), "identity.oidc_key");
  EXPECT_EQ(web_.asked[std::string(tests::FakeProvider::k_issuer) + "/keys"], 2) << "an unknown key is asked for once more";
}

TEST_P(SignInByProvider, EveryByteOfATokenCounts) {
  go();
  const std::string token = web_.token();
  const std::string keys = web_.keys().dump();
  ASSERT_TRUE(oidc::read_id_token(token, keys).ok());
  for (std::size_t i = 0; i < token.size(); i += 3) {
    std::string bent = token;
    bent[i] = bent[i] == 'A' ? 'B' : 'A';
    const auto read = oidc::read_id_token(bent, keys);
    // The last sign of a part may carry bits that mean nothing (RFC 4648, 3.5): then the bytes are the same.
    EXPECT_TRUE(!read.ok() || i + 1 == token.size() || token[i + 1] == '.') << i;
  }
}

TEST_P(SignInByProvider, ASubjectWithoutAccountIsToldWhatToAskFor) {
  EXPECT_EQ(with("sub", "gov-2002"), "identity.oidc_unlinked");
  EXPECT_EQ(oidc_.link(desk_.admin(), "nobody", "x", desk_.now).problem().id, "identity.account_unknown");
  EXPECT_EQ(oidc_.link(desk_.admin(), "wang", "with blank", desk_.now).problem().id, "identity.oidc_subject");
  desk_.open("li", "auditor");
  EXPECT_EQ(oidc_.link(desk_.admin(), "li", "gov-1001", desk_.now).problem().id, "identity.oidc_taken");
  ASSERT_TRUE(oidc_.unlink(desk_.admin(), "wang", desk_.now).ok());
  EXPECT_EQ(finish(go()), "identity.oidc_unlinked");
  EXPECT_EQ(desk_.ledger_of("account:wang"), (std::vector<std::string>{"account.create", "oidc.link", "oidc.unlink"}));
}

TEST_P(SignInByProvider, ADisabledAccountStaysShut) {
  ASSERT_TRUE(desk_.identity->set_enabled(desk_.admin(), "wang", Enabling::Disable, desk_.now).ok());
  EXPECT_EQ(finish(go()), "identity.account_disabled");
}

TEST(ProviderClaims, AreASecondFactorOnlyAsTheSettingsSay) {
  oidc::Provider provider = k_provider;
  oidc::Claims claims;
  claims.methods = {"pwd", "otp"};
  claims.context = "urn:level:3";
  EXPECT_FALSE(oidc::proves_second(claims, provider)) << "nothing is configured";
  provider.second_amr = {"hwk"};
  EXPECT_FALSE(oidc::proves_second(claims, provider));
  provider.second_amr = {"hwk", "otp"};
  EXPECT_TRUE(oidc::proves_second(claims, provider));
  provider.second_amr = {};
  provider.second_acr = {"urn:level:3"};
  EXPECT_TRUE(oidc::proves_second(claims, provider));
  claims.context = "";
  EXPECT_FALSE(oidc::proves_second(claims, provider));
}

TEST_P(SignInByProvider, AProviderThatIsBelievedShowsTheSecondFactor) {
  oidc::Provider believed = k_provider;
  believed.second_amr = {"otp"};
  oidc::Oidc oidc(desk_.store.database(), *desk_.identity, desk_.random, web_, believed);
  const auto proven = [&](oidc::Oidc& by, const nlohmann::json& amr) {
    const auto answer = go();
    web_.claims["amr"] = amr;
    return by.finish(answer, {"192.0.2.1", "Test/1.0"}, desk_.now).value().session.second;
  };
  EXPECT_TRUE(proven(oidc, nlohmann::json::array({"pwd", "otp"})));
  EXPECT_FALSE(proven(oidc, nlohmann::json::array({"pwd"})));
  EXPECT_FALSE(proven(oidc_, nlohmann::json::array({"pwd", "otp"})));
}

TEST_P(SignInByProvider, WritesTheLogOfAttemptsAndMakesTheBrowserKnownAsAPasswordDoes) {
  const auto outcome = [&] { return desk_.identity->attempts({}).attempts.front(); };
  desk_.pass(1);
  EXPECT_EQ(with("sub", "gov-2002"), "identity.oidc_unlinked");
  EXPECT_EQ(outcome().outcome, "oidc_unlinked");
  EXPECT_EQ(outcome().account, "") << "nobody is known";
  desk_.pass(1);
  const auto done = oidc_.finish(go(), {"192.0.2.1", "Test/1.0"}, desk_.now);
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(outcome().outcome, "signed_in");
  EXPECT_EQ(outcome().account, "wang");
  for (int i = 0; i < 6; ++i) desk_.refusal("wang", "wrong");
  EXPECT_EQ(desk_.refusal("wang", tests::k_password), "identity.too_many_attempts");
  EXPECT_TRUE(desk_.identity->sign_in({"wang", tests::k_password}, {"192.0.2.1", "Test/1.0", done->device}, desk_.now).ok())
      << "the browser that the provider let in is known";
  desk_.pass(1);
  ASSERT_TRUE(desk_.identity->leave(desk_.admin(), "wang", "离任", desk_.now).ok());
  EXPECT_EQ(finish(go()), "identity.account_left");
  EXPECT_EQ(outcome().outcome, "account_left");
  EXPECT_EQ(outcome().account, "wang");
}

TEST_P(SignInByProvider, AProviderThatIsAwayOrOddIsSaidSo) {
  const auto answer = go();
  web_.refusal = "invalid_grant";
  EXPECT_EQ(finish(answer), "identity.oidc_answer invalid_grant");
  tests::FakeProvider other;
  other.away = true;
  oidc::Oidc away(desk_.store.database(), *desk_.identity, desk_.random, other, k_provider);
  EXPECT_EQ(away.begin(desk_.now).problem().id, "identity.oidc_unreachable");
  other.away = false;
  other.discovery["token_endpoint"] = "http://id.example.gov/token";
  EXPECT_EQ(away.begin(desk_.now).problem().id, "identity.oidc_answer");
  oidc::Oidc off(desk_.store.database(), *desk_.identity, desk_.random, other, std::nullopt);
  EXPECT_EQ(off.begin(desk_.now).problem().id, "identity.oidc_off");
}

INSTANTIATE_TEST_SUITE_P(Databases, SignInByProvider, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST(ProviderSettings, NameTheLineThatIsMissingOrUnsafe) {
  const std::string whole = "issuer: https://a.example\nclient_id: c\nclient_secret: s\nredirect: http://127.0.0.1:8080/sign-in/provider\nname_zh: 政务\nname_en: gov\n";
  EXPECT_TRUE(oidc::read_provider(whole).ok());
  const auto reason = [](const std::string& text) { return reason_of(oidc::read_provider(text).problem()); };
  EXPECT_EQ(reason("issuer: https://a.example\n"), "client_id");
  EXPECT_EQ(reason("- a\n"), "issuer");
  EXPECT_EQ(reason("issuer: http://a.example\n" + whole.substr(whole.find('\n') + 1)), "issuer");
  EXPECT_EQ(oidc::read_provider(whole + "second_amr: [otp, hwk]\n").value().second_amr, (std::set<std::string>{"otp", "hwk"}));
  EXPECT_EQ(reason(whole + "second_acr: otp\n"), "second_acr") << "a list is expected";
  EXPECT_FALSE(oidc::is_safe_address("http://localhost:80@elsewhere/"));
  EXPECT_FALSE(oidc::is_safe_address("http://localhost.elsewhere/"));
  EXPECT_TRUE(oidc::is_safe_address("http://localhost:80/"));
}

} // namespace
} // namespace ankao::identity
