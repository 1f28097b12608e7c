// SPDX-License-Identifier: Apache-2.0
// The calendar through the API: who may, what is shown, where a fault stands.
#include "deadlines/routes/routes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "api/support/uploads.hpp"
#include "db/support/stores.hpp"
#include "deadlines/service/calendar.hpp"
#include "deadlines/support/years.hpp"
#include "identity/files/roles.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::deadlines {
namespace {

using http::Verb;
using nlohmann::json;
using ::testing::HasSubstr;

/// Signs everybody in under the role the test names, with the permissions law/roles.yaml gives it.
class RoleAuthenticator : public api::Authenticator {
public:
  std::string role;
  api::Caller caller(const http::Request&, Instant) override {
    if (role.empty()) return {};
    api::Caller out;
    out.account = role;
    out.name = "王五";
    out.role = role;
    out.permissions = identity::shipped_roles().find(role)->permissions;
    out.scope_kind = "city";
    return out;
  }
};

class FixedClock : public api::Clock {
public:
  Instant now() override { return {start_of(tests::day_of("2026-11-22")).ms + 36'000'000}; }
};

json body_2027() {
  const YearEntry entry = tests::year_2027();
  json body{{"source", entry.source}, {"rest", json::array()}, {"worked", json::array()}};
  for (const auto& one : entry.rest) body["rest"].push_back({{"from", to_string(one.from)}, {"to", to_string(one.to)}, {"name", one.name}});
  for (const auto& one : entry.worked) body["worked"].push_back({{"date", to_string(one.date)}, {"name", one.name}});
  return body;
}

class CalendarRoutes : public ::testing::Test {
protected:
  CalendarRoutes() {
    auto steps = ledger::migrations();
    for (auto& step : migrations()) steps.push_back(step);
    db::migrate(store_.database(), steps);
    add_routes(endpoints_, store_.database(), [this] { ++changed_; });
  }

  http::Response send(const std::string& role, Verb verb, const std::string& path, const json& body = nullptr) {
    authenticator_.role = role;
    http::Request request;
    request.verb = verb;
    request.path = path;
    request.headers["x-ankao"] = "1";
    if (!body.is_null()) {
      request.headers["content-type"] = "application/json";
      request.body = body.dump();
    }
    return endpoints_.handle(request);
  }
  json answer(const std::string& path) { return json::parse(send("", Verb::Get, path).body); }

  tests::Store store_{"memory"};
  RoleAuthenticator authenticator_;
  FixedClock clock_;
  api::Endpoints endpoints_{authenticator_, clock_};
  int changed_ = 0;
};

TEST_F(CalendarRoutes, everybody_sees_the_years_and_their_sources) {
  const json years = answer("/api/calendar")["years"];
  ASSERT_EQ(years.size(), 4u);
  EXPECT_EQ(years[0]["year"], 2026);
  EXPECT_EQ(years[0]["origin"], "shipped");
  EXPECT_EQ(years[0]["version"], 0);
  EXPECT_EQ(years[0]["working_days"], 248);
  EXPECT_EQ(years[0]["worked_days"], 6);
  EXPECT_THAT(years[0]["source"].get<std::string>(), HasSubstr("国务院办公厅"));
}

TEST_F(CalendarRoutes, a_year_is_shown_by_months_with_the_kind_of_each_day) {
  const json year = answer("/api/calendar/2026");
  ASSERT_EQ(year["months"].size(), 12u);
  const json& february = year["months"][1];
  EXPECT_EQ(february["month"], "2026-02");
  ASSERT_EQ(february["days"].size(), 28u);
  EXPECT_EQ(february["days"][13], (json{{"date", "2026-02-14"}, {"weekday", 6}, {"kind", "worked_weekend"}, {"name", "春节"}}));
  EXPECT_EQ(february["days"][16]["kind"], "rest");
  EXPECT_EQ(february["days"][6]["kind"], "weekend");
  EXPECT_EQ(february["days"][2]["kind"], "work");
  EXPECT_EQ(year["rest"][1], (json{{"from", "2026-02-15"}, {"to", "2026-02-23"}, {"name", "春节"}}));
}

TEST_F(CalendarRoutes, a_year_without_data_says_how_to_enter_it) {
  const auto missing = send("", Verb::Get, "/api/calendar/2027");
  EXPECT_EQ(missing.status, 404);
  EXPECT_THAT(missing.body, HasSubstr("deadlines.year_without_data"));
  EXPECT_THAT(missing.body, HasSubstr("PUT /api/calendar/2027"));
  EXPECT_EQ(send("", Verb::Get, "/api/calendar/abc").status, 422);
}

TEST_F(CalendarRoutes, only_the_city_bureau_enters) {
  EXPECT_EQ(send("", Verb::Put, "/api/calendar/2027", body_2027()).status, 401);
  for (const auto& role : identity::shipped_roles().roles)
    if (role.id != "city_bureau") {
      EXPECT_EQ(send(role.id, Verb::Put, "/api/calendar/2027", body_2027()).status, 403) << role.id;
    }
  EXPECT_EQ(changed_, 0);
  const auto entered = send("city_bureau", Verb::Put, "/api/calendar/2027", body_2027());
  ASSERT_EQ(entered.status, 200) << entered.body;
  EXPECT_EQ(changed_, 1);
  const json year = json::parse(entered.body);
  EXPECT_EQ(year["year"]["origin"], "entered");
  EXPECT_EQ(year["year"]["version"], 1);
  EXPECT_EQ(year["year"]["working_days"], 248);
  EXPECT_EQ(answer("/api/calendar")["years"][0]["year"], 2027);
}

TEST_F(CalendarRoutes, each_fault_names_its_place) {
  json body = body_2027();
  body["source"] = "";
  body["rest"][1]["to"] = "2027-02-01";
  body["worked"][0]["date"] = "2027-02-12";
  const auto refused = send("city_bureau", Verb::Put, "/api/calendar/2027", body);
  EXPECT_EQ(refused.status, 422);
  const json problem = json::parse(refused.body);
  std::vector<std::string> places;
  for (const auto& part : problem["parts"]) places.push_back(part["at"]);
  EXPECT_THAT(places, ::testing::ElementsAre("/source", "/rest/1/to", "/worked/0/date"));
  EXPECT_EQ(changed_, 0);
}

TEST_F(CalendarRoutes, what_is_no_date_and_what_is_stale_is_refused) {
  json body = body_2027();
  body["rest"][0]["from"] = "2027-02-30";
  EXPECT_EQ(send("city_bureau", Verb::Put, "/api/calendar/2027", body).status, 422);
  ASSERT_EQ(send("city_bureau", Verb::Put, "/api/calendar/2027", body_2027()).status, 200);
  EXPECT_EQ(send("city_bureau", Verb::Put, "/api/calendar/2027", body_2027()).status, 409);
}

TEST_F(CalendarRoutes, versions_are_for_those_who_are_signed_in) {
  ASSERT_EQ(send("city_bureau", Verb::Put, "/api/calendar/2027", body_2027()).status, 200);
  EXPECT_EQ(send("", Verb::Get, "/api/calendar/2027/versions").status, 401);
  const json versions = json::parse(send("exam_site", Verb::Get, "/api/calendar/2027/versions").body)["versions"];
  ASSERT_EQ(versions.size(), 1u);
  EXPECT_EQ(versions[0]["person"], "王五");
}

/// The year as a table, one row a range.
std::string table_2027() {
  const YearEntry entry = tests::year_2027();
  std::string text = "类型,开始日期,结束日期,节日\n";
  for (const auto& one : entry.rest) text += "放假," + to_string(one.from) + "," + to_string(one.to) + "," + one.name + "\n";
  for (const auto& one : entry.worked) text += "调休上班," + to_string(one.date) + ",," + one.name + "\n";
  return text;
}

TEST_F(CalendarRoutes, a_year_is_imported_from_a_table_after_a_dry_run) {
  const auto sent = [&](const std::string& bytes, const char* dry_run, const std::string& tail = "", const std::string& role = "city_bureau") {
    authenticator_.role = role;
    auto request = tests::upload_of("/api/calendar/2027/import" + tail, bytes, {{"dry_run", dry_run}, {"source", tests::year_2027().source}});
    return endpoints_.handle(request);
  };
  const json checked = json::parse(sent(table_2027(), "true").body);
  EXPECT_EQ(checked["errors"].size(), 0u) << checked.dump();
  EXPECT_EQ(checked["added"], 11);
  EXPECT_EQ(answer("/api/calendar")["years"][0]["year"], 2026);
  // Each fault at its row and cell; nothing is stored.
  const json wrong = json::parse(sent(table_2027() + "放假,2027-05-05,2027-05-06,劳动节\n放假,明天,,x\n", "false").body);
  ASSERT_EQ(wrong["errors"].size(), 1u) << wrong.dump();
  EXPECT_EQ(wrong["errors"][0]["row"], 14);
  const json doubled = json::parse(sent(table_2027() + "放假,2027-05-05,2027-05-06,劳动节\n", "false").body);
  EXPECT_EQ(doubled["errors"][0]["problem"], "deadlines.day_doubled") << doubled.dump();
  EXPECT_EQ(doubled["errors"][0]["row"], 13);
  EXPECT_EQ(doubled["errors"][0]["column"], "开始日期");
  EXPECT_EQ(changed_, 0);
  EXPECT_EQ(sent(table_2027(), "false", "", "institution").status, 403);
  EXPECT_EQ(sent(table_2027(), "true", "/marked").status, 200);
  const json stored = json::parse(sent(table_2027(), "false").body);
  EXPECT_EQ(stored["stored"], true) << stored.dump();
  EXPECT_EQ(changed_, 1);
  EXPECT_EQ(answer("/api/calendar")["years"][0]["year"], 2027);
  authenticator_.role = "city_bureau";
  auto astray = tests::upload_of("/api/calendar/next/import", table_2027());
  EXPECT_EQ(endpoints_.handle(astray).status, 422);
}

} // namespace
} // namespace ankao::deadlines
