// SPDX-License-Identifier: Apache-2.0
#include "house/support/tree.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace tree {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> parts(const std::string& path) {
  std::vector<std::string> out;
  std::stringstream stream(path);
  for (std::string part; std::getline(stream, part, '/');) out.push_back(part);
  return out;
}

bool skipped(const fs::path& folder) {
  const auto name = folder.filename().string();
  return name == "node_modules" || name == "dist" || name == "build" || name == ".git" || name == ".cache";
}

bool ends_with_one_of(const std::string& text, const std::vector<std::string>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) { return text.ends_with(ending); });
}

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::stringstream out;
  out << stream.rdbuf();
  return out.str();
}

} // namespace

std::vector<File> files(const std::vector<std::string>& folders, const std::vector<std::string>& endings) {
  const fs::path top = ANKAO_SOURCE_DIR;
  std::vector<File> out;
  for (const auto& folder : folders) {
    if (!fs::exists(top / folder)) continue;
    auto at = fs::recursive_directory_iterator(top / folder);
    for (; at != fs::recursive_directory_iterator(); ++at) {
      if (at->is_directory() && skipped(at->path())) {
        at.disable_recursion_pending();
      } else if (at->is_regular_file() && ends_with_one_of(at->path().string(), endings)) {
        out.push_back({fs::relative(at->path(), top).string(), read(at->path())});
      }
    }
  }
  std::sort(out.begin(), out.end(), [](const File& a, const File& b) { return a.path < b.path; });
  return out;
}

std::string capability(const std::string& path) {
  const auto all = parts(path);
  return all.size() > 2 && all[0] == "src" ? all[1] : "";
}

std::string room(const std::string& path) {
  const auto all = parts(path);
  return all.size() > 3 && all[0] == "src" ? all[2] : "";
}

std::vector<std::string> includes(const std::string& text) {
  static const std::regex pattern("#include \"([^\"]+)\"");
  std::vector<std::string> out;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) out.push_back((*at)[1]);
  return out;
}

} // namespace tree
