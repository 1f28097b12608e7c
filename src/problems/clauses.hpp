// SPDX-License-Identifier: Apache-2.0
// The clauses behind a refusal (`clauses:` of its entry in data/problems/*.yaml, and those the problem itself names).
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace ankao::problems {

/// In the order of the catalogue, then the one of the detail "clause"; empty where no clause stands behind the refusal.
std::vector<std::string> clauses_of(const Problem& problem);

} // namespace ankao::problems
