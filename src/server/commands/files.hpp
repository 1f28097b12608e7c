// SPDX-License-Identifier: Apache-2.0
// `ankao files check`: every content of the files folder against its digest.
#pragma once

#include <vector>

#include "program/command.hpp"

namespace ankao::server {

std::vector<Command> file_commands();

} // namespace ankao::server
