// SPDX-License-Identifier: Apache-2.0
// The work list through the API: each sees their own, nobody a stranger's.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "db/support/stores.hpp"
#include "deadlines/routes/terms.hpp"
#include "deadlines/service/calendar.hpp"
#include "identity/files/roles.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::deadlines {
namespace {

using http::Verb;
using nlohmann::json;

class Anyone : public api::Authenticator {
public:
  api::Caller who;
  api::Caller caller(const http::Request&, Instant) override { return who; }
};
class AtTen : public api::Clock {
public:
  Instant now() override { return {start_of(*parse_date("2024-10-09")).ms + 36'000'000}; }
};

class TermRoutes : public ::testing::Test {
protected:
  TermRoutes() {
    auto steps = ledger::migrations();
    for (auto& step : migrations()) steps.push_back(step);
    db::migrate(store_.database(), steps);
    add_term_routes(endpoints_, store_.database(), [](db::Transaction&, const std::string& kind, Date) {
      return std::vector<Owner>{{kind, kind == "city" ? "" : "GZ-A01", "甲培训学校", "440106"}};
    });
  }
  http::Response send(const std::string& role, const std::string& scope, const std::string& id, Verb verb, const std::string& path, const json& body = nullptr) {
    authenticator_.who = {};
    authenticator_.who.account = role + id;
    authenticator_.who.name = "张三";
    authenticator_.who.role = role;
    authenticator_.who.permissions = identity::shipped_roles().find(role)->permissions;
    authenticator_.who.scope_kind = scope;
    authenticator_.who.scope_id = id;
    http::Request request;
    request.verb = verb;
    const auto question = path.find('?');
    request.path = path.substr(0, question);
    if (question != std::string::npos) request.query = {{"box", path.substr(question + 5)}};
    request.headers["x-ankao"] = "1";
    if (!body.is_null()) {
      request.headers["content-type"] = "application/json";
      request.body = body.dump();
    }
    return endpoints_.handle(request);
  }
  http::Response school(Verb verb, const std::string& path, const json& body = nullptr) { return send("institution", "institution", "GZ-A01", verb, path, body); }
  http::Response bureau(Verb verb, const std::string& path, const json& body = nullptr) { return send("city_bureau", "city", "", verb, path, body); }

  tests::Store store_{"memory"};
  Anyone authenticator_;
  AtTen clock_;
  api::Endpoints endpoints_{authenticator_, clock_};
  const json form_{{"deadline", "exam_booking"}, {"scope_id", "GZ-A01"}, {"subject", "class:GZ-A01/C1"}, {"title", "C1"}, {"day", "2024-09-27"}, {"reason", "开班登记尚未上线"}};
};

TEST_F(TermRoutes, the_register_is_open_to_all_with_the_printed_clause) {
  http::Request request;
  request.path = "/api/deadlines";
  const json list = json::parse(endpoints_.handle(request).body);
  ASSERT_EQ(list["items"].size(), 40u);
  EXPECT_EQ(list["items"][0]["clause"], "S-4.2");
  EXPECT_NE(list["items"][0]["clause_text"], "");
}

TEST_F(TermRoutes, the_register_is_narrowed_by_word_and_by_holder) {
  const auto asked = [&](std::vector<std::pair<std::string, std::string>> query) {
    http::Request request;
    request.path = "/api/deadlines";
    request.query = std::move(query);
    return json::parse(endpoints_.handle(request).body);
  };
  EXPECT_EQ(asked({{"q", "S-2.3"}})["total"], 4);
  EXPECT_EQ(asked({{"q", "没有这样的时限"}})["total"], 0);
  const json sites = asked({{"role", "exam_site"}});
  EXPECT_GT(sites["total"], 0);
  for (const json& one : sites["items"]) EXPECT_EQ(one["role"], "exam_site");
  const json second = asked({{"size", "20"}, {"page", "2"}});
  EXPECT_EQ(second["total"], 40);
  EXPECT_EQ(second["items"].size(), 20u);
}

TEST_F(TermRoutes, the_file_of_the_register_says_lengths_in_words) {
  http::Request request;
  request.path = "/api/deadlines/export";
  request.query = {{"format", "csv"}, {"columns", "zh,unit,role"}};
  const std::string text = endpoints_.handle(request).body;
  EXPECT_NE(text.find("3 个工作日"), std::string::npos) << text;
  EXPECT_NE(text.find("当月 25 日前（含当日）"), std::string::npos);
  EXPECT_NE(text.find("培训机构"), std::string::npos);
}

TEST_F(TermRoutes, why_shows_the_count_and_what_would_have_changed_it) {
  ASSERT_EQ(bureau(Verb::Post, "/api/terms", form_).status, 200);
  const json view = json::parse(school(Verb::Get, "/api/terms/T-1").body);
  EXPECT_EQ(view["term"]["due_day"], "2024-10-08");
  EXPECT_EQ(view["term"]["days_left"], -1);
  EXPECT_EQ(view["term"]["overdue"], true);
  const json& why = view["why"];
  EXPECT_EQ(why["decision"]["zh"], "开班后预约考试：2024-10-08 到期");
  EXPECT_NE(why["rules"][0]["clauses"][0]["text"].get<std::string>().find("3个工作日"), std::string::npos);
  ASSERT_EQ(why["days"].size(), 12u);
  EXPECT_EQ(why["days"][0], (json{{"date", "2024-09-27"}, {"kind", "work"}, {"holiday", ""}, {"number", 0}, {"starts", true}}));
  EXPECT_EQ(why["days"][2]["kind"], "worked_weekend");
  EXPECT_EQ(why["days"][4]["holiday"], "国庆节");
  EXPECT_EQ(why["days"][11]["number"], 3);
  EXPECT_EQ(why["changes"][0]["zh"], "按日历日计算，到期日为 2024-09-30");
  EXPECT_EQ(why["event"], view["steps"][0]["index"]);
  EXPECT_EQ(view["steps"][0]["action"], "term.open");
}

TEST_F(TermRoutes, a_stranger_sees_nothing_and_may_do_nothing) {
  ASSERT_EQ(bureau(Verb::Post, "/api/terms", form_).status, 200);
  EXPECT_EQ(send("institution", "institution", "GZ-A02", Verb::Get, "/api/terms/T-1").status, 404);
  EXPECT_EQ(send("institution", "institution", "GZ-A02", Verb::Post, "/api/terms/T-1/claim", json::object()).status, 404);
  EXPECT_EQ(json::parse(send("institution", "institution", "GZ-A02", Verb::Get, "/api/terms").body)["total"], 0);
  EXPECT_EQ(json::parse(send("district_bureau", "district", "440106", Verb::Get, "/api/terms?box=all").body)["total"], 1);
  EXPECT_EQ(json::parse(send("district_bureau", "district", "440103", Verb::Get, "/api/terms?box=all").body)["total"], 0);
  EXPECT_EQ(school(Verb::Post, "/api/terms", form_).status, 403);
  EXPECT_EQ(school(Verb::Post, "/api/terms/T-1/waive", {{"reason", "x"}}).status, 403);
  EXPECT_EQ(school(Verb::Get, "/api/terms/T-1x").status, 404);
}

TEST_F(TermRoutes, taken_given_back_and_waived) {
  ASSERT_EQ(bureau(Verb::Post, "/api/terms", form_).status, 200);
  EXPECT_EQ(json::parse(school(Verb::Post, "/api/terms/T-1/claim", json::object()).body)["term"]["mine"], true);
  EXPECT_EQ(school(Verb::Post, "/api/terms/T-1/claim", json::object()).status, 409);
  EXPECT_EQ(json::parse(school(Verb::Post, "/api/terms/T-1/release", json::object()).body)["term"]["claimed_name"], "");
  EXPECT_EQ(school(Verb::Post, "/api/terms/T-1/confirm", {{"note", "已约"}}).status, 409);
  EXPECT_EQ(json::parse(bureau(Verb::Post, "/api/terms/T-1/waive", {{"reason", "停班"}}).body)["term"]["state"], "waived");
  const json page = json::parse(school(Verb::Get, "/api/terms?box=done").body);
  EXPECT_EQ(page["total"], 1);
  EXPECT_EQ(page["counts"]["to_do"], 0);
}

} // namespace
} // namespace ankao::deadlines
