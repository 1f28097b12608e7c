// SPDX-License-Identifier: Apache-2.0
// The normalised registry from printed tables: every anomaly of clauses.md A6.3 by rule, every one recorded.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "registry/words/catalogue.hpp"
#include "registry/words/registry.hpp"

namespace ankao::registry {

/// Far above any city's registry; more is a wrong file.
inline constexpr std::size_t k_most_rows = 5000;

/// One or both tables. Either all rows are understood, or the problem registry.import_refused lists every fault of every row in its
/// parts and nothing is returned.
/// Rows of one name are one institution, in both tables too; rows whose names differ but whose address, contact and telephone agree are
/// linked and wait for confirmation. Ids: prefix, table letter and number of the first row ("GZ-A01"), sites "-S1", "-S2".
Result<Registry> build(const std::vector<PrintedTable>& tables, const Catalogue& catalogue);

/// The counts of A6.1 and A6.2.
Facts count(const Registry& registry, const Catalogue& catalogue);

} // namespace ankao::registry
