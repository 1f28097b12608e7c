// SPDX-License-Identifier: Apache-2.0
// The engine on committed months and on generated ones, beside the greedy clerk, itself with ten times the work, its proven bounds,
// and CBC and GLPK with the same time on a direct model; the cost of a candidate from load 1 to 30; many cities on all threads.
// ankao_bench_draw [MONTH.json | LOAD ...] [--work N] [--seeds N] [--cities N] [--threads N] [--quick]
// ankao_bench_draw --against LEVELS.txt [MONTH.json | LOAD ...]: one line a month, "NAME U E X J V Q milliseconds", and whether it is
// better, equal or worse, level by level, than the line of that name in the file (benchmarks/draw/engine1-levels.txt: what engine 1
// gave). Demo months are made by `ankao demo bookings --seed S --load L --out dL-S.json`; S is the seed of the tickets too.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/sm3.hpp"
#include "direct_model.hpp"
#include "draw/bounds/bounds.hpp"
#include "threads.hpp"
#include "draw/engine/clerk.hpp"
#include "draw/engine/engine.hpp"
#include "draw/files/files.hpp"
#include "draw/support/city_instance.hpp"
#include "draw/support/random_instance.hpp"

namespace {

using namespace ankao;
using namespace ankao::draw;

struct Order {
  std::vector<std::string> months;
  std::vector<int> loads;
  std::int64_t work = 0;
  int seeds = 1, cities = 24, threads = 2;
  bool quick = false;
  std::string against;
};

Order parse(int argc, char** argv) {
  Order order;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    const auto number = [&] { return i + 1 < argc ? std::atoll(argv[++i]) : 0; };
    if (word == "--work") {
      order.work = number();
    } else if (word == "--seeds") {
      order.seeds = static_cast<int>(number());
    } else if (word == "--cities") {
      order.cities = static_cast<int>(number());
    } else if (word == "--threads") {
      order.threads = static_cast<int>(number());
    } else if (word == "--against" && i + 1 < argc) {
      order.against = argv[++i];
    } else if (word == "--quick") {
      order.quick = true;
    } else if (word.ends_with(".json")) {
      order.months.push_back(word);
    } else {
      order.loads.push_back(std::atoi(word.c_str()));
    }
  }
  if (order.loads.empty()) order.loads = {1, 3};
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

long wall_milliseconds() {
  using namespace std::chrono;
  return static_cast<long>(duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count());
}

long candidates_of(const Instance& instance) {
  long candidates = 0;
  for (const Batch& batch : instance.batches) candidates += batch.candidates;
  return candidates;
}

std::string text_of(const Levels& levels) {
  std::string text;
  const auto values = levels.values();
  for (std::size_t i = 0; i < values.size(); ++i) text += std::string(i == 0 ? "" : "  ") + "UEXJVQ"[i] + " " + std::to_string(values[i]);
  return text;
}

struct Ran {
  Plan plan;
  long processor_ms = 0;
};

template <class Run>
Ran measure(const char* who, Run run) {
  const long begin = wall_milliseconds(), processor = processor_milliseconds();
  Ran ran{run(), 0};
  ran.processor_ms = processor_milliseconds() - processor;
  std::printf("  %-12s %s  | %zu sessions, %ld ms (processor %ld ms), peak %ld MB\n", who, text_of(ran.plan.levels).c_str(),
              ran.plan.sessions.size(), wall_milliseconds() - begin, ran.processor_ms, peak_megabytes());
  std::fflush(stdout);
  return ran;
}

void print_bounds(const Instance& instance, const Plan& plan) {
  const long begin = processor_milliseconds();
  const Bounds bounds = prove_bounds(instance, plan, 600);
  std::printf("  %-12s", "bounds");
  for (std::size_t i = 0; i < 6; ++i) {
    const long long value = plan.levels.values()[i], bound = bounds.levels[i].value_or(0);
    std::printf(" %c %lld (gap %lld.%lld %%)", "UEXJVQ"[i], bound, value == 0 ? 0 : (value - bound) * 100 / value, value == 0 ? 0 : (value - bound) * 1000 / value % 10);
  }
  std::printf("  | processor %ld ms\n", processor_milliseconds() - begin);
}

std::string last_word_of(const std::string& path, const std::vector<std::string>& signs) {
  std::ifstream in(path);
  std::string line, found = "said nothing";
  while (std::getline(in, line))
    for (const std::string& sign : signs)
      if (line.find(sign) != std::string::npos) found = line;
  return found;
}

/// A solver on the direct model, with the time the engine took; it is stopped when it is not done a minute after that.
void run_solver(const char* name, const std::string& command, const std::string& log, const std::vector<std::string>& signs) {
  const long begin = wall_milliseconds();
  const int code = std::system(("timeout " + command + " > " + log + " 2>&1").c_str());
  std::printf("  %-12s %ld ms%s: %s\n", name, wall_milliseconds() - begin, code == 0 ? "" : " (stopped)", last_word_of(log, signs).c_str());
  std::fflush(stdout);
}

void compare_with_solvers(const Instance& instance, const Seed& seed, long engine_ms) {
  const std::string folder = std::filesystem::temp_directory_path() / "ankao-direct";
  std::filesystem::create_directories(folder);
  const Model model(instance, seed);
  const ModelSize size = DirectModel(model).write(folder + "/month.lp");
  const std::string seconds = std::to_string(std::max(1L, (engine_ms + 999) / 1000)), patience = std::to_string(60 + engine_ms / 1000);
  std::printf("  direct model: %ld columns, %ld rows; %s s for each solver\n", size.columns, size.rows, seconds.c_str());
  run_solver("CBC", patience + " cbc " + folder + "/month.lp sec " + seconds + " solve", folder + "/cbc.log",
             {"Objective value:", "No feasible solution found", "Stopped on time", "Lower bound:"});
  run_solver("GLPK", patience + " glpsol --lp " + folder + "/month.lp --tmlim " + seconds + " -o " + folder + "/glpk.txt", folder + "/glpk.log",
             {"TIME LIMIT", "OPTIMAL", "obj ", "mip =", "INTEGER"});
  std::filesystem::remove_all(folder);
}

EngineOptions with_work(std::int64_t work) {
  EngineOptions options;
  options.work_limit = work;
  return options;
}

void bench(const std::string& name, const Instance& instance, int seed, const Order& order) {
  std::printf("%s: %zu batches, %ld candidates, %zu sites, %zu rooms, %zu dates\n", name.c_str(), instance.batches.size(),
              candidates_of(instance), instance.sites.size(), instance.rooms.size(), instance.calendar.dates.size());
  const Digest digest = sm3("bench");
  const Seed draw_seed = testing::test_seed(seed);
  const std::int64_t work = order.work > 0 ? order.work : default_work_limit();
  measure("clerk", [&] { return greedy(instance, digest, draw_seed); });
  const Ran mine = measure("engine", [&] { return solve(instance, digest, draw_seed, with_work(work)); });
  if (order.quick) return;
  measure("engine, x10", [&] { return solve(instance, digest, draw_seed, with_work(work * 10)); });
  print_bounds(instance, mine.plan);
  compare_with_solvers(instance, draw_seed, mine.processor_ms);
}

/// The first batches of a month: small enough for the solvers to say something.
void bench_district(const Order& order) {
  Instance instance = testing::city_instance(1, 1);
  instance.batches.resize(30);
  const Seed seed = testing::test_seed(1);
  const Model model(instance, seed);
  std::printf("thirty batches of a generated month: direct value of the clerk %lld\n", static_cast<long long>(direct_value(model, clerks_seating(model))));
  if (!order.quick) compare_with_solvers(instance, seed, 2000);
}

/// The same work for every candidate: what a candidate costs as the city grows.
void bench_growth() {
  std::printf("cost of a candidate, 5,000 units of work each:\n");
  long first = 0;
  for (int load : {1, 3, 10, 30}) {
    const Instance instance = testing::city_instance(1, load);
    const long candidates = candidates_of(instance), begin = processor_milliseconds();
    // The engine gives bigger cities their limit once for every 20,000 candidates by itself.
    const std::int64_t work = candidates < 40'000 ? std::int64_t{5'000} * candidates : std::int64_t{5'000} * candidates / (candidates / 20'000);
    const Plan plan = solve(instance, sm3("bench"), testing::test_seed(1), with_work(work));
    const long per_thousand = (processor_milliseconds() - begin) * 1'000'000 / candidates;
    if (first == 0) first = per_thousand;
    std::printf("  load %2d: %7ld candidates, %zu sites, %ld us a candidate, %ld.%02ld times load 1, peak %ld MB, %s\n", load, candidates,
                instance.sites.size(), per_thousand / 1000, per_thousand / first, per_thousand * 100 / first % 100, peak_megabytes(), text_of(plan.levels).c_str());
    std::fflush(stdout);
  }
}

void bench_cities(const Order& order) {
  const long begin = wall_milliseconds(), processor = processor_milliseconds();
  std::vector<std::function<void()>> jobs;
  for (int city = 1; city <= order.cities; ++city)
    jobs.push_back([city, &order] {
      solve(testing::city_instance(static_cast<std::uint64_t>(city), 3), sm3("bench"), testing::test_seed(city), with_work(order.work));
    });
  on_threads(order.threads)(jobs);
  const long wall = wall_milliseconds() - begin;
  std::printf("%d cities at load 3, one a thread, %d threads: %ld.%01ld s, processor %ld ms a city; 340 of them at this pace: %ld s\n", order.cities,
              order.threads, wall / 1000, wall / 100 % 10, (processor_milliseconds() - processor) / std::max(1, order.cities),
              wall * 340 / std::max(1, order.cities) / 1000);
}

/// The levels that stand at the name in a file of such lines; empty when none do.
std::vector<std::int64_t> levels_in(const std::string& path, const std::string& name) {
  std::ifstream in(path);
  std::string line;
  while (std::getline(in, line)) {
    std::istringstream words(line);
    std::string first;
    words >> first;
    if (first != name) continue;
    std::vector<std::int64_t> levels;
    for (std::int64_t level = 0; levels.size() < 6 && words >> level;) levels.push_back(level);
    return levels;
  }
  return {};
}

void compare(const std::string& name, const Instance& instance, int seed, const Order& order) {
  const long begin = processor_milliseconds();
  const Plan plan = solve(instance, sm3("bench"), testing::test_seed(seed), with_work(order.work));
  const long took = processor_milliseconds() - begin;
  const auto values = plan.levels.values();
  const std::vector<std::int64_t> mine(values.begin(), values.end()), theirs = levels_in(order.against, name);
  std::printf("%s", name.c_str());
  for (std::int64_t level : mine) std::printf(" %lld", static_cast<long long>(level));
  std::printf(" %ld  %s\n", took, theirs.empty() ? "-" : mine < theirs ? "better" : mine == theirs ? "equal" : "WORSE");
  std::fflush(stdout);
}

bool bench_file(const std::string& path, const Order& order) {
  std::ifstream in(path);
  std::stringstream bytes;
  bytes << in.rdbuf();
  const auto read = read_instance(bytes.str());
  if (!read.ok()) return false;
  const std::string name = std::filesystem::path(path).stem().string();
  const auto dash = name.rfind('-');
  const int seed = dash == std::string::npos ? 1 : std::max(1, std::atoi(name.c_str() + dash + 1));
  if (order.against.empty()) {
    bench(name, read->instance, seed, order);
  } else {
    compare(name, read->instance, seed, order);
  }
  return true;
}

} // namespace

int main(int argc, char** argv) {
  const Order order = parse(argc, argv);
  std::printf("%s, default work limit %lld\n", engine_name().c_str(), static_cast<long long>(default_work_limit()));
  for (const std::string& path : order.months)
    if (!bench_file(path, order)) std::printf("%s: not an instance\n", path.c_str());
  if (!order.against.empty()) {
    for (int load : order.loads)
      for (int seed = 1; seed <= order.seeds; ++seed)
        compare("g" + std::to_string(load) + "-" + std::to_string(seed), testing::city_instance(static_cast<std::uint64_t>(seed), load), seed, order);
    return 0;
  }
  for (int load : order.loads)
    for (int seed = 1; seed <= order.seeds; ++seed)
      bench("generator, load " + std::to_string(load) + ", seed " + std::to_string(seed), testing::city_instance(static_cast<std::uint64_t>(seed), load), seed, order);
  bench_district(order);
  bench_growth();
  bench_cities(order);
  return 0;
}
