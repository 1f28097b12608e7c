// SPDX-License-Identifier: Apache-2.0
#include "attachments/files/law.hpp"

#include <yaml-cpp/yaml.h>

#include <map>
#include <set>

#include "base/ensure.hpp"
#include "embedded/embedded.hpp"

namespace ankao::attachments {
namespace {

const std::map<std::string, Preview> k_previews = {{"none", Preview::None}, {"picture", Preview::Picture}, {"page", Preview::Page}, {"text", Preview::Text}};

void check_keys(const YAML::Node& node, const std::set<std::string>& known) {
  for (const auto& pair : node) ensure(known.contains(pair.first.as<std::string>()), "law/files.yaml: unknown key " + pair.first.as<std::string>());
}

std::string bytes_of(const std::string& hex) {
  ensure(hex.size() % 2 == 0 && hex.find_first_not_of("0123456789ABCDEF") == std::string::npos, "law/files.yaml: starts is hexadecimal: " + hex);
  std::string out;
  for (std::size_t i = 0; i < hex.size(); i += 2) out += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return out;
}

KindRule read_kind(const YAML::Node& node) {
  check_keys(node, {"id", "zh", "en", "limit", "pixels", "preview", "personal", "without", "types"});
  const auto preview = k_previews.find(node["preview"].as<std::string>());
  ensure(preview != k_previews.end(), "law/files.yaml: a preview is picture, page, text or none");
  KindRule out{node["id"].as<std::string>(), node["zh"].as<std::string>(), node["en"].as<std::string>(), node["limit"].as<std::int64_t>(), node["pixels"].as<std::int64_t>(0),
               preview->second, node["personal"].as<bool>(false), node["without"].as<std::vector<std::string>>(std::vector<std::string>{}), {}};
  for (const auto& type : node["types"]) {
    check_keys(type, {"type", "names", "starts"});
    out.types.push_back({type["type"].as<std::string>(), type["names"].as<std::vector<std::string>>(), bytes_of(type["starts"].as<std::string>())});
  }
  ensure(out.limit > 0 && !out.types.empty() && (out.preview == Preview::Picture) == (out.pixels > 0), "law/files.yaml: limits of " + out.id);
  return out;
}

SubjectRule read_subject(const YAML::Node& node) {
  check_keys(node, {"id", "zh", "en", "clause", "kinds", "most", "bytes", "add"});
  return {node["id"].as<std::string>(), node["zh"].as<std::string>(), node["en"].as<std::string>(), node["clause"].as<std::string>(), node["kinds"].as<std::vector<std::string>>(),
          node["most"].as<int>(), node["bytes"].as<std::int64_t>(), node["add"].as<std::vector<std::string>>()};
}

void check(const FileLaw& law) {
  std::map<std::string, std::string> owners;
  std::set<std::string> kinds;
  for (const KindRule& kind : law.kinds) {
    ensure(kinds.insert(kind.id).second, "law/files.yaml: a kind stands once: " + kind.id);
    for (const TypeRule& type : kind.types)
      for (const std::string& name : type.names) ensure(owners.try_emplace(name, kind.id).first->second == kind.id, "law/files.yaml: an ending belongs to one kind: " + name);
  }
  for (const SubjectRule& subject : law.subjects)
    for (const std::string& kind : subject.kinds) ensure(kinds.contains(kind), "law/files.yaml: no kind " + kind);
  ensure(law.part_bytes > 0 && law.open_uploads > 0 && law.open_bytes > 0 && law.abandoned_hours > 0 && law.small > 0 && law.large > law.small, "law/files.yaml: limits are above nothing");
}

} // namespace

FileLaw read_file_law(const std::string& yaml) {
  const YAML::Node root = YAML::Load(yaml);
  check_keys(root, {"source", "from", "uploads", "drawing", "kinds", "subjects"});
  const YAML::Node uploads = root["uploads"];
  FileLaw out;
  out.part_bytes = uploads["part_bytes"].as<std::int64_t>();
  out.open_uploads = uploads["open_uploads"].as<int>();
  out.open_bytes = uploads["open_bytes"].as<std::int64_t>();
  out.abandoned_hours = uploads["abandoned_hours"].as<int>();
  out.small = root["drawing"]["small"].as<int>();
  out.large = root["drawing"]["large"].as<int>();
  for (const auto& kind : root["kinds"]) out.kinds.push_back(read_kind(kind));
  for (const auto& subject : root["subjects"]) out.subjects.push_back(read_subject(subject));
  check(out);
  return out;
}

const FileLaw& shipped_file_law() {
  static const FileLaw law = read_file_law(std::string(*embedded::find("law/files.yaml")));
  return law;
}

} // namespace ankao::attachments
