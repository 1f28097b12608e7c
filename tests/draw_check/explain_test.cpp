// SPDX-License-Identifier: Apache-2.0
// Explanations tell the truth: by hand on small plans, and on many plans by what the checker says of the same plan.
#include "draw/explain/explain.hpp"

#include <gtest/gtest.h>

#include "draw/check/envy.hpp"
#include "draw/engine/engine.hpp"
#include "draw/support/random_instance.hpp"
#include "draw_check/support/world.hpp"

namespace ankao::draw::testing {
namespace {

using Names = std::vector<std::string>;

Explanation explained(World& w, const std::string& batch) {
  w.finish();
  auto result = explain(w.instance, w.plan, batch);
  EXPECT_TRUE(result.ok());
  return std::move(result).value();
}

TEST(Explain, TellsQueueOrderAndPlace) {
  World w;
  w.batch("B1", "T01", "LV", 30);
  w.batch("B2", "T03", "LV", 20).completed = make_date(2024, 1, 20);
  w.session("S02", 5, "pm", "LV", {{"B1", 20}});
  const auto e = explained(w, "B1");
  EXPECT_EQ(e.institution, "T01");
  EXPECT_EQ(e.queue_place, 2);
  EXPECT_EQ(e.queue_length, 2);
  EXPECT_EQ(e.unplaced, 10);
  EXPECT_EQ(e.waived_because, std::nullopt);
  EXPECT_EQ(e.ineligible, Names{"S01: R1"});
  ASSERT_EQ(e.order.size(), 3U);
  EXPECT_EQ(e.order[0].site, "S03");
  EXPECT_EQ(e.order[0].band, 0);
  EXPECT_EQ(e.order[1].site, "S02");
  EXPECT_EQ(e.order[1].distance_m, 5000);
  EXPECT_EQ(e.order[1].ticket, ticket(Digest{}, "B1", "S02"));
  EXPECT_EQ(e.order[1].seated, 20);
  EXPECT_EQ(e.order[2].band, 2);
  ASSERT_EQ(e.places.size(), 1U);
  EXPECT_EQ(e.places[0].room, "S02-1");
  EXPECT_EQ(e.places[0].slot, "pm");
  EXPECT_EQ(e.places[0].order_place, 1);
}

TEST(Explain, TellsWhyR1IsWaived) {
  World w;
  w.batch("B1", "T01", "LV", 20).own_school = true;
  EXPECT_EQ(explained(w, "B1").waived_because, "own_school");
  w.subject("LV").cross = Cross::Exempt;
  EXPECT_EQ(explained(w, "B1").waived_because, "exempt");
  World alone;
  for (const char* id : {"S02", "S03", "S04"}) alone.room(id).seats.erase(0);
  alone.batch("B1", "T01", "LV", 20);
  EXPECT_EQ(explained(alone, "B1").waived_because, "no_other_site");
}

/// Only S03's morning of 4 March is open before S02's afternoon of that day, where B1 sits.
struct OneOpening : World {
  OneOpening() {
    room("S03").open = {{0, {0}}};
    batch("B1", "T01", "LV", 20);
    session("S02", 4, "pm", "LV", {{"B1", 20}});
  }
  Rung first() {
    const auto e = explained(*this, "B1");
    EXPECT_EQ(e.order[0].site, "S03");
    EXPECT_EQ(e.order[0].openings, 1);
    return e.order[0];
  }
};

TEST(Explain, AnOpenSiteIsToldAsOpen) {
  OneOpening w;
  const auto rung = w.first();
  EXPECT_EQ(rung.open_to_it, 1);
  EXPECT_EQ(rung.rules, Names{});
}

TEST(Explain, EarlierBatchesHoldTheSeats) {
  OneOpening w;
  w.batch("B0", "T03", "LV", 31).completed = make_date(2024, 1, 20);
  w.session("S03", 4, "am", "LV", {{"B0", 31}});
  const auto rung = w.first();
  EXPECT_EQ(rung.earlier_batches, Names{"B0"});
  EXPECT_EQ(rung.rules, Names{});
  EXPECT_EQ(rung.open_to_it, 0);
}

TEST(Explain, EarlierBatchesThatLeaveRoomDoNotStandInTheWay) {
  OneOpening w;
  w.batch("B0", "T03", "LV", 30).completed = make_date(2024, 1, 20);
  w.session("S03", 4, "am", "LV", {{"B0", 30}});
  const auto rung = w.first();
  EXPECT_EQ(rung.earlier_batches, Names{});
  EXPECT_EQ(rung.open_to_it, 1);
}

TEST(Explain, ABatchBehindThatSitsEarlierIsToldAsEnvied) {
  OneOpening w;
  w.batch("B2", "T03", "LV", 40).completed = make_date(2024, 2, 20);
  w.session("S03", 4, "am", "LV", {{"B2", 40}});
  const auto rung = w.first();
  EXPECT_EQ(rung.envied, Names{"B2"});
  EXPECT_EQ(w.report().levels.envy, 1);
}

TEST(Explain, ABatchBehindWhereARuleBarsItIsNotEnvied) {
  OneOpening w;
  w.batch("B2", "T03", "LV", 40).completed = make_date(2024, 2, 20);
  w.session("S03", 4, "am", "LV", {{"B2", 40}});
  w.visited("T01", "S03", "HV", make_date(2024, 2, 20));
  const auto rung = w.first();
  EXPECT_EQ(rung.envied, Names{});
  EXPECT_EQ(rung.later_batches, Names{"B2"});
  EXPECT_EQ(rung.rules, Names{"R6"});
}

TEST(Explain, EachRuleIsToldWhereItBars) {
  const auto rules = [](auto&& change) {
    OneOpening w;
    change(w);
    return w.first().rules;
  };
  EXPECT_EQ(rules([](World& w) { w.instance.institutions[0].suspended = {{day(4), day(4)}}; }), Names{"R4"});
  EXPECT_EQ(rules([](World& w) { w.instance.batches[0].completed = day(4); }), Names{"R5"});
  EXPECT_EQ(rules([](World& w) { w.visited("T01", "S03", "HV", make_date(2023, 2, 20)); }), Names{"R6"});
  EXPECT_EQ(rules([](World& w) {
              w.instance.policy.visits_per_year = 0;
              w.visited("T01", "S03", "LV", make_date(2024, 1, 2));
              w.visited("T01", "S04", "LV", make_date(2024, 1, 3));
            }),
            Names{"R7"});
  EXPECT_EQ(rules([](World& w) { w.instance.policy.max_sites_per_institution_slot = 0; }), Names{"R8"});
  EXPECT_EQ(rules([](World& w) { w.subject("LV").max_sessions = 0; }), Names{"R8"});
  EXPECT_EQ(rules([](World& w) { w.instance.policy.max_sessions_per_slot = 0; }), Names{"R8"});
  EXPECT_EQ(rules([](World& w) {
              w.batch("B3", "T01", "TH", 20).class_id = "C-B1";
              w.session("S04", 4, "am", "TH", {{"B3", 20}});
            }),
            Names{"R10"});
  EXPECT_EQ(rules([](World& w) {
              w.batch("B3", "T03", "HV", 20);
              w.session("S03", 4, "am", "HV", {{"B3", 20}});
            }),
            Names{"R3"});
  EXPECT_EQ(rules([](World& w) {
              w.room("S03").exclusive = false;
              w.batch("B3", "T03", "HV", 31);
              w.session("S03", 4, "am", "HV", {{"B3", 31}});
            }),
            Names{"R2"});
}

TEST(Explain, TheRuleThatBarsMostOpeningsComesFirst) {
  World w;
  w.batch("B1", "T01", "LV", 20).completed = day(4);
  w.visited("T01", "S03", "HV", make_date(2024, 2, 20));
  w.session("S02", 5, "am", "LV", {{"B1", 20}});
  const auto e = explained(w, "B1");
  EXPECT_EQ(e.order[0].openings, 10);
  EXPECT_EQ(e.order[0].rules, (Names{"R6", "R5"})); // ten openings, and the two of 4 March
}

TEST(Explain, AnUnknownBatchIsRefused) {
  World w;
  w.finish();
  const auto result = explain(w.instance, w.plan, "B9");
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.problem().id, "draw.batch_unknown");
}

/// What must hold of every explanation of any plan.
void expect_true(const Instance& instance, const Plan& plan, const checking::Sittings& sittings, const checking::History& history, int b) {
  const Batch& batch = instance.batches[checking::at(b)];
  const auto e = explain(instance, plan, batch.id);
  ASSERT_TRUE(e.ok());
  int seated = 0;
  std::set<std::string> envied;
  for (std::size_t i = 0; i < e->order.size(); ++i) {
    const Rung& rung = e->order[i];
    seated += rung.seated;
    envied.insert(rung.envied.begin(), rung.envied.end());
    EXPECT_EQ(rung.in_offer, static_cast<int>(i) < instance.policy.order_depth);
    if (i > 0) {
      EXPECT_LT(std::tuple(e->order[i - 1].band, e->order[i - 1].ticket), std::tuple(rung.band, rung.ticket));
    }
    const bool told = !rung.rules.empty() || !rung.earlier_batches.empty() || !rung.later_batches.empty() || !rung.envied.empty();
    EXPECT_TRUE(told || rung.open_to_it > 0) << batch.id << " at " << rung.site << ": nothing stood in the way, and it was not open";
  }
  EXPECT_EQ(seated + e->unplaced, batch.candidates);
  std::set<std::string> expected;
  for (const int other : checking::envied(sittings, history, b)) expected.insert(instance.batches[checking::at(other)].id);
  EXPECT_EQ(envied, expected);
}

TEST(Explain, HoldsForEveryBatchOfManyPlans) {
  for (int number = 1; number <= 60; ++number) {
    const Instance instance = RandomInstance(static_cast<std::uint64_t>(number), 4 + number % 12).make();
    const Seed seed = test_seed(number);
    const Plan plan = greedy(instance, {}, seed);
    const checking::Facts facts(instance, seed);
    const checking::History history(facts);
    std::vector<Breach> none;
    const checking::Sittings sittings(facts, plan, none);
    for (std::size_t b = 0; b < instance.batches.size(); ++b) expect_true(instance, plan, sittings, history, static_cast<int>(b));
  }
}

} // namespace
} // namespace ankao::draw::testing
