// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/words/retention.hpp"

namespace ankao::ledger {

/// law/retention.yaml as the program carries it.
const std::vector<Term>& shipped_terms();

} // namespace ankao::ledger
