// SPDX-License-Identifier: Apache-2.0
// The SQLite side of the port. One writer at a time (BEGIN IMMEDIATE), readers beside it on their own snapshot (WAL).
#pragma once

#include <memory>
#include <string>

#include "db/db.hpp"

namespace ankao::db {

/// `path` is a file, made when missing, or ":memory:" for a private database that ends with the returned object.
std::unique_ptr<Database> open_sqlite(const std::string& path);

} // namespace ankao::db
