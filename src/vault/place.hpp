// SPDX-License-Identifier: Apache-2.0
// Where the keys of a database stand unless told otherwise: beside an SQLite file, under var/ for PostgreSQL.
#pragma once

#include <string>

namespace ankao::vault {

/// The folder that belongs to a database.
std::string folder_of(const std::string& database_url);
inline std::string keys_of(const std::string& database_url) { return folder_of(database_url) + "/keys"; }

} // namespace ankao::vault
