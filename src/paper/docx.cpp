// SPDX-License-Identifier: Apache-2.0
#include "paper/docx.hpp"

#include <pugixml.hpp>

#include <sstream>

#include "paper/grid.hpp"
#include "paper/qr.hpp"
#include "paper/type.hpp"
#include "paper/zip.hpp"

namespace ankao::paper {
namespace {

using pugi::xml_node;

int twips(int tenths_of_millimetre) { return tenths_of_millimetre * 1440 / 254; }
const char* word_of(Align align) { return align == Align::Center ? "center" : align == Align::Right ? "right" : "left"; }

xml_node add(xml_node parent, const char* name) { return parent.append_child(name); }
xml_node add(xml_node parent, const char* name, const char* attribute, const std::string& value) {
  xml_node node = parent.append_child(name);
  node.append_attribute(attribute) = value.c_str();
  return node;
}

void run_properties(xml_node run, const Style& style) {
  xml_node properties = add(run, "w:rPr");
  xml_node fonts = add(properties, "w:rFonts");
  for (const char* slot : {"w:ascii", "w:hAnsi", "w:eastAsia"}) fonts.append_attribute(slot) = name_of(style.face);
  if (style.bold) add(properties, "w:b");
  if (style.colour != Colour::Black) add(properties, "w:color", "w:val", style.colour == Colour::Red ? "CC0000" : "737373");
  add(properties, "w:sz", "w:val", std::to_string(style.size));
  add(properties, "w:szCs", "w:val", std::to_string(style.size));
}

void run_text(xml_node paragraph, const std::string& text, const Style& style) {
  std::istringstream lines(text);
  std::string line;
  for (bool first = true; std::getline(lines, line); first = false) {
    xml_node run = add(paragraph, "w:r");
    run_properties(run, style);
    if (!first) add(run, "w:br");
    xml_node words = add(run, "w:t", "xml:space", "preserve");
    words.text() = line.c_str();
  }
}

xml_node paragraph(xml_node parent, const Style& style, bool keep = false) {
  xml_node out = add(parent, "w:p");
  xml_node properties = add(out, "w:pPr");
  if (keep || (style.face == Face::Hei && style.pitch > 0)) add(properties, "w:keepNext");
  xml_node spacing = add(properties, "w:spacing");
  spacing.append_attribute("w:before") = style.before * 2;
  spacing.append_attribute("w:after") = style.after * 2;
  if (style.pitch > 0) {
    spacing.append_attribute("w:line") = style.pitch * 2;
    spacing.append_attribute("w:lineRule") = "exact";
  }
  if (style.indent > 0 && style.align == Align::Right) {
    xml_node indent = add(properties, "w:ind", "w:rightChars", std::to_string(style.indent * 100));
    indent.append_attribute("w:right") = style.indent * style.size * 10;
  } else if (style.indent > 0) {
    xml_node indent = add(properties, "w:ind", "w:firstLineChars", std::to_string(style.indent * 100));
    indent.append_attribute("w:firstLine") = style.indent * style.size * 10;
  }
  add(properties, "w:jc", "w:val", word_of(style.align));
  return out;
}

void field(xml_node parent, const char* instruction, const Style& style) {
  xml_node simple = add(parent, "w:fldSimple", "w:instr", instruction);
  run_text(simple, "1", style);
}

void borders(xml_node properties) {
  xml_node lines = add(properties, "w:tblBorders");
  for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
    xml_node line = add(lines, side, "w:val", "single");
    line.append_attribute("w:sz") = 4;
    line.append_attribute("w:space") = 0;
    line.append_attribute("w:color") = "000000";
  }
}

using Plates = std::vector<std::string>; ///< pictures in cells, in the order in which they stand

/// Half as high as wide is what a drawn signature is; it keeps that shape within the cell.
void plate(xml_node paragraph, std::size_t number, int width, int height) {
  constexpr int k_emu = 635; // of a twip
  const int high = std::max(1, std::min(height, width * 2 / 5)), wide = high * 5 / 2;
  const std::string size = "cx=\"" + std::to_string(wide * k_emu) + "\" cy=\"" + std::to_string(high * k_emu) + "\"", id = std::to_string(100 + number);
  const std::string drawn = "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " + size + "/><wp:docPr id=\"" + id + "\" name=\"plate" + id +
                            "\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"" + id +
                            "\" name=\"plate.png\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId" + id +
                            "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext " + size +
                            "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
  paragraph.append_buffer(drawn.data(), drawn.size());
}

void cell(xml_node row, const Table& table, const Placed& at, bool begins, Plates& plates) {
  xml_node out = add(row, "w:tc");
  xml_node properties = add(out, "w:tcPr");
  int width = 0;
  for (int column = at.column; column < at.column + at.cell->columns; ++column) width += twips(table.widths[static_cast<std::size_t>(column)]);
  xml_node size = add(properties, "w:tcW", "w:w", std::to_string(width));
  size.append_attribute("w:type") = "dxa";
  if (at.cell->columns > 1) add(properties, "w:gridSpan", "w:val", std::to_string(at.cell->columns));
  if (at.rows > 1) add(properties, "w:vMerge", "w:val", begins ? "restart" : "continue");
  add(properties, "w:vAlign", "w:val", "center");
  xml_node text = paragraph(out, at.cell->style);
  if (begins && !at.cell->picture.empty())
    plate(text, plates.size() + 1, width - 120, twips(table.rows[static_cast<std::size_t>(at.row)].height) - 60), plates.push_back(at.cell->picture);
  else if (begins)
    run_text(text, at.cell->text, at.cell->style);
}

void table(xml_node body, const Table& table, Plates& plates) {
  const auto cells = placed_cells(table);
  const auto places = covered(table, cells);
  xml_node out = add(body, "w:tbl");
  xml_node properties = add(out, "w:tblPr");
  int total = 0;
  for (const int width : table.widths) total += twips(width);
  add(properties, "w:tblW", "w:w", std::to_string(total)).append_attribute("w:type") = "dxa";
  borders(properties);
  add(properties, "w:tblLayout", "w:type", "fixed");
  xml_node margins = add(properties, "w:tblCellMar");
  for (const char* side : {"w:top", "w:left", "w:bottom", "w:right"}) add(margins, side, "w:w", "60").append_attribute("w:type") = "dxa";
  xml_node grid = add(out, "w:tblGrid");
  for (const int width : table.widths) add(grid, "w:gridCol", "w:w", std::to_string(twips(width)));
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    xml_node line = add(out, "w:tr");
    xml_node rules = add(line, "w:trPr");
    add(rules, "w:cantSplit");
    add(rules, "w:trHeight", "w:val", std::to_string(std::max(360, twips(table.rows[row].height)))).append_attribute("w:hRule") = "atLeast";
    if (static_cast<int>(row) < table.head) add(rules, "w:tblHeader");
    for (std::size_t column = 0; column < table.widths.size();) {
      const Placed& at = cells[static_cast<std::size_t>(places[row][column])];
      cell(line, table, at, at.row == static_cast<int>(row), plates);
      column += static_cast<std::size_t>(at.cell->columns);
    }
  }
  // Word wants a paragraph after a table; a small one keeps the distance.
  Style after;
  after.size = 8, after.pitch = 60;
  paragraph(body, after);
}

void rule(xml_node body, Colour colour) {
  Style style;
  style.size = 8, style.pitch = 60;
  xml_node out = paragraph(body, style);
  xml_node line = add(out.child("w:pPr").insert_child_before("w:pBdr", out.child("w:pPr").child("w:spacing")), "w:bottom", "w:val", "single");
  line.append_attribute("w:sz") = colour == Colour::Red ? 12 : 4;
  line.append_attribute("w:space") = 1;
  line.append_attribute("w:color") = colour == Colour::Red ? "CC0000" : "000000";
}

void gap(xml_node body, int height, bool keep) {
  Style style;
  style.size = 8;
  style.pitch = std::max(10, height * 720 / 254);
  paragraph(body, style, keep);
}

void code(xml_node body, const Block& block) {
  Style style;
  style.size = 18;
  xml_node out = paragraph(body, style, true);
  constexpr const char* k_picture =
      R"(<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="864000" cy="864000"/><wp:docPr id="1" name="code"/>)"
      R"(<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="code.png"/>)"
      R"(<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId3"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>)"
      R"(<a:off x="0" y="0"/><a:ext cx="864000" cy="864000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>)"
      R"(</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>)";
  out.append_buffer(k_picture, std::char_traits<char>::length(k_picture));
  for (const std::string& text : block.lines) run_text(paragraph(body, style, &text != &block.lines.back()), text, style);
}

void put(xml_node body, const Block& block, bool keep, Plates& plates) {
  switch (block.kind) {
  case Block::Kind::Paragraph:
    return run_text(paragraph(body, block.style, keep), block.text, block.style);
  case Block::Kind::Table:
    return table(body, block.table, plates);
  case Block::Kind::Rule:
    return rule(body, block.style.colour);
  case Block::Kind::Gap:
    return gap(body, block.height, keep);
  case Block::Kind::Break:
    add(add(add(body, "w:p"), "w:r"), "w:br", "w:type", "page");
    return;
  case Block::Kind::Code:
    return code(body, block);
  }
}

xml_node root(pugi::xml_document& document, const char* name) {
  xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  declaration.append_attribute("standalone") = "yes";
  xml_node out = document.append_child(name);
  out.append_attribute("xmlns:w") = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  out.append_attribute("xmlns:r") = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  out.append_attribute("xmlns:wp") = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
  out.append_attribute("xmlns:a") = "http://schemas.openxmlformats.org/drawingml/2006/main";
  out.append_attribute("xmlns:pic") = "http://schemas.openxmlformats.org/drawingml/2006/picture";
  return out;
}

std::string text_of(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "", pugi::format_raw);
  return out.str();
}

std::string document_part(const Sheet& sheet, Plates& plates) {
  pugi::xml_document document;
  xml_node body = add(root(document, "w:document"), "w:body");
  // From the line above the signature on: Word may not leave the code alone on a page.
  const std::size_t tail = tail_of(sheet.blocks);
  for (std::size_t i = 0; i < sheet.blocks.size(); ++i) put(body, sheet.blocks[i], i + 1 >= tail && i + 1 < sheet.blocks.size(), plates);
  xml_node section = add(body, "w:sectPr");
  add(section, "w:headerReference", "w:type", "default").append_attribute("r:id") = "rId1";
  add(section, "w:footerReference", "w:type", "default").append_attribute("r:id") = "rId2";
  xml_node size = add(section, "w:pgSz", "w:w", std::to_string(twips(sheet.page.width())));
  size.append_attribute("w:h") = twips(sheet.page.height());
  if (sheet.page.landscape) size.append_attribute("w:orient") = "landscape";
  xml_node margins = add(section, "w:pgMar");
  margins.append_attribute("w:top") = twips(sheet.page.top);
  margins.append_attribute("w:right") = twips(sheet.page.right);
  margins.append_attribute("w:bottom") = twips(sheet.page.bottom);
  margins.append_attribute("w:left") = twips(sheet.page.left);
  margins.append_attribute("w:header") = std::max(300, twips(sheet.page.top) - 560);
  margins.append_attribute("w:footer") = std::max(300, twips(sheet.page.bottom) - 560);
  margins.append_attribute("w:gutter") = 0;
  return text_of(document);
}

std::string furniture_part(const char* name, const std::string& text, Align align) {
  pugi::xml_document document;
  Style style;
  style.size = 18, style.align = align;
  xml_node out = paragraph(root(document, name), style);
  for (std::size_t i = 0; i < text.size();) {
    const auto open = text.find("{page", i);
    run_text(out, text.substr(i, open == std::string::npos ? open : open - i), style);
    if (open == std::string::npos) break;
    const bool all = text.compare(open, 7, "{pages}") == 0;
    field(out, all ? "NUMPAGES" : "PAGE", style);
    i = open + (all ? 7U : 6U);
  }
  return text_of(document);
}

constexpr const char* k_types =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Default Extension="png" ContentType="image/png"/>)"
    R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>)"
    R"(<Override PartName="/word/header.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>)"
    R"(<Override PartName="/word/footer.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>)";
constexpr const char* k_root_links =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)";

std::string links(bool picture, std::size_t plates) {
  const std::string kind = R"(" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)";
  std::string out =
      R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  out += R"(<Relationship Id="rId1)" + kind + R"(header" Target="header.xml"/>)";
  out += R"(<Relationship Id="rId2)" + kind + R"(footer" Target="footer.xml"/>)";
  if (picture) out += R"(<Relationship Id="rId3)" + kind + R"(image" Target="code.png"/>)";
  for (std::size_t i = 1; i <= plates; ++i) out += R"(<Relationship Id="rId)" + std::to_string(100 + i) + kind + R"(image" Target="plate)" + std::to_string(i) + R"(.png"/>)";
  return out + "</Relationships>";
}

} // namespace

std::string to_docx(const Sheet& sheet) {
  const Block* picture = nullptr;
  for (const Block& block : sheet.blocks)
    if (block.kind == Block::Kind::Code) picture = &block;
  Plates plates;
  const std::string document = document_part(sheet, plates);
  std::vector<std::pair<std::string, std::string>> parts = {{"[Content_Types].xml", k_types},
                                                            {"_rels/.rels", k_root_links},
                                                            {"word/document.xml", document},
                                                            {"word/_rels/document.xml.rels", links(picture != nullptr, plates.size())},
                                                            {"word/header.xml", furniture_part("w:hdr", sheet.page.head, Align::Left)},
                                                            {"word/footer.xml", furniture_part("w:ftr", sheet.page.foot, Align::Center)}};
  if (picture != nullptr) parts.emplace_back("word/code.png", qr_png(picture->text));
  for (std::size_t i = 0; i < plates.size(); ++i) parts.emplace_back("word/plate" + std::to_string(i + 1) + ".png", plates[i]);
  return zip_of(parts, sheet.made_at);
}

} // namespace ankao::paper
