// SPDX-License-Identifier: Apache-2.0
// From the versions of plans to the events of a feed: who read an older version learns of every change.
#pragma once

#include <vector>

#include "planning/words/feed.hpp"

namespace ankao::planning {

/// `versions` by month, then version; events by day, then id. O(n log n).
std::vector<FeedEvent> events_of(const std::vector<FeedVersion>& versions);

} // namespace ankao::planning
