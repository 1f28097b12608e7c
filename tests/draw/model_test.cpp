// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "draw/support/tiny.hpp"

namespace ankao::draw::testing {
namespace {

using ::testing::ElementsAre;

Model model_of(const Tiny& tiny) { return Model(tiny.instance, test_seed()); }
BatchFacts facts_of(const Tiny& tiny, int batch) {
  const Model model = model_of(tiny);
  return at(model.batches, batch);
}

TEST(Model, TheDrawnOrderLeavesOutTheOwnSiteAndGoesFromNearToFar) {
  Tiny tiny;
  const int b = tiny.batch(20);
  const Model model = model_of(tiny);
  const BatchFacts& facts = at(model.batches, b);
  ASSERT_EQ(facts.order.size(), 2U);
  EXPECT_EQ(facts.order[0].site, 1);
  EXPECT_EQ(facts.order[0].band, 1); // 8 km exceeds no limit
  EXPECT_EQ(facts.order[1].site, 2);
  EXPECT_EQ(facts.order[1].band, 2); // 15 km exceeds 10 km
  EXPECT_TRUE(facts.counts);
  EXPECT_TRUE(facts.chained);
}

TEST(Model, ADistanceEqualToALimitDoesNotExceedIt) {
  Tiny tiny;
  const int b = tiny.batch(20);
  tiny.instance.distance_m[0][2] = 10000;
  EXPECT_EQ(facts_of(tiny, b).order[1].band, 1);
  tiny.instance.distance_m[0][2] = 10001;
  EXPECT_EQ(facts_of(tiny, b).order[1].band, 2);
}

TEST(Model, APublicBaseGoesFirstAndSoDoesTheOwnSiteOfOwnSchoolStudents) {
  Tiny tiny;
  tiny.instance.sites[2].public_base = true;
  const int b = tiny.batch(20);
  const int own = tiny.batch(20);
  tiny.edit(own).own_school = true;
  const Model model = model_of(tiny);
  EXPECT_EQ(at(model.batches, b).order[0].site, 2);
  EXPECT_EQ(at(model.batches, b).order[0].band, 0);
  EXPECT_EQ(at(model.batches, own).waiver, Waiver::OwnSchool);
  ASSERT_EQ(at(model.batches, own).order.size(), 3U);
  EXPECT_EQ(at(model.batches, own).order[0].band, 0);
  EXPECT_EQ(at(model.batches, own).order[1].band, 0);
  EXPECT_EQ(at(model.batches, own).order[1].inner, 1);
  EXPECT_FALSE(at(model.batches, own).counts);
}

TEST(Model, WithinABandTheTicketDecides) {
  Tiny tiny;
  tiny.instance.distance_m[0][2] = 9000;
  const int b = tiny.batch(20);
  const Model model = model_of(tiny);
  const BatchFacts& facts = at(model.batches, b);
  ASSERT_EQ(facts.order.size(), 2U);
  EXPECT_LT(facts.order[0].ticket, facts.order[1].ticket);
  EXPECT_EQ(facts.order[1].inner, 1);
  for (const DrawnSite& drawn : facts.order)
    EXPECT_EQ(drawn.ticket, ticket(test_seed(), "B000", tiny.instance.sites[static_cast<std::size_t>(drawn.site)].id));
}

TEST(Model, R1IsWaivedWhenNoSiteOfAnotherOwnerOffersTheSubject) {
  Tiny tiny;
  const int rare = tiny.subject("RARE");
  tiny.instance.rooms[0].seats[rare] = 20;
  const int b = tiny.batch(10, 0, rare);
  const int other = tiny.batch(10, 1, rare);
  {
    const Model model = model_of(tiny);
    EXPECT_EQ(at(model.batches, b).waiver, Waiver::NoOtherSite);
    EXPECT_EQ(at(model.batches, other).waiver, Waiver::None);
    EXPECT_FALSE(at(model.batches, other).chained); // one eligible site only
    EXPECT_TRUE(at(model.batches, other).counts);
    EXPECT_EQ(at(model.subjects, rare).rarity, 60);
  }
  tiny.instance.rooms[1].seats[rare] = 20; // a site without an owner is one of another owner
  EXPECT_EQ(facts_of(tiny, b).waiver, Waiver::None);
}

TEST(Model, ASiteIsEligibleOnlyIfItOpensOnceInTheMonthWhileNotSuspended) {
  Tiny tiny;
  const int b = tiny.batch(20);
  tiny.instance.sites[1].suspended = {{make_date(2024, 3, 1), make_date(2024, 3, 4)}};
  EXPECT_EQ(facts_of(tiny, b).order.size(), 2U);
  tiny.instance.sites[1].suspended = {{make_date(2024, 3, 1), make_date(2024, 3, 5)}};
  EXPECT_EQ(facts_of(tiny, b).order.size(), 1U);
}

TEST(Model, FirstComeOrderIsUrgentThenCarriedThenCompletedThenStartedThenTie) {
  Tiny tiny;
  for (int i = 0; i < 6; ++i) tiny.batch(10);
  tiny.edit(5).finish_by = make_date(2024, 3, 31);
  tiny.edit(4).carried = 1;
  tiny.edit(3).completed = make_date(2024, 2, 19);
  tiny.edit(2).started = make_date(2024, 1, 31);
  tiny.edit(0).finish_by = make_date(2024, 4, 1); // after the month: not urgent
  const Model model = model_of(tiny);
  const bool zero_first = draw::tie(test_seed(), "B000") < draw::tie(test_seed(), "B001");
  EXPECT_THAT(model.subjects[0].queue, ElementsAre(5, 4, 3, 2, zero_first ? 0 : 1, zero_first ? 1 : 0));
  EXPECT_EQ(at(model.batches, 5).weight, 10);
  EXPECT_EQ(at(model.batches, 4).weight, 2);
  EXPECT_EQ(at(model.batches, 0).weight, 1);
}

TEST(Model, WeightStopsAtNineForThoseWhoAreNotUrgent) {
  Tiny tiny;
  tiny.batch(10);
  tiny.edit(0).carried = 8;
  tiny.batch(10);
  tiny.edit(1).carried = 30;
  const Model model = model_of(tiny);
  EXPECT_EQ(at(model.batches, 0).weight, 9);
  EXPECT_EQ(at(model.batches, 1).weight, 9);
}

TEST(Model, HistoryGivesTheLastGroupAndTheVisitsOfTheYear) {
  Tiny tiny;
  tiny.batch(10);
  tiny.instance.visits = {{0, 1, 0, make_date(2023, 12, 28), 0, false},
                          {0, 1, 0, make_date(2024, 1, 9), 0, false},
                          {0, 1, 0, make_date(2024, 1, 9), 0, false},
                          {0, 2, 0, make_date(2024, 1, 9), 0, false},
                          {0, 2, 0, make_date(2024, 1, 9), 1, true}};
  const Model model = model_of(tiny);
  EXPECT_THAT(model.last_group[0], ElementsAre(1, 2));
  EXPECT_EQ(at(model.visit_keys, at(model.batches, 0).order[0].visit_key).held, 1); // told twice counts once, 2023 not at all
  EXPECT_EQ(at(model.visit_keys, at(model.batches, 0).order[1].visit_key).held, 1); // the waived one does not count
}

TEST(Model, VisitsOfEarlierYearsAreSeenByTheChainAlone) {
  Tiny tiny;
  tiny.batch(10);
  tiny.instance.visits = {{0, 1, 0, make_date(2023, 12, 28), 0, false}};
  const Model model = model_of(tiny);
  EXPECT_THAT(model.last_group[0], ElementsAre(1));
  EXPECT_EQ(at(model.visit_keys, at(model.batches, 0).order[0].visit_key).held, 0);
}

} // namespace
} // namespace ankao::draw::testing
