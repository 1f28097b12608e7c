// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "draw/check/check.hpp"
#include "draw/commands/console.hpp"
#include "draw/commands/run.hpp"
#include "draw/engine/engine.hpp"
#include "draw/files/files.hpp"
#include "program/command.hpp"
#include "program/files.hpp"

namespace ankao::draw {
namespace {

constexpr long long k_most_work = 1'000'000'000'000'000;

/// One line on the terminal, written over and over; nothing when stderr is not a terminal.
std::function<void(const Progress&)> watcher(const Console& console) {
  if (::isatty(STDERR_FILENO) == 0) return {};
  return [label = std::string(console.say("排考中", "drawing"))](const Progress& progress) {
    const auto percent = progress.work_limit > 0
                             ? std::min<std::int64_t>(100, progress.work_done / std::max<std::int64_t>(1, progress.work_limit / 100))
                             : 0;
    std::fprintf(stderr, "\r\033[K%s %3lld%%  %s", label.c_str(), static_cast<long long>(percent), text_of(progress.best).c_str());
    std::fflush(stderr);
  };
}

bool same_file(const std::string& a, const std::string& b) {
  std::error_code ignored;
  return std::filesystem::equivalent(a, b, ignored);
}

/// The checker has the last word: a plan that it does not find lawful never leaves the program.
void ensure_lawful(const ReadInstance& read, const Plan& plan) {
  const CheckReport report = check(read.instance, read.digest, plan);
  if (report.lawful()) return;
  const Breach& first = report.breaches.front();
  fail_invariant("the engine's plan is not lawful, nothing was written: " + first.rule + " " + first.fault.id + " at " + first.fault.at + " (" +
                     std::to_string(report.breaches.size()) + " breaches)",
                 __FILE__, __LINE__);
}

void print_summary(const Console& console, const Plan& plan, const std::string& path, std::FILE* where) {
  long long seated = 0, left = 0;
  for (const Session& session : plan.sessions)
    for (const Seats& seats : session.seats) seated += seats.candidates;
  for (const Unplaced& unplaced : plan.unplaced) left += unplaced.candidates;
  std::fprintf(where,
               console.chinese() ? "已写入 %s：%zu 场，安排 %lld 人，未安排 %lld 人，例外 %zu 项\n级别 %s\n"
                                 : "wrote %s: %zu sessions, %lld seated, %lld not placed, %zu exceptions\nlevels %s\n",
               path.c_str(), plan.sessions.size(), seated, left, plan.exceptions.size(), text_of(plan.levels).c_str());
}

} // namespace

int run_draw(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_draw_usage, 1, 1, {"--greedy"}, {"--seed", "--out", "--work", "--lang"}});
  if (!arguments) return refuse_usage(arguments.problem());
  const Console console(*arguments);
  const auto seed_text = arguments->option("--seed"), out = arguments->option("--out");
  if (!seed_text || !out)
    return console.refuse(problem("command.usage", {{"reason", seed_text ? "--out" : "--seed"}, {"usage", k_draw_usage}}));
  const auto work = arguments->number("--work", 1, k_most_work);
  if (!work) return console.refuse(work.problem());
  const auto seed = digest_from_hex(*seed_text);
  if (!seed) return console.refuse(problem("draw.seed_invalid", {{"found", *seed_text}}));
  const std::string& path = arguments->positional()[0];
  if (same_file(path, *out)) return console.refuse(problem("draw.out_is_input", {{"path", *out}}));
  const auto bytes = read_file(path);
  if (!bytes) return console.refuse(bytes.problem());
  const auto read = read_instance(*bytes);
  if (!read) return console.refuse(read.problem(), path);

  const EngineOptions options{work->value_or(0), watcher(console)};
  const Plan plan =
      arguments->has("--greedy") ? greedy(read->instance, read->digest, *seed) : solve(read->instance, read->digest, *seed, options);
  if (options.progress) std::fputs("\r\033[K", stderr);
  ensure_lawful(*read, plan);
  const auto written = write_file(*out, write_plan(plan));
  if (!written) return console.refuse(written.problem());
  print_summary(console, plan, *out, *out == "-" ? stderr : stdout);
  return k_exit_done;
}

} // namespace ankao::draw
