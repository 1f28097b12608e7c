// SPDX-License-Identifier: Apache-2.0
// The contact and telephone cells.
#pragma once

#include <string>
#include <vector>

#include "registry/rules/findings.hpp"
#include "registry/words/catalogue.hpp"

namespace ankao::registry {

/// Distinct names; an empty cell gives none.
std::vector<std::string> read_contacts(const std::string& printed, const Catalogue& catalogue, const Place& place);

/// Distinct numbers as printed, dashes made alike; an empty cell gives none. Refuses registry.telephone_invalid.
std::vector<std::string> read_telephones(const std::string& printed, const Place& place);

/// The digits that are dialled inside the country; what numbers are compared by.
std::string digits_of(const std::string& telephone);

} // namespace ankao::registry
