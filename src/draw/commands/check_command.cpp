// SPDX-License-Identifier: Apache-2.0
#include "draw/check/check.hpp"

#include "draw/commands/console.hpp"
#include "draw/commands/reports.hpp"
#include "draw/commands/run.hpp"
#include "program/command.hpp"

namespace ankao::draw {
namespace {

/// A plan of garbage has a breach in every line; people need the first ones and their number.
constexpr std::size_t k_told_to_people = 200;

Said said_in(problems::Language language) {
  return [language](const Problem& fault) {
    const problems::Text text = problems::Catalogue::shipped().text(fault, language);
    return std::pair{text.title, text.remedy};
  };
}

void print_report(const Console& console, const CheckReport& report) {
  std::string out;
  for (std::size_t i = 0; i < report.breaches.size() && i < k_told_to_people; ++i) out += console.lines(report.breaches[i]);
  const std::string count = std::to_string(report.breaches.size());
  if (report.breaches.size() > k_told_to_people)
    out += std::string(console.say("……仅列前 ", "... the first ")) + std::to_string(k_told_to_people) +
           std::string(console.say(" 项\n", " are shown\n"));
  out +=
      report.lawful()
          ? std::string(console.say("合法：R0 至 R10 全部符合，名单与级别无误\n", "lawful: R0 to R10 hold, lists and levels are right\n"))
          : std::string(console.say("不合法：共 ", "not lawful: ")) + count + std::string(console.say(" 处不符\n", " breaches\n"));
  Console::print(out + std::string(console.say("级别 ", "levels ")) + text_of(report.levels) + "\n");
}

} // namespace

int run_check(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_check_usage, 2, 2, {"--json"}, {"--lang"}});
  if (!arguments) return refuse_usage(arguments.problem());
  const Console console(*arguments);
  const auto both = read_both(console, arguments->positional(), Citation::AnyInstance);
  if (!both) return k_exit_bad;
  const CheckReport report = check(both->instance, both->digest, both->plan);
  if (arguments->has("--json")) {
    Console::print(write_check_report(report, said_in(console.language())) + "\n");
  } else {
    print_report(console, report);
  }
  return report.lawful() ? k_exit_done : k_exit_no;
}

} // namespace ankao::draw
