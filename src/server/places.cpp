// SPDX-License-Identifier: Apache-2.0
#include "server/places.hpp"

#include "vault/place.hpp"

namespace ankao::server {

Places places_of(const std::string& database_url, const std::optional<std::string>& keys, const std::optional<std::string>& files) {
  return {keys.value_or(vault::keys_of(database_url)), files.value_or(vault::folder_of(database_url) + "/files")};
}

} // namespace ankao::server
