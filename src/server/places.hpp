// SPDX-License-Identifier: Apache-2.0
// The folders that belong to a database and are kept with it.
#pragma once

#include <optional>
#include <string>

namespace ankao::server {

struct Places {
  std::string keys;  ///< secret keys; "" for commands that only describe the program
  std::string files; ///< contents of scans, photos and sealed documents; "" likewise
};

/// Beside an SQLite file, under var/ for PostgreSQL, unless told otherwise.
Places places_of(const std::string& database_url, const std::optional<std::string>& keys, const std::optional<std::string>& files);

} // namespace ankao::server
