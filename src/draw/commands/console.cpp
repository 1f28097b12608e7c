// SPDX-License-Identifier: Apache-2.0
#include "draw/commands/console.hpp"

#include <cstdio>
#include <cstdlib>
#include <map>

#include <nlohmann/json.hpp>

#include "draw/files/files.hpp"
#include "program/command.hpp"
#include "program/files.hpp"

namespace ankao::draw {
namespace {

problems::Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view tag(value);
    return problems::language_of(tag.substr(0, tag.find('_')));
  }
  return problems::Language::Chinese;
}

} // namespace

Console::Console(const Arguments& arguments)
    : language_(arguments.option("--lang") ? problems::language_of(*arguments.option("--lang")) : language_of_locale())
    , json_(arguments.has("--json")) {}

std::string Console::rule_title(std::string_view rule) const {
  static const std::map<std::string_view, const char*> k_ids = {{"R0", "draw.breach.R0"},
                                                                {"R1", "draw.breach.R1"},
                                                                {"R2", "draw.breach.R2"},
                                                                {"R3", "draw.breach.R3"},
                                                                {"R4", "draw.breach.R4"},
                                                                {"R5", "draw.breach.R5"},
                                                                {"R6", "draw.breach.R6"},
                                                                {"R7", "draw.breach.R7"},
                                                                {"R8", "draw.breach.R8"},
                                                                {"R9", "draw.breach.R9"},
                                                                {"R10", "draw.breach.R10"},
                                                                {"form", "draw.breach.form"},
                                                                {"digest", "draw.breach.digest"},
                                                                {"order", "draw.breach.order"},
                                                                {"unplaced", "draw.breach.unplaced"},
                                                                {"exceptions", "draw.breach.exceptions"},
                                                                {"levels", "draw.breach.levels"},
                                                                {"redraw", "draw.breach.redraw"}};
  const auto found = k_ids.find(rule);
  ensure(found != k_ids.end(), "a breach of an unknown rule");
  return problems::Catalogue::shipped().text(ankao::problem(found->second), language_).title;
}

std::string Console::lines(const Breach& breach) const {
  const std::string clause = breach.clause == "-" ? "" : " (" + breach.clause + ")";
  return breach.rule + clause + " " + rule_title(breach.rule) + "\n    " + problems::Catalogue::shipped().lines(breach.fault, language_);
}

void Console::print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

int Console::refuse(const Problem& problem, const std::string& file) const {
  const auto& catalogue = problems::Catalogue::shipped();
  const std::string lines = (file.empty() ? "" : file + ": ") + catalogue.lines(problem, language_);
  std::fputs(lines.c_str(), stderr);
  if (json_) {
    const problems::Text text = catalogue.text(problem, language_);
    const nlohmann::json out = {
        {"problem", {{"id", problem.id}, {"file", file}, {"at", problem.at}, {"title", text.title}, {"remedy", text.remedy}}}};
    print(out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  }
  return k_exit_bad;
}

int refuse_usage(const Problem& problem) {
  std::fputs(problems::Catalogue::shipped().lines(problem, language_of_locale()).c_str(), stderr);
  return k_exit_bad;
}

std::string text_of(const Levels& levels) {
  static constexpr const char* k_names[] = {"U", "E", "X", "J", "V", "Q"};
  std::string out;
  const auto values = levels.values();
  for (std::size_t i = 0; i < values.size(); ++i) out += std::string(i == 0 ? "" : " ") + k_names[i] + "=" + std::to_string(values[i]);
  return out;
}

std::optional<InstanceAndPlan> read_both(const Console& console, const std::vector<std::string>& paths, Citation citation) {
  const auto refuse = [&](const Problem& problem, const std::string& file) {
    console.refuse(problem, file);
    return std::nullopt;
  };
  const auto instance_bytes = read_file(paths[0]);
  if (!instance_bytes) return refuse(instance_bytes.problem(), {});
  const auto plan_bytes = read_file(paths[1]);
  if (!plan_bytes) return refuse(plan_bytes.problem(), {});
  auto instance = read_instance(*instance_bytes);
  if (!instance) return refuse(instance.problem(), paths[0]);
  auto plan = read_plan(*plan_bytes);
  if (!plan) return refuse(plan.problem(), paths[1]);
  const std::string actual = to_hex(instance->digest);
  if (citation == Citation::MustMatch && plan->instance_sm3 != actual)
    return refuse(problem("draw.plan_of_other_instance", {{"cited", plan->instance_sm3}, {"actual", actual}}, "/instance_sm3"), paths[1]);
  return InstanceAndPlan{std::move(instance.value().instance), instance->digest, std::move(plan).value()};
}

} // namespace ankao::draw
