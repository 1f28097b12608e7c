// SPDX-License-Identifier: Apache-2.0
// Strict reading of JSON text: UTF-8 only, no doubled member, bounded depth, no NUL in texts.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace ankao::api {

inline constexpr std::size_t k_max_json_depth = 32;

/// Problems: request.json (with line and column), request.not_utf8, request.too_deep, request.doubled_member (with pointer),
/// request.control_character.
Result<nlohmann::json> parse_json(std::string_view text);

/// One step of a JSON pointer (RFC 6901): "/" and the escaped name.
std::string pointer_step(std::string_view name);

bool is_utf8(std::string_view text);
/// Carries a control character other than tab and line ends.
bool has_control_character(std::string_view text);
/// At most 60 characters of a value, for a message.
std::string shortened(std::string_view text);

} // namespace ankao::api
