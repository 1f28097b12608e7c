// SPDX-License-Identifier: Apache-2.0
// The synthetic campaign of 2023 is whole and says that it is synthetic; every figure of the board is what a recount of the lists gives.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "db/use_case.hpp"
#include "inspection/demo/findings.hpp"
#include "inspection/files/checklists.hpp"
#include "inspection/rules/score.hpp"
#include "inspection/store/board.hpp"
#include "inspection_demo/support/laid.hpp"

namespace ankao::inspection {
namespace {

using tests_::day;
using tests_::laid;
using tests_::laid_counts;

class Board : public ::testing::TestWithParam<std::string> {
protected:
  template <class Work>
  auto look(const Work& work) {
    return db::look(store_.database(), work);
  }
  store::Filter filter() {
    store::Filter all;
    all.viewer = {"city", ""};
    all.campaign = "SI-2023";
    all.today = k_today;
    all.limit = 1'000'000;
    return all;
  }
  std::vector<Visit> visits() {
    return look([&](db::Transaction& t) { return store::visits(t, filter()); }).rows;
  }
  std::vector<Defect> problems() {
    std::vector<Defect> out;
    for (const Defect& one : look([&](db::Transaction& t) { return store::defects(t, filter()); }).rows)
      if (!one.self) out.push_back(one);
    return out;
  }
  static store::BoardScope scope(const std::string& district = "") { return {"SI-2023", district.empty() ? Viewer{"city", ""} : Viewer{"district", district}, k_today}; }

  inline static const Date k_today = day("2024-01-10");
  tests::Store store_{GetParam(), laid()};
};
INSTANTIATE_TEST_SUITE_P(Databases, Board, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(Board, TheCampaignReachesEveryUnitAndEveryRecordSaysThatItIsSynthetic) {
  std::set<std::string> reached;
  for (const Visit& one : visits()) {
    EXPECT_EQ(one.state, VisitState::Signed) << one.id;
    EXPECT_NE(one.opinion.find("演示数据"), std::string::npos) << one.id;
    for (const Member& member : one.team) EXPECT_TRUE(member.name.starts_with("演示")) << member.name;
    if (!one.self() && one.target.checklist != "production_unit") reached.insert(one.target.id);
  }
  EXPECT_EQ(static_cast<int>(reached.size()), laid_counts.targets) << "M-4.4.1: full coverage";
  for (const Defect& one : problems())
    EXPECT_TRUE(one.state == DefectState::Found || one.person.starts_with("演示")) << one.id;
  EXPECT_GT(laid_counts.closed, laid_counts.defects / 2);
  EXPECT_EQ(lay_demo_campaign(store_.database())->targets, 0) << "a second time lays nothing";
}

TEST_P(Board, FiguresByDistrictAreThoseOfTheLists) {
  std::map<std::string, store::DistrictProblems> slow;
  for (const Defect& one : problems()) {
    auto& row = slow[one.district];
    ++row.found;
    ++(one.state == DefectState::Closed ? row.closed : row.open);
    row.overdue += one.overdue(k_today) ? 1 : 0;
  }
  const auto fast = look([&](db::Transaction& t) { return store::problems_by_district(t, scope()); });
  ASSERT_EQ(fast.size(), slow.size());
  std::int64_t overdue = 0;
  for (const auto& row : fast) {
    const auto& expected = slow[row.district];
    EXPECT_EQ(row.found, expected.found) << row.district;
    EXPECT_EQ(row.open, expected.open) << row.district;
    EXPECT_EQ(row.overdue, expected.overdue) << row.district;
    EXPECT_EQ(row.closed, expected.closed) << row.district;
    overdue += row.overdue;
    const auto own = look([&](db::Transaction& t) { return store::problems_by_district(t, scope(row.district)); });
    if (row.district.empty()) continue; // the city's own exam organisation is no district's
    ASSERT_EQ(own.size(), 1U);
    EXPECT_EQ(own.front().found, row.found) << "a district sees its own";
  }
  EXPECT_GT(overdue, 0);
}

TEST_P(Board, ItemsDaysAndAgesAreThoseOfTheLists) {
  std::map<std::pair<std::string, std::string>, std::int64_t> items;
  std::map<Date, std::pair<std::int64_t, std::int64_t>> days;
  store::Ages ages;
  for (const Defect& one : problems()) {
    ++items[{one.checklist, one.item}];
    ++days[date_of(one.found_at)].first;
    if (one.closed_at) ++days[date_of(*one.closed_at)].second;
    if (one.state == DefectState::Closed) continue;
    const int age = k_today - date_of(one.found_at);
    ++(age <= 7 ? ages.week : age <= 30 ? ages.month : age <= 90 ? ages.quarter : ages.older);
  }
  std::int64_t last = 1'000'000;
  for (const auto& row : look([&](db::Transaction& t) { return store::problems_by_item(t, scope(), 1000); })) {
    EXPECT_EQ(row.found, (items[{row.checklist, row.item}])) << row.item;
    EXPECT_LE(row.found, last);
    last = row.found;
  }
  EXPECT_EQ(look([&](db::Transaction& t) { return store::problems_by_item(t, scope(), 3); }).size(), 3U);
  for (const auto& row : look([&](db::Transaction& t) { return store::problems_by_day(t, scope()); })) {
    EXPECT_EQ(row.found, days[row.day].first) << to_string(row.day);
    EXPECT_EQ(row.closed, days[row.day].second) << to_string(row.day);
    days.erase(row.day);
  }
  EXPECT_TRUE(days.empty());
  const auto open = look([&](db::Transaction& t) { return store::ages_of_open(t, scope()); });
  EXPECT_EQ(open.week, ages.week);
  EXPECT_EQ(open.month, ages.month);
  EXPECT_EQ(open.quarter, ages.quarter);
  EXPECT_EQ(open.older, ages.older);
}

TEST_P(Board, HonestyComparesTheLastSelfInspectionWithTheLastInspection) {
  std::map<std::string, std::pair<const Visit*, const Visit*>> pairs;
  const auto all = visits();
  for (const Visit& one : all) {
    auto& [self, official] = pairs[one.target.id];
    const Visit*& kept = one.self() ? self : official;
    const auto number = [](const Visit& visit) { return std::stoll(visit.id.substr(2)); };
    if (kept == nullptr || number(*kept) < number(one)) kept = &one;
  }
  std::map<std::string, store::Honesty> slow;
  for (const auto& [target, pair] : pairs) {
    if (pair.first == nullptr || pair.second == nullptr) continue;
    auto& row = slow[pair.first->target.checklist];
    ++row.units;
    row.self_total += pair.first->total;
    row.official_total += pair.second->total;
    row.self_problems += static_cast<std::int64_t>(look([&](db::Transaction& t) { return store::defects_of(t, pair.first->id); }).size());
    row.official_problems += static_cast<std::int64_t>(look([&](db::Transaction& t) { return store::defects_of(t, pair.second->id); }).size());
  }
  const auto fast = look([&](db::Transaction& t) { return store::honesty(t, scope()); });
  ASSERT_EQ(fast.size(), slow.size());
  std::int64_t self = 0, official = 0;
  for (const auto& row : fast) {
    const auto& expected = slow[row.checklist];
    self += row.self_problems;
    official += row.official_problems;
    EXPECT_EQ(row.units, expected.units) << row.checklist;
    EXPECT_EQ(row.self_total, expected.self_total) << row.checklist;
    EXPECT_EQ(row.official_total, expected.official_total) << row.checklist;
    EXPECT_EQ(row.self_problems, expected.self_problems) << row.checklist;
    EXPECT_EQ(row.official_problems, expected.official_problems) << row.checklist;
  }
  EXPECT_LT(self, official) << "units tell less than inspectors find: the demo shows the gap";
}

TEST(DemoFindings, AreAnswersThatEveryChecklistTakesAndTheSameEveryTime) {
  for (const Checklist& list : shipped_checklists()) {
    const auto answers = demo_answers(list, "site:X", 150, {"440111", 800}, true);
    for (const Answer& one : answers) EXPECT_TRUE(check(list, one).ok()) << one.item;
    EXPECT_TRUE(score(list, answers).open.empty()) << list.id;
    EXPECT_EQ(answers, demo_answers(list, "site:X", 150, {"440111", 800}, true));
  }
}

TEST(DemoFindings, AStricterEyeOfTheSamePlaceNeverSeesLess) {
  const Checklist& list = shipped_checklists().front();
  const auto faults = [&](int sees) {
    int count = 0;
    for (const Answer& one : demo_answers(list, "institution:Y", 300, {"same", sees}, true))
      for (const PartAnswer& part : one.parts) count += part.mark == Mark::Met ? 0 : 1;
    return count;
  };
  EXPECT_EQ(faults(0), 0);
  EXPECT_LE(faults(350), faults(900));
  EXPECT_GT(faults(1000), 0);
}

} // namespace
} // namespace ankao::inspection
