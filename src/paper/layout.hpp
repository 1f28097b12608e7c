// SPDX-License-Identifier: Apache-2.0
// A form as data: page and furniture, then blocks from top to bottom. Lengths are tenths of a millimetre, type sizes half points,
// line pitches tenths of a point: whole numbers, so that a form looks the same wherever it is laid out.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace ankao::paper {

enum class Face { FangSong, Hei, Kai, XiaoBiaoSong, Song };
enum class Align { Left, Center, Right };
enum class Colour { Black, Red, Grey };

struct Style {
  Face face = Face::FangSong;
  int size = 32; ///< half points; 三号 = 16 pt
  bool bold = false;
  Align align = Align::Left;
  Colour colour = Colour::Black;
  int indent = 0; ///< characters before the first line; of text on the right: kept free behind it
  int pitch = 0;  ///< tenths of a point from line to line; 0: 1.3 times the size
  int before = 0; ///< tenths of a point
  int after = 0;
  bool keep = false; ///< belongs to the signature below: begins what is kept together
};

struct Cell {
  std::string text;
  int columns = 1;
  int rows = 1;
  Style style;
  std::string picture = {}; ///< PNG that the platform drew itself, shown instead of the text within the cell
};

struct Row {
  std::string each; ///< the list of values that this row is repeated for; empty: stands once
  int height = 0;   ///< at least this high
  std::vector<Cell> cells;
};

struct Table {
  std::vector<int> widths;
  int head = 0; ///< rows repeated on each page
  std::vector<Row> rows;
};

struct Block {
  enum class Kind {
    Paragraph,
    Table,
    Rule,  ///< a line across the page
    Gap,   ///< `height` of nothing
    Break, ///< the next page
    Code   ///< a QR code of `text` with `lines` beside it
  };
  Kind kind = Kind::Paragraph;
  std::string when; ///< left out when this value is empty
  std::string text;
  Style style;
  Table table;
  std::vector<std::string> lines;
  int height = 0;
};

struct Page {
  bool landscape = false;
  int top = 370, left = 280, bottom = 350, right = 260;
  std::string head; ///< empty: none
  std::string foot; ///< {page} and {pages} stand for the numbers
  int width() const { return landscape ? 2970 : 2100; }
  int height() const { return landscape ? 2100 : 2970; }
  int text_width() const { return width() - left - right; }
};

struct Form {
  std::string id; ///< the name of its file
  std::string name_zh, name_en;
  std::vector<std::string> clauses;
  Page page;
  std::vector<Block> blocks;
};

/// A form with every value in its place: what the writers write.
struct Sheet {
  std::string title;
  Page page;
  std::vector<Block> blocks;
  long long made_at = 0; ///< seconds since 1970, for the file's own properties
};

/// Where signature, date, checkpoint and code begin: they are kept together, and never alone on a page. The number of blocks when there
/// is no signature.
inline std::size_t tail_of(const std::vector<Block>& blocks) {
  std::size_t begin = blocks.size();
  for (std::size_t i = blocks.size(); i-- > 0 && blocks[i].kind != Block::Kind::Table && blocks[i].kind != Block::Kind::Break;)
    if (blocks[i].kind == Block::Kind::Paragraph && (blocks[i].style.align == Align::Right || blocks[i].style.keep)) begin = i;
  return begin;
}

using Texts = std::map<std::string, std::string>;
struct Values {
  Texts texts;
  std::map<std::string, std::vector<Texts>> lists;
};

} // namespace ankao::paper
