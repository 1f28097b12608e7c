// SPDX-License-Identifier: Apache-2.0
#include "paper/qr.hpp"

#include <cairo.h>
#include <qrencode.h>

#include <memory>

#include "base/ensure.hpp"

namespace ankao::paper {
namespace {

constexpr int k_dots = 8;
constexpr int k_quiet = 4;

cairo_status_t collect(void* into, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

} // namespace

std::vector<std::vector<bool>> qr_modules(const std::string& text) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  ensure(code != nullptr, "the text of a code is short enough");
  const auto width = static_cast<std::size_t>(code->width);
  std::vector<std::vector<bool>> out(width, std::vector<bool>(width));
  for (std::size_t y = 0; y < width; ++y)
    for (std::size_t x = 0; x < width; ++x) out[y][x] = (code->data[y * width + x] & 1U) != 0;
  return out;
}

std::string qr_png(const std::string& text) {
  const auto modules = qr_modules(text);
  const int side = (static_cast<int>(modules.size()) + 2 * k_quiet) * k_dots;
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side);
  cairo_t* cairo = cairo_create(surface);
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  cairo_set_source_rgb(cairo, 0, 0, 0);
  for (std::size_t y = 0; y < modules.size(); ++y)
    for (std::size_t x = 0; x < modules.size(); ++x)
      if (modules[y][x]) cairo_rectangle(cairo, (static_cast<int>(x) + k_quiet) * k_dots, (static_cast<int>(y) + k_quiet) * k_dots, k_dots, k_dots);
  cairo_fill(cairo);
  std::string out;
  const cairo_status_t status = cairo_surface_write_to_png_stream(surface, collect, &out);
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  ensure(status == CAIRO_STATUS_SUCCESS, "a picture in memory can be written");
  return out;
}

} // namespace ankao::paper
