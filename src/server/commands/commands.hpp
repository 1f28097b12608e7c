// SPDX-License-Identifier: Apache-2.0
// ankao serve, ankao openapi.
#pragma once

#include <vector>

#include "program/command.hpp"

namespace ankao::server {

std::vector<Command> commands();

} // namespace ankao::server
