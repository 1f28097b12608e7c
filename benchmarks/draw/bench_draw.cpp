// SPDX-License-Identifier: Apache-2.0
// Time, peak memory and levels of the engine against the greedy clerk, on generated months of a city.
// ankao_bench_draw [LOAD ...] [--work N] [--seeds N]: by default loads 1, 3, 10 with one generator seed each.
#include <sys/resource.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/sm3.hpp"
#include "draw/engine/engine.hpp"
#include "draw/support/city_instance.hpp"
#include "draw/support/random_instance.hpp"

namespace {

using namespace ankao;
using namespace ankao::draw;

struct Order {
  std::vector<int> loads;
  std::int64_t work = 0;
  int seeds = 1;
};

Order parse(int argc, char** argv) {
  Order order;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--work" && i + 1 < argc) {
      order.work = std::atoll(argv[++i]);
    } else if (word == "--seeds" && i + 1 < argc) {
      order.seeds = std::atoi(argv[++i]);
    } else {
      order.loads.push_back(std::atoi(argv[i]));
    }
  }
  if (order.loads.empty()) order.loads = {1, 3, 10};
  return order;
}

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

long processor_milliseconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec * 1000 + usage.ru_utime.tv_usec / 1000;
}

struct Taken {
  long wall_ms = 0;
  long processor_ms = 0;
};

void print(const char* who, const Plan& plan, Taken taken) {
  int unplaced = 0, exceptions = 0;
  for (const Unplaced& u : plan.unplaced) unplaced += u.candidates;
  for (const Exception& e : plan.exceptions) exceptions += e.visits > 0 ? 1 : 0;
  const Levels& l = plan.levels;
  std::printf("  %-7s U %lld  E %lld  X %lld  J %lld  V %lld  Q %lld  | %zu sessions, %d candidates unplaced, %ld ms (processor %ld ms), "
              "peak %ld MB\n",
              who, static_cast<long long>(l.unplaced), static_cast<long long>(l.exceptions), static_cast<long long>(l.beyond_offer),
              static_cast<long long>(l.envy), static_cast<long long>(l.vacant), static_cast<long long>(l.quality), plan.sessions.size(),
              unplaced, taken.wall_ms, taken.processor_ms, peak_megabytes());
  std::fflush(stdout);
}

template <class Run>
void measure(const char* who, Run run) {
  const auto begin = std::chrono::steady_clock::now();
  const long processor = processor_milliseconds();
  const Plan plan = run();
  const auto taken = std::chrono::steady_clock::now() - begin;
  print(who, plan,
        {static_cast<long>(std::chrono::duration_cast<std::chrono::milliseconds>(taken).count()), processor_milliseconds() - processor});
}

void bench(int load, int seed, std::int64_t work) {
  const Instance instance = testing::city_instance(static_cast<std::uint64_t>(seed), load);
  long candidates = 0;
  for (const Batch& batch : instance.batches) candidates += batch.candidates;
  std::printf("load %d, seed %d: %zu batches, %ld candidates, %zu sites, %zu rooms, %zu dates\n", load, seed, instance.batches.size(),
              candidates, instance.sites.size(), instance.rooms.size(), instance.calendar.dates.size());
  const Digest digest = sm3("bench");
  const Seed draw_seed = testing::test_seed(seed);
  EngineOptions options;
  options.work_limit = work;
  measure("greedy", [&] { return greedy(instance, digest, draw_seed); });
  measure("engine", [&] { return solve(instance, digest, draw_seed, options); });
}

} // namespace

int main(int argc, char** argv) {
  const Order order = parse(argc, argv);
  std::printf("%s, default work limit %lld\n", engine_name().c_str(), static_cast<long long>(default_work_limit()));
  for (int load : order.loads)
    for (int seed = 1; seed <= order.seeds; ++seed) bench(load, seed, order.work);
  return 0;
}
