// SPDX-License-Identifier: Apache-2.0
// What a list is asked for becomes a WHERE with its values beside it; and what records say comes back from columns as it went in.
#include "db/conditions.hpp"

#include <gtest/gtest.h>

#include "db/columns.hpp"
#include "db/support/stores.hpp"

namespace ankao::db {
namespace {

TEST(Conditions, NothingAskedIsNoWhere) {
  Conditions where;
  where.equals("a", "").contains("b", "").contains_words("c", " \t ");
  EXPECT_EQ(where.text(), "");
  EXPECT_TRUE(where.values().empty());
}

TEST(Conditions, EachValueHasItsNumber) {
  Conditions where;
  where.add("x IS NULL").equals("a", "1").add("b BETWEEN ? AND ?", {std::int64_t{2}, std::int64_t{3}});
  const std::string me = where.put(std::string("me"));
  where.add("(c = " + me + " OR d = " + me + ")");
  EXPECT_EQ(where.text(), " WHERE x IS NULL AND a = $1 AND b BETWEEN $2 AND $3 AND (c = $4 OR d = $4)");
  EXPECT_EQ(where.page(20, 40), " LIMIT $5 OFFSET $6");
  EXPECT_EQ(where.values(), (Values{std::string("1"), std::int64_t{2}, std::int64_t{3}, std::string("me"), std::int64_t{20}, std::int64_t{40}}));
}

class Lists : public ::testing::TestWithParam<std::string> {
protected:
  void SetUp() override {
    migrate(database(), {{9000, "searched", "CREATE TABLE searched (id TEXT PRIMARY KEY, search TEXT NOT NULL, day TEXT, at BIGINT);\n"}});
    database().write([](Transaction& t) {
      t.insert_many("searched", {"id", "search", "day", "at"},
                    {{std::string("a"), lower_case("Fair 50% 驾校"), day(parse_date("2023-11-04")), moment(Instant{7})}, {std::string("b"), lower_case("fair 500 驾校\\"), day(std::nullopt), moment(std::nullopt)}});
    });
  }
  Database& database() { return store_.database(); }

  std::string found(const Conditions& where) {
    std::string out;
    database().read([&](Transaction& t) {
      const auto rows = t.query("SELECT id FROM searched" + where.text() + " ORDER BY id", where.values());
      for (std::size_t i = 0; i < rows.size(); ++i) out += rows.text(i, "id");
    });
    return out;
  }
  std::string holds(const std::string& text) { return found(Conditions().contains("search", text)); }
  std::string holds_words(const std::string& text) { return found(Conditions().contains_words("search", text)); }

  tests::Store store_{GetParam()};
};

TEST_P(Lists, SearchMindsNoCaseOfLettersAndTakesSignsAsThemselves) {
  EXPECT_EQ(holds("FAIR"), "ab");
  EXPECT_EQ(holds("驾校"), "ab");
  EXPECT_EQ(holds("50%"), "a");
  EXPECT_EQ(holds("_"), "");
  EXPECT_EQ(holds("\\"), "b");
  EXPECT_EQ(holds("50 驾校"), "") << "one text, as it stands";
}

TEST_P(Lists, EveryWordMustStandSomewhere) {
  EXPECT_EQ(holds_words("驾校  fair"), "ab");
  EXPECT_EQ(holds_words("驾校 50%"), "a");
  EXPECT_EQ(holds_words("驾校 pond"), "");
}

TEST_P(Lists, PagesFollowTheConditions) {
  Conditions where;
  where.contains("search", "fair");
  const std::string sql = "SELECT id FROM searched" + where.text() + " ORDER BY id";
  const std::string page = where.page(1, 1);
  database().read([&](Transaction& t) {
    const auto rows = t.query(sql + page, where.values());
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows.text(0, "id"), "b");
  });
}

TEST_P(Lists, DaysAndMomentsComeBackAsTheyWentIn) {
  database().read([&](Transaction& t) {
    const auto rows = t.query("SELECT * FROM searched ORDER BY id");
    EXPECT_EQ(day_in(rows, 0, "day"), parse_date("2023-11-04"));
    EXPECT_EQ(moment_in(rows, 0, "at")->ms, 7);
    EXPECT_FALSE(day_in(rows, 1, "day"));
    EXPECT_FALSE(moment_in(rows, 1, "at"));
  });
}

INSTANTIATE_TEST_SUITE_P(Databases, Lists, ::testing::ValuesIn(tests::k_stores), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST(Columns, SeveralLinesTravelInOneText) {
  for (const std::vector<std::string>& all : {std::vector<std::string>{}, {"a"}, {"a", "乙", "c"}}) EXPECT_EQ(of_lines(lines(all)), all);
  EXPECT_EQ(of_lines("a\n"), std::vector<std::string>{"a"});
}

TEST(Columns, OnlyAsciiLettersChangeTheirCase) { EXPECT_EQ(lower_case("ABZ[É驾"), "abz[É驾"); }

} // namespace
} // namespace ankao::db
