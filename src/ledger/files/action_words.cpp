// SPDX-License-Identifier: Apache-2.0
#include "ledger/files/action_words.hpp"

#include <yaml-cpp/yaml.h>

#include <map>

#include "base/ensure.hpp"
#include "embedded/embedded.hpp"

namespace ankao::ledger {
namespace {

using Table = std::map<std::string, ActionWords, std::less<>>;

Table load(const char* part) {
  Table out;
  for (const auto& node : YAML::Load(std::string(*embedded::find("data/words/actions.yaml")))[part]) {
    const ActionWords words{node.second["zh"].as<std::string>(), node.second["en"].as<std::string>()};
    ensure(out.emplace(node.first.as<std::string>(), words).second, "data/words/actions.yaml: an action stands twice");
  }
  return out;
}

const Table& actions() {
  static const Table table = load("actions");
  return table;
}

const Table& jobs() {
  static const Table table = load("jobs");
  return table;
}

ActionWords found(const Table& table, std::string_view key) {
  const auto at = table.find(key);
  return at == table.end() ? ActionWords{std::string(key), std::string(key)} : at->second;
}

} // namespace

ActionWords words_of_action(std::string_view action) { return found(actions(), action); }

ActionWords words_of_job(std::string_view kind) { return found(jobs(), kind); }

std::vector<std::pair<std::string, ActionWords>> all_actions() { return {actions().begin(), actions().end()}; }

std::vector<std::pair<std::string, ActionWords>> all_jobs() { return {jobs().begin(), jobs().end()}; }

bool is_known_action(std::string_view action) { return actions().contains(action); }

} // namespace ankao::ledger
