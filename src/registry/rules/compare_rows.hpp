// SPDX-License-Identifier: Apache-2.0
// What two rows of one institution, or two institutions, say differently.
#pragma once

#include <vector>

#include "registry/rules/findings.hpp"

namespace ankao::registry {

/// Same first address, a telephone and a contact in common, and similar names, but not the same name.
bool looks_like_same_institution(const Row& one, const Row& other);

/// Notes on `later` what differs from `earlier`; both belong to one institution.
void compare(const Row& earlier, const Row& later, Findings& findings);

/// One number in rows of different institutions.
void flag_shared_telephones(const std::vector<Row>& rows, Findings& findings);

} // namespace ankao::registry
