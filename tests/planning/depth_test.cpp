// SPDX-License-Identifier: Apache-2.0
// How many sites the offer of a month has: set by the desk, or found by trial draws at the freeze and kept with their figures.
#include "draw/files/files.hpp"
#include "draw/study/depth.hpp"
#include "planning/service/assembly.hpp"
#include "planning/support/story.hpp"

namespace ankao::planning {
namespace {

constexpr std::int64_t k_work = 200'000;

class Offer : public Story {
protected:
  PlanVersion frozen_with(const PolicyChanges& policy) {
    Announcement in;
    in.month = k_march;
    in.announced_source = "开奖公告";
    in.policy = policy;
    ensure(announce(world_, at(k_desk, "2024-02-20"), in).ok(), "opened");
    for (const auto& one : look(world_.database, [&](db::Transaction& t) { return build(load_input(t, world_, *newest_version(t, k_march), day("2024-02-20"))).waivers; }))
      if (one.needs_approval) ensure(approve_waiver(world_, at(k_bureau, "2024-02-20"), k_march, one.institution, one.subject, "同意").ok(), "approved");
    const auto frozen = freeze(world_, at(k_desk, "2024-02-21"), k_march, quick("2024-02-21"), k_work);
    ensure(frozen.ok(), frozen.ok() ? "" : frozen.problem().id);
    return *frozen;
  }
  draw::Instance instance_of(const PlanVersion& plan) {
    auto read = draw::read_instance(file(plan, "instance.json"));
    ensure(read.ok(), "the frozen data can be read");
    return std::move(read->instance);
  }
};

TEST_P(Offer, WithoutTheDesksWordTrialDrawsDecideAndAnybodyCanRepeatThem) {
  const PlanVersion plan = frozen_with({});
  const PolicyChanges kept = read_changes(plan.policy);
  ASSERT_TRUE(kept.depth.has_value());
  EXPECT_FALSE(kept.order_depth.has_value());
  draw::Instance instance = instance_of(plan);
  EXPECT_EQ(instance.policy.order_depth, kept.depth->depth);
  EXPECT_GE(kept.depth->depth, kept.depth->rule.least);
  EXPECT_LE(kept.depth->depth, kept.depth->rule.most);
  ASSERT_FALSE(kept.depth->trials.empty());
  instance.policy.order_depth = kept.depth->rule.most;
  const auto before = draw::read_instance(draw::write_instance(instance));
  ASSERT_TRUE(before.ok());
  EXPECT_EQ(draw::choose_depth(before->instance, before->digest, kept.depth->rule), *kept.depth);
}

TEST_P(Offer, TheDesksOwnNumberHoldsUntried) {
  PolicyChanges wish;
  wish.order_depth = 3;
  const PlanVersion plan = frozen_with(wish);
  EXPECT_FALSE(read_changes(plan.policy).depth.has_value());
  EXPECT_EQ(instance_of(plan).policy.order_depth, 3);
}

INSTANTIATE_TEST_SUITE_P(Databases, Offer, ::testing::ValuesIn(tests::k_stores), [](const auto& kind) { return kind.param; });

} // namespace
} // namespace ankao::planning
