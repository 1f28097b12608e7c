// SPDX-License-Identifier: Apache-2.0
#include "tables/xlsx/worksheet.hpp"

#include <algorithm>
#include <charconv>

#include "tables/xlsx/rich_text.hpp"

namespace ankao::tables {
namespace {

/// Where a cell stands, from 0.
struct Position {
  std::size_t row = 0;
  std::size_t column = 0;
};

/// "B12"; nothing for anything else.
std::optional<Position> parse_position(std::string_view text) {
  std::size_t column = 0;
  std::size_t at = 0;
  for (; at < text.size() && at < 4 && text[at] >= 'A' && text[at] <= 'Z'; ++at)
    column = column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
  std::size_t row = 0;
  const auto end = std::from_chars(text.data() + at, text.data() + text.size(), row);
  if (at == 0 || end.ec != std::errc() || end.ptr != text.data() + text.size() || row == 0) return std::nullopt;
  return Position{row - 1, column - 1};
}

class WorksheetReader {
public:
  WorksheetReader(const Workbook& book, const SheetPart& part, const Limits& limits, std::size_t& text_left)
      : book_(book)
      , limits_(limits)
      , text_left_(text_left) {
    sheet_.name = part.name;
    sheet_.hidden = part.hidden;
  }

  Result<Sheet> read(pugi::xml_node root) {
    for (const pugi::xml_node row : child(root, "sheetData").children())
      if (is_named(row, "row"))
        if (auto done = read_row(row); !done) return done.problem();
    for (const pugi::xml_node merged : child(root, "mergeCells").children())
      if (auto done = fill_down(attribute(merged, "ref")); !done) return done.problem();
    while (!sheet_.rows.empty() && sheet_.rows.back().blank()) sheet_.rows.pop_back();
    return std::move(sheet_);
  }

private:
  Problem refuse(const char* id, std::size_t limit) const {
    return problem(id, {{"limit", std::to_string(limit)}}, sheet_.name + " 第 " + std::to_string(next_.row + 1) + " 行");
  }

  Problem damaged(const std::string& reason) const {
    return problem("tables.xlsx_damaged", {{"reason", reason}}, sheet_.name + " 第 " + std::to_string(next_.row + 1) + " 行");
  }

  /// Rows and cells may leave out their positions; they then follow the one before.
  Result<void> read_row(pugi::xml_node row) {
    std::size_t number = 0;
    const std::string_view given = attribute(row, "r");
    std::from_chars(given.data(), given.data() + given.size(), number);
    next_ = {number > 0 ? number - 1 : rows_seen_, 0};
    for (const pugi::xml_node cell : row.children()) {
      if (!is_named(cell, "c")) continue;
      if (const auto at = parse_position(attribute(cell, "r"))) next_ = *at;
      auto text = cell_text(cell);
      if (!text) return text.problem();
      if (auto stored = store(std::move(*text)); !stored) return stored.problem();
      ++next_.column;
    }
    rows_seen_ = next_.row + 1;
    return {};
  }

  Result<void> store(std::string text) {
    if (text.empty()) return {};
    if (next_.row >= limits_.rows) return refuse("tables.too_many_rows", limits_.rows);
    if (next_.column >= limits_.columns) return refuse("tables.too_many_columns", limits_.columns);
    if (text.size() > limits_.cell_bytes) return refuse("tables.cell_too_long", limits_.cell_bytes);
    if (text.size() > text_left_) return refuse("tables.too_much_text", limits_.text_bytes >> 20);
    text_left_ -= text.size();
    while (sheet_.rows.size() <= next_.row) sheet_.rows.push_back({static_cast<int>(sheet_.rows.size() + 1), {}});
    auto& cells = sheet_.rows[next_.row].cells;
    if (cells.size() <= next_.column) cells.resize(next_.column + 1);
    cells[next_.column] = std::move(text);
    return {};
  }

  Result<std::string> cell_text(pugi::xml_node cell) const {
    const std::string_view type = attribute(cell, "t");
    if (type == "inlineStr") return rich_text(child(cell, "is"));
    const std::string value = child(cell, "v").text().get();
    if (type == "s") return shared_text(value);
    if (type == "b") return std::string(value == "1" ? "TRUE" : value == "0" ? "FALSE" : value);
    if (type == "str") return unescape(value);
    if (type == "e") return value;
    if (type == "d") return value.size() == 19 && value[10] == 'T' ? value.substr(0, 10) + " " + value.substr(11) : value;
    return shows_date(cell) ? as_date(value) : number_text(value);
  }

  Result<std::string> shared_text(const std::string& value) const {
    std::size_t index = book_.texts.size();
    std::from_chars(value.data(), value.data() + value.size(), index);
    if (index >= book_.texts.size()) return damaged("共享文字 " + value + " 不存在 (no such shared string)");
    return book_.texts[index];
  }

  bool shows_date(pugi::xml_node cell) const {
    std::size_t style = 0;
    const std::string_view given = attribute(cell, "s");
    std::from_chars(given.data(), given.data() + given.size(), style);
    return style < book_.style_is_date.size() && book_.style_is_date[style];
  }

  std::string as_date(const std::string& value) const {
    double serial = 0;
    const auto end = std::from_chars(value.data(), value.data() + value.size(), serial);
    if (value.empty() || end.ptr != value.data() + value.size()) return value;
    return date_text(serial, book_.dates).value_or(number_text(value));
  }

  /// A cell merged over several rows says the same of each; merged over columns only, it is a title and stays one cell.
  Result<void> fill_down(std::string_view range) {
    const auto colon = range.find(':');
    if (colon == std::string_view::npos) return {};
    const auto from = parse_position(range.substr(0, colon));
    const auto to = parse_position(range.substr(colon + 1));
    if (!from || !to || from->row >= sheet_.rows.size()) return {};
    const std::string text = sheet_.rows[from->row].cell(from->column);
    for (std::size_t row = from->row + 1; row <= std::min(to->row, sheet_.rows.size() - 1); ++row) {
      next_ = {row, from->column};
      if (auto stored = store(text); !stored) return stored.problem();
    }
    return {};
  }

  const Workbook& book_;
  const Limits& limits_;
  std::size_t& text_left_;
  Sheet sheet_;
  Position next_;
  std::size_t rows_seen_ = 0;
};

} // namespace

Result<std::optional<Sheet>> read_worksheet(Archive& archive, const Workbook& book, const SheetPart& part, const Limits& limits,
                                            std::size_t& text_left) {
  auto bytes = archive.read(part.part);
  if (!bytes) return bytes.problem();
  if (!*bytes) return problem("tables.xlsx_damaged", {{"reason", "缺少 missing " + part.part}}, part.name);
  pugi::xml_document document;
  if (auto parsed = parse_xml(document, part.part, **bytes); !parsed) return parsed.problem();
  const pugi::xml_node root = document.document_element();
  if (!is_named(root, "worksheet")) return std::optional<Sheet>();
  auto sheet = WorksheetReader(book, part, limits, text_left).read(root);
  if (!sheet) return sheet.problem();
  return std::optional<Sheet>(std::move(*sheet));
}

} // namespace ankao::tables
