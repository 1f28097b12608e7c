// SPDX-License-Identifier: Apache-2.0
// The picture formats that are read, and the one that is written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "look/inside/raster.hpp"

namespace ankao::look {

struct Size {
  int width = 0;
  int height = 0;
  std::int64_t pixels() const { return std::int64_t{width} * height; }
};

/// From the header alone; nothing for what is no picture of the type.
std::optional<Size> jpeg_size(std::string_view bytes);
std::optional<Size> png_size(std::string_view bytes);
std::optional<Size> webp_size(std::string_view bytes);

/// Unpacked with no side above `side`; what is transparent becomes white. Nothing for a broken picture.
std::optional<Raster> read_jpeg(std::string_view bytes, int side);
std::optional<Raster> read_png(std::string_view bytes, int side);
std::optional<Raster> read_webp(std::string_view bytes, int side);

/// Without any metadata; "" when it cannot be made.
std::string write_jpeg(const Raster& raster);

} // namespace ankao::look
