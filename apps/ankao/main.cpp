// SPDX-License-Identifier: Apache-2.0
// The program: joins the capabilities' commands and nothing else.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "program/command.hpp"

#include "draw/commands/commands.hpp"
#include "registry/commands/commands.hpp"
#include "planning/commands/commands.hpp"
#include "identity/commands/commands.hpp"
#include "deadlines/commands/commands.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/setup.hpp"

namespace {

std::vector<ankao::Command> all_commands() {
  std::vector<ankao::Command> all;
  const auto join = [&all](std::vector<ankao::Command> more) { all.insert(all.end(), more.begin(), more.end()); };
  join(ankao::draw::commands());
  join(ankao::registry::commands(ankao::server::registry_store()));
  join(ankao::planning::commands());
  join(ankao::identity::commands());
  join(ankao::deadlines::commands());
  join(ankao::server::commands());
  return all;
}

int print_help(const std::vector<ankao::Command>& all, std::FILE* where) {
  std::fputs("ankao 安考\n\n", where);
  for (const auto& command : all) std::fprintf(where, "  %-22s %s\n  %-22s   %s\n", command.name.c_str(), command.summary.c_str(), "", command.usage.c_str());
  return where == stdout ? ankao::k_exit_done : ankao::k_exit_bad;
}

/// "registry import" wins over "registry".
const ankao::Command* find(const std::vector<ankao::Command>& all, const std::vector<std::string>& words, std::size_t& used) {
  for (std::size_t count = std::min<std::size_t>(2, words.size()); count > 0; --count) {
    const std::string name = count == 2 ? words[0] + " " + words[1] : words[0];
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& command) { return command.name == name; });
    if (found != all.end()) {
      used = count;
      return &*found;
    }
  }
  return nullptr;
}

} // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const auto all = all_commands();
  if (words.empty() || words[0] == "--help" || words[0] == "help") return print_help(all, words.empty() ? stderr : stdout);
  std::size_t used = 0;
  const ankao::Command* command = find(all, words, used);
  if (command == nullptr) {
    std::fprintf(stderr, "ankao: 没有命令 %s · no such command\n\n", words[0].c_str());
    return print_help(all, stderr);
  }
  try {
    return command->run({words.begin() + static_cast<std::ptrdiff_t>(used), words.end()});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "ankao %s: %s\n", command->name.c_str(), error.what());
    return ankao::k_exit_bad;
  }
}
