// SPDX-License-Identifier: Apache-2.0
#include "paper/pdf.hpp"

#include <cairo-pdf.h>

#include <ctime>

#include "paper/pages.hpp"
#include "paper/qr.hpp"

namespace ankao::paper {
namespace {

cairo_status_t collect(void* into, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

void pick(cairo_t* cairo, Colour colour) {
  if (colour == Colour::Red)
    cairo_set_source_rgb(cairo, 0.8, 0, 0);
  else
    cairo_set_source_rgb(cairo, colour == Colour::Grey ? 0.45 : 0, colour == Colour::Grey ? 0.45 : 0, colour == Colour::Grey ? 0.45 : 0);
}

void draw(cairo_t* cairo, const Line& line) {
  PangoLayoutLine* found = pango_layout_get_line_readonly(line.layout.get(), line.index);
  int start = 0;
  // Where alignment and indent put the line: pango knows it only of the layout as a whole.
  PangoLayoutIter* walk = pango_layout_get_iter(line.layout.get());
  for (int i = 0; i < line.index; ++i) pango_layout_iter_next_line(walk);
  PangoRectangle logical;
  pango_layout_iter_get_line_extents(walk, nullptr, &logical);
  start = logical.x;
  pango_layout_iter_free(walk);
  pick(cairo, line.colour);
  cairo_move_to(cairo, line.x + static_cast<double>(start) / PANGO_SCALE, line.baseline);
  pango_cairo_show_layout_line(cairo, found);
}

void draw(cairo_t* cairo, const Stroke& stroke) {
  pick(cairo, stroke.colour);
  cairo_set_line_width(cairo, stroke.width);
  cairo_set_line_cap(cairo, CAIRO_LINE_CAP_SQUARE);
  cairo_move_to(cairo, stroke.x1, stroke.y1);
  cairo_line_to(cairo, stroke.x2, stroke.y2);
  cairo_stroke(cairo);
}

void draw(cairo_t* cairo, const Picture& code) {
  const auto modules = qr_modules(code.text);
  const double unit = code.side / static_cast<double>(modules.size());
  pick(cairo, Colour::Black);
  for (std::size_t y = 0; y < modules.size(); ++y)
    for (std::size_t x = 0; x < modules.size(); ++x)
      if (modules[y][x]) cairo_rectangle(cairo, code.x + unit * static_cast<double>(x), code.y + unit * static_cast<double>(y), unit, unit);
  cairo_fill(cairo);
}

std::string iso_time(long long seconds) {
  const std::time_t when = static_cast<std::time_t>(seconds);
  std::tm parts{};
  gmtime_r(&when, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

} // namespace

Result<std::string> to_pdf(const Sheet& sheet, Faces faces) {
  const Typesetter type(faces);
  const auto pages = lay_out(sheet, type);
  if (!pages) return pages.problem();
  std::string out;
  cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(collect, &out, points(sheet.page.width()), points(sheet.page.height()));
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, sheet.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Ankao");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, iso_time(sheet.made_at).c_str());
  cairo_t* cairo = cairo_create(surface);
  for (const LaidPage& page : *pages) {
    for (const Stroke& stroke : page.strokes) draw(cairo, stroke);
    for (const Picture& code : page.codes) draw(cairo, code);
    for (const Line& line : page.lines) draw(cairo, line);
    cairo_show_page(cairo);
  }
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  const cairo_status_t status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  ensure(status == CAIRO_STATUS_SUCCESS, std::string("a PDF can be written in memory: ") + cairo_status_to_string(status));
  return out;
}

} // namespace ankao::paper
