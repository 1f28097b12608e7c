// SPDX-License-Identifier: Apache-2.0
// Declarations of places, for those who ask after them.
#pragma once

#include <string>

#include "base/date.hpp"
#include "db/db.hpp"

namespace ankao::tests {

/// Of a place that belongs to the person's institution, site or district, or to another one; laid on first use.
std::string sheet_of(db::Database& database, const std::string& kind, const std::string& scope, bool own);
/// A published site that lies in the district.
std::string place_in_district(db::Database& database, const std::string& district, Date today);

} // namespace ankao::tests
