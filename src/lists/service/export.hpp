// SPDX-License-Identifier: Apache-2.0
// An export with something about persons in it leaves an event: who took which table, never what stood in it.
#pragma once

#include "api/api.hpp"
#include "db/db.hpp"
#include "lists/service/sheet.hpp"

namespace ankao::lists {

/// The file of the table. When a personal column is in it and somebody is signed in, event list.export is written first.
Result<File> exported(db::Database& database, const api::Call& call, const Table& table, Format format);

} // namespace ankao::lists
