// SPDX-License-Identifier: Apache-2.0
// The register of deadlines from law/deadlines.yaml.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "deadlines/words/deadline.hpp"

namespace ankao::deadlines {

/// Reads strictly: an unknown, missing or doubled key or a value that does not fit is refused with its line (Problem::at) and remedy.
/// Problems deadlines.register_*.
Result<Register> read_register(std::string_view yaml);

/// The register carried inside the program; a broken file is a broken invariant. Safe to call from several threads.
const Register& shipped_register();

} // namespace ankao::deadlines
