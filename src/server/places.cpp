// SPDX-License-Identifier: Apache-2.0
#include "server/places.hpp"

#include <filesystem>

namespace ankao::server {
namespace {

constexpr std::string_view k_sqlite = "sqlite:";

std::string folder_of(const std::string& url) {
  if (url.starts_with("postgresql:") || url.starts_with("postgres:")) return "var";
  const std::string path = url.starts_with(k_sqlite) ? url.substr(k_sqlite.size()) : url;
  const auto folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

} // namespace

Places places_of(const std::string& database_url, const std::optional<std::string>& keys, const std::optional<std::string>& files) {
  const std::string folder = folder_of(database_url);
  return {keys.value_or(folder + "/keys"), files.value_or(folder + "/files")};
}

} // namespace ankao::server
