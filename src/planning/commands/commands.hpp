// SPDX-License-Identifier: Apache-2.0
// demo bookings | demo city: synthetic data on the real register, always labelled.
#pragma once

#include <vector>

#include "program/command.hpp"

namespace ankao::planning {

std::vector<Command> commands();

} // namespace ankao::planning
