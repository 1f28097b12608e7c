// SPDX-License-Identifier: Apache-2.0
// Strict JSON in, canonical JSON out: the first of the two passes over every file of the draw.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace ankao::draw {

/// The largest file the draw reads; a month of a whole province is well below it.
inline constexpr std::size_t k_max_file_bytes = std::size_t{64} << 20;
/// The formats need 8 levels.
inline constexpr int k_max_depth = 32;
/// The most members one object may have, and so a bound on the memory that sorting them takes.
inline constexpr std::size_t k_max_members = 1'000'000;

/// The canonical form of any JSON text whose numbers are all whole: keys sorted by code point, no spaces, UTF-8 unescaped (only ",
/// \ and control characters are escaped, the shortest way). Refuses with draw.file.*, Problem::at being the JSON pointer of the
/// fault, what is not UTF-8, not JSON, cut short, too deep or too large, holds a doubled member, a fraction, an exponent or "-0".
Result<std::string> canonical_json(std::string_view bytes);

} // namespace ankao::draw
