// SPDX-License-Identifier: Apache-2.0
// Finds the tables of Annex 6 in sheets made by anybody: titles above, headings by name in any order, repeated headings, notes below.
#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"
#include "registry/words/table.hpp"
#include "tables/sheet.hpp"

namespace ankao::registry {

/// `wanted`: only this table is taken; it also says what a table is whose titles and contents do not tell. Hidden sheets are not looked at.
/// Problems: registry.no_table (no row of headings anywhere), registry.table_unclear, and registry.import_refused with one part per
/// heading that is missing, unknown or doubled, or per cell under no heading.
Result<std::vector<PrintedTable>> find_tables(const std::vector<tables::Sheet>& sheets, std::optional<Table> wanted);

} // namespace ankao::registry
