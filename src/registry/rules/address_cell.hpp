// SPDX-License-Identifier: Apache-2.0
// The address cell: one or several addresses, each with its district.
#pragma once

#include <string>
#include <vector>

#include "registry/rules/findings.hpp"
#include "registry/words/catalogue.hpp"

namespace ankao::registry {

/// `districts`: codes of the row's district cell. Refuses an empty cell (registry.cell_empty).
std::vector<PrintedAddress> read_addresses(const std::string& printed, const std::vector<std::string>& districts,
                                           const Catalogue& catalogue, const Place& place);

} // namespace ankao::registry
