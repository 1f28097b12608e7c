// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "program/command.hpp"

namespace ankao::server {

/// demo campaign: a special inspection with synthetic findings, which needs the whole schema.
std::vector<Command> demo_commands();

} // namespace ankao::server
