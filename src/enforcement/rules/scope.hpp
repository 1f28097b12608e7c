// SPDX-License-Identifier: Apache-2.0
// Who proposes, decides and sees which decision.
#pragma once

#include "enforcement/words/decision.hpp"

namespace ankao::enforcement {

/// The city all; a district those of its own units; a unit those against itself, and an institution those against its sites, once signed.
bool may_see(const Viewer& viewer, const Decision& decision);
/// The city, and the district of the unit: whoever inspected hands over to it (M-3.2f).
bool may_handle(const Viewer& viewer, const std::string& district);

} // namespace ankao::enforcement
