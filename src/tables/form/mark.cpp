// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "tables/book.hpp"
#include "tables/form/cells.hpp"
#include "tables/form/form.hpp"
#include "tables/form/words.hpp"
#include "tables/read.hpp"

namespace ankao::tables {
namespace {

constexpr std::size_t k_longest_cell = 32'000 / 4; ///< bytes; Excel's limit is 32,767 characters
constexpr int k_most_comments = 2000;              ///< more would make the file slow to open; the column says them all

struct Formats {
  lxw_format *head, *text, *wrong, *faults;
};

Formats formats_of(lxw_workbook* book) {
  Formats f{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)};
  format_set_bold(f.head);
  format_set_bg_color(f.head, 0xE6E6E6);
  format_set_border(f.head, LXW_BORDER_THIN);
  for (lxw_format* cell : {f.text, f.wrong}) format_set_num_format(cell, "@");
  format_set_bg_color(f.wrong, 0xFFC7CE);
  format_set_font_color(f.faults, 0x9C0006);
  format_set_text_wrap(f.faults);
  return f;
}

std::string cut(const std::string& text) {
  if (text.size() <= k_longest_cell) return text;
  std::size_t end = k_longest_cell;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "……";
}

bool is_faults(const std::string& heading) { return heading == k_faults_zh || heading == k_faults_en; }

/// A title may stand above the headings: of the first rows the one with most cells.
const SheetRow* head_of(const Sheet& sheet) {
  constexpr std::size_t k_looked_at = 10;
  const SheetRow* head = nullptr;
  std::ptrdiff_t most = 0;
  for (std::size_t i = 0; i < std::min(sheet.rows.size(), k_looked_at); ++i) {
    const auto cells = std::count_if(sheet.rows[i].cells.begin(), sheet.rows[i].cells.end(), [](const std::string& cell) { return !trimmed(cell).empty(); });
    if (cells > most) most = cells, head = &sheet.rows[i];
  }
  return head;
}

/// One sheet on its way into the marked workbook.
class Copy {
public:
  Copy(lxw_worksheet* out, const Sheet& sheet, const Formats& formats)
      : out_(out)
      , sheet_(sheet)
      , formats_(formats) {
    const SheetRow* head = head_of(sheet);
    head_ = head == nullptr ? 0 : head->number;
    for (std::size_t i = 0; head != nullptr && i < head->cells.size(); ++i)
      (is_faults(trimmed(head->cells[i])) ? dropped_ : columns_)[trimmed(head->cells[i])] = i;
    for (const SheetRow& row : sheet.rows)
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (!row.cells[i].empty() && !drops(i)) width_ = std::max(width_, i + 1);
  }

  void write(const std::vector<const Mark*>& marks, FormLanguage language) {
    for (const Mark* mark : marks) {
      const int row = mark->row == 0 ? head_ : mark->row;
      std::string& all = faults_[row];
      all += (all.empty() ? "" : "；") + (mark->column.empty() ? "" : mark->column + "：") + mark->text;
      if (const auto place = columns_.find(mark->column); place != columns_.end()) cells_[{row, place->second}] += (cells_[{row, place->second}].empty() ? "" : "\n") + mark->text;
    }
    for (const SheetRow& row : sheet_.rows) write_row(row);
    const auto place = static_cast<lxw_col_t>(width_);
    worksheet_set_column(out_, 0, place, 16, nullptr);
    worksheet_set_column(out_, place, place, 70, nullptr);
    if (head_ == 0) return;
    worksheet_write_string(out_, static_cast<lxw_row_t>(head_ - 1), place, language == FormLanguage::Chinese ? k_faults_zh : k_faults_en, formats_.head);
    for (const auto& [number, text] : faults_) {
      if (number == head_)
        worksheet_write_comment(out_, static_cast<lxw_row_t>(number - 1), place, cut(text).c_str());
      else
        worksheet_write_string(out_, static_cast<lxw_row_t>(number - 1), place, cut(text).c_str(), formats_.faults);
    }
    worksheet_freeze_panes(out_, static_cast<lxw_row_t>(head_), 0);
  }

private:
  bool drops(std::size_t column) const {
    return std::any_of(dropped_.begin(), dropped_.end(), [&](const auto& one) { return one.second == column; });
  }

  void write_row(const SheetRow& row) {
    const auto line = static_cast<lxw_row_t>(row.number - 1);
    for (std::size_t i = 0; i < width_; ++i) {
      if (drops(i)) continue;
      const auto fault = cells_.find({row.number, i});
      lxw_format* format = row.number == head_ ? formats_.head : fault == cells_.end() ? formats_.text : formats_.wrong;
      const std::string text = cut(row.cell(i));
      const auto place = static_cast<lxw_col_t>(i);
      if (text.empty() && fault == cells_.end()) continue;
      if (text.empty())
        worksheet_write_blank(out_, line, place, format);
      else
        worksheet_write_string(out_, line, place, text.c_str(), format);
      if (fault != cells_.end() && comments_++ < k_most_comments) worksheet_write_comment(out_, line, place, cut(fault->second).c_str());
    }
  }

  lxw_worksheet* out_;
  const Sheet& sheet_;
  const Formats& formats_;
  int head_ = 0;
  std::size_t width_ = 0;
  int comments_ = 0;
  std::map<std::string, std::size_t> columns_, dropped_;
  std::map<int, std::string> faults_;
  std::map<std::pair<int, std::size_t>, std::string> cells_;
};

} // namespace

Result<std::string> marked(std::string_view bytes, const std::vector<Mark>& marks, FormLanguage language, const Limits& limits) {
  const auto sheets = read(bytes, limits);
  if (!sheets.ok()) return sheets.problem();
  Book book;
  const Formats formats = formats_of(book.get());
  bool first = true;
  for (const Sheet& sheet : *sheets) {
    if (sheet.hidden || sheet.rows.empty()) continue;
    std::vector<const Mark*> here;
    for (const Mark& mark : marks)
      if (mark.sheet == sheet.name || (mark.sheet.empty() && first)) here.push_back(&mark);
    Copy(book.sheet(sheet.name), sheet, formats).write(here, language);
    first = false;
  }
  if (first) return problem("tables.form_empty");
  return book.bytes();
}

} // namespace ankao::tables
