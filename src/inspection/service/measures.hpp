// SPDX-License-Identifier: Apache-2.0
// The measures of a campaign: honesty of self-inspections, severity of teams, scores corrected by it.
#pragma once

#include <optional>
#include <string>

#include "db/db.hpp"
#include "inspection/words/measures.hpp"

namespace ankao::inspection {

struct Measures {
  HonestyGap honesty;
  Severity severity;
};

/// Always reckoned over the whole campaign. With a district only what is its own: its places and its team, beside the city's means; which
/// other team looked at one of its places stands there, how that team is elsewhere does not. An unknown campaign has empty measures.
Measures measures_of(db::Transaction& transaction, const std::string& campaign, const std::optional<std::string>& district = std::nullopt);

} // namespace ankao::inspection
