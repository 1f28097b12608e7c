// SPDX-License-Identifier: Apache-2.0
// Documents over HTTP: who may, what a person with only the code is shown, and how often one may guess.
#include <nlohmann/json.hpp>

#include "api/endpoints.hpp"
#include "base/sm3.hpp"
#include "documents/routes/limit.hpp"
#include "documents/routes/routes.hpp"
#include "documents/support/bureau.hpp"

namespace ankao::documents {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using nlohmann::json;

class People : public ::ankao::api::Authenticator {
public:
  ::ankao::api::Caller caller(const http::Request& request, Instant) override {
    const auto who = request.header("x-test-who").value_or("");
    const std::set<std::string> all{"document.list", "document.issue", "document.sign", "document.withdraw"};
    if (who == "wang") return person(k_wang, "city", "", all);
    if (who == "zhao") return person(k_zhao, "city", "", all);
    if (who == "liang") return person(k_liang, "institution", "GZ-A04", {"document.list", "document.issue", "document.withdraw"});
    if (who == "fang") return person(k_fang, "institution", "GZ-A02", {"document.list"});
    return {};
  }

private:
  static ::ankao::api::Caller person(const ledger::Actor& actor, const char* kind, const char* id, std::set<std::string> permissions) {
    ::ankao::api::Caller caller;
    caller.account = actor.account;
    caller.name = actor.name;
    caller.role = actor.role;
    caller.permissions = std::move(permissions);
    caller.scope_kind = kind;
    caller.scope_id = id;
    return caller;
  }
};

class MovedClock : public ::ankao::api::Clock {
public:
  Instant now() override { return at; }
  Instant at = on(k_wang, "2024-03-05").at;
};

class Routes : public ::testing::Test {
protected:
  Routes()
      : bureau_("memory")
      , endpoints_(people_, clock_) {
    bureau_.open_register();
    add_routes(endpoints_, bureau_.desk, "https://ankao.example");
  }
  http::Response call(const std::string& who, http::Verb verb, const std::string& path, const json& body = nullptr, const std::string& peer = "192.0.2.7") {
    http::Request request;
    request.verb = verb;
    request.path = path;
    request.peer = peer;
    if (!who.empty()) request.headers["x-test-who"] = who;
    request.headers["x-ankao"] = "1";
    request.headers["accept-language"] = "zh-CN";
    if (!body.is_null()) {
      request.headers["content-type"] = "application/json";
      request.body = body.dump();
    }
    return endpoints_.handle(request);
  }
  json get(const std::string& who, const std::string& path) { return json::parse(call(who, http::Verb::Get, path).body); }
  json issue(const char* kind, const std::string& record, const char* who = "wang") {
    const auto response = call(who, http::Verb::Post, "/api/documents", {{"kind", kind}, {"record", record}});
    EXPECT_EQ(response.status, 200) << response.body;
    return json::parse(response.body);
  }

  Bureau bureau_;
  People people_;
  MovedClock clock_;
  ::ankao::api::Endpoints endpoints_;
};

TEST_F(Routes, ADocumentIsPreviewedIssuedListedShownAndDownloaded) {
  const auto seen = json::parse(call("wang", http::Verb::Post, "/api/documents/preview", {{"kind", "registration_announcement"}, {"record", "GZ-A04"}}).body);
  EXPECT_EQ(seen["pages"][0].get<std::string>().substr(0, 8), "iVBORw0K") << "a PNG in base64";
  const json made = issue("registration_announcement", "GZ-A04");
  EXPECT_EQ(made["document"]["number"], seen["number"]);
  EXPECT_EQ(made["files"].size(), 2u) << "pictures of pages are no files to take away";
  EXPECT_GE(made["pages"], 1);
  const std::string id = made["document"]["id"];
  EXPECT_EQ(get("wang", "/api/documents")["total"], 1);
  const auto pdf = call("liang", http::Verb::Get, "/api/documents/" + id + "/files/pdf");
  EXPECT_EQ(pdf.content_type, "application/pdf");
  EXPECT_EQ(to_hex(sm3(pdf.body)), made["files"][0]["sm3"]);
  EXPECT_EQ(call("liang", http::Verb::Get, "/api/documents/" + id + "/pages/1").content_type, "image/png");
  EXPECT_EQ(call("liang", http::Verb::Get, "/api/documents/" + id + "/pages/99").status, 404);
  EXPECT_EQ(call("liang", http::Verb::Get, "/api/documents/" + id + "/files/xlsx").status, 404) << "this kind has no workbook";
  EXPECT_EQ(call("fang", http::Verb::Get, "/api/documents/" + id).status, 404) << "another institution's";
  EXPECT_EQ(get("liang", "/api/documents/" + id)["steps"][0]["name"], "") << "officials are named to officials";
  EXPECT_EQ(get("wang", "/api/documents/" + id)["may_withdraw"], true);
  EXPECT_EQ(get("liang", "/api/documents/" + id)["may_withdraw"], false);
}

TEST_F(Routes, TheHolderOfTheCodeLearnsWhatTheKindShows) {
  const json made = issue("registration_announcement", "GZ-A04");
  const json shown = get("", "/api/verify/" + made["document"]["code"].get<std::string>());
  EXPECT_EQ(shown["number"], made["document"]["number"]);
  EXPECT_EQ(shown["state"], "issued");
  EXPECT_EQ(shown["subject_name"], made["document"]["subject_name"]);
  EXPECT_EQ(shown["files"], made["files"]);
  EXPECT_EQ(shown["sealed_sm3"], made["sealed_sm3"]);
  EXPECT_EQ(shown["downloadable"], false);
  EXPECT_EQ(call("", http::Verb::Get, "/api/verify/" + made["document"]["code"].get<std::string>() + "/file").status, 403);
}

TEST_F(Routes, OfADecisionOnlyWhatACheckNeedsIsShown) {
  const auto suspended = must(registry::record_suspension(bureau_.database(), acted(k_wang, "2024-03-01"), {"", "institution:GZ-A04", day("2024-03-10"), day("2024-06-09"), "P-3.2", "压缩培训学时"}));
  const json draft = issue("suspension_decision", suspended.suspension.id);
  EXPECT_EQ(draft["document"]["state"], "proposed");
  EXPECT_EQ(draft["may_sign"], false);
  const auto signed_by_other = call("zhao", http::Verb::Post, "/api/documents/" + draft["document"]["id"].get<std::string>() + "/sign");
  ASSERT_EQ(signed_by_other.status, 200) << signed_by_other.body;
  const std::string code = json::parse(signed_by_other.body)["document"]["code"];
  const auto shown = call("", http::Verb::Get, "/api/verify/" + code);
  EXPECT_THAT(shown.body, Not(HasSubstr(suspended.subject_name)));
  EXPECT_THAT(shown.body, Not(HasSubstr("压缩")));
  EXPECT_THAT(shown.body, Not(HasSubstr("赵六")));
  EXPECT_EQ(call("wang", http::Verb::Post, "/api/documents/" + draft["document"]["id"].get<std::string>() + "/withdraw", {{"reason", "证据有误"}}).status, 200);
  const json ended = get("", "/api/verify/" + code);
  EXPECT_EQ(ended["state"], "withdrawn");
  EXPECT_EQ(ended["reason"], "") << "the reason may name people";
}

TEST_F(Routes, GuessingEndsAfterTwentyMisses) {
  const std::string code = issue("registration_announcement", "GZ-A04")["document"]["code"];
  for (int i = 0; i < Misses::k_misses; ++i) EXPECT_EQ(call("", http::Verb::Get, "/api/verify/0000-0000-0000").status, 404) << i;
  EXPECT_EQ(call("", http::Verb::Get, "/api/verify/" + code).status, 429);
  EXPECT_EQ(call("", http::Verb::Get, "/api/verify/" + code, nullptr, "192.0.2.8").status, 200) << "others are not stopped";
  clock_.at.ms += Misses::k_minutes * 60'000 - 1;
  EXPECT_EQ(call("", http::Verb::Get, "/api/verify/" + code).status, 429) << "just inside";
  clock_.at.ms += 1;
  EXPECT_EQ(call("", http::Verb::Get, "/api/verify/" + code).status, 200) << "just outside";
}

TEST(Guessing, ANetworkOfSixCountsAsOne) {
  EXPECT_EQ(network_of("2001:db8:1:2::1"), network_of("2001:db8:1:2:ffff::9"));
  EXPECT_NE(network_of("2001:db8:1:2::1"), network_of("2001:db8:1:3::1"));
  EXPECT_NE(network_of("192.0.2.7"), network_of("192.0.2.8"));
}

} // namespace
} // namespace ankao::documents
