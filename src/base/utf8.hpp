// SPDX-License-Identifier: Apache-2.0
// Whether bytes are text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace ankao {

/// Position of the first byte that is not well-formed UTF-8 (RFC 3629); nothing when all is.
std::optional<std::size_t> first_bad_utf8(std::string_view bytes);

} // namespace ankao
