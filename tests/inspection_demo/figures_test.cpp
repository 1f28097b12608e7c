// SPDX-License-Identifier: Apache-2.0
// The synthetic visits enter the figures that the register pre-fills: most agree, some do not, and lists and board count those that do not.
#include <gtest/gtest.h>

#include "db/use_case.hpp"
#include "inspection/service/differences.hpp"
#include "inspection/store/differences.hpp"
#include "inspection_demo/support/laid.hpp"

namespace ankao::inspection {
namespace {

using tests_::day;
using tests_::laid;

class Figures : public ::testing::TestWithParam<std::string> {
protected:
  template <class Work>
  auto look(const Work& work) {
    return db::look(store_.database(), work);
  }
  std::vector<Visit> visits(std::optional<bool> differs = std::nullopt) {
    store::Filter all;
    all.viewer = {"city", ""};
    all.campaign = "SI-2023";
    all.limit = 1'000'000;
    all.differs = differs;
    return look([&](db::Transaction& t) { return store::visits(t, all); }).rows;
  }
  static store::BoardScope scope(const std::string& district = "") { return {"SI-2023", district.empty() ? Viewer{"city", ""} : Viewer{"district", district}, day("2024-01-10")}; }

  tests::Store store_{GetParam(), laid()};
};
INSTANTIATE_TEST_SUITE_P(Databases, Figures, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(Figures, MostAgreeAndSomeDoNot) {
  int counted = 0, wrong = 0;
  for (const Visit& visit : visits()) {
    const Standing now = look([&](db::Transaction& t) { return standing(t, visit); });
    for (const StoredAnswer& one : now.answers)
      for (const PartAnswer& part : one.answer.parts) counted += static_cast<int>(part.counts.size());
    wrong += visit.differences;
  }
  EXPECT_GT(counted, 300);
  EXPECT_GT(wrong, 5);
  EXPECT_LT(wrong * 10, counted);
}

TEST_P(Figures, WhatTheListCountsIsWhatTheVisitShows) {
  std::size_t some = 0;
  for (const Visit& visit : visits()) {
    const auto found = look([&](db::Transaction& t) { return differences_of(t, visit, standing(t, visit), date_of(*visit.signed_at)); });
    EXPECT_EQ(static_cast<int>(found.size()), visit.differences) << visit.id << ": a later declaration changes nothing of it";
    if (!found.empty()) ++some;
  }
  EXPECT_EQ(visits(true).size(), some);
  EXPECT_EQ(visits(false).size() + some, visits().size());
}

TEST_P(Figures, TheBoardCountsVisitsOfOfficesAndADistrictItsOwn) {
  std::int64_t office = 0, differ = 0, home = 0;
  for (const Visit& visit : visits()) {
    if (visit.self()) continue;
    ++office;
    differ += visit.differences > 0 ? 1 : 0;
    home += visit.target.district == "440111" ? 1 : 0;
  }
  const auto all = look([&](db::Transaction& t) { return store::visits_that_differ(t, scope()); });
  EXPECT_EQ(all.visits, office);
  EXPECT_EQ(all.differ, differ);
  EXPECT_EQ(look([&](db::Transaction& t) { return store::visits_that_differ(t, scope("440111")); }).visits, home);
  std::int64_t last = 1'000'000;
  const auto rows = look([&](db::Transaction& t) { return store::differences_by_figure(t, scope(), 5); });
  ASSERT_FALSE(rows.empty());
  for (const auto& row : rows) {
    EXPECT_LE(row.visits, last);
    EXPECT_LE(row.visits, row.differs + row.below) << row.name;
    last = row.visits;
  }
}

} // namespace
} // namespace ankao::inspection
