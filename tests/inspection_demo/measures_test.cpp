// SPDX-License-Identifier: Apache-2.0
// The measures of the synthetic campaign, against a slow recount of its lists.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "db/use_case.hpp"
#include "inspection/service/checklists.hpp"
#include "inspection/service/honesty.hpp"
#include "inspection/service/measures.hpp"
#include "inspection/service/visits.hpp"
#include "inspection_demo/support/laid.hpp"

namespace ankao::inspection {
namespace {

class Measured : public ::testing::TestWithParam<std::string> {
protected:
  template <class Work>
  auto look(const Work& work) {
    return db::look(store_.database(), work);
  }
  Measures all(const std::optional<std::string>& district = std::nullopt) {
    return look([&](db::Transaction& t) { return measures_of(t, "SI-2023", district); });
  }
  Visit visit(const std::string& id) {
    return *look([&](db::Transaction& t) { return store::visit(t, id); });
  }
  tests::Store store_{GetParam(), tests_::laid()};
};
INSTANTIATE_TEST_SUITE_P(Databases, Measured, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(Measured, APlacesScoresAreThoseThatWereSigned) {
  const HonestyGap gap = all().honesty;
  ASSERT_FALSE(gap.places.empty());
  int scored = 0;
  for (const HonestyPlace& one : gap.places) {
    const Visit self = visit(one.self_visit), office = visit(one.official_visit);
    EXPECT_TRUE(self.self());
    EXPECT_FALSE(office.self());
    EXPECT_LT(*self.signed_at, *office.signed_at);
    if (!one.scored || !self.unseen.empty() || !office.unseen.empty()) continue;
    ++scored;
    EXPECT_EQ(one.self_score, self.total) << one.target;
    EXPECT_EQ(one.official_score, office.total) << one.target;
  }
  EXPECT_GT(scored, 3);
  EXPECT_GT(gap.city.gap_mean, 0) << "units of the demo tell less than is found";
  EXPECT_EQ(gap.city.places, static_cast<int>(gap.places.size()));
  EXPECT_EQ(gap.city.without, static_cast<int>(gap.without.size()));
}

TEST_P(Measured, HiddenItemsAreProblemsOfTheOfficeThatTheUnitDidNotHave) {
  const HonestyGap gap = all().honesty;
  std::int64_t hidden = 0;
  for (const HonestyPlace& one : gap.places) {
    std::set<std::string> told;
    for (const Defect& d : look([&](db::Transaction& t) { return store::defects_of(t, one.self_visit); })) told.insert(d.item);
    int slow = 0;
    for (const Defect& d : look([&](db::Transaction& t) { return store::defects_of(t, one.official_visit); })) slow += told.contains(d.item) ? 0 : 1;
    EXPECT_EQ(one.hidden, slow) << one.target;
    hidden += slow;
  }
  EXPECT_EQ(gap.city.hidden, hidden);
  std::int64_t by_item = 0;
  for (const HonestyItem& one : gap.items) by_item += one.hidden;
  EXPECT_EQ(by_item, hidden);
}

TEST_P(Measured, ADistrictHasItsOwnAndTheMeanOfTheCity) {
  const Measures city = all();
  const std::string code = city.honesty.districts.front().district;
  const Measures own = all(code);
  EXPECT_EQ(own.honesty.city.gap_mean, city.honesty.city.gap_mean);
  ASSERT_EQ(own.honesty.districts.size(), 1U);
  EXPECT_EQ(own.honesty.districts.front().gap_mean, city.honesty.districts.front().gap_mean);
  for (const auto& one : own.honesty.places) EXPECT_EQ(one.district, code);
  for (const auto& one : own.severity.teams) EXPECT_EQ(one.team, code) << "no other team";
  for (const auto& one : own.severity.places) EXPECT_EQ(one.district, code);
  EXPECT_TRUE(own.severity.pairs.empty());
  EXPECT_EQ(own.severity.city.raw, city.severity.city.raw);
  EXPECT_EQ(look([&](db::Transaction& t) { return honesty_of(t, "SI-2023", code); }).places.size(), own.honesty.places.size());
  EXPECT_TRUE(look([&](db::Transaction& t) { return measures_of(t, "SI-1999"); }).honesty.places.empty());
}

TEST_P(Measured, ProblemsThatAreOlderThanTheRecordOfTheirPointsAreScoredAgain) {
  const Measures before = all();
  store_.database().write([](db::Transaction& t) { t.execute("UPDATE defect SET taken = NULL"); });
  const Measures after = all();
  EXPECT_EQ(after.honesty.city.official_mean, before.honesty.city.official_mean);
  EXPECT_EQ(after.severity.places.size(), before.severity.places.size());
  for (std::size_t i = 0; i < after.severity.places.size(); ++i) EXPECT_EQ(after.severity.places[i].difference, before.severity.places[i].difference);
}

} // namespace
} // namespace ankao::inspection
