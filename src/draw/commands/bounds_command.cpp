// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <fmt/format.h>

#include "draw/bounds/bounds.hpp"
#include "draw/bounds/verify.hpp"
#include "draw/check/check.hpp"
#include "draw/commands/console.hpp"
#include "draw/commands/run.hpp"
#include "draw/files/bounds_file.hpp"
#include "draw/files/files.hpp"
#include "program/command.hpp"
#include "program/files.hpp"

namespace ankao::draw {
namespace {

void print_gaps(const Console& console, const Plan& plan, const Bounds& bounds, std::FILE* where) {
  std::string out = fmt::format("{:<8}{:>16}{:>16}{:>16}{:>10}\n", console.chinese() ? "level" : "level", "plan", "bound", "gap", "");
  for (std::size_t i = 0; i < bounds.levels.size(); ++i) {
    const std::int64_t value = plan.levels.values()[i];
    if (!bounds.levels[i]) {
      out += fmt::format("{:<8}{:>16}{:>16}\n", "UEXJVQ"[i], value, "-");
      continue;
    }
    const std::int64_t gap = value - *bounds.levels[i];
    // Tenths of a percent of the plan's value, rounded up: no gap is told smaller than it is.
    __extension__ using Wide = __int128;
    const auto tenths = value == 0 ? 0 : static_cast<std::int64_t>((Wide{gap} * 1000 + value - 1) / value);
    out += fmt::format("{:<8}{:>16}{:>16}{:>16}{:>8}.{} %\n", "UEXJVQ"[i], value, *bounds.levels[i], gap, tenths / 10, tenths % 10);
  }
  std::fputs(out.c_str(), where);
}

std::string joined(const std::vector<std::string>& faults) {
  std::string out;
  for (const std::string& fault : faults) out += (out.empty() ? "" : "; ") + fault;
  return out;
}

/// Bounds that somebody else produced.
int verify_file(const Console& console, const InstanceAndPlan& both, const std::string& plan_sm3, const std::string& path) {
  const auto bytes = read_file(path);
  if (!bytes) return console.refuse(bytes.problem());
  const auto bounds = read_bounds(*bytes, both.instance);
  if (!bounds) return console.refuse(bounds.problem(), path);
  if (bounds->plan_sm3 != plan_sm3)
    return console.refuse(problem("draw.bounds_of_other_plan", {{"cited", bounds->plan_sm3}, {"actual", plan_sm3}}, "/plan_sm3"), path);
  const auto faults = verify_bounds(both.instance, both.plan, *bounds);
  if (!faults.empty()) {
    console.refuse(problem("draw.bounds_not_proven", {{"faults", joined(faults)}}), path);
    return k_exit_no;
  }
  print_gaps(console, both.plan, *bounds, stdout);
  return k_exit_done;
}

} // namespace

int run_bounds(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_bounds_usage, 2, 2, {}, {"--out", "--verify", "--effort", "--lang"}});
  if (!arguments) return refuse_usage(arguments.problem());
  const Console console(*arguments);
  const auto out = arguments->option("--out"), given = arguments->option("--verify");
  if (out.has_value() == given.has_value())
    return console.refuse(problem("command.usage", {{"reason", "--out / --verify"}, {"usage", k_bounds_usage}}));
  const auto effort = arguments->number("--effort", 1, 1'000'000);
  if (!effort) return console.refuse(effort.problem());
  for (const std::string& path : arguments->positional()) {
    std::error_code ignored;
    if (out && std::filesystem::equivalent(path, *out, ignored)) return console.refuse(problem("draw.out_is_input", {{"path", *out}}));
  }
  const auto both = read_both(console, arguments->positional(), Citation::MustMatch);
  if (!both) return k_exit_bad;
  const CheckReport report = check(both->instance, both->digest, both->plan);
  if (!report.lawful())
    return console.refuse(problem("draw.plan_not_lawful", {{"rule", report.breaches.front().rule}, {"count", std::to_string(report.breaches.size())}}),
                          arguments->positional()[1]);
  const std::string plan_sm3 = to_hex(sm3(write_plan(both->plan)));
  if (given) return verify_file(console, *both, plan_sm3, *given);

  Bounds bounds = prove_bounds(both->instance, both->plan, static_cast<int>(effort->value_or(0)));
  bounds.plan_sm3 = plan_sm3;
  const auto faults = verify_bounds(both->instance, both->plan, bounds);
  ensure(faults.empty(), "a bound was claimed that its certificate does not prove, nothing was written: " + joined(faults));
  const auto written = write_file(*out, write_bounds(both->instance, bounds));
  if (!written) return console.refuse(written.problem());
  print_gaps(console, both->plan, bounds, *out == "-" ? stderr : stdout);
  return k_exit_done;
}

} // namespace ankao::draw
