// SPDX-License-Identifier: Apache-2.0
// Whatever the ledger records has a name in both languages: no page shows a bare noun.verb to a person.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "embedded/embedded.hpp"
#include "house/support/tree.hpp"

namespace {

std::set<std::string> named() {
  const std::string text(*ankao::embedded::find("data/words/actions.yaml"));
  static const std::regex line(R"x(\n  ([a-z_]+\.[a-z_]+): \{ zh: [^,]+, en: [^}]+\})x");
  std::set<std::string> out;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), line); at != std::sregex_iterator(); ++at) out.insert((*at)[1]);
  return out;
}

// The statement that writes an event, or the call of a file's own helper for it, up to its semicolon.
std::set<std::string> written(const std::string& text) {
  static const std::regex call(R"((?:ledger::append|event_of|note)\s*\(([^;]*);)");
  static const std::regex literal(R"x("([a-z_]+\.[a-z_]+)")x");
  std::set<std::string> out;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), call); at != std::sregex_iterator(); ++at) {
    const std::string inside = (*at)[1];
    if (inside.find("problem(") != std::string::npos) continue;
    for (auto one = std::sregex_iterator(inside.begin(), inside.end(), literal); one != std::sregex_iterator(); ++one) out.insert((*one)[1]);
  }
  return out;
}

TEST(ActionWords, EveryEventThatIsWrittenHasAName) {
  const auto names = named();
  std::size_t seen = 0;
  for (const auto& file : tree::files({"src"}, {".cpp"})) {
    for (const auto& action : written(file.text)) {
      ++seen;
      EXPECT_TRUE(names.contains(action)) << file.path << " writes " << action << ", which has no line in data/words/actions.yaml";
    }
  }
  EXPECT_GT(seen, 60U);
}

} // namespace
