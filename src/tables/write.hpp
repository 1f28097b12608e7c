// SPDX-License-Identifier: Apache-2.0
// Writes tables for officials: .xlsx and CSV.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace ankao::tables {

/// Day: "2024-03-05", Moment: "2024-03-05 09:30:00" as they stand on a Chinese clock. What does not read as its kind is written as text.
enum class ColumnKind { Text, Number, Day, Moment };

struct OutColumn {
  std::string title;
  double width = 16; ///< in characters of the default font
  ColumnKind kind = ColumnKind::Text;
};

struct OutSheet {
  std::string name; ///< characters that Excel forbids are replaced, more than 31 cut off
  std::vector<OutColumn> columns;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> lead = {}; ///< lines above the head row, e.g. what the table is and when it was made
};

/// The next row; null when there is none.
using Feed = std::function<const std::vector<std::string>*()>;

/// Head row in bold on grey and frozen with what stands above it and the first column, an automatic filter, text columns as text (a
/// telephone keeps its leading 0), long texts wrapped; prints on A4 landscape, as wide as the paper, the head row on every page.
/// Input never becomes a formula: "=1+1" is the four characters it is. Problem tables.cell_too_long.
Result<std::string> write_xlsx(const std::vector<OutSheet>& sheets);
/// One sheet of `rows` rows that come one by one: memory does not grow with them. The rows of `sheet` itself are not looked at.
Result<std::string> write_xlsx(const OutSheet& sheet, std::size_t rows, const Feed& feed);

enum class TextEncoding { Utf8WithMark, Utf8, Gb18030 };
/// Guarded: a text cell that a spreadsheet would take for a formula (= + - @ tab) gets a leading apostrophe. Exact: bytes as they are.
enum class FormulaGuard { Guarded, Exact };

struct TextStyle {
  char separator = ',';
  TextEncoding encoding = TextEncoding::Utf8WithMark;
  FormulaGuard guard = FormulaGuard::Guarded;
};

/// Lead lines, head row and rows, lines end in CRLF (LF after tab-separated cells). Problem tables.not_in_encoding.
Result<std::string> write_text(const OutSheet& sheet, const TextStyle& style = {});
/// Rows that come one by one; those of `sheet` itself are not looked at.
Result<std::string> write_text(const OutSheet& sheet, const TextStyle& style, const Feed& feed);

/// The rows of a sheet in memory, which must stand as long as the feed.
Feed feed_of(const OutSheet& sheet);

} // namespace ankao::tables
