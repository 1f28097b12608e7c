// SPDX-License-Identifier: Apache-2.0
#include "tables/sheet.hpp"

#include <algorithm>

namespace ankao::tables {

const std::string& SheetRow::cell(std::size_t column) const {
  static const std::string none;
  return column < cells.size() ? cells[column] : none;
}

bool SheetRow::blank() const {
  return std::all_of(cells.begin(), cells.end(),
                     [](const std::string& cell) { return cell.find_first_not_of(" \t\r\n") == std::string::npos; });
}

} // namespace ankao::tables
