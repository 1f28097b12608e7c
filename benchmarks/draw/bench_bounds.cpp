// SPDX-License-Identifier: Apache-2.0
#pragma GCC diagnostic ignored "-Wsign-conversion"
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
#include "draw/bounds/verify_dual.hpp"
#include "draw/bounds/ascent.hpp"
#include "draw/rules/judge.hpp"
#include <map>
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
  // DBG
  {
    const Model model(instance, testing::test_seed(seed));
    std::map<std::string, int> rooms, subjects, batches, slots, dates;
    for (int i = 0; i < count_of(instance.rooms); ++i) rooms[at(instance.rooms, i).id] = i;
    for (int i = 0; i < count_of(instance.subjects); ++i) subjects[at(instance.subjects, i).id] = i;
    for (int i = 0; i < count_of(instance.batches); ++i) batches[at(instance.batches, i).id] = i;
    for (int i = 0; i < count_of(instance.calendar.slots); ++i) slots[at(instance.calendar.slots, i)] = i;
    for (int i = 0; i < count_of(instance.calendar.dates); ++i) dates[to_string(at(instance.calendar.dates, i))] = i;
    Seating seating;
    for (const Session& x : plan.sessions) {
      Sitting s{rooms.at(x.room), dates.at(x.date) * count_of(slots) + slots.at(x.slot), subjects.at(x.subject), {}};
      for (const Seats& y : x.seats) s.seats.push_back({batches.at(y.batch), y.candidates});
      seating.push_back(s);
    }
    const Verdict v = judge(model, seating);
    const Weights& w = instance.policy.weights;
    std::printf("  weighted: imbalance %lld waiting %lld distance %lld split %lld retake %lld\n", (long long)(v.quality.imbalance * w.imbalance), (long long)(v.quality.waiting * w.waiting), (long long)(v.quality.distance * w.distance), (long long)(v.quality.split * w.split), (long long)(v.quality.retake_alone * w.retake_alone));
  }
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
