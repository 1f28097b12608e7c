// SPDX-License-Identifier: Apache-2.0
// A forecast from past months, chosen by what would have been right: every method is tried from every month of the past (rolling
// origin), the least mean absolute scaled error wins, of equals the simpler. Whole numbers throughout.
#pragma once

#include <optional>

#include "planning/words/forecast.hpp"

namespace ankao::planning {

inline constexpr std::size_t k_least_months = 8; ///< fewer tell nothing

/// `horizon` months after the series, 1 to 24. Nothing when the series is too short. O(methods × months² × horizon).
std::optional<Forecast> forecast(const Series& series, int horizon);

/// The quota that a forecast proposes: whole sessions, the upper end of what is likely; never none, which would bar the subject.
std::int64_t quota_of(const ForecastPoint& point);

} // namespace ankao::planning
