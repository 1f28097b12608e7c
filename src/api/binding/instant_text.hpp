// SPDX-License-Identifier: Apache-2.0
// Moments as text, the reverse of to_string(Instant).
#pragma once

#include <optional>
#include <string_view>

#include "base/date.hpp"

namespace ankao::api {

/// RFC 3339 with an offset or Z, seconds with at most three decimals: "2024-03-05T09:30:00+08:00". Nothing for any other text.
std::optional<Instant> parse_instant(std::string_view text);

} // namespace ankao::api
