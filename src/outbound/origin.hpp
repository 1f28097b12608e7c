// SPDX-License-Identifier: Apache-2.0
// Where an address leads, read by the same parser that will call it.
#pragma once

#include <optional>
#include <string>

namespace ankao::outbound {

/// "https://host:port", lower case, the port always there. Nothing for what is no http(s) address, holds a user, or control characters.
std::optional<std::string> origin_of(const std::string& url);

} // namespace ankao::outbound
