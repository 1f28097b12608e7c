// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "draw/bundle/verify.hpp"
#include "draw/commands/console.hpp"
#include "draw/commands/run.hpp"
#include "draw/files/bundle_file.hpp"
#include "program/command.hpp"
#include "program/files.hpp"

namespace ankao::draw {
namespace {

using Json = nlohmann::json;

constexpr std::size_t k_told_to_people = 100;

std::function<void(const Progress&)> watcher(const Console& console) {
  if (::isatty(STDERR_FILENO) == 0) return {};
  return [label = std::string(console.say("重新排考中", "drawing again"))](const Progress& progress) {
    const auto percent = std::min<std::int64_t>(100, progress.work_done / std::max<std::int64_t>(1, progress.work_limit / 100));
    std::fprintf(stderr, "\r\033[K%s %3lld%%", label.c_str(), static_cast<long long>(percent));
    std::fflush(stderr);
  };
}

/// The digest of the whole file that was published, by which anybody sees that two people look at the same record.
Json report(const Bundle& bundle, const std::string& sm3, const std::vector<Problem>& findings, problems::Language language) {
  Json all = Json::array();
  for (const Problem& one : findings) {
    const auto text = problems::Catalogue::shipped().text(one, language);
    Json details = Json::object();
    for (const Detail& detail : one.details) details[detail.name] = detail.value;
    all.push_back({{"at", one.at}, {"id", one.id}, {"text", text.title}, {"remedy", text.remedy}, {"details", std::move(details)}});
  }
  return {{"verified", findings.empty()},
          {"sm3", sm3},
          {"month", to_string(bundle.instance.month)},
          {"instance_sm3", to_hex(bundle.instance_digest)},
          {"seed", bundle.seed},
          {"engine", bundle.engine},
          {"participants", bundle.rule.participants.size()},
          {"commitments", bundle.commitments.size()},
          {"reveals", bundle.reveals.size()},
          {"absent", bundle.absent},
          {"findings", std::move(all)}};
}

/// What the independent checker found names its rule and clause.
std::string rule_of(const Problem& finding) {
  const auto value = [&](std::string_view name) {
    for (const Detail& one : finding.details)
      if (one.name == name) return one.value;
    return std::string();
  };
  const std::string clause = value("clause");
  return finding.id.starts_with("draw.fault.") ? value("rule") + (clause == "-" ? " " : " (" + clause + ") ") : "";
}

void print_people(const Console& console, const Bundle& bundle, const std::string& sm3, const std::vector<Problem>& findings) {
  const auto language = console.chinese() ? problems::Language::Chinese : problems::Language::English;
  std::string out;
  for (std::size_t i = 0; i < std::min(findings.size(), k_told_to_people); ++i)
    out += (findings[i].at.empty() ? "/: " : "") + rule_of(findings[i]) + problems::Catalogue::shipped().lines(findings[i], language);
  const auto count = [](std::size_t n) { return std::to_string(n); };
  if (findings.size() > k_told_to_people) out += "... (" + count(findings.size()) + ")\n";
  out += console.chinese() ? "承诺 " + count(bundle.commitments.size()) + " 份，公开 " + count(bundle.reveals.size()) + " 份，未公开 " + count(bundle.absent.size()) + " 份；种子 " + bundle.seed + "\n"
                           : "commitments " + count(bundle.commitments.size()) + ", reveals " + count(bundle.reveals.size()) + ", not revealed " + count(bundle.absent.size()) + "; seed " + bundle.seed + "\n";
  out += std::string(console.say("记录文件摘要 SM3 ", "SM3 of the record ")) + sm3 + "\n";
  out += findings.empty() ? std::string(console.say("核验通过：摘要、承诺、公开、时间、种子、重新排考、规则与级别全部相符\n",
                                                    "verified: digests, commitments, reveals, times, seed, the repeated draw, rules and levels all agree\n"))
                          : std::string(console.say("核验不通过：", "not verified: ")) + count(findings.size()) + std::string(console.say(" 处不符\n", " findings\n"));
  Console::print(out);
}

} // namespace

int run_verify(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_verify_usage, 1, 1, {"--json"}, {"--lang"}});
  if (!arguments) return refuse_usage(arguments.problem());
  const Console console(*arguments);
  const std::string& path = arguments->positional()[0];
  const auto bytes = read_file(path);
  if (!bytes) return console.refuse(bytes.problem());
  const auto bundle = read_bundle(*bytes);
  if (!bundle) return console.refuse(bundle.problem(), path);
  VerifyOptions options;
  options.progress = watcher(console);
  const auto findings = verify_bundle(*bundle, options);
  if (options.progress) std::fputs("\r\033[K", stderr);
  const std::string sm3_text = to_hex(sm3(*bytes));
  if (arguments->has("--json")) {
    const auto language = console.chinese() ? problems::Language::Chinese : problems::Language::English;
    Console::print(report(*bundle, sm3_text, findings, language).dump() + "\n");
  } else {
    print_people(console, *bundle, sm3_text, findings);
  }
  return findings.empty() ? k_exit_done : k_exit_no;
}

} // namespace ankao::draw
