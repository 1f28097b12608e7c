// SPDX-License-Identifier: Apache-2.0
// Two readings of draw.md meet: whatever the engine and the greedy clerk make of odd instances, the checker finds lawful, with the
// same lists and levels. A failure names the instance, and one of the two is wrong.
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>

#include "draw/check/check.hpp"
#include "draw/engine/engine.hpp"
#include "draw/explain/explain.hpp"
#include "draw/files/files.hpp"
#include "draw/support/random_instance.hpp"

namespace ankao::draw::testing {
namespace {

/// ANKAO_MANY=5000 looks at more than the everyday run does.
int k_small_from_environment() {
  const char* many = std::getenv("ANKAO_MANY");
  return many == nullptr ? 300 : std::atoi(many);
}
const int k_small = k_small_from_environment();
constexpr int k_large = 12;
constexpr std::int64_t k_work = 20'000;

std::string told(const CheckReport& report) {
  std::string out;
  for (std::size_t i = 0; i < report.breaches.size() && i < 5; ++i) {
    out += report.breaches[i].rule + " [";
    for (const auto& id : report.breaches[i].ids) out += id + "; ";
    out += "] " + report.breaches[i].fault.id + "\n";
  }
  return out;
}

/// How many of the plans have something at each level: a test that meets no envy has not compared envy.
struct Met {
  std::array<int, 6> levels{};
  int exceptions = 0, because = 0, plans = 0;
  void note(const Plan& plan) {
    const auto values = plan.levels.values();
    for (std::size_t i = 0; i < values.size(); ++i) levels[i] += values[i] > 0 ? 1 : 0;
    exceptions += plan.exceptions.empty() ? 0 : 1;
    for (const Unplaced& unplaced : plan.unplaced) because += unplaced.because.empty() ? 0 : 1;
    ++plans;
  }
};

void expect_lawful(int number, int size, Met& met) {
  const auto made = RandomInstance(static_cast<std::uint64_t>(number), size).make();
  const auto read = read_instance(write_instance(made));
  ASSERT_TRUE(read.ok()) << "instance " << number << ": " << read.problem().id << " at " << read.problem().at;
  const Seed seed = test_seed(number);
  for (const bool is_greedy : {true, false}) {
    const Plan plan = is_greedy ? greedy(read->instance, read->digest, seed) : solve(read->instance, read->digest, seed, {k_work, {}});
    met.note(plan);
    const auto report = check(read->instance, read->digest, plan);
    EXPECT_TRUE(report.lawful()) << (is_greedy ? "greedy" : "solve") << ", instance " << number << " of size " << size << "\n"
                                 << told(report);
    const auto again = read_plan(write_plan(plan));
    ASSERT_TRUE(again.ok()) << again.problem().id << " at " << again.problem().at;
    EXPECT_EQ(write_plan(*again), write_plan(plan));
  }
}

TEST(Differential, PlansOfManySmallOddInstancesAreLawfulAndTheirLevelsTrue) {
  Met met;
  for (int number = 1; number <= k_small; ++number) expect_lawful(number, 2 + number % 14, met);
  for (std::size_t level = 0; level < met.levels.size(); ++level)
    EXPECT_GT(met.levels[level], 5) << "level "
                                    << "UEXJVQ"[level];
  EXPECT_GT(met.exceptions, 5);
  EXPECT_GT(met.because, 50);
}

TEST(Differential, PlansOfLargerOddInstancesAreLawfulAndTheirLevelsTrue) {
  Met met;
  for (int number = 1; number <= k_large; ++number) expect_lawful(1000 + number, 60, met);
  EXPECT_EQ(met.plans, 2 * k_large);
}

} // namespace
} // namespace ankao::draw::testing
