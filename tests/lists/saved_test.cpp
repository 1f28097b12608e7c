// SPDX-License-Identifier: Apache-2.0
// Filters kept under a name: one's own, or shared with a role by those who may.
#include "lists/support/sample.hpp"

namespace ankao::lists::sample {
namespace {

using nlohmann::json;

class Saved : public ::testing::TestWithParam<std::string> {
protected:
  http::Response save(const std::string& who, const json& body) { return zoo_.call(http::Verb::Post, "/api/lists/animals/filters", who, body); }
  json of(const std::string& who) { return json::parse(zoo_.get("/api/lists/animals/filters", {}, who).body); }
  Zoo zoo_{GetParam()};
};

TEST_P(Saved, AFilterIsKeptForOneselfAndReplacedUnderItsName) {
  EXPECT_EQ(save("keeper", {{"name", "野生的"}, {"values", {{"wild", "true"}, {"sort", "-weight"}, {"columns", "name,weight"}}}}).status, 200);
  EXPECT_EQ(save("keeper", {{"name", "野生的"}, {"values", {{"wild", "true"}}}}).status, 200);
  const json items = of("keeper")["items"];
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0]["values"], (json{{"wild", "true"}}));
  EXPECT_TRUE(items[0]["mine"]);
  EXPECT_TRUE(of("other")["items"].empty()) << "same role, not shared";
  const auto events = zoo_.events("filter:animals");
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].event.before, "");
  EXPECT_EQ(events[1].event.before, events[0].event.after);
  EXPECT_EQ(zoo_.call(http::Verb::Get, "/api/lists/animals/filters").status, 401);
}

TEST_P(Saved, OnlyThoseWhoMayShareItWithARole) {
  const json shared{{"name", "大家的"}, {"values", {{"q", "动"}}}, {"role", "keeper"}};
  EXPECT_EQ(problem_of(save("keeper", shared)), "lists.filter_share");
  EXPECT_TRUE(of("keeper")["share"].empty());
  EXPECT_EQ(save("boss", shared).status, 200);
  EXPECT_EQ(of("boss")["share"].size(), 2u);
  const json seen = of("keeper")["items"];
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_FALSE(seen[0]["mine"]);
  EXPECT_EQ(seen[0]["by"], "园长");
  EXPECT_EQ(problem_of(zoo_.call(http::Verb::Delete, "/api/lists/animals/filters/大家的", "keeper")), "lists.filter_unknown") << "it is not theirs";
  json wrong = shared;
  wrong["role"] = "nobody";
  EXPECT_EQ(problem_of(save("boss", wrong)), "lists.filter_role");
  EXPECT_EQ(zoo_.call(http::Verb::Delete, "/api/lists/animals/filters/大家的", "boss").status, 204);
  EXPECT_TRUE(of("keeper")["items"].empty());
}

TEST_P(Saved, WhatIsNoFilterOfTheListIsRefused) {
  const auto refusal = [&](const json& values, const char* name = "x") { return problem_of(save("keeper", {{"name", name}, {"values", values}})); };
  EXPECT_EQ(refusal(json::object()), "lists.filter_query");
  EXPECT_EQ(refusal({{"page", "2"}}), "lists.filter_query");
  EXPECT_EQ(refusal({{"sort", "born"}}), "lists.sort_unknown");
  EXPECT_EQ(refusal({{"columns", "name,nothing"}}), "lists.column_unknown");
  EXPECT_EQ(refusal({{"q", "x"}}, " "), "lists.filter_name");
  EXPECT_EQ(refusal({{"q", "x"}}, "一二三四五六七八九十一二三四五六七八九十一"), "lists.filter_name");
  EXPECT_EQ(save("keeper", {{"name", "一二三四五六七八九十一二三四五六七八九十"}, {"values", {{"q", "x"}}}}).status, 200);
  EXPECT_EQ(problem_of(zoo_.call(http::Verb::Post, "/api/lists/plants/filters", "keeper", {{"name", "x"}, {"values", {{"q", "x"}}}})), "lists.unknown");
}

TEST_P(Saved, AnAccountKeepsSoManyOfAList) {
  for (std::int64_t i = 1; i <= k_most_filters; ++i) ASSERT_EQ(save("keeper", {{"name", std::to_string(i)}, {"values", {{"q", "x"}}}}).status, 200);
  EXPECT_EQ(problem_of(save("keeper", {{"name", "more"}, {"values", {{"q", "x"}}}})), "lists.filter_many");
  EXPECT_EQ(save("keeper", {{"name", "1"}, {"values", {{"q", "y"}}}}).status, 200) << "over an old one";
  EXPECT_EQ(save("other", {{"name", "more"}, {"values", {{"q", "x"}}}}).status, 200);
}

INSTANTIATE_TEST_SUITE_P(Databases, Saved, ::testing::ValuesIn(tests::k_stores), &tests::store_name<::testing::TestParamInfo<std::string>>);

} // namespace
} // namespace ankao::lists::sample
