// SPDX-License-Identifier: Apache-2.0
#include <png.h>
#include <webp/decode.h>

#include "look/inside/codecs.hpp"

namespace ankao::look {
namespace {

constexpr std::uint8_t k_white = 255;

/// libpng's own simple reader: it handles its errors itself.
class Png {
public:
  explicit Png(std::string_view bytes) {
    image.version = PNG_IMAGE_VERSION;
    open_ = ::png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) != 0;
  }
  Png(const Png&) = delete;
  Png& operator=(const Png&) = delete;
  ~Png() { ::png_image_free(&image); }
  bool is_open() const { return open_; }
  png_image image{};

private:
  bool open_ = false;
};

const std::uint8_t* start_of(std::string_view bytes) { return reinterpret_cast<const std::uint8_t*>(bytes.data()); }

std::uint8_t on_white(std::uint8_t value, std::uint8_t alpha) { return static_cast<std::uint8_t>((value * alpha + k_white * (k_white - alpha)) / k_white); }

} // namespace

std::optional<Size> png_size(std::string_view bytes) {
  const Png png(bytes);
  if (!png.is_open() || png.image.width > INT32_MAX || png.image.height > INT32_MAX) return std::nullopt;
  return Size{static_cast<int>(png.image.width), static_cast<int>(png.image.height)};
}

std::optional<Raster> read_png(std::string_view bytes, int side) {
  Png png(bytes);
  if (!png.is_open()) return std::nullopt;
  png.image.format = PNG_FORMAT_RGB;
  const png_color white{k_white, k_white, k_white};
  Raster whole{static_cast<int>(png.image.width), static_cast<int>(png.image.height), std::vector<std::uint8_t>(PNG_IMAGE_SIZE(png.image))};
  if (::png_image_finish_read(&png.image, &white, whole.rgb.data(), 0, nullptr) == 0) return std::nullopt;
  return smaller(whole, side);
}

std::optional<Size> webp_size(std::string_view bytes) {
  int width = 0, height = 0;
  if (::WebPGetInfo(start_of(bytes), bytes.size(), &width, &height) == 0) return std::nullopt;
  return Size{width, height};
}

std::optional<Raster> read_webp(std::string_view bytes, int side) {
  const auto size = webp_size(bytes);
  WebPDecoderConfig config;
  if (!size || ::WebPInitDecoderConfig(&config) == 0) return std::nullopt;
  const auto [width, height] = fitting(size->width, size->height, side);
  std::vector<std::uint8_t> rgba(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
  config.options.use_scaling = width != size->width || height != size->height ? 1 : 0;
  config.options.scaled_width = width;
  config.options.scaled_height = height;
  config.output.colorspace = MODE_RGBA;
  config.output.is_external_memory = 1;
  config.output.u.RGBA.rgba = rgba.data();
  config.output.u.RGBA.stride = width * 4;
  config.output.u.RGBA.size = rgba.size();
  const bool done = ::WebPDecode(start_of(bytes), bytes.size(), &config) == VP8_STATUS_OK;
  ::WebPFreeDecBuffer(&config.output);
  if (!done) return std::nullopt;
  Raster out{width, height, {}};
  out.rgb.reserve(rgba.size() / 4 * 3);
  for (std::size_t i = 0; i < rgba.size(); i += 4)
    for (std::size_t c = 0; c < 3; ++c) out.rgb.push_back(on_white(rgba[i + c], rgba[i + 3]));
  return out;
}

} // namespace ankao::look
