// SPDX-License-Identifier: Apache-2.0
// Signed visits of a campaign with what they found, few columns of many rows.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "inspection/words/measures.hpp"

namespace ankao::inspection::store {

struct MeasuredRow {
  MeasuredVisit visit;
  bool counted = true; ///< false: a problem of it is older than the record of its points
};
/// By number; forms are not read.
std::vector<MeasuredRow> measured_visits(db::Transaction& transaction, const std::string& campaign);
/// Units that handed in Annex 3.
std::set<std::string> reported_units(db::Transaction& transaction, const std::string& campaign);

} // namespace ankao::inspection::store
