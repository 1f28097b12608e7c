// SPDX-License-Identifier: Apache-2.0
// How far the engine's plans are from what is proven to be out of reach: time of the bounds, of their verification, and the gap of
// every level, on generated months of a city. ankao_bench_bounds [LOAD ...] [--work N] [--seeds N]: by default loads 1 and 3.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/sm3.hpp"
#include "draw/bounds/bounds.hpp"
#include "draw/bounds/verify.hpp"
#include "draw/engine/engine.hpp"
#include "draw/support/city_instance.hpp"
#include "draw/support/random_instance.hpp"

namespace {

using namespace ankao;
using namespace ankao::draw;

struct Order {
  std::vector<int> loads;
  std::int64_t work = 0;
  int seeds = 3;
  int steps = 0;
};

Order parse(int argc, char** argv) {
  Order order;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--work" && i + 1 < argc) {
      order.work = std::atoll(argv[++i]);
    } else if (word == "--seeds" && i + 1 < argc) {
      order.seeds = std::atoi(argv[++i]);
    } else if (word == "--steps" && i + 1 < argc) {
      order.steps = std::atoi(argv[++i]);
    } else {
      order.loads.push_back(std::atoi(argv[i]));
    }
  }
  if (order.loads.empty()) order.loads = {1, 3};
  return order;
}

template <class Run>
long milliseconds(Run run) {
  const auto begin = std::chrono::steady_clock::now();
  run();
  return static_cast<long>(std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count());
}

void bench(int load, int seed, const Order& order) {
  const Instance instance = testing::city_instance(static_cast<std::uint64_t>(seed), load);
  EngineOptions options;
  options.work_limit = order.work;
  const Plan plan = solve(instance, sm3("bench"), testing::test_seed(seed), options);
  Bounds bounds;
  const long produced = milliseconds([&] { bounds = prove_bounds(instance, plan, order.steps); });
  std::vector<std::string> faults;
  const long verified = milliseconds([&] { faults = verify_bounds(instance, plan, bounds); });
  std::printf("load %d, seed %d: bounds in %ld ms, verified in %ld ms%s\n", load, seed, produced, verified, faults.empty() ? "" : ", NOT PROVEN: ");
  for (const std::string& fault : faults) std::printf("  %s\n", fault.c_str());
  for (std::size_t level = 0; level < 6; ++level) {
    const long long value = plan.levels.values()[level], bound = bounds.levels[level].value_or(0);
    std::printf("  %c  plan %lld  bound %lld  gap %lld (%lld.%lld %%)\n", "UEXJVQ"[level], value, bound, value - bound,
                value == 0 ? 0 : (value - bound) * 100 / value, value == 0 ? 0 : (value - bound) * 1000 / value % 10);
  }
  std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
  const Order order = parse(argc, argv);
  for (int load : order.loads)
    for (int seed = 1; seed <= order.seeds; ++seed) bench(load, seed, order);
  return 0;
}
