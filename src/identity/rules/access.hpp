// SPDX-License-Identifier: Apache-2.0
// The matrix of access against the operations that stand and the roles that are given.
#pragma once

#include <string>
#include <vector>

#include "identity/words/access.hpp"
#include "identity/words/role.hpp"

namespace ankao::identity {

/// Rows of a role with this scope may be named this way: as wide as the scope or narrower, or open to all.
bool within(Reach reach, ScopeKind scope);
/// The line that says what the roles' permissions say now; to be reviewed, then pasted into law/access.yaml.
std::string line_of(const Standing& standing, const Roles& roles);
/// Every difference in one sentence each; a missing line is told as the text to paste. Empty when they agree.
std::vector<std::string> differences(const AccessMatrix& matrix, const std::vector<Standing>& standing, const Roles& roles);

} // namespace ankao::identity
