// SPDX-License-Identifier: Apache-2.0
// Visits and sessions held or planned: what S-3.1 and S-3.2 look back on. Each row knows its source, a published plan or the demo, so
// that a new version replaces exactly its own.
#pragma once

#include <string>
#include <vector>

#include "db/db.hpp"
#include "planning/rules/builder.hpp"

namespace ankao::planning {

/// Replaces everything of `source` ("plan:2024-03", "demo").
void put_history(db::Transaction& transaction, const std::string& source, const std::vector<HeldVisit>& visits,
                 const std::vector<HeldSessions>& sessions);
/// All visits before the day, by institution, site, subject, date.
std::vector<HeldVisit> visits_before(db::Transaction& transaction, Date day);
std::vector<HeldSessions> sessions_of_year(db::Transaction& transaction, int year);

} // namespace ankao::planning
