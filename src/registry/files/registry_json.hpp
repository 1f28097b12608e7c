// SPDX-License-Identifier: Apache-2.0
// The normalised registry as JSON for people and programs outside.
#pragma once

#include <nlohmann/json.hpp>

#include "registry/words/catalogue.hpp"
#include "registry/words/registry.hpp"

namespace ankao::registry {

/// An object with the arrays institutions, sites, districts, projects, industries, rows, missing_rows, anomalies and the object facts.
/// Districts are named in Chinese, their codes stand in `districts`; `cells` of a row are byte for byte as printed.
nlohmann::ordered_json registry_json(const Registry& registry, const Catalogue& catalogue);

} // namespace ankao::registry
