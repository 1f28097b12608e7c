// SPDX-License-Identifier: Apache-2.0
// Router, permissions, answers.
#include <gtest/gtest.h>

#include "api/paths.hpp"
#include "api/support/sample.hpp"

namespace ankao::api::sample {
namespace {

using nlohmann::json;

TEST(Router, literal_step_wins_over_a_parameter) {
  SampleApi api;
  EXPECT_EQ(api.get("/api/months/current").body, "{\"now\":1709602200000}");
  EXPECT_EQ(faults(api.get("/api/months/now")).front().at, "month");
}

TEST(Router, unknown_path_is_404_and_wrong_verb_405) {
  SampleApi api;
  EXPECT_EQ(problem_id(api.get("/api/nothing")), "http.not_found");
  EXPECT_EQ(api.get("/api/months/").status, 404);
  EXPECT_EQ(api.get("/api/search/").status, 404);
  EXPECT_EQ(api.get("/api/months/a/b").status, 404);
  const auto wrong = api.send(Verb::Post, "/api/search", "{}");
  EXPECT_EQ(wrong.status, 405);
  EXPECT_EQ(wrong.headers.back(), (std::pair<std::string, std::string>("allow", "GET, HEAD")));
  EXPECT_EQ(api.call(Verb::Other, "/api/search", {}).status, 405);
}

TEST(Router, head_is_answered_like_get) {
  SampleApi api;
  EXPECT_EQ(api.call(Verb::Head, "/api/search", {}).status, 200);
}

TEST(Router, tells_the_log_the_template_only) {
  SampleApi api;
  http::Request request;
  request.path = "/api/rooms/secret";
  request.verb = Verb::Delete;
  api.endpoints.handle(request);
  EXPECT_EQ(request.route, "/api/rooms/{id}");
}

TEST(Paths, match_whole_steps) {
  EXPECT_EQ(match_path("/api/a/{x}", "/api/a/b"), (PathValues{{"x", "b"}}));
  EXPECT_EQ(match_path("/api/a/{x}", "/api/a/"), std::nullopt);
  EXPECT_EQ(match_path("/api/a/{x}", "/api/a/b/"), std::nullopt);
  EXPECT_EQ(match_path("/api/a/{x}", "/api/ab/b"), std::nullopt);
  EXPECT_EQ(match_path("/api/a", "/api/a"), PathValues{});
  EXPECT_EQ(path_parameters("/api/{a}/b/{c}"), (std::vector<std::string>{"a", "c"}));
}

struct Right {
  Verb verb;
  const char* target;
  const char* body;
  int anonymous, guest, clerk;
};

TEST(Permissions, matrix_of_callers_and_operations) {
  const std::vector<Right> rights = {
      {Verb::Get, "/api/search", "", 200, 200, 200},
      {Verb::Get, "/api/me", "", 401, 200, 200},
      {Verb::Put, "/api/rooms/a/seats", R"({"count":1})", 401, 403, 200},
      {Verb::Delete, "/api/rooms/a", "", 401, 403, 204},
  };
  SampleApi api;
  for (const Right& right : rights) {
    EXPECT_EQ(api.send(right.verb, right.target, right.body).status, right.anonymous) << right.target;
    EXPECT_EQ(api.send(right.verb, right.target, right.body, "guest").status, right.guest) << right.target;
    EXPECT_EQ(api.send(right.verb, right.target, right.body, "clerk").status, right.clerk) << right.target;
  }
}

TEST(Permissions, are_checked_before_input_is_read) {
  SampleApi api;
  EXPECT_EQ(problem_id(api.send(Verb::Put, "/api/rooms/a/seats", "not json")), "api.sign_in_required");
  EXPECT_EQ(problem_id(api.send(Verb::Put, "/api/rooms/a/seats", "not json", "guest")), "api.forbidden");
  EXPECT_EQ(problem_id(api.send(Verb::Put, "/api/rooms/a/seats", "not json", "clerk")), "request.json");
}

TEST(Permissions, refusal_names_the_permission_in_words) {
  SampleApi api;
  EXPECT_NE(api.send(Verb::Delete, "/api/rooms/a", "", "guest").body.find("seat.change"), std::string::npos);
  api.endpoints.name_permissions([](const std::string& id, problems::Language) { return id == "seat.change" ? "change the seats" : id; });
  EXPECT_NE(api.send(Verb::Delete, "/api/rooms/a", "", "guest").body.find("lacks the permission: change the seats"), std::string::npos);
}

TEST(Permissions, change_with_a_cookie_needs_the_header_of_our_pages) {
  SampleApi api;
  for (const Verb verb : {Verb::Post, Verb::Put, Verb::Delete}) {
    const char* const target = verb == Verb::Post ? "/api/session" : verb == Verb::Put ? "/api/rooms/a/seats" : "/api/rooms/a";
    EXPECT_EQ(problem_id(api.call(verb, target, {}, "clerk")), "api.csrf");
    EXPECT_EQ(problem_id(api.call(verb, target, {{"x-ankao", "yes"}}, "clerk")), "api.csrf");
  }
  EXPECT_EQ(api.call(Verb::Post, "/api/session", {}).status, 201); // without a cookie nothing can be abused
  EXPECT_EQ(api.call(Verb::Get, "/api/me", {}, "clerk").status, 200);
}

TEST(Answers, cacheable_only_when_declared_and_good) {
  SampleApi api;
  EXPECT_TRUE(api.get("/api/search").cacheable);
  EXPECT_FALSE(api.get("/api/search?page=x").cacheable);
  EXPECT_FALSE(api.get("/api/months/current").cacheable);
}

TEST(Answers, reply_sets_status_and_headers) {
  SampleApi api;
  const auto response = api.send(Verb::Post, "/api/session", "");
  EXPECT_EQ(response.status, 201);
  EXPECT_EQ(response.headers, (std::vector<std::pair<std::string, std::string>>{{"set-cookie", "session=clerk"}}));
}

TEST(Answers, download_offers_its_name_in_both_ways) {
  SampleApi api;
  const auto response = api.get("/api/file");
  EXPECT_EQ(response.body, "PK");
  EXPECT_EQ(response.content_type, "application/zip");
  EXPECT_EQ(response.headers.front().second,
            "attachment; filename=\"__ _____1.xlsx\"; filename*=UTF-8''%E8%80%83%E8%AF%95%20%22%E8%AE%A1%E5%88%92%22%3B1.xlsx");
}

TEST(Answers, stream_is_handed_on) { EXPECT_TRUE(SampleApi().get("/api/events").stream != nullptr); }

TEST(Answers, problems_follow_rfc_9457_in_the_callers_language) {
  SampleApi api;
  const auto english = json::parse(api.get("/api/search?page=x").body);
  EXPECT_EQ(english,
            json::parse(R"({"type":"urn:ankao:problem:request.not_integer","title":"expected a whole number, found x","status":422,)"
                        R"("detail":"write a whole number without quotes or a decimal point","at":"page","instance":"r1"})"));
  const auto chinese = json::parse(api.get("/api/search?page=x&lang=zh").body);
  EXPECT_EQ(chinese.at("title"), "应为整数，现为“x”");
  EXPECT_EQ(api.get("/api/search?page=x").content_type, "application/problem+json; charset=utf-8");
}

TEST(Answers, handlers_refusal_has_the_status_of_the_catalogue) {
  SampleApi api;
  const auto response = api.send(Verb::Delete, "/api/rooms/busy", "", "clerk");
  EXPECT_EQ(response.status, 503);
  EXPECT_EQ(problem_id(response), "http.busy");
}

TEST(Answers, hostile_text_stays_text) {
  SampleApi api;
  const std::string hostile = "<script>alert(1)</script>'; DROP TABLE x; --\\\"";
  json body = {{"count", 1}, {"reason", hostile}};
  EXPECT_EQ(json::parse(api.send(Verb::Put, "/api/rooms/a/seats", body.dump(), "clerk").body).at("reason"), hostile);
}

struct Lost {
  int other = 0;
};
BOOST_DESCRIBE_STRUCT(Lost, (), (other))

TEST(Definitions, mistakes_are_found_at_start) {
  SampleApi api;
  const auto add = [&api](Spec spec) {
    api.endpoints.add<Lost, None>(std::move(spec), [](const Call&, const Lost&) -> Result<None> { return None{}; });
  };
  EXPECT_THROW(add({.path = "/outside", .operation = "a.b"}), BrokenInvariant);
  EXPECT_THROW(add({.path = "/api/search", .operation = "a.b"}), BrokenInvariant);
  EXPECT_THROW(add({.path = "/api/new", .operation = "thing.search"}), BrokenInvariant);
  EXPECT_THROW(add({.path = "/api/new/{id}", .operation = "a.b"}), BrokenInvariant);
  EXPECT_THROW(add({.path = "/api/new", .operation = "a.b", .cacheable = true}), BrokenInvariant);
  EXPECT_THROW((api.endpoints.add<Everything, None>({.path = "/api/new", .operation = "a.b"},
                                                    [](const Call&, const Everything&) -> Result<None> { return None{}; })),
               BrokenInvariant);
  EXPECT_NO_THROW(add({.path = "/api/new", .operation = "a.b"}));
}

} // namespace
} // namespace ankao::api::sample
