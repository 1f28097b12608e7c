// SPDX-License-Identifier: Apache-2.0
// The PostgreSQL side of the port, on libpq. Write transactions take one advisory lock before their first snapshot, so they follow
// each other as on SQLite: no lost update, no skew, and the ledger's numbers stand in commit order without retries. Readers see
// one snapshot and wait for nobody.
#pragma once

#include <memory>
#include <string>

#include "db/db.hpp"

namespace ankao::db {

/// Refuses (Failure) a server that is down, a wrong password, a database that is not UTF-8 with byte-order collation.
std::unique_ptr<Database> open_postgresql(const std::string& url);

} // namespace ankao::db
