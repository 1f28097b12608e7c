// SPDX-License-Identifier: Apache-2.0
// Encodings of text files met at Chinese offices.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ankao::tables {

/// Position of the first byte that is not well-formed UTF-8 (RFC 3629); nothing when all is.
std::optional<std::size_t> first_bad_utf8(std::string_view bytes);

/// Nothing when some byte sequence has no meaning in `from`, or some character none in `to`. Throws std::runtime_error when the system
/// does not know an encoding.
std::optional<std::string> convert(std::string_view bytes, const char* from, const char* to);

} // namespace ankao::tables
