// SPDX-License-Identifier: Apache-2.0
// How much chance a month has: ankao_bench_chance INSTANCE SEEDS WORK [depth=N] [bands=M,M] [distance=N] [waiting=N] [imbalance=N] ...
// For regular batches with a choice: largest share of one site over an equal share, beside what the tickets alone show in as many draws.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "../draw/threads.hpp"
#include "draw/engine/engine.hpp"
#include "draw/files/files.hpp"
#include "draw/study/chances.hpp"
#include "draw/study/measures.hpp"
#include "draw/study/placed.hpp"

using namespace ankao::draw;

namespace {

constexpr int k_told_every = 50; ///< seeds

std::string read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

void set(Policy& policy, const std::string& word) {
  const auto sign = word.find('=');
  const std::string name = word.substr(0, sign), value = sign == std::string::npos ? "" : word.substr(sign + 1);
  if (name == "depth") policy.order_depth = std::stoi(value);
  if (name == "distance") policy.weights.distance = std::stoi(value);
  if (name == "waiting") policy.weights.waiting = std::stoi(value);
  if (name == "imbalance") policy.weights.imbalance = std::stoi(value);
  if (name == "split") policy.weights.split = std::stoi(value);
  if (name == "bands") {
    policy.bands_m.clear();
    std::stringstream list(value);
    for (std::string one; std::getline(list, one, ',');) policy.bands_m.push_back(std::stoll(one));
  }
}

double x(std::int64_t thousandths) { return static_cast<double>(thousandths) / 1000; }

struct Measured {
  std::vector<std::int64_t> lean, floor, excess, effective;
};

void print(const char* name, const Measured& m) {
  std::printf("%-10s batches %4zu  lean median %.3f p90 %.3f  floor median %.3f p90 %.3f  lean/floor median %.3f p90 %.3f  effective sites median %.2f\n", name, m.lean.size(),
              x(percentile(m.lean, 50)), x(percentile(m.lean, 90)), x(percentile(m.floor, 50)), x(percentile(m.floor, 90)), x(percentile(m.excess, 50)), x(percentile(m.excess, 90)),
              static_cast<double>(percentile(m.effective, 50)) / 100);
}

} // namespace

int main(int argc, char** argv) {
  if (argc < 4) return std::fprintf(stderr, "ankao_bench_chance INSTANCE SEEDS WORK [name=value ...]\n"), 2;
  auto read_in = read_instance(read(argv[1]));
  if (!read_in.ok()) return std::fprintf(stderr, "no instance: %s\n", argv[1]), 2;
  Instance instance = read_in->instance;
  std::string policy = "as in the instance";
  for (int i = 4; i < argc; ++i) {
    set(instance.policy, argv[i]);
    policy = (i == 4 ? std::string() : policy + " ") + argv[i];
  }
  const int seeds = std::atoi(argv[2]);
  EngineOptions options;
  options.work_limit = std::atoll(argv[3]);
  Chances chances(instance);
  Measures sum;
  const auto start = std::chrono::steady_clock::now();
  std::mutex counting;
  const auto draw = [&](int n) {
    const Seed seed = simulated_seed(read_in->digest, n);
    const Model model(instance, seed);
    const Plan plan = solve(instance, read_in->digest, seed, options);
    const std::scoped_lock lock(counting);
    chances.add(model, seating_of(model, plan));
    sum = added(std::move(sum), measures_of(model, plan));
    if (chances.draws() % k_told_every == 0) std::fprintf(stderr, "%d of %d seeds\n", chances.draws(), seeds);
  };
  std::vector<std::function<void()>> draws;
  for (int n = 0; n < seeds; ++n) draws.push_back([&draw, n] { draw(n); });
  on_threads(static_cast<int>(std::max(1U, std::thread::hardware_concurrency())))(draws);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  Measured all;
  std::map<std::size_t, Measured> by_k;
  for (const BatchChances* one : measured(instance, chances))
    for (Measured* into : {&all, &by_k[std::min<std::size_t>(one->nearest.size(), 7)]}) {
      into->lean.push_back(one->lean());
      into->floor.push_back(one->floor());
      into->excess.push_back(one->lean() * 1000 / std::max<std::int64_t>(1, one->floor()));
      into->effective.push_back(one->effective_sites());
    }
  std::printf("policy %s; %d seeds, %s: %.2f s a seed\n", policy.c_str(), seeds, engine_id(options).c_str(), seconds / std::max(1, seeds));
  print("all", all);
  for (const auto& [k, m] : by_k) print(("k=" + std::to_string(k) + (k == 7 ? "+" : "")).c_str(), m);
  const double placed = static_cast<double>(std::max<std::int64_t>(1, sum.placed)), drawn = std::max(1, seeds);
  std::printf("means: U %.1f  E %.2f  X %.1f  J %.1f  V %.1f  Q %.0f  distance %.2f km  wait %.3f weeks  first site %.1f %%  nearest band %.1f %%\n", static_cast<double>(sum.levels.unplaced) / drawn,
              static_cast<double>(sum.levels.exceptions) / drawn, static_cast<double>(sum.levels.beyond_offer) / drawn, static_cast<double>(sum.levels.envy) / drawn,
              static_cast<double>(sum.levels.vacant) / drawn, static_cast<double>(sum.levels.quality) / drawn, static_cast<double>(sum.metres) / placed / 1000,
              static_cast<double>(sum.weeks) / placed, 100 * static_cast<double>(sum.at_first) / placed, 100 * static_cast<double>(sum.within_nearest) / placed);
  return 0;
}
