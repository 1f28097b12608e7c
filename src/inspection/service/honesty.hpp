// SPDX-License-Identifier: Apache-2.0
// What units told of themselves beside what was found, of a campaign, in a transaction of the caller's own.
#pragma once

#include <optional>
#include <string>

#include "db/db.hpp"
#include "inspection/words/measures.hpp"

namespace ankao::inspection {

/// Of one district its own places and items, and the mean of the whole city beside them; without a district everything.
HonestyGap honesty_of(db::Transaction& transaction, const std::string& campaign, const std::optional<std::string>& district);

} // namespace ankao::inspection
