// SPDX-License-Identifier: Apache-2.0
// What the notice does not print (A6-F9), from a workbook: all faults of all rows and cells at once, or everything is stored.
#pragma once

#include <string>
#include <string_view>

#include "registry/service/act.hpp"
#include "registry/service/imports.hpp"

namespace ankao::registry {

struct RoomImportOutcome {
  int rows = 0;
  int sites_changed = 0;
  int rooms_added = 0;
  int rooms_changed = 0;
  int institutions_changed = 0;
};
/// Rooms that the file does not name stay as they are; cells left empty change nothing. A room that the file gives seats, openings or
/// exceptions has exactly those afterwards. Rows outside the actor's scope are faults. Problems tables.*, register.invalid with a part
/// per fault, its place "考场 第 3 行 · 容量".
Result<RoomImportOutcome> import_rooms(db::Database& database, const Act& act, std::string_view bytes, const std::string& reason,
                                       DryRun dry_run);

/// The workbook, filled with what stands within the actor's scope.
Result<std::string> room_template(db::Database& database, const ledger::Actor& actor, Date day);

} // namespace ankao::registry
