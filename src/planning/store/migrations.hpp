// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "db/db.hpp"

namespace ankao::planning {

/// Schema steps 300-399.
std::vector<db::Migration> migrations();

} // namespace ankao::planning
