// SPDX-License-Identifier: Apache-2.0
#include "paper/ink.hpp"

#include <cairo.h>

#include "base/ensure.hpp"

namespace ankao::paper {
namespace {

constexpr double k_scale = 0.5;
constexpr double k_line = 8;

cairo_status_t collect(void* into, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

} // namespace

std::string ink_png(const std::vector<std::vector<std::pair<int, int>>>& lines, int width, int height) {
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width * k_scale), static_cast<int>(height * k_scale));
  cairo_t* cairo = cairo_create(surface);
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  cairo_scale(cairo, k_scale, k_scale);
  cairo_set_source_rgb(cairo, 0, 0, 0);
  cairo_set_line_width(cairo, k_line);
  cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) (i == 0 ? cairo_move_to : cairo_line_to)(cairo, line[i].first, line[i].second);
    if (line.size() == 1) cairo_line_to(cairo, line[0].first, line[0].second);
    cairo_stroke(cairo);
  }
  cairo_destroy(cairo);
  std::string out;
  const cairo_status_t status = cairo_surface_write_to_png_stream(surface, collect, &out);
  cairo_surface_destroy(surface);
  ensure(status == CAIRO_STATUS_SUCCESS, std::string("a picture can be written in memory: ") + cairo_status_to_string(status));
  return out;
}

} // namespace ankao::paper
