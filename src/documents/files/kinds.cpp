// SPDX-License-Identifier: Apache-2.0
#include "documents/files/kinds.hpp"

#include <set>

#include <yaml-cpp/yaml.h>

#include "embedded/embedded.hpp"

namespace ankao::documents {
namespace {

/// Leaves the reader where the first fault stands; never leaves this file.
struct Fault {
  std::string where, what;
};

void keys(const YAML::Node& node, const std::string& at, const std::set<std::string>& known) {
  if (!node.IsMap()) throw Fault{at, "a map is expected"};
  for (const auto& one : node)
    if (!known.contains(one.first.as<std::string>())) throw Fault{at, "unknown key " + one.first.as<std::string>()};
}

std::string text(const YAML::Node& node, const std::string& key, const std::string& at) {
  if (!node[key] || !node[key].IsScalar()) throw Fault{at, key + " is missing"};
  return node[key].Scalar();
}

std::vector<std::string> texts(const YAML::Node& node, const std::string& key, const std::string& at) {
  if (!node[key] || !node[key].IsSequence() || node[key].size() == 0) throw Fault{at, key + " is a list"};
  return node[key].as<std::vector<std::string>>();
}

template <class T>
T word(const std::optional<T>& value, const std::string& at, const std::string& what) {
  if (!value) throw Fault{at, "unknown " + what};
  return *value;
}

Kind city_kind(const std::string& id, const YAML::Node& node) {
  keys(node, id, {"form", "about", "issuer", "number", "workbook"});
  Kind kind;
  kind.id = id;
  kind.form = text(node, "form", id);
  kind.about = word(about_of(text(node, "about", id)), id, "about");
  kind.issuer = text(node, "issuer", id);
  kind.number = text(node, "number", id);
  for (const char* name : {"{year}", "{n}"})
    if (kind.number.find(name) == std::string::npos) throw Fault{id, std::string("number lacks ") + name};
  kind.workbook = node["workbook"] && node["workbook"].as<bool>();
  return kind;
}

SecondSignature second_of(const YAML::Node& node, const std::string& at) {
  keys(node, at, {"roles", "basis", "review"});
  return {texts(node, "roles", at), text(node, "basis", at), node["review"] ? text(node, "review", at) : ""};
}

Remedy remedy_of(const YAML::Node& node, const std::string& at) {
  keys(node, at, {"zh", "en", "review_days", "suit_months", "basis", "review"});
  Remedy out{text(node, "zh", at), text(node, "en", at), 0, 0, texts(node, "basis", at), node["review"] ? text(node, "review", at) : ""};
  out.review_days = node["review_days"].as<int>();
  out.suit_months = node["suit_months"].as<int>();
  return out;
}

void add_law(Kind& kind, const YAML::Node& node) {
  const std::string& at = kind.id;
  keys(node, at, {"clause", "issued_by", "shown", "second_signature", "remedy"});
  kind.clause = text(node, "clause", at);
  kind.issued_by = texts(node, "issued_by", at);
  kind.shown = word(shown_of(text(node, "shown", at)), at, "shown");
  if (node["second_signature"]) kind.second = second_of(node["second_signature"], at + ".second_signature");
  if (node["remedy"]) kind.remedy = remedy_of(node["remedy"], at + ".remedy");
}

Kinds read(const YAML::Node& city, const YAML::Node& law) {
  Kinds out;
  keys(city, "kinds.yaml", {"kinds"});
  keys(law, "official_documents.yaml", {"source", "documents"});
  keys(law["documents"], "documents", [&] {
    std::set<std::string> ids;
    for (const auto& one : city["kinds"]) ids.insert(one.first.as<std::string>());
    return ids;
  }());
  for (const auto& one : city["kinds"]) {
    Kind kind = city_kind(one.first.as<std::string>(), one.second);
    if (!law["documents"][kind.id]) throw Fault{kind.id, "stands in no line of law/official_documents.yaml"};
    add_law(kind, law["documents"][kind.id]);
    out.all.emplace(kind.id, std::move(kind));
  }
  return out;
}

} // namespace

const Kind* Kinds::find(const std::string& id) const {
  const auto found = all.find(id);
  return found == all.end() ? nullptr : &found->second;
}

Result<Kinds> read_kinds(std::string_view city, std::string_view law) {
  try {
    return read(YAML::Load(std::string(city)), YAML::Load(std::string(law)));
  } catch (const Fault& fault) {
    return problem("documents.kinds_invalid", {{"reason", fault.what}}, fault.where);
  } catch (const YAML::Exception& error) {
    return problem("documents.kinds_invalid", {{"reason", error.msg}}, "line " + std::to_string(error.mark.line + 1));
  }
}

const Kinds& shipped_kinds() {
  static const Kinds kinds = [] {
    auto read = read_kinds(*embedded::find("data/documents/kinds.yaml"), *embedded::find("law/official_documents.yaml"));
    ensure(read.ok(), "the kinds of documents are well formed" + (read.ok() ? "" : ": " + read.problem().at + " " + read.problem().details[0].value));
    return std::move(*read);
  }();
  return kinds;
}

} // namespace ankao::documents
