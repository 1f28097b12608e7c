// SPDX-License-Identifier: Apache-2.0
// The one place where a summary report takes its figures: the monthly table as it was last sent, and what the records say on the day.
#pragma once

#include "db/db.hpp"
#include "inspection/words/campaign.hpp"
#include "reporting/words/summary.hpp"

namespace ankao::reporting {

/// Of a district, or of the whole city when it is empty; without the lines of the districts.
SummaryFacts facts_of(db::Transaction& transaction, const inspection::Campaign& campaign, const std::string& district, Instant now);

} // namespace ankao::reporting
