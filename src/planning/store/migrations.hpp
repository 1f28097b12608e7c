// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "db/db.hpp"

namespace ankao::planning {

/// Schema steps 300-399.
std::vector<db::Migration> migrations();
/// Of them those of what follows publication, 320-329.
std::vector<db::Migration> after_migrations();

} // namespace ankao::planning
