// SPDX-License-Identifier: Apache-2.0
// A decision of a district, an institution and a site each, the own and the strange one.
#pragma once

#include <string>

#include "db/db.hpp"

namespace ankao::tests {

/// `kind`: district, institution, site. Asked again for the same kind nothing changes.
void lay_decisions(db::Database& database, const std::string& kind, const std::string& own, const std::string& strange);
std::string decision_of(const std::string& kind, bool own);

} // namespace ankao::tests
