// SPDX-License-Identifier: Apache-2.0
// What the program refuses stands in the catalogue, and what stands there is used.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "house/support/tree.hpp"
#include "problems/catalogue.hpp"

namespace {

using ankao::problems::Catalogue;
using ankao::problems::Language;

std::string all_sources() {
  std::string text;
  for (const auto& file : tree::files({"src"}, {".hpp", ".cpp"})) text += file.text;
  return text;
}

TEST(Catalogue, EveryProblemTheCodeNamesIsInTheCatalogue) {
  const std::regex call("problem\\(\\s*\"([a-z0-9_]+(\\.[a-z0-9_]+)+)\"");
  std::string missing;
  const std::string text = all_sources();
  for (std::sregex_iterator at(text.begin(), text.end(), call), end; at != end; ++at)
    if (!Catalogue::shipped().has((*at)[1].str())) missing += (*at)[1].str() + "\n";
  EXPECT_EQ(missing, "");
}

TEST(Catalogue, EveryEntryIsUsedSomewhere) {
  const std::string text = all_sources();
  std::string unused;
  for (const auto& id : Catalogue::shipped().ids())
    if (text.find("\"" + id + "\"") == std::string::npos) unused += id + "\n";
  EXPECT_EQ(unused, "");
}

TEST(Catalogue, EveryEntrySpeaksBothLanguagesWithTheSamePlaces) {
  const std::regex place("\\{[a-z_0-9]+\\}");
  const auto places = [&](const std::string& text) {
    std::set<std::string> out;
    for (std::sregex_iterator at(text.begin(), text.end(), place), end; at != end; ++at) out.insert(at->str());
    return out;
  };
  for (const auto& id : Catalogue::shipped().ids()) {
    const auto& entry = Catalogue::shipped().entry(id);
    EXPECT_FALSE(entry.title.at(Language::Chinese).empty()) << id;
    EXPECT_FALSE(entry.title.at(Language::English).empty()) << id;
    EXPECT_EQ(places(entry.title.at(Language::Chinese)), places(entry.title.at(Language::English))) << id;
    EXPECT_EQ(entry.remedy.at(Language::Chinese).empty(), entry.remedy.at(Language::English).empty()) << id;
    EXPECT_GE(entry.status, 400) << id;
    EXPECT_LE(entry.status, 599) << id;
  }
}

TEST(Catalogue, DetailsFillTheTextInBothLanguages) {
  const auto refused = ankao::problem("file.unreadable", {{"path", "a.csv"}, {"reason", "x"}});
  EXPECT_EQ(Catalogue::shipped().text(refused, Language::Chinese).title, "无法读取文件 a.csv：x");
  EXPECT_EQ(Catalogue::shipped().text(refused, Language::English).title, "cannot read file a.csv: x");
}

} // namespace
