// SPDX-License-Identifier: Apache-2.0
#include "problems/catalogue.hpp"

#include <yaml-cpp/yaml.h>

#include "embedded/embedded.hpp"

namespace ankao::problems {
namespace {

std::string fill(std::string text, const Problem& problem) {
  for (const Detail& detail : problem.details) {
    const std::string place = "{" + detail.name + "}";
    for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place, at + detail.value.size()))
      text.replace(at, place.size(), detail.value);
  }
  return text;
}

Entry read_entry(const std::string& id, const YAML::Node& node) {
  Entry entry;
  entry.id = id;
  entry.status = node["status"].as<int>();
  entry.title = {{Language::Chinese, node["zh"].as<std::string>()}, {Language::English, node["en"].as<std::string>()}};
  const auto text = [&](const char* key) { return node[key] ? node[key].as<std::string>() : std::string(); };
  entry.remedy = {{Language::Chinese, text("remedy_zh")}, {Language::English, text("remedy_en")}};
  return entry;
}

} // namespace

Catalogue load() {
  Catalogue catalogue;
  for (const std::string_view path : embedded::list("data/problems/")) {
    const YAML::Node file = YAML::Load(std::string(*embedded::find(path)));
    for (const auto& pair : file) {
      const auto id = pair.first.as<std::string>();
      ensure(!catalogue.entries_.contains(id), "problem id stands twice in the catalogue: " + id);
      catalogue.entries_.emplace(id, read_entry(id, pair.second));
    }
  }
  return catalogue;
}

Language language_of(std::string_view tag) {
  return tag == "en" || tag.substr(0, 3) == "en-" ? Language::English : Language::Chinese;
}

const Catalogue& Catalogue::shipped() {
  static const Catalogue catalogue = load();
  return catalogue;
}

bool Catalogue::has(std::string_view id) const { return entries_.find(id) != entries_.end(); }

const Entry& Catalogue::entry(std::string_view id) const {
  const auto found = entries_.find(id);
  ensure(found != entries_.end(), "problem id not in the catalogue: " + std::string(id));
  return found->second;
}

std::vector<std::string> Catalogue::ids() const {
  std::vector<std::string> out;
  for (const auto& [id, entry] : entries_) out.push_back(id);
  return out;
}

Text Catalogue::text(const Problem& problem, Language language) const {
  const Entry& found = entry(problem.id);
  return {fill(found.title.at(language), problem), fill(found.remedy.at(language), problem)};
}

std::string Catalogue::lines(const Problem& problem, Language language) const {
  const Text words = text(problem, language);
  std::string out = problem.at.empty() ? std::string() : problem.at + ": ";
  out += words.title;
  if (!words.remedy.empty()) out += (language == Language::Chinese ? "；" : ". ") + words.remedy;
  out += "\n";
  for (const Problem& part : problem.parts) out += "  " + lines(part, language);
  return out;
}

} // namespace ankao::problems
