// SPDX-License-Identifier: Apache-2.0
// Dependencies point one way, and the pure rooms stay pure.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "house/support/tree.hpp"

namespace {

// The ground every capability stands on, from the bottom up: a part may include itself and what stands before it.
const std::vector<std::string> k_ground = {"base", "program", "embedded", "lawfile", "problems", "tables", "paper", "look", "db", "vault", "blobs", "http", "ledger", "jobs", "outbound", "api", "lists", "law"};
// Rooms of a capability, and the rooms of the same capability that each may include.
const std::map<std::string, std::set<std::string>> k_rooms = {
    {"words", {"words"}},
    {"rules", {"words", "rules"}},
    {"engine", {"words", "rules", "engine"}},
    {"check", {"words", "check"}},
    {"explain", {"words", "check", "explain"}},
    {"bounds", {"words", "rules", "check", "bounds"}},
    {"bundle", {"rules", "words", "engine", "check", "bundle"}},
    {"study", {"words", "rules", "engine", "study"}},
    {"files", {"words", "rules", "files", "service", "bounds", "bundle"}},
    {"store", {"words", "rules", "files", "store", "service"}},
    {"service", {"words", "rules", "files", "store", "service", "engine", "check", "explain", "study"}},
    // Lists are read straight from the store: a use case that only passes rows on would say nothing.
    {"routes", {"words", "rules", "files", "service", "store", "routes"}},
    {"demo", {"words", "rules", "files", "service", "store", "demo"}},
    // The page's side of the draw; of the commands only how reports are written.
    {"browser", {"words", "files", "engine", "check", "explain", "bundle", "commands", "browser"}},
    {"commands", {"words", "rules", "files", "service", "store", "engine", "check", "explain", "bounds", "bundle", "study", "commands", "routes", "demo"}},
};
// Of another capability only these rooms may be seen.
const std::set<std::string> k_open_rooms = {"words", "service", "files", "rules", "engine", "check", "explain", "bounds", "bundle", "study"};
const std::set<std::string> k_pure = {"words", "rules", "engine", "check", "explain", "bounds", "bundle", "study"};

bool is_ground(const std::string& name) { return std::find(k_ground.begin(), k_ground.end(), name) != k_ground.end(); }

std::string faults_of(const tree::File& file, const std::string& target) {
  const auto from = tree::capability(file.path);
  const auto from_room = tree::room(file.path);
  const auto to = tree::capability("src/" + target);
  const auto to_room = tree::room("src/" + target);
  const std::string fault = file.path + " includes " + target + "\n";
  if (from == "server" || to.empty()) return "";
  if (is_ground(from)) {
    // What the ground shows over the API stands in its routes, above the API.
    if (from_room == "routes") return is_ground(to) ? "" : fault;
    // The ledger's words travel below the API on purpose: an actor is a word of both.
    return is_ground(to) && std::find(k_ground.begin(), k_ground.end(), to) <= std::find(k_ground.begin(), k_ground.end(), from) ? "" : fault;
  }
  if (to == "server") return fault;
  if (is_ground(to)) {
    const bool pure_ground = to == "base";
    const bool ledger_words = to == "ledger" && to_room == "words";
    return k_pure.contains(from_room) && !pure_ground && !ledger_words ? fault : "";
  }
  if (from != to) {
    const bool commands = from_room == "commands";
    if (k_pure.contains(from_room) && to_room != "words" && to_room != "rules") return fault;
    return k_open_rooms.contains(to_room) || commands ? "" : fault;
  }
  if (from_room.empty() || to_room.empty()) return "";
  const auto allowed = k_rooms.find(from_room);
  return allowed != k_rooms.end() && allowed->second.contains(to_room) ? "" : fault;
}

TEST(Layers, DependenciesPointOneWay) {
  std::string faults;
  for (const auto& file : tree::files({"src"}, {".hpp", ".cpp"}))
    for (const auto& target : tree::includes(file.text)) faults += faults_of(file, target);
  EXPECT_EQ(faults, "");
}

TEST(Layers, PureRoomsKnowNoClockNoChanceNoFilesNoLibrariesOfTheEdge) {
  const std::regex banned(
      "system_clock|steady_clock|std::random|<random>|<fstream>|<filesystem>|<iostream>|<nlohmann|<yaml-cpp|<botan|<boost|<sqlite3|<pqxx|getenv|\\bfopen\\b|"
      "std::time\\(");
  std::string faults;
  std::size_t pure_files = 0;
  for (const auto& file : tree::files({"src"}, {".hpp", ".cpp"})) {
    if (!k_pure.contains(tree::room(file.path)) && tree::capability(file.path) != "base") continue;
    ++pure_files;
    std::smatch found;
    if (std::regex_search(file.text, found, banned)) faults += file.path + " uses " + found.str() + "\n";
  }
  EXPECT_EQ(faults, "");
  EXPECT_GT(pure_files, 10u);
}

// apps/verifier compiles these rooms for the browser: clang 14 with its libc++, no threads, no files (docs/decisions/0023). Whoever has
// threads to offer hands them in from outside.
TEST(Layers, TheDrawsCoreKeepsToWhatItsBrowserBuildHas) {
  const std::set<std::string> rooms = {"words", "rules", "engine", "check", "explain", "bundle", "files", "browser"};
  const std::regex banned("<thread>|<mutex>|<future>|<condition_variable>|<filesystem>|<fstream>|<iostream>|<coroutine>|<source_location>|<format>|<ranges>|std::ranges::|jthread");
  std::string faults;
  for (const auto& file : tree::files({"src/draw"}, {".hpp", ".cpp"})) {
    std::smatch found;
    if (rooms.contains(tree::room(file.path)) && std::regex_search(file.text, found, banned)) faults += file.path + " uses " + found.str() + "\n";
  }
  EXPECT_EQ(faults, "");
}

// Two of one name in one namespace would be two types to the reader and one to the linker, and one schema of the API.
TEST(Layers, ATypeOfTheApiHasItsNameToItself) {
  const std::regex described("BOOST_DESCRIBE_(?:STRUCT|ENUM)\\((\\w+)");
  std::map<std::string, std::string> first;
  std::string faults;
  for (const auto& file : tree::files({"src"}, {".hpp"})) {
    if (tree::room(file.path) != "routes") continue;
    for (std::sregex_iterator found(file.text.begin(), file.text.end(), described), end; found != end; ++found) {
      const std::string name = tree::capability(file.path) + "::" + (*found)[1].str();
      const auto [other, fresh] = first.emplace(name, file.path);
      if (!fresh) faults += name + " stands in " + other->second + " and in " + file.path + "\n";
    }
  }
  EXPECT_EQ(faults, "");
  EXPECT_GT(first.size(), 300u);
}

TEST(Layers, TheDrawKnowsNoFloatingPoint) {
  const std::regex floating("\\b(float|double)\\b");
  std::string faults;
  for (const auto& file : tree::files({"src/draw"}, {".hpp", ".cpp"})) {
    if (!k_pure.contains(tree::room(file.path))) continue;
    const std::string code = std::regex_replace(file.text, std::regex("//[^\n]*"), "");
    if (std::regex_search(code, floating)) faults += file.path + "\n";
  }
  EXPECT_EQ(faults, "");
}

TEST(Layers, EveryCapabilityFolderSaysWhatItOwns) {
  for (const char* name : {"registry", "training", "draw", "planning", "examination", "supervision", "inspection", "enforcement", "reporting", "tips",
                           "integrity", "deadlines", "ledger", "identity", "documents"})
    EXPECT_EQ(tree::files({std::string("src/") + name}, {"README.md"}).size(), 1u) << name;
}

} // namespace
