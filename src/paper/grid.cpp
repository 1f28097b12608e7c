// SPDX-License-Identifier: Apache-2.0
#include "paper/grid.hpp"

#include <algorithm>

namespace ankao::paper {
namespace {

using Taken = std::vector<std::vector<bool>>;

Taken empty_grid(const Table& table) { return Taken(table.rows.size(), std::vector<bool>(table.widths.size(), false)); }

/// Takes the place of a cell; false when it does not fit or stands on another one.
bool take(Taken& taken, const Placed& at) {
  for (int row = at.row; row < at.row + at.rows; ++row)
    for (int column = at.column; column < at.column + at.cell->columns; ++column) {
      if (column >= static_cast<int>(taken[0].size())) return false;
      auto place = taken[static_cast<std::size_t>(row)].begin() + column;
      if (*place) return false;
      *place = true;
    }
  return true;
}

int free_column(const std::vector<bool>& row) { return static_cast<int>(std::find(row.begin(), row.end(), false) - row.begin()); }

} // namespace

std::vector<Placed> placed_cells(const Table& table) {
  std::vector<Placed> out;
  Taken taken = empty_grid(table);
  const int rows = static_cast<int>(table.rows.size());
  for (int row = 0; row < rows; ++row)
    for (const Cell& cell : table.rows[static_cast<std::size_t>(row)].cells) {
      const Placed at{&cell, row, free_column(taken[static_cast<std::size_t>(row)]), std::min(cell.rows, rows - row)};
      if (take(taken, at)) out.push_back(at);
    }
  return out;
}

std::vector<std::vector<int>> covered(const Table& table, const std::vector<Placed>& cells) {
  std::vector<std::vector<int>> out(table.rows.size(), std::vector<int>(table.widths.size(), -1));
  for (std::size_t i = 0; i < cells.size(); ++i)
    for (int row = cells[i].row; row < cells[i].row + cells[i].rows; ++row)
      for (int column = cells[i].column; column < cells[i].column + cells[i].cell->columns; ++column)
        out[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] = static_cast<int>(i);
  return out;
}

std::string open_place(const Table& table) {
  Taken taken = empty_grid(table);
  const int rows = static_cast<int>(table.rows.size());
  for (int row = 0; row < rows; ++row) {
    auto& line = taken[static_cast<std::size_t>(row)];
    for (const Cell& cell : table.rows[static_cast<std::size_t>(row)].cells) {
      if (row + cell.rows > rows) return std::to_string(row);
      if (!take(taken, {&cell, row, free_column(line), cell.rows})) return std::to_string(row);
    }
    if (free_column(line) != static_cast<int>(line.size())) return std::to_string(row);
  }
  return {};
}

} // namespace ankao::paper
