// SPDX-License-Identifier: Apache-2.0
// The keys that personal data is sealed with: `ankao keys list`, `ankao keys rotate`.
#pragma once

#include <vector>

#include "program/command.hpp"
#include "vault/reseal.hpp"

namespace ankao::server {

/// Every column that holds sealed text; a capability that seals names its columns here.
std::vector<vault::Column> sealed_columns();

std::vector<Command> key_commands();

} // namespace ankao::server
