// SPDX-License-Identifier: Apache-2.0
// Where the cells of a table stand: rows list only the cells that begin in them, as in HTML.
#pragma once

#include <string>
#include <vector>

#include "paper/layout.hpp"

namespace ankao::paper {

struct Placed {
  const Cell* cell = nullptr;
  int row = 0;
  int column = 0;
  int rows = 1; ///< cut at the table's end
};
/// By row, then column. The table must be closed, see open_place.
std::vector<Placed> placed_cells(const Table& table);
/// Which cell begins at or covers each place; [row][column] into placed_cells.
std::vector<std::vector<int>> covered(const Table& table, const std::vector<Placed>& cells);

/// Empty when every place of the grid is covered exactly once; else "row" of the first fault.
std::string open_place(const Table& table);

} // namespace ankao::paper
