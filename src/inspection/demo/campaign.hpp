// SPDX-License-Identifier: Apache-2.0
// The special inspection of November 2023 to January 2024 on the register of the notice, with synthetic findings that say so: what a city
// sees when it opens the platform.
#pragma once

#include "base/result.hpp"
#include "db/db.hpp"

namespace ankao::inspection {

struct DemoCampaign {
  int targets = 0, self_visits = 0, reports = 0, visits = 0, defects = 0, closed = 0;
};
/// Nothing where the year's campaign stands already. `every`: only every so many units are visited. Problems of the use cases it goes through.
Result<DemoCampaign> lay_demo_campaign(db::Database& database, std::size_t every = 1);

} // namespace ankao::inspection
