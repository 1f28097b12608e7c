// SPDX-License-Identifier: Apache-2.0
// Self-inspection reports (Annex 3) of the synthetic campaign: what units that inspected themselves handed in, and how far their districts are with it.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "inspection/words/campaign.hpp"

namespace ankao::inspection {

/// Of the units given, each once; how many were handed in. Problems of the use cases it goes through.
Result<int> lay_demo_reports(db::Database& database, const Campaign& campaign, const std::vector<Target>& inspected);

} // namespace ankao::inspection
