// SPDX-License-Identifier: Apache-2.0
// Exam organisations of districts, for those who ask after them.
#pragma once

#include <string>

#include "base/date.hpp"
#include "db/db.hpp"

namespace ankao::tests {

/// The one of a district, entered by the city on first use.
std::string organisation_in_district(db::Database& database, const std::string& district, Instant now);

} // namespace ankao::tests
