// SPDX-License-Identifier: Apache-2.0
// A plan changed by hand is always found out: every number, list and order in it is recomputed.
#include <gtest/gtest.h>

#include "draw_check/support/text.hpp"

namespace ankao::draw::testing {
namespace {

std::set<std::string> found(const World& w) {
  std::set<std::string> out;
  for (const Breach& breach : w.report().breaches) out.insert(breach.rule);
  return out;
}

using Rules = std::set<std::string>;

TEST(Lists, TheFullWorldIsLawful) { EXPECT_EQ(found(full_world()), Rules{}); }

TEST(Lists, EveryNumberOfThePlanChangedByOneIsFound) {
  const Json whole = plan_json();
  const World w = full_world();
  int tried = 0;
  each_node(whole, Json::json_pointer(), [&](const Json::json_pointer& pointer, const Json& node) {
    if (!node.is_number()) return;
    for (const std::int64_t change : {-1, 1}) {
      Json json = whole;
      json[pointer] = node.get<std::int64_t>() + change;
      const auto plan = read_plan(json.dump());
      if (!plan.ok()) continue; // below nothing: refused by the reader
      ++tried;
      EXPECT_FALSE(check(w.instance, w.digest, *plan).lawful()) << pointer << " by " << change;
    }
  });
  EXPECT_GT(tried, 20);
}

TEST(Lists, EveryElementOfAListLeftOutIsFound) {
  const Json whole = plan_json();
  const World w = full_world();
  int tried = 0;
  each_node(whole, Json::json_pointer(), [&](const Json::json_pointer& pointer, const Json& node) {
    if (!node.is_array() || pointer.to_string().ends_with("/because")) return; // reasons need not be all there are
    for (std::size_t i = 0; i < node.size(); ++i, ++tried) {
      Json json = whole;
      json[pointer].erase(i);
      const auto plan = read_plan(json.dump());
      ASSERT_TRUE(plan.ok());
      EXPECT_FALSE(check(w.instance, w.digest, *plan).lawful()) << pointer << " without " << i;
    }
  });
  EXPECT_EQ(tried, 4 + 5 + 1); // sessions, their seats, one unplaced
}

TEST(Lists, EveryTextOfThePlanChangedIsFound) {
  const Json whole = plan_json();
  const World w = full_world();
  each_node(whole, Json::json_pointer(), [&](const Json::json_pointer& pointer, const Json& node) {
    if (!node.is_string() || pointer.to_string() == "/format" || pointer.to_string() == "/engine") return;
    // The seed decides tickets alone, and here no ticket matters; it is the record's business that it is the right one.
    if (pointer.to_string() == "/seed") return;
    if (pointer.to_string().find("/because/") != std::string::npos) return; // another possible reason is possible
    Json json = whole;
    std::string text = node.get<std::string>();
    text.back() = text.back() == '1' ? '2' : '1';
    json[pointer] = text;
    const auto plan = read_plan(json.dump());
    if (!plan.ok()) return;
    EXPECT_FALSE(check(w.instance, w.digest, *plan).lawful()) << pointer << " -> " << text;
  });
}

TEST(Lists, NeighboursInTheWrongOrderAreFound) {
  for (std::size_t i = 0; i + 1 < 4; ++i) {
    World w = full_world();
    std::swap(w.plan.sessions[i], w.plan.sessions[i + 1]);
    EXPECT_EQ(found(w), Rules{"order"}) << i;
  }
  World seats = full_world();
  std::swap(seats.plan.sessions[0].seats[0], seats.plan.sessions[0].seats[1]);
  EXPECT_EQ(found(seats), Rules{"order"});
}

TEST(Lists, SlotsGoByTheCalendarNotByTheAlphabet) {
  World w;
  w.instance.calendar.slots = {"pm", "am"};
  w.batch("B1", "T01", "LV", 20);
  w.batch("B2", "T03", "HV", 20);
  w.session("S02", 4, "pm", "LV", {{"B1", 20}});
  w.session("S02", 4, "am", "HV", {{"B2", 20}});
  w.complete();
  EXPECT_EQ(w.plan.sessions[0].slot, "pm");
  EXPECT_EQ(found(w), Rules{});
  std::swap(w.plan.sessions[0], w.plan.sessions[1]);
  EXPECT_EQ(found(w), Rules{"order"});
}

TEST(Lists, RoomsOfASlotGoByIdThenSubject) {
  World w;
  w.batch("B1", "T01", "LV", 20);
  w.batch("B2", "T03", "HV", 20);
  w.session("S04", 4, "am", "LV", {{"B1", 20}});
  w.session("S04", 4, "am", "HV", {{"B2", 20}});
  w.complete();
  EXPECT_EQ(w.plan.sessions[0].subject, "HV");
  std::swap(w.plan.sessions[0], w.plan.sessions[1]);
  EXPECT_EQ(found(w), Rules{"order"});
}

TEST(Lists, AnotherInstancesPlanIsTold) {
  World w = full_world();
  w.digest[5] ^= 1;
  EXPECT_EQ(found(w), Rules{"digest"});
}

TEST(Lists, TheUnplacedAreAllAndNoOtherAndOnce) {
  World extra = full_world();
  extra.plan.unplaced.insert(extra.plan.unplaced.begin(), {"B1", 0, {}});
  EXPECT_EQ(found(extra), Rules{"unplaced"});
  World unknown = full_world();
  unknown.plan.unplaced.push_back({"B9", 1, {}});
  EXPECT_EQ(found(unknown), Rules{"unplaced"});
  World twice = full_world();
  twice.plan.unplaced.push_back(twice.plan.unplaced[0]);
  EXPECT_EQ(found(twice), Rules{"unplaced"});
}

TEST(Lists, ReasonsMustBePossible) {
  const auto with = [](const std::string& site, const std::string& rule) {
    World w = full_world(); // B4 of T02, HV: S02 is its own
    w.plan.unplaced[0].because = {{site, rule}};
    return found(w);
  };
  EXPECT_EQ(with("S01", "R6"), Rules{});
  EXPECT_EQ(with("S02", "R1"), Rules{});
  EXPECT_EQ(with("S02", "R6"), Rules{"unplaced"}); // it is R1 that bars its own site
  EXPECT_EQ(with("S01", "R1"), Rules{"unplaced"}); // which bars no other
  EXPECT_EQ(with("S01", "R11"), Rules{"unplaced"});
  EXPECT_EQ(with("S01", "R0"), Rules{"unplaced"});
  EXPECT_EQ(with("S99", "R6"), Rules{"unplaced"});
}

TEST(Lists, ExceptionsAreAllAndNoOtherWithTheirVisits) {
  World w;
  w.instance.policy.visits_per_year = 1;
  w.batch("B1", "T01", "LV", 20);
  w.visited("T01", "S02", "LV", make_date(2024, 1, 5));
  w.visited("T01", "S03", "LV", make_date(2024, 1, 6));
  w.session("S02", 4, "am", "LV", {{"B1", 20}});
  w.complete();
  EXPECT_EQ(found(w), Rules{"R7"});
  w.plan.exceptions = {{"T01", "S02", "LV", 2}};
  EXPECT_EQ(found(w), Rules{});
  w.plan.exceptions = {{"T01", "S02", "LV", 3}};
  EXPECT_EQ(found(w), Rules{"exceptions"});
  w.plan.exceptions = {{"T01", "S02", "LV", 2}, {"T01", "S02", "LV", 2}};
  EXPECT_EQ(found(w), Rules{"exceptions"});
  w.plan.exceptions = {{"T01", "S02", "LV", 2}, {"T01", "S03", "LV", 2}};
  EXPECT_EQ(found(w), Rules{"exceptions"});
}

TEST(Lists, EachLevelIsComparedByName) {
  for (std::size_t level = 0; level < 6; ++level) {
    World w = full_world();
    Levels& l = w.plan.levels;
    const std::array<std::int64_t*, 6> all = {&l.unplaced, &l.exceptions, &l.beyond_offer, &l.envy, &l.vacant, &l.quality};
    *all[level] += 1;
    const auto report = w.report();
    ASSERT_EQ(report.breaches.size(), 1U);
    EXPECT_EQ(report.breaches[0].ids, std::vector<std::string>{std::string(1, "UEXJVQ"[level])});
  }
}

TEST(Lists, ASeedOfAnotherFormIsABreachNotACrash) {
  World w = full_world();
  w.plan.seed = "xyz";
  EXPECT_EQ(found(w), Rules{"form"});
}

} // namespace
} // namespace ankao::draw::testing
