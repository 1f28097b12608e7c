// SPDX-License-Identifier: Apache-2.0
// What a list answers: pages that do not overlap, an order that is known, and refusals that say what would do.
#include "lists/support/sample.hpp"

namespace ankao::lists::sample {
namespace {

using Query = std::vector<std::pair<std::string, std::string>>;

class Lists : public ::testing::TestWithParam<std::string> {
protected:
  Zoo zoo_{GetParam(), 7}; // weights 0 0 1 1 1 2 2
};

TEST_P(Lists, RowsOfEqualRankStandInOneOrderAndPagesNeverOverlap) {
  EXPECT_EQ(zoo_.ids({}), (std::vector<std::string>{"a06", "a07", "a03", "a04", "a05", "a01", "a02"})) << "the list's own order";
  EXPECT_EQ(zoo_.ids({{"sort", "weight"}}), (std::vector<std::string>{"a01", "a02", "a03", "a04", "a05", "a06", "a07"}));
  std::vector<std::string> all;
  for (const char* page : {"1", "2", "3", "4", "5"})
    for (const auto& id : zoo_.ids({{"sort", "-weight"}, {"size", "2"}, {"page", page}})) all.push_back(id);
  EXPECT_EQ(all, zoo_.ids({}));
}

TEST_P(Lists, PagesAndSizesHaveLimits) {
  const auto status = [&](const char* name, const std::string& value) { return zoo_.get("/api/animals", {{name, value}}).status; };
  EXPECT_EQ(status("size", "1"), 200);
  EXPECT_EQ(status("size", std::to_string(k_largest_page)), 200);
  EXPECT_EQ(status("page", std::to_string(k_last_page)), 200);
  for (const auto& [name, value] : Query{{"size", "0"}, {"size", std::to_string(k_largest_page + 1)}, {"page", "0"}, {"page", std::to_string(k_last_page + 1)}}) {
    const auto refused = zoo_.get("/api/animals", {{name, value}});
    EXPECT_EQ(problem_of(refused), "lists.page") << name << value;
    EXPECT_EQ(nlohmann::json::parse(refused.body)["at"], name);
  }
}

TEST_P(Lists, ASortThatIsNoneIsRefusedWithThoseThereAre) {
  for (const char* sort : {"born", "nothing", "-", "--weight", "weight; DROP TABLE animal", "weight DESC"}) {
    const auto refused = zoo_.get("/api/animals", {{"sort", sort}});
    EXPECT_EQ(problem_of(refused), "lists.sort_unknown") << sort;
    EXPECT_NE(refused.body.find("name, id, weight"), std::string::npos);
  }
}

TEST_P(Lists, ASearchWordHasALengthAndIsUtf8) {
  std::string longest;
  for (std::size_t i = 0; i < k_longest_text; ++i) longest += "长";
  EXPECT_EQ(zoo_.get("/api/animals", {{"q", longest}}).status, 200);
  EXPECT_EQ(problem_of(zoo_.get("/api/animals", {{"q", longest + "x"}})), "lists.text_too_long");
  EXPECT_EQ(problem_of(zoo_.get("/api/animals", {{"q", "\xff\xfe"}})), "request.not_utf8");
}

TEST_P(Lists, TheDescriptionSpeaksTheLanguageOfTheCall) {
  const auto about = nlohmann::json::parse(zoo_.get("/api/lists/animals").body);
  EXPECT_EQ(about["name"], "动物");
  EXPECT_EQ(about["sort"], "-weight");
  EXPECT_EQ(about["export_limit"], k_limit);
  EXPECT_EQ(about["columns"].size(), 11u);
  EXPECT_EQ(about["columns"][6]["codes"][1]["label"], "狂野");
  EXPECT_TRUE(about["columns"][9]["made"]);
  EXPECT_EQ(about["filters"][1]["kind"], "yes_no");
  EXPECT_EQ(nlohmann::json::parse(zoo_.get("/api/lists/animals", {{"lang", "en"}}).body)["columns"][2]["heading"], "Weight");
  EXPECT_EQ(problem_of(zoo_.get("/api/lists/plants")), "lists.unknown");
}

TEST(Order, SeveralColumnsOfSqlTurnRoundTogether) {
  const List list{.id = "x", .name = {"", ""}, .columns = {{.key = "when", .heading = {"", ""}, .sort = "day, coalesce(slot, 'a')"}}, .filters = {}, .tie = "id"};
  EXPECT_EQ(*order_of(list, ""), "id");
  EXPECT_EQ(*order_of(list, "when"), "day, coalesce(slot, 'a'), id");
  EXPECT_EQ(*order_of(list, "-when"), "day DESC, coalesce(slot, 'a') DESC, id");
}

TEST(Columns, AreThoseNamedInThatOrderOrTheVisibleOnes) {
  const auto keys = [](const std::string& asked) {
    std::string out;
    const auto columns = columns_of(animals(), asked);
    for (const Column* column : *columns) out += column->key + " ";
    return out;
  };
  EXPECT_EQ(keys(""), "name weight born seen fed mood wild traits summary ");
  EXPECT_EQ(keys("keeper,name"), "keeper name ");
  EXPECT_EQ(columns_of(animals(), "name,other").problem().id, "lists.column_unknown");
  EXPECT_EQ(columns_of(animals(), "name,").problem().id, "lists.column_unknown");
  EXPECT_EQ(columns_of(animals(), "name,id,name").problem().id, "lists.column_twice");
}

INSTANTIATE_TEST_SUITE_P(Databases, Lists, ::testing::ValuesIn(tests::k_stores), &tests::store_name<::testing::TestParamInfo<std::string>>);

} // namespace
} // namespace ankao::lists::sample
