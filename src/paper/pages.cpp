// SPDX-License-Identifier: Apache-2.0
#include "paper/pages.hpp"

#include <algorithm>

#include "paper/grid.hpp"
#include "paper/pdf.hpp"

namespace ankao::paper {
namespace {

constexpr double k_code_side = 62;
constexpr double k_slack = 0.01;

Style small_style(Align align) {
  Style style;
  style.size = 18;
  style.align = align;
  style.colour = Colour::Black;
  return style;
}

std::string numbered(std::string text, std::size_t page, std::size_t pages) {
  const auto put = [&text](const std::string& name, std::size_t number) {
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name)) text.replace(at, name.size(), std::to_string(number));
  };
  put("{page}", page);
  put("{pages}", pages);
  return text;
}

/// How a sheet is laid: GB/T 9704 has the line pitch drawn closer when the signature would stand without text above it.
struct Manner {
  double pitch = 1; ///< of body lines, by this factor
  double space = 1; ///< of gaps in the tail
  bool whole_tail = false;
};

class Layouter {
public:
  Layouter(const Sheet& sheet, const Typesetter& type, Manner manner)
      : manner_(manner)
      , sheet_(sheet)
      , type_(type)
      , left_(points(sheet.page.left))
      , width_(points(sheet.page.text_width()))
      , top_(points(sheet.page.top))
      , bottom_(points(sheet.page.height() - sheet.page.bottom))
      , y_(top_)
      , pages_(1) {}

  Result<std::vector<LaidPage>> run() {
    const std::size_t tail = tail_of(sheet_.blocks);
    for (std::size_t i = 0; i < sheet_.blocks.size(); ++i) {
      if (i == tail) begin_tail();
      if (manner_.whole_tail && i + 1 == tail) carry(sheet_.blocks[i], tail);
      put(sheet_.blocks[i]);
      if (fault_) return *fault_;
    }
    apart_ = tail < sheet_.blocks.size() && pages_.size() - 1 > body_page_;
    furniture();
    if (fault_) return *fault_;
    return std::move(pages_);
  }

  /// Signature, date or code stand on a page without text.
  bool apart() const { return apart_; }

private:
  LaidPage& page() { return pages_.back(); }
  double pitch(const Style& style) const { return pitch_of(style) * (style.pitch > 0 ? manner_.pitch : 1); }

  void begin_tail() {
    body_page_ = pages_.size() - 1;
    in_tail_ = true;
  }
  /// The last block of the text goes over to the page of the signature, when both have room there.
  void carry(const Block& last, std::size_t tail) {
    double height = height_of(last);
    for (std::size_t i = tail; i < sheet_.blocks.size(); ++i) height += height_of(sheet_.blocks[i]);
    if (height <= bottom_ - top_) need(height);
  }
  double height_of(const Block& block) const {
    if (block.kind == Block::Kind::Gap) return points(block.height);
    if (block.kind == Block::Kind::Code) return k_code_side + 8;
    if (block.kind == Block::Kind::Rule) return 6;
    if (block.kind == Block::Kind::Table) {
      double height = 8;
      for (const double row : row_heights(block.table, type_)) height += row;
      return height;
    }
    return (block.style.before + block.style.after) / 10.0 + type_.height(block.text, block.style, width_);
  }
  void turn() {
    pages_.emplace_back();
    y_ = top_;
  }
  void need(double height) {
    if (y_ + height > bottom_ + k_slack && y_ > top_) turn();
  }

  void put(const Block& block) {
    switch (block.kind) {
    case Block::Kind::Paragraph:
      return paragraph(block.text, block.style);
    case Block::Kind::Table:
      return table(block.table);
    case Block::Kind::Rule:
      need(6);
      page().strokes.push_back({left_, y_ + 3, left_ + width_, y_ + 3, block.style.colour == Colour::Red ? 1.5 : 0.5, block.style.colour});
      y_ += 6;
      return;
    case Block::Kind::Gap:
      y_ = std::min(y_ + points(block.height) * (in_tail_ ? manner_.space : 1), bottom_);
      return;
    case Block::Kind::Break:
      return turn();
    case Block::Kind::Code:
      return code(block);
    }
  }

  std::shared_ptr<PangoLayout> set(const std::string& text, const Style& style, double width) {
    auto layout = type_.set(text, style, width);
    if (pango_layout_get_unknown_glyphs_count(layout.get()) > 0 && !fault_) fault_ = problem("paper.glyph_missing", {{"text", text.substr(0, 300)}});
    return layout;
  }

  /// One line of a layout at (x, y): the baseline stands so that the signs lie in the middle of the pitch.
  void line(const std::shared_ptr<PangoLayout>& layout, int index, double x, double y, const Style& style) {
    const double size = style.size / 2.0;
    page().lines.push_back({layout, index, x, y + (pitch(style) - size) / 2 + size * 0.86, style.colour});
  }

  void paragraph(const std::string& text, const Style& style) {
    if (y_ > top_) y_ += style.before / 10.0 * (in_tail_ ? manner_.space : 1);
    const auto layout = set(text, style, style.align == Align::Right ? width_ - style.indent * style.size / 2.0 : width_);
    const int lines = pango_layout_get_line_count(layout.get());
    // A heading is not left alone at the foot of a page.
    if (style.face == Face::Hei && lines == 1) need(2 * pitch(style));
    for (int i = 0; i < lines; ++i) {
      need(pitch(style));
      line(layout, i, left_, y_, style);
      y_ += pitch(style);
    }
    y_ += style.after / 10.0;
  }

  void code(const Block& block) {
    need(k_code_side + 4);
    y_ += 4;
    page().codes.push_back({left_, y_, k_code_side, block.text});
    const Style style = small_style(Align::Left);
    double y = y_ + 2;
    for (const std::string& text : block.lines) {
      const auto layout = set(text, style, width_ - k_code_side - 10);
      for (int i = 0; i < pango_layout_get_line_count(layout.get()); ++i, y += pitch_of(style)) line(layout, i, left_ + k_code_side + 10, y, style);
    }
    y_ = std::max(y_ + k_code_side, y);
  }

  // ---- tables: rows are laid in runs, one run a page, and a cell that spans runs shows its text in the tallest of them ----

  void table(const Table& table) {
    const auto cells = placed_cells(table);
    const auto heights = row_heights(table, type_);
    const int rows = static_cast<int>(heights.size());
    if (y_ > top_) y_ += 4;
    double head = 0;
    for (int row = 0; row < std::min(table.head, rows); ++row) head += heights[static_cast<std::size_t>(row)];
    std::vector<std::pair<int, int>> runs{{0, 0}};
    std::vector<char> fresh{0};
    double room = bottom_ - y_;
    for (int row = 0; row < rows; ++row) {
      const double height = heights[static_cast<std::size_t>(row)];
      if (height + (row < table.head ? 0 : head) > bottom_ - top_ + k_slack) {
        fault_ = problem("paper.row_too_tall", {{"row", std::to_string(row + 1)}});
        return;
      }
      // The head never stands without a row below it.
      const double wanted = row == 0 && rows > table.head ? head + heights[static_cast<std::size_t>(std::min(table.head, rows - 1))] : height;
      if (wanted > room + k_slack) {
        if (row == 0) {
          fresh[0] = 1;
          room = bottom_ - top_;
        } else {
          runs.push_back({row, row});
          fresh.push_back(1);
          room = bottom_ - top_ - (row < table.head ? 0 : head);
        }
      }
      room -= height;
      runs.back().second = row + 1;
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (fresh[i] != 0 && y_ > top_) turn();
      if (i > 0 && runs[i].first >= table.head) run(table, cells, heights, {0, table.head}, runs);
      run(table, cells, heights, runs[i], runs);
    }
    y_ += 4;
  }

  static double sum(const std::vector<double>& heights, int from, int to) {
    double out = 0;
    for (int row = from; row < to; ++row) out += heights[static_cast<std::size_t>(row)];
    return out;
  }

  static bool shows_text(const Placed& cell, std::pair<int, int> here, const std::vector<std::pair<int, int>>& runs, const std::vector<double>& heights) {
    double best = -1;
    int first = here.first;
    for (const auto& run : runs) {
      const double part = sum(heights, std::max(cell.row, run.first), std::min(cell.row + cell.rows, run.second));
      if (part > best + k_slack) best = part, first = run.first;
    }
    return first == here.first || here.second <= runs[0].second;
  }

  void run(const Table& table, const std::vector<Placed>& cells, const std::vector<double>& heights, std::pair<int, int> rows,
           const std::vector<std::pair<int, int>>& runs) {
    for (const Placed& cell : cells) {
      const int from = std::max(cell.row, rows.first), to = std::min(cell.row + cell.rows, rows.second);
      if (from >= to) continue;
      double x = left_, width = 0;
      for (int column = 0; column < cell.column + cell.cell->columns; ++column)
        (column < cell.column ? x : width) += points(table.widths[static_cast<std::size_t>(column)]);
      const double y = y_ + sum(heights, rows.first, from), height = sum(heights, from, to);
      box(x, y, width, height);
      if (shows_text(cell, rows, runs, heights)) cell_text(*cell.cell, x, y, width, height);
    }
    y_ += sum(heights, rows.first, rows.second);
  }

  void box(double x, double y, double width, double height) {
    for (const Stroke& side : {Stroke{x, y, x + width, y}, {x, y + height, x + width, y + height}, {x, y, x, y + height}, {x + width, y, x + width, y + height}})
      page().strokes.push_back(side);
  }

  void cell_text(const Cell& cell, double x, double y, double width, double height) {
    if (!cell.picture.empty()) {
      page().plates.push_back({x + k_cell_side, y + 1, width - 2 * k_cell_side, height - 2, cell.picture});
      return;
    }
    const auto layout = set(cell.text, cell.style, width - 2 * k_cell_side);
    const int lines = pango_layout_get_line_count(layout.get());
    double at = y + (height - lines * pitch_of(cell.style)) / 2;
    for (int i = 0; i < lines; ++i, at += pitch_of(cell.style)) line(layout, i, x + k_cell_side, at, cell.style);
  }

  void furniture() {
    const std::size_t count = pages_.size();
    std::vector<LaidPage> done;
    std::swap(done, pages_);
    for (std::size_t i = 0; i < count; ++i) {
      pages_.push_back(std::move(done[i]));
      if (!sheet_.page.head.empty()) {
        const Style style = small_style(Align::Left);
        line(set(sheet_.page.head, style, width_), 0, left_, top_ - 28, style);
        page().strokes.push_back({left_, top_ - 14, left_ + width_, top_ - 14, 0.4, Colour::Black});
      }
      if (sheet_.page.foot.empty()) continue;
      const Style style = small_style(Align::Center);
      line(set(numbered(sheet_.page.foot, i + 1, count), style, width_), 0, left_, bottom_ + 14, style);
    }
  }

  Manner manner_;
  const Sheet& sheet_;
  const Typesetter& type_;
  double left_, width_, top_, bottom_, y_;
  std::vector<LaidPage> pages_;
  std::optional<Problem> fault_;
  std::size_t body_page_ = 0; ///< where the text above the signature ends
  bool in_tail_ = false, apart_ = false;
};

} // namespace

Result<std::vector<LaidPage>> lay_out(const Sheet& sheet, const Typesetter& type) {
  Layouter plain(sheet, type, {});
  auto laid = plain.run();
  if (!laid || !plain.apart()) return laid;
  for (const Manner manner : {Manner{1, 0.3}, Manner{0.97, 0.3}, Manner{0.94, 0.3}, Manner{0.91, 0.2}}) {
    Layouter closer(sheet, type, manner);
    auto drawn = closer.run();
    if (drawn && !closer.apart()) return drawn;
  }
  // Too much for that: some of the text goes over with it.
  return Layouter(sheet, type, {1, 1, true}).run();
}

std::vector<double> row_heights(const Table& table, const Typesetter& type) {
  std::vector<double> out;
  for (const Row& row : table.rows) out.push_back(std::max(points(row.height), 18.0));
  const auto cells = placed_cells(table);
  const auto needed = [&](const Placed& at) {
    double width = 0;
    for (int column = at.column; column < at.column + at.cell->columns; ++column) width += points(table.widths[static_cast<std::size_t>(column)]);
    return type.height(at.cell->text, at.cell->style, width - 2 * k_cell_side) + 2 * k_cell_top;
  };
  for (const bool spanning : {false, true})
    for (const Placed& at : cells) {
      if ((at.rows > 1) != spanning) continue;
      double have = 0;
      for (int row = at.row; row < at.row + at.rows; ++row) have += out[static_cast<std::size_t>(row)];
      const double lacking = needed(at) - have;
      if (lacking > 0) out[static_cast<std::size_t>(at.row + at.rows - 1)] += lacking;
    }
  return out;
}

} // namespace ankao::paper
