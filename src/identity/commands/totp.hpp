// SPDX-License-Identifier: Apache-2.0
// `ankao totp`: the one-time code of a secret, or of an account of the list that `ankao demo city` printed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "program/command.hpp"

namespace ankao::identity {

/// The third word of the account's line; nothing when it has none.
std::optional<std::string> secret_in_list(const std::string& list, const std::string& account);

std::vector<Command> totp_commands();

} // namespace ankao::identity
