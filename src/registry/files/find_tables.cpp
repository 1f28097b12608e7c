// SPDX-License-Identifier: Apache-2.0
#include "registry/files/find_tables.hpp"

#include <algorithm>
#include <array>

#include "registry/rules/text.hpp"

namespace ankao::registry {
namespace {

using tables::Sheet;
using tables::SheetRow;

struct Heading {
  std::u32string_view text;
  Column column;
};

constexpr Heading k_headings[] = {
    {U"序号", Column::Number},
    {U"编号", Column::Number},
    {U"号", Column::Number},
    {U"no", Column::Number},
    {U"no.", Column::Number},
    {U"机构名称", Column::Name},
    {U"培训机构名称", Column::Name},
    {U"安全培训机构名称", Column::Name},
    {U"培训机构", Column::Name},
    {U"单位名称", Column::Name},
    {U"名称", Column::Name},
    {U"机构", Column::Name},
    {U"区域", Column::District},
    {U"所在区域", Column::District},
    {U"所属区域", Column::District},
    {U"所在区", Column::District},
    {U"所属区", Column::District},
    {U"行政区", Column::District},
    {U"辖区", Column::District},
    {U"区", Column::District},
    {U"地址", Column::Address},
    {U"机构地址", Column::Address},
    {U"培训地址", Column::Address},
    {U"单位地址", Column::Address},
    {U"详细地址", Column::Address},
    {U"培训地点", Column::Address},
    {U"培训项目", Column::Projects},
    {U"项目", Column::Projects},
    {U"培训范围", Column::Projects},
    {U"培训类别", Column::Projects},
    {U"培训业务范围", Column::Projects},
    {U"联系人", Column::Contact},
    {U"联系人姓名", Column::Contact},
    {U"咨询电话", Column::Telephone},
    {U"联系电话", Column::Telephone},
    {U"电话", Column::Telephone},
    {U"电话号码", Column::Telephone},
    {U"联系方式", Column::Telephone},
    {U"手机", Column::Telephone},
};

/// A row with this many known headings is the row of headings; less is data or a title.
constexpr std::size_t k_headings_to_know = 3;

/// "机构名称*（必填）" is 机构名称.
std::u32string heading_text(const std::string& cell) {
  std::u32string text = clean(cell).text;
  if (const auto bracket = text.find(U'('); bracket != std::u32string::npos && bracket > 0) text.erase(bracket);
  std::erase(text, U'*');
  for (char32_t& c : text)
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
  return text;
}

std::optional<Column> column_of(const std::string& cell) {
  const std::u32string text = heading_text(cell);
  for (const Heading& heading : k_headings)
    if (heading.text == text) return heading.column;
  return std::nullopt;
}

bool is_heading_row(const SheetRow& row) {
  std::array<bool, k_columns> known{};
  for (const std::string& cell : row.cells)
    if (const auto column = column_of(cell)) known[static_cast<std::size_t>(*column)] = true;
  const auto count = static_cast<std::size_t>(std::count(known.begin(), known.end(), true));
  return count >= k_headings_to_know && known[static_cast<std::size_t>(Column::Name)];
}

/// The text of a row that has only one filled cell; nothing for other rows.
std::optional<std::u32string> lone_text(const SheetRow& row) {
  std::optional<std::u32string> found;
  for (const std::string& cell : row.cells) {
    const std::u32string text = clean(cell).text;
    if (text.empty()) continue;
    if (found) return std::nullopt;
    found = text;
  }
  return found;
}

std::optional<Table> table_named_in(const std::u32string& text) {
  const bool special = text.find(U"特种作业") != std::u32string::npos;
  const bool risk = text.find(U"高危行业") != std::u32string::npos;
  if (special == risk) return std::nullopt;
  return special ? Table::SpecialOperations : Table::HighRisk;
}

std::string place(const Sheet& sheet, int line) {
  return (sheet.name.empty() ? "" : sheet.name + " ") + "第 " + std::to_string(line) + " 行";
}

/// "C 列": what a spreadsheet calls the column.
std::string column_letter(std::size_t index) {
  std::string letters;
  for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters + " 列";
}

/// Reads the tables of one sheet, one after the other.
class SheetReader {
public:
  SheetReader(const Sheet& sheet, std::vector<Problem>& problems)
      : sheet_(sheet)
      , problems_(problems)
      , title_(decode(sheet.name)) {}

  std::vector<PrintedTable> read() {
    for (const SheetRow& row : sheet_.rows) read_row(row);
    for (PrintedTable& table : tables_) drop_trailing_skips(table);
    return std::move(tables_);
  }
  /// Parallel to the tables: what each is by its title, else by the user's word, else by its contents.
  std::vector<std::optional<Table>> kinds(std::optional<Table> wanted) const {
    std::vector<std::optional<Table>> kinds;
    for (std::size_t i = 0; i < titles_.size(); ++i) kinds.push_back(titles_[i] ? titles_[i] : wanted ? wanted : contents_[i]);
    return kinds;
  }

private:
  void read_row(const SheetRow& row) {
    if (row.blank()) return skip(row);
    if (is_heading_row(row)) return read_headings(row);
    const auto lone = lone_text(row);
    if (lone && (tables_.empty() || !is_row_number(*lone))) {
      if (const auto named = table_named_in(*lone)) {
        title_ = *lone;
        new_title_ = true;
      }
      return skip(row);
    }
    if (!tables_.empty()) read_data(row);
  }

  static bool is_row_number(const std::u32string& text) { return std::all_of(text.begin(), text.end(), is_digit); }

  void skip(const SheetRow& row) {
    if (!tables_.empty()) tables_.back().skipped_lines.push_back(row.number);
  }

  /// A repeated row of headings goes on with the table, unless a title of its own stands before it.
  void read_headings(const SheetRow& row) {
    const bool goes_on = !tables_.empty() && !new_title_;
    std::array<std::optional<std::size_t>, k_columns> columns;
    for (std::size_t i = 0; i < row.cells.size(); ++i) read_heading(row, i, columns);
    for (std::size_t i = 0; i < k_columns; ++i)
      if (!columns[i])
        problems_.push_back(
            problem("registry.column_missing", {{"column", heading_of(static_cast<Column>(i))}}, place(sheet_, row.number)));
    columns_ = columns;
    if (goes_on) return skip(row);
    PrintedTable table;
    table.sheet = sheet_.name;
    tables_.push_back(table);
    titles_.push_back(table_named_in(title_));
    contents_.emplace_back();
    new_title_ = false;
  }

  void read_heading(const SheetRow& row, std::size_t index, std::array<std::optional<std::size_t>, k_columns>& columns) {
    if (clean(row.cells[index]).text.empty()) return;
    const auto column = column_of(row.cells[index]);
    const auto refuse = [&](const char* id) {
      problems_.push_back(problem(id, {{"column", row.cells[index]}}, place(sheet_, row.number) + " · " + column_letter(index)));
    };
    if (!column) return refuse("registry.column_unknown");
    auto& taken = columns[static_cast<std::size_t>(*column)];
    if (taken) return refuse("registry.column_doubled");
    taken = index;
  }

  void read_data(const SheetRow& row) {
    PrintedRow printed;
    printed.line = row.number;
    std::vector<bool> used(row.cells.size(), false);
    for (std::size_t i = 0; i < k_columns; ++i) {
      if (!columns_[i] || *columns_[i] >= row.cells.size()) continue;
      printed.cells[i] = row.cells[*columns_[i]];
      used[*columns_[i]] = true;
    }
    for (std::size_t i = 0; i < used.size(); ++i)
      if (!used[i] && !clean(row.cells[i]).text.empty())
        problems_.push_back(
            problem("registry.cell_without_heading", {{"value", row.cells[i]}}, place(sheet_, row.number) + " · " + column_letter(i)));
    tables_.back().rows.push_back(std::move(printed));
    learn_kind(tables_.back().rows.back());
  }

  void learn_kind(const PrintedRow& row) {
    if (contents_.back()) return;
    const std::u32string text = clean(row.at(Column::Projects)).text;
    const bool risk = text.find(U"主要负责人") != std::u32string::npos;
    const bool special = text.find(U"特种作业") != std::u32string::npos;
    if (risk != special) contents_.back() = risk ? Table::HighRisk : Table::SpecialOperations;
  }

  /// Blank rows and notes after the last row of data belong to no table.
  static void drop_trailing_skips(PrintedTable& table) {
    const int last = table.rows.empty() ? 0 : table.rows.back().line;
    std::erase_if(table.skipped_lines, [&](int line) { return line > last; });
  }

  const Sheet& sheet_;
  std::vector<Problem>& problems_;
  std::u32string title_;
  bool new_title_ = false;
  std::array<std::optional<std::size_t>, k_columns> columns_;
  std::vector<PrintedTable> tables_;
  std::vector<std::optional<Table>> titles_;
  std::vector<std::optional<Table>> contents_;
};

Problem refuse_all(std::vector<Problem> parts) {
  Problem all = problem("registry.import_refused", {{"count", std::to_string(parts.size())}});
  all.parts = std::move(parts);
  return all;
}

} // namespace

Result<std::vector<PrintedTable>> find_tables(const std::vector<tables::Sheet>& sheets, std::optional<Table> wanted) {
  std::vector<PrintedTable> found;
  std::vector<Problem> problems;
  bool any = false;
  bool other = false;
  for (const Sheet& sheet : sheets) {
    if (sheet.hidden) continue;
    SheetReader reader(sheet, problems);
    auto tables = reader.read();
    const auto kinds = reader.kinds(wanted);
    any = any || !tables.empty();
    for (std::size_t i = 0; i < tables.size(); ++i) {
      if (tables[i].rows.empty()) continue;
      other = other || (kinds[i] && wanted && kinds[i] != wanted);
      if (!kinds[i]) problems.push_back(problem("registry.table_unclear", {}, place(sheet, tables[i].rows.front().line)));
      if (!kinds[i] || (wanted && kinds[i] != wanted)) continue;
      tables[i].table = *kinds[i];
      found.push_back(std::move(tables[i]));
    }
  }
  if (!any) return problem("registry.no_table");
  if (!problems.empty()) return refuse_all(std::move(problems));
  if (found.empty() && other) return problem("registry.table_other", {{"table", std::string(1, letter_of(*wanted))}});
  if (found.empty()) return problem("registry.table_empty");
  return found;
}

} // namespace ankao::registry
