// SPDX-License-Identifier: Apache-2.0
#include "paper/png.hpp"

#include <cmath>

#include "paper/draw.hpp"

namespace ankao::paper {
namespace {

cairo_status_t collect(void* into, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

std::string picture_of(const Sheet& sheet, const LaidPage& page, double scale) {
  const auto dots = [scale](int tenths) { return static_cast<int>(std::lround(points(tenths) * scale)); };
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, dots(sheet.page.width()), dots(sheet.page.height()));
  cairo_t* cairo = cairo_create(surface);
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  cairo_scale(cairo, scale, scale);
  draw(cairo, page);
  cairo_destroy(cairo);
  std::string out;
  const cairo_status_t status = cairo_surface_write_to_png_stream(surface, collect, &out);
  cairo_surface_destroy(surface);
  ensure(status == CAIRO_STATUS_SUCCESS, std::string("a picture can be written in memory: ") + cairo_status_to_string(status));
  return out;
}

} // namespace

Result<std::vector<std::string>> to_png(const Sheet& sheet, Faces faces, int dots_per_inch) {
  const Typesetter type(faces);
  const auto pages = lay_out(sheet, type);
  if (!pages) return pages.problem();
  std::vector<std::string> out;
  for (const LaidPage& page : *pages) out.push_back(picture_of(sheet, page, dots_per_inch / 72.0));
  return out;
}

} // namespace ankao::paper
