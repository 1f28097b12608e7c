// SPDX-License-Identifier: Apache-2.0
// The summary reports of the synthetic campaign: every district's sent and received, one after it was returned, the city's own waiting for
// its drafter and its signature.
#pragma once

#include "base/result.hpp"
#include "db/db.hpp"

namespace ankao::reporting {

/// How many districts have sent theirs. Nothing where the campaign does not stand. Problems of the use cases it goes through.
Result<int> lay_demo_summaries(db::Database& database, const std::string& campaign);

} // namespace ankao::reporting
