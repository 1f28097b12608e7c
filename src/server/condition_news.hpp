// SPDX-License-Identifier: Apache-2.0
// The conditions of places beside the registry: their files, and what the place is told.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "registry/store/conditions.hpp"

namespace ankao::server {

/// SM3 of the files of a place that are not withdrawn, by condition.
std::map<std::string, std::vector<std::string>> condition_files(db::Transaction& transaction, const std::string& place);
/// Confirmed or returned: the place is told, an owner of a site too.
void tell_conditions(db::Transaction& transaction, const registry::Sheet& sheet, Instant now);

} // namespace ankao::server
