// SPDX-License-Identifier: Apache-2.0
// From the bytes of a file to a normalised registry, or to everything that is wrong with it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "registry/words/catalogue.hpp"
#include "registry/words/registry.hpp"
#include "tables/sheet.hpp"

namespace ankao::registry {

/// The printed tables of an .xlsx, .csv or .tsv, judged by content. Problems tables.*, registry.*.
Result<std::vector<PrintedTable>> read_printed(std::string_view bytes, std::optional<Table> wanted = std::nullopt,
                                               const tables::Limits& limits = {});

/// The whole way: any bytes give a registry or a problem, never a crash; nothing is stored. All faults of a file come at once.
Result<Registry> import_bytes(std::string_view bytes, const Catalogue& catalogue, std::optional<Table> wanted = std::nullopt,
                              const tables::Limits& limits = {});

/// The two tables of Annex 6 as shipped (data/annex6), byte for byte as printed.
const std::vector<PrintedTable>& shipped_tables();
/// Their normalised form. Safe to call from several threads.
const Registry& shipped_registry();

} // namespace ankao::registry
