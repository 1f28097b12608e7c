// SPDX-License-Identifier: Apache-2.0
// Encodings of text files met at Chinese offices.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.hpp"

namespace ankao::tables {

using ankao::first_bad_utf8;

/// Nothing when some byte sequence has no meaning in `from`, or some character none in `to`. Throws std::runtime_error when the system
/// does not know an encoding.
std::optional<std::string> convert(std::string_view bytes, const char* from, const char* to);

} // namespace ankao::tables
