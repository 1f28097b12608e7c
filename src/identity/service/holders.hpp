// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "db/db.hpp"

namespace ankao::identity {

/// The enabled accounts that hold a role, of one scope; "" every scope.
std::vector<std::string> holders(db::Transaction& transaction, const std::string& role, const std::string& scope_id);

} // namespace ankao::identity
