// SPDX-License-Identifier: Apache-2.0
// account create | list | password | disable | enable: for the person at the machine, without the server.
#pragma once

#include <vector>

#include "program/command.hpp"

namespace ankao::identity {

std::vector<Command> commands();

} // namespace ankao::identity
