// SPDX-License-Identifier: Apache-2.0
// Reads law/roles.yaml.
#pragma once

#include <string>

#include "base/result.hpp"
#include "identity/words/role.hpp"

namespace ankao::identity {

/// Problem identity.roles_file with the place: not YAML, an unknown key, a text missing, a role or permission twice, a permission that
/// the list does not have, one that no role has, an unknown kind of scope.
Result<Roles> read_roles(const std::string& yaml);

/// The shipped file; a broken one is a broken invariant.
const Roles& shipped_roles();

} // namespace ankao::identity
