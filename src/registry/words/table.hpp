// SPDX-License-Identifier: Apache-2.0
// The two tables of Annex 6 as they are printed, before anything is understood in them.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <string>
#include <vector>

namespace ankao::registry {

enum class Table {
  SpecialOperations, ///< table a 特种作业安全培训机构、考试点汇总表 (A6-F1)
  HighRisk,          ///< table b 高危行业安全培训机构汇总表 (A6-F2)
};
/// 'a' or 'b'.
char letter_of(Table table);

/// A row of a table under its printed number, which is never changed.
struct RowId {
  Table table = Table::SpecialOperations;
  int number = 0;
  auto operator<=>(const RowId&) const = default;
};
/// "a15".
std::string to_string(RowId id);

/// The seven columns, in printed order.
enum class Column { Number, Name, District, Address, Projects, Contact, Telephone };
inline constexpr std::size_t k_columns = 7;
/// "机构名称".
const char* heading_of(Column column);

/// One printed row; the cells are byte for byte what stood in the file.
struct PrintedRow {
  std::array<std::string, k_columns> cells;
  int line = 0; ///< row of the sheet or line of the file, from 1; for messages
  const std::string& at(Column column) const { return cells[static_cast<std::size_t>(column)]; }
};

struct PrintedTable {
  Table table = Table::SpecialOperations;
  std::string sheet; ///< name of the sheet; empty for a text file
  std::vector<PrintedRow> rows;
  std::vector<int> skipped_lines; ///< blank rows and repeated headings inside the table (X-39)
};

} // namespace ankao::registry
