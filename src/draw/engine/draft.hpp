// SPDX-License-Identifier: Apache-2.0
// The first grid of a month: at each time, again and again the fullest session of the rarest subject, as long as nothing is left
// vacant or somebody would sit there who has few times left.
#pragma once

#include <cstdint>
#include <vector>

#include "draw/engine/usher.hpp"

namespace ankao::draw {

/// One list of cells a time. A batch with fewer than `few_times` times left is seated even where seats stay vacant.
std::vector<std::vector<Cell>> draft_grid(const Compact& compact, Usher& usher, int few_times);

/// Cells of one time in the order in which they are served.
void sort_cells(const Compact& compact, std::vector<Cell>& cells);
/// The state of a subject before the month.
std::vector<int> first_state(const Compact& compact, int subject);
/// The latest groups of the history as sets of sites by institution.
std::vector<int> first_groups(const Compact& compact);

} // namespace ankao::draw
