// SPDX-License-Identifier: Apache-2.0
// ankao calendar.
#pragma once

#include <vector>

#include "program/command.hpp"

namespace ankao::deadlines {

std::vector<Command> commands();

} // namespace ankao::deadlines
