// SPDX-License-Identifier: Apache-2.0
// The same stories through the API: cookies, permissions, what a browser is told.
#include "identity/routes/routes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "api/endpoints.hpp"
#include "identity/routes/authenticator.hpp"
#include "identity/support/desk.hpp"

namespace ankao {
namespace {

using http::Verb;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;
using tests::k_password;

class FixedClock : public api::Clock {
public:
  explicit FixedClock(const Instant& now)
      : now_(now) {}
  Instant now() override { return now_; }

private:
  const Instant& now_;
};

class Routes : public ::testing::Test {
protected:
  Routes() {
    identity::add_routes(endpoints_, *desk_.identity);
    desk_.open("admin", "administrator");
    desk_.open("lin", "institution", "GZ-A01");
  }

  http::Response send(Verb verb, const std::string& path, const json& body = nullptr, const std::string& token = "") {
    http::Request request;
    request.verb = verb;
    request.path = path;
    request.peer = "192.0.2.1";
    request.headers = extra_;
    request.headers["x-ankao"] = "1";
    if (!token.empty()) request.headers["cookie"] = "ankao_session=" + token;
    if (!body.is_null()) {
      request.headers["content-type"] = "application/json";
      request.body = body.dump();
    }
    return endpoints_.handle(request);
  }
  json answer(Verb verb, const std::string& path, const json& body = nullptr, const std::string& token = "") {
    return json::parse(send(verb, path, body, token).body);
  }
  static std::string header(const http::Response& response, const std::string& name) {
    for (const auto& [key, value] : response.headers)
      if (key == name) return value;
    return "";
  }

  tests::Desk desk_{"memory"};
  FixedClock clock_{desk_.now};
  identity::SessionAuthenticator authenticator_{*desk_.identity};
  api::Endpoints endpoints_{authenticator_, clock_};
  std::map<std::string, std::string, std::less<>> extra_;
};

TEST_F(Routes, ABrowserSignsInAndOut) {
  EXPECT_EQ(answer(Verb::Get, "/api/session")["signed_in"], false);
  const auto signed_in = send(Verb::Post, "/api/session", {{"account", "lin"}, {"password", k_password}});
  ASSERT_EQ(signed_in.status, 200) << signed_in.body;
  const std::string cookie = header(signed_in, "set-cookie");
  EXPECT_THAT(cookie, HasSubstr("; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200"));
  EXPECT_THAT(cookie, Not(HasSubstr("Secure")));
  EXPECT_EQ(header(signed_in, "cache-control"), "no-store");
  const std::string token = cookie.substr(cookie.find('=') + 1, 64);
  EXPECT_THAT(signed_in.body, Not(HasSubstr(token)));

  const json view = answer(Verb::Get, "/api/session", nullptr, token);
  EXPECT_EQ(view["signed_in"], true);
  EXPECT_EQ(view["account"], "lin");
  EXPECT_EQ(view["role"], "institution");
  EXPECT_EQ(view["role_name"], "培训机构");
  EXPECT_EQ(view["scope_kind"], "institution");
  EXPECT_EQ(view["scope_id"], "GZ-A01");
  EXPECT_THAT(view["permissions"].get<std::vector<std::string>>(), ::testing::Contains("booking.create"));

  const auto signed_out = send(Verb::Delete, "/api/session", nullptr, token);
  EXPECT_EQ(signed_out.status, 204);
  EXPECT_THAT(header(signed_out, "set-cookie"), HasSubstr("ankao_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"));
  EXPECT_EQ(answer(Verb::Get, "/api/session", nullptr, token)["signed_in"], false);
}

TEST_F(Routes, BehindTlsTheCookieIsSecure) {
  extra_["x-forwarded-proto"] = "https";
  EXPECT_THAT(header(send(Verb::Post, "/api/session", {{"account", "lin"}, {"password", k_password}}), "set-cookie"),
              HasSubstr("; Secure"));
}

TEST_F(Routes, RefusalsAreProblems) {
  const auto refused = send(Verb::Post, "/api/session", {{"account", "lin"}, {"password", "wrong"}});
  EXPECT_EQ(refused.status, 401);
  EXPECT_EQ(header(refused, "set-cookie"), "");
  EXPECT_EQ(json::parse(refused.body)["type"], "urn:ankao:problem:identity.wrong_credentials");
  for (int i = 0; i < 3; ++i) send(Verb::Post, "/api/session", {{"account", "lin"}, {"password", "wrong"}});
  EXPECT_EQ(send(Verb::Post, "/api/session", {{"account", "lin"}, {"password", k_password}}).status, 429);
  EXPECT_EQ(send(Verb::Post, "/api/session", {{"account", "lin"}}).status, 422);
}

TEST_F(Routes, AnotherSiteCannotActWithTheCookie) {
  const std::string token = desk_.token("lin");
  http::Request request;
  request.verb = Verb::Delete;
  request.path = "/api/session";
  request.headers["cookie"] = "ankao_session=" + token;
  EXPECT_EQ(endpoints_.handle(request).status, 403);
  EXPECT_TRUE(desk_.is_live(token));
}

TEST_F(Routes, SigningInAgainEndsTheFormerSession) {
  const std::string former = desk_.token("lin");
  EXPECT_EQ(send(Verb::Post, "/api/session", {{"account", "lin"}, {"password", k_password}}, former).status, 200);
  EXPECT_FALSE(desk_.is_live(former));
}

TEST_F(Routes, AFirstPasswordOpensNothingButItsChange) {
  const auto opened = desk_.identity->create_account(desk_.admin(), {"wang", "王", "administrator", "", std::nullopt}, desk_.now);
  const std::string token = desk_.sign_in("wang", opened->password)->token;
  const json view = answer(Verb::Get, "/api/session", nullptr, token);
  EXPECT_EQ(view["must_change_password"], true);
  EXPECT_TRUE(view["permissions"].empty());
  EXPECT_EQ(answer(Verb::Get, "/api/accounts", nullptr, token)["type"], "urn:ankao:problem:identity.password_first");
  EXPECT_EQ(send(Verb::Post, "/api/password", {{"present", opened->password}, {"password", "a fine new one 9"}}, token).status, 204);
  EXPECT_EQ(send(Verb::Get, "/api/accounts", nullptr, token).status, 200);
}

TEST_F(Routes, OnlyTheAdministratorSeesAccounts) {
  EXPECT_EQ(send(Verb::Get, "/api/accounts").status, 401);
  const auto forbidden = send(Verb::Get, "/api/accounts", nullptr, desk_.token("lin"));
  EXPECT_EQ(forbidden.status, 403);
  EXPECT_THAT(forbidden.body, HasSubstr("查看账户"));
  const json page = answer(Verb::Get, "/api/accounts", nullptr, desk_.token("admin"));
  EXPECT_EQ(page["total"], 2);
  EXPECT_EQ(page["items"][1]["account"], "lin");
  EXPECT_FALSE(page.dump().find("argon2") != std::string::npos);
}

TEST_F(Routes, TheAdministratorOpensResetsAndDisables) {
  const std::string admin = desk_.token("admin");
  const auto made =
      send(Verb::Post, "/api/accounts", {{"account", "zhao"}, {"name", "赵"}, {"role", "district_bureau"}, {"scope_id", "440106"}}, admin);
  ASSERT_EQ(made.status, 201) << made.body;
  const json opened = json::parse(made.body);
  EXPECT_EQ(opened["account"]["scope_id"], "440106");
  EXPECT_TRUE(desk_.sign_in("zhao", opened["password"]).ok());
  const json reset = answer(Verb::Post, "/api/accounts/zhao/password", nullptr, admin);
  EXPECT_NE(reset["password"], opened["password"]);
  EXPECT_EQ(answer(Verb::Post, "/api/accounts/zhao/disable", nullptr, admin)["enabled"], false);
  EXPECT_EQ(desk_.refusal("zhao", reset["password"]), "identity.account_disabled");
  EXPECT_EQ(answer(Verb::Post, "/api/accounts/zhao/enable", nullptr, admin)["enabled"], true);
  EXPECT_EQ(send(Verb::Post, "/api/accounts/admin/disable", nullptr, admin).status, 409);
  EXPECT_EQ(send(Verb::Post, "/api/accounts/nobody/disable", nullptr, admin).status, 404);
  EXPECT_EQ(send(Verb::Post, "/api/accounts/zhao/disable", nullptr, desk_.token("lin")).status, 403);
}

TEST_F(Routes, OwnSignInsAreListedAndEnded) {
  const std::string token = desk_.token("lin");
  desk_.pass(tests::k_second);
  desk_.token("lin");
  const json own = answer(Verb::Get, "/api/sessions", nullptr, token);
  ASSERT_EQ(own.size(), 2u);
  EXPECT_EQ(own[0]["current"], false);
  EXPECT_EQ(own[1]["current"], true);
  EXPECT_EQ(send(Verb::Delete, "/api/sessions/" + own[0]["id"].get<std::string>(), nullptr, token).status, 204);
  EXPECT_EQ(send(Verb::Delete, "/api/sessions/" + own[0]["id"].get<std::string>(), nullptr, token).status, 404);
  EXPECT_EQ(answer(Verb::Get, "/api/sessions", nullptr, token).size(), 1u);
}

TEST_F(Routes, EveryPermissionAskedForStandsInTheRoles) {
  for (const auto& operation : endpoints_.operations())
    EXPECT_TRUE(operation.spec.access != api::Access::Permission || desk_.identity->roles().permissions.contains(operation.permission()))
        << operation.permission();
}

} // namespace
} // namespace ankao
