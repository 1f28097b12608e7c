// SPDX-License-Identifier: Apache-2.0
// The demand of months to come against a month's own, from what was held and what is forecast (S-2.1).
#pragma once

#include <optional>
#include <vector>

#include "planning/words/forecast.hpp"

namespace ankao::planning {

/// What is known of a subject: the past, and what lies ahead where it can be said.
struct KnownDemand {
  Series past;
  std::optional<Forecast> ahead;
};

inline constexpr int k_most_percent = 400; ///< of a month's demand, in a simulation

/// For `months` months from `base` on: sessions of all subjects in percent of those of `base`, rounded, 0 to k_most_percent; the first is
/// 100. A subject counts where both its months are known. Nothing where `base` or a later month is not known of any subject.
std::optional<std::vector<int>> demand_percents(const std::vector<KnownDemand>& subjects, Month base, int months);

} // namespace ankao::planning
