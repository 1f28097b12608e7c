// SPDX-License-Identifier: Apache-2.0
// Level J, word by word from draw.md, "First come, first served".
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "draw/rules/ledger.hpp"

namespace ankao::draw {

/// Ordered pairs (a, b): a has justified envy of b. Sorted, each once.
std::vector<std::pair<int, int>> envious_pairs(const Model& model, const Seating& seating, const Ledger& ledger);
std::int64_t count_envy(const Model& model, const Seating& seating, const Ledger& ledger);

} // namespace ankao::draw
