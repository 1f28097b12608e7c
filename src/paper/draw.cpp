// SPDX-License-Identifier: Apache-2.0
#include "paper/draw.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "paper/qr.hpp"

namespace ankao::paper {
namespace {

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

struct Unread {
  const std::string& bytes;
  std::size_t at = 0;
};

cairo_status_t next(void* from, unsigned char* bytes, unsigned int count) {
  auto& unread = *static_cast<Unread*>(from);
  if (unread.at + count > unread.bytes.size()) return CAIRO_STATUS_READ_ERROR;
  unread.bytes.copy(reinterpret_cast<char*>(bytes), count, unread.at);
  unread.at += count;
  return CAIRO_STATUS_SUCCESS;
}

/// In the middle of its box, as large as it fits.
void draw(cairo_t* cairo, const Plate& plate) {
  Unread unread{plate.png};
  cairo_surface_t* picture = cairo_image_surface_create_from_png_stream(next, &unread);
  ensure(cairo_surface_status(picture) == CAIRO_STATUS_SUCCESS, "a picture of ours can be read");
  const double width = cairo_image_surface_get_width(picture), height = cairo_image_surface_get_height(picture);
  const double scale = std::min(plate.width / width, plate.height / height);
  cairo_save(cairo);
  cairo_translate(cairo, plate.x + (plate.width - width * scale) / 2, plate.y + (plate.height - height * scale) / 2);
  cairo_scale(cairo, scale, scale);
  cairo_set_source_surface(cairo, picture, 0, 0);
  cairo_paint(cairo);
  cairo_restore(cairo);
  cairo_surface_destroy(picture);
}

} // namespace

void draw(cairo_t* cairo, const LaidPage& page) {
  for (const Plate& plate : page.plates) draw(cairo, plate);
  for (const Stroke& stroke : page.strokes) draw(cairo, stroke);
  for (const Picture& code : page.codes) draw(cairo, code);
  for (const Line& line : page.lines) draw(cairo, line);
}

} // namespace ankao::paper
