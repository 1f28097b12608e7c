// SPDX-License-Identifier: Apache-2.0
// What the commands print for people.
#pragma once

#include <string>

#include "problems/catalogue.hpp"
#include "registry/words/catalogue.hpp"
#include "registry/words/registry.hpp"

namespace ankao::registry {

/// The counts of A6.1, the table by district and the missing rows.
std::string facts_text(const Registry& registry, const Catalogue& catalogue, problems::Language language);

/// One line per anomaly, those that wait for a person at the end, and how often each rule was met.
std::string anomalies_text(const Registry& registry, problems::Language language);

} // namespace ankao::registry
