// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace ankao::identity {

/// What counts as one address when attempts are counted: an IPv4 address (also when written as IPv6), the /64 network of an IPv6
/// address, because one household or office owns at least that; any other text as it is.
std::string peer_group(const std::string& peer);

} // namespace ankao::identity
