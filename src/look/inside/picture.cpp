// SPDX-License-Identifier: Apache-2.0
#include "look/inside/picture.hpp"

#include <utility>

#include "look/inside/codecs.hpp"
#include "look/inside/exif.hpp"

namespace ankao::look {
namespace {

struct Codec {
  const char* type;
  std::optional<Size> (*size)(std::string_view);
  std::optional<Raster> (*read)(std::string_view, int);
};
constexpr Codec k_codecs[] = {{"image/jpeg", jpeg_size, read_jpeg}, {"image/png", png_size, read_png}, {"image/webp", webp_size, read_webp}};

const Codec* codec_of(const std::string& type) {
  for (const Codec& one : k_codecs)
    if (type == one.type) return &one;
  return nullptr;
}

} // namespace

void draw(std::string_view bytes, const Drawing& drawing, Found& found) {
  const Codec* codec = codec_of(found.type);
  const auto size = codec == nullptr ? std::nullopt : codec->size(bytes);
  found.fault = Fault::Broken;
  if (!size || size->width < 1 || size->height < 1 || drawing.small < 1 || drawing.large < drawing.small) return;
  found.width = size->width;
  found.height = size->height;
  const int orientation = read_exif(bytes, found);
  if (orientation >= 5) std::swap(found.width, found.height);
  if (size->pixels() > drawing.pixels) {
    found.fault = Fault::TooManyPixels;
    return;
  }
  const auto upright = codec->read(bytes, drawing.large);
  if (!upright) return;
  const Raster large = turned(*upright, orientation);
  found.large = write_jpeg(large);
  found.small = write_jpeg(smaller(large, drawing.small));
  if (!found.large.empty() && !found.small.empty()) found.fault = Fault::None;
}

} // namespace ankao::look
