// SPDX-License-Identifier: Apache-2.0
// A table as text, whatever file it came from, and the limits of what is accepted.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ankao::tables {

/// One row. `number` is the row of the sheet, or the line of the text file at which the row begins, from 1. Cells are UTF-8; cells
/// after the last one with text may be absent.
struct SheetRow {
  int number = 0;
  std::vector<std::string> cells;

  /// The empty text for a column that the row does not have.
  const std::string& cell(std::size_t column) const;
  bool blank() const; ///< no cell holds anything but white space
};

struct Sheet {
  std::string name; ///< empty for a text file
  bool hidden = false;
  std::vector<SheetRow> rows; ///< blank rows between others are kept
};

/// What is refused, and at which size (problems tables.too_*). The defaults are far above any registry of a city.
struct Limits {
  std::size_t file_bytes = std::size_t{32} << 20;
  std::size_t unpacked_bytes = std::size_t{256} << 20; ///< of all parts of an .xlsx together
  std::size_t text_bytes = std::size_t{128} << 20;     ///< of all cells together: one shared text may be named a million times
  std::size_t parts = 4096;                            ///< files inside an .xlsx
  std::size_t sheets = 64;
  std::size_t rows = 100'000; ///< of a sheet; rows that only carry a format do not count
  std::size_t columns = 256;  ///< likewise
  std::size_t cell_bytes = 131'072;
};

} // namespace ankao::tables
