// SPDX-License-Identifier: Apache-2.0
#include "vault/place.hpp"

#include <filesystem>
#include <string_view>

namespace ankao::vault {

std::string folder_of(const std::string& url) {
  constexpr std::string_view k_sqlite = "sqlite:";
  if (url.starts_with("postgresql:") || url.starts_with("postgres:")) return "var";
  const std::string path = url.starts_with(k_sqlite) ? url.substr(k_sqlite.size()) : url;
  const auto folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

} // namespace ankao::vault
