// SPDX-License-Identifier: Apache-2.0
// The reviewed matrix of access is about exactly the operations that stand.
#pragma once

#include <vector>

#include "identity/words/access.hpp"
#include "identity/words/role.hpp"

namespace ankao::api {
class Endpoints;
}

namespace ankao::identity {

std::vector<Standing> standing(const api::Endpoints& endpoints);

/// A broken invariant that names every difference: a line missing (told as the text to paste), one too many, other roles than those
/// that hold the permission. Called when every operation stands.
void require_matrix(const api::Endpoints& endpoints, const AccessMatrix& matrix, const Roles& roles);

} // namespace ankao::identity
