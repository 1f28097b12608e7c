// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "planning/service/failures.hpp"

namespace ankao::planning {

/// In the transaction that verified `latest`: when the year's verified failures reach the law's number, the end of the agreement stands on
/// the bureau's work list; once a year and site, and again after one that was dropped.
void propose_ending(db::Transaction& transaction, const World& world, const Act& act, const Failure& latest);

} // namespace ankao::planning
