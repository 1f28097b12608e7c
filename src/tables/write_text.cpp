// SPDX-License-Identifier: Apache-2.0
#include "tables/encoding.hpp"
#include "tables/write.hpp"

namespace ankao::tables {
namespace {

bool looks_like_formula(const std::string& text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string quoted_if_needed(const std::string& text, char separator) {
  const bool needed = text.find_first_of("\"\r\n") != std::string::npos || text.find(separator) != std::string::npos;
  if (!needed) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string line_of(const std::vector<std::string>& cells, const OutSheet& sheet, const TextStyle& style) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool number = i < sheet.columns.size() && sheet.columns[i].kind == ColumnKind::Number;
    const bool guard = style.guard == FormulaGuard::Guarded && !number && looks_like_formula(cells[i]);
    if (i > 0) line += style.separator;
    line += quoted_if_needed(guard ? "'" + cells[i] : cells[i], style.separator);
  }
  return line + (style.separator == '\t' ? "\n" : "\r\n");
}

} // namespace

Result<std::string> write_text(const OutSheet& sheet, const TextStyle& style) {
  std::vector<std::string> titles;
  for (const OutColumn& column : sheet.columns) titles.push_back(column.title);
  std::string text;
  for (const std::string& line : sheet.lead) text += line_of({line}, {}, style);
  text += line_of(titles, {}, style);
  for (const auto& row : sheet.rows) text += line_of(row, sheet, style);
  if (style.encoding == TextEncoding::Utf8) return text;
  if (style.encoding == TextEncoding::Utf8WithMark) return "\xEF\xBB\xBF" + text;
  if (auto converted = convert(text, "UTF-8", "GB18030")) return std::move(*converted);
  return problem("tables.not_in_encoding", {{"encoding", "GB18030"}});
}

} // namespace ankao::tables
