// SPDX-License-Identifier: Apache-2.0
// The draw on the command line: draw, check, explain, bounds, redraw, digest ("Commands" of draw.md).
#pragma once

#include <vector>

#include "program/command.hpp"

namespace ankao::draw {

std::vector<Command> commands();

} // namespace ankao::draw
