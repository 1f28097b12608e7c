// SPDX-License-Identifier: Apache-2.0
#include "paper/xlsx.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdint>
#include <set>

#include "base/ensure.hpp"
#include "paper/grid.hpp"
#include "paper/pdf.hpp"
#include "paper/qr.hpp"
#include "paper/type.hpp"
#include "tables/passing_file.hpp"

namespace ankao::paper {
namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

class Book {
public:
  Book(const Sheet& sheet, const std::string& path)
      : sheet_(sheet)
      , type_(Faces::Fallback)
      , book_(workbook_new(path.c_str()))
      , page_(workbook_add_worksheet(book_, "Sheet1")) {}

  void write() {
    columns();
    furniture();
    for (const Block& block : sheet_.blocks) put(block);
    lxw_doc_properties properties = {};
    std::string title = sheet_.title; // the library asks for text it may change
    properties.title = title.data();
    properties.created = static_cast<time_t>(sheet_.made_at);
    workbook_set_properties(book_, &properties);
    ensure(workbook_close(book_) == LXW_NO_ERROR, "a workbook can be written");
  }

private:
  /// Where any column of any table begins or ends.
  void columns() {
    std::set<int> ends{sheet_.page.text_width()};
    for (const Block& block : sheet_.blocks) {
      int end = 0;
      for (const int width : block.table.widths) ends.insert(end += width);
    }
    edges_.assign(1, 0);
    edges_.insert(edges_.end(), ends.begin(), ends.end());
    // An edge a hair from the paper's would make a column too narrow to see.
    while (edges_.size() > 2 && edges_.back() - edges_[edges_.size() - 2] < 30) edges_.erase(edges_.end() - 2);
    for (std::size_t i = 0; i + 1 < edges_.size(); ++i)
      worksheet_set_column(page_, column(i), column(i), points(edges_[i + 1] - edges_[i]) / 5.6, nullptr);
  }
  static lxw_col_t column(std::size_t index) { return static_cast<lxw_col_t>(index); }
  lxw_col_t last() const { return column(edges_.size() - 2); }
  /// The column that begins at or after `at`.
  lxw_col_t begin_of(int at) const { return column(static_cast<std::size_t>(std::lower_bound(edges_.begin(), edges_.end(), at) - edges_.begin())); }

  void furniture() {
    worksheet_set_paper(page_, 9);
    if (sheet_.page.landscape) worksheet_set_landscape(page_);
    worksheet_set_margins(page_, sheet_.page.left / 254.0, sheet_.page.right / 254.0, sheet_.page.top / 254.0, sheet_.page.bottom / 254.0);
    worksheet_fit_to_pages(page_, 1, 0);
    worksheet_gridlines(page_, LXW_HIDE_ALL_GRIDLINES);
    if (!sheet_.page.head.empty()) worksheet_set_header(page_, ("&L&9" + replaced(sheet_.page.head, "&", "&&")).c_str());
    const std::string foot = replaced(replaced(replaced(sheet_.page.foot, "&", "&&"), "{pages}", "&N"), "{page}", "&P");
    if (!foot.empty()) worksheet_set_footer(page_, ("&C&9" + foot).c_str());
  }

  lxw_format* format(const Style& style, bool border) {
    lxw_format* out = workbook_add_format(book_);
    format_set_font_name(out, name_of(style.face));
    format_set_font_size(out, style.size / 2.0);
    if (style.bold) format_set_bold(out);
    if (style.colour == Colour::Red) format_set_font_color(out, 0xCC0000);
    if (style.colour == Colour::Grey) format_set_font_color(out, 0x737373);
    format_set_text_wrap(out);
    format_set_num_format(out, "@");
    format_set_align(out, LXW_ALIGN_VERTICAL_CENTER);
    format_set_align(out, style.align == Align::Center ? LXW_ALIGN_CENTER : style.align == Align::Right ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
    // Without it the text touches the line.
    if (border && style.align != Align::Center) format_set_indent(out, 1);
    if (!border && style.align == Align::Right && style.indent > 0) format_set_indent(out, static_cast<std::uint8_t>(style.indent));
    if (border) format_set_border(out, LXW_BORDER_THIN);
    return out;
  }

  void range(lxw_row_t top, lxw_col_t left, lxw_row_t bottom, lxw_col_t right, const std::string& text, lxw_format* look) {
    if (top == bottom && left == right)
      worksheet_write_string(page_, top, left, text.c_str(), look);
    else
      worksheet_merge_range(page_, top, left, bottom, right, text.c_str(), look);
  }

  void text(const std::string& words, const Style& style) {
    std::string shown = words;
    for (int i = 0; i < style.indent && style.align == Align::Left; ++i) shown.insert(0, "　");
    const double height = type_.height(shown, style, points(sheet_.page.text_width()) - 8) + (style.before + style.after) / 10.0;
    worksheet_set_row(page_, row_, std::min(height + 2, 409.0), nullptr);
    range(row_, 0, row_, last(), shown, format(style, false));
    ++row_;
  }

  void table(const Table& table) {
    std::vector<int> starts{0};
    for (const int width : table.widths) starts.push_back(starts.back() + width);
    const auto heights = row_heights(table, type_);
    for (std::size_t i = 0; i < heights.size(); ++i)
      worksheet_set_row(page_, row_ + static_cast<lxw_row_t>(i), std::min(heights[i] * 1.08 + 2, 409.0), nullptr);
    for (const Placed& at : placed_cells(table)) {
      const auto top = row_ + static_cast<lxw_row_t>(at.row);
      const auto left = begin_of(starts[static_cast<std::size_t>(at.column)]);
      const auto right = begin_of(starts[static_cast<std::size_t>(at.column + at.cell->columns)]) - 1;
      range(top, left, top + static_cast<lxw_row_t>(at.rows) - 1, static_cast<lxw_col_t>(right), at.cell->text, format(at.cell->style, true));
    }
    if (table.head > 0 && !repeated_) {
      worksheet_repeat_rows(page_, row_, row_ + static_cast<lxw_row_t>(table.head) - 1);
      repeated_ = true;
    }
    row_ += static_cast<lxw_row_t>(heights.size());
  }

  void rule(Colour colour) {
    lxw_format* line = workbook_add_format(book_);
    format_set_bottom(line, colour == Colour::Red ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
    format_set_bottom_color(line, colour == Colour::Red ? 0xCC0000 : 0x000000);
    worksheet_set_row(page_, row_, 6, nullptr);
    range(row_, 0, row_, last(), "", line);
    ++row_;
  }

  void put(const Block& block) {
    switch (block.kind) {
    case Block::Kind::Paragraph:
      return text(block.text, block.style);
    case Block::Kind::Table:
      return table(block.table);
    case Block::Kind::Rule:
      return rule(block.style.colour);
    case Block::Kind::Gap:
      worksheet_set_row(page_, row_++, std::min(points(block.height), 409.0), nullptr);
      return;
    case Block::Kind::Break:
      breaks_.insert(breaks_.empty() ? breaks_.end() : breaks_.end() - 1, row_);
      if (breaks_.size() == 1) breaks_.push_back(0);
      worksheet_set_h_pagebreaks(page_, breaks_.data());
      return;
    case Block::Kind::Code:
      return code(block);
    }
  }

  void code(const Block& block) {
    pictures_.push_back(qr_png(block.text));
    worksheet_set_row(page_, row_, 76, nullptr);
    const std::string& png = pictures_.back();
    lxw_image_options options = {};
    // Whatever its number of modules, the code is a little over 70 points wide.
    const auto side = static_cast<double>(qr_modules(block.text).size() + 8) * 8;
    options.x_scale = options.y_scale = 96.0 / side;
    worksheet_insert_image_buffer_opt(page_, row_++, 0, reinterpret_cast<const unsigned char*>(png.data()), png.size(), &options);
    Style style;
    style.size = 18;
    for (const std::string& line : block.lines) text(line, style);
  }

  const Sheet& sheet_;
  Typesetter type_;
  lxw_workbook* book_;
  lxw_worksheet* page_;
  std::vector<int> edges_;
  lxw_row_t row_ = 0;
  bool repeated_ = false;
  std::vector<lxw_row_t> breaks_;
  std::vector<std::string> pictures_;
};

} // namespace

std::string to_xlsx(const Sheet& sheet) {
  const tables::PassingFile file;
  Book(sheet, file.path()).write();
  return file.bytes();
}

} // namespace ankao::paper
