// SPDX-License-Identifier: Apache-2.0
// A new platform without demo data: schema, the registry of the notice, one administrator.
#pragma once

#include <string>
#include <vector>

#include "registry/commands/commands.hpp"

namespace ankao::server {

inline constexpr const char* k_setup_usage = "ankao setup --database URL [--keys DIR]";

/// `ankao setup`: may be called again at any time; what stands is left as it is.
int run_setup(const std::vector<std::string>& words);

/// What `ankao registry import --database` stores with: the registry's own service, as the person at the machine.
registry::Store registry_store();

} // namespace ankao::server
