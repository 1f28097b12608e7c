// SPDX-License-Identifier: Apache-2.0
// Reads law/access.yaml.
#pragma once

#include <string>

#include "base/result.hpp"
#include "identity/words/access.hpp"

namespace ankao::identity {

/// Problem identity.access_file with the place: not YAML, an unknown key, an operation twice, no source, an unknown reach.
Result<AccessMatrix> read_access(const std::string& yaml);

/// The shipped file; a broken one is a broken invariant.
const AccessMatrix& shipped_access();

} // namespace ankao::identity
