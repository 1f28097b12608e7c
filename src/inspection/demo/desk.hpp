// SPDX-License-Identifier: Apache-2.0
// What districts did at their desks in the synthetic campaign: working groups, production units, typical cases, handovers. Receipts hold sealed
// telephones and stay for people to file.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "inspection/words/campaign.hpp"

namespace ankao::inspection {

/// Before the inspections: groups of the districts, and a few production units, which become targets; these are given back.
Result<std::vector<Target>> lay_demo_desks(db::Database& database, const Campaign& campaign, const std::vector<Target>& targets);
/// After the inspections: handovers of every pair that has visits, all but one received; cases in every state.
Result<void> lay_demo_papers(db::Database& database, const Campaign& campaign);

} // namespace ankao::inspection
