// SPDX-License-Identifier: Apache-2.0
// `ankao ledger seal | check | export`: the log from the command line.
#pragma once

#include <vector>

#include "program/command.hpp"

namespace ankao::server {

std::vector<Command> ledger_commands();

} // namespace ankao::server
