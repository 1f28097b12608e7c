// SPDX-License-Identifier: Apache-2.0
// Pictures as rows of red, green, blue, and making them smaller.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace ankao::look {

struct Raster {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgb;
  std::size_t row_bytes() const { return static_cast<std::size_t>(width) * 3; }
  const std::uint8_t* row(int y) const { return rgb.data() + row_bytes() * static_cast<std::size_t>(y); }
};

/// The largest size of the same shape with no side above `side`, never larger than the picture itself.
std::pair<int, int> fitting(int width, int height, int side);

/// Takes the rows of a picture from above and averages them into a smaller one.
class Sampler {
public:
  /// Sides of at least 1; the target is not larger than the source.
  Sampler(int width, int height, int to_width, int to_height);
  /// `row` has `width` times three bytes; more rows than `height` are ignored.
  void feed(const std::uint8_t* row);
  /// Rows that did not come are white.
  Raster take() { return std::move(out_); }

private:
  void close_row();
  int height_;
  int fed_ = 0;
  int filled_ = 0; ///< rows of the target that are done
  int rows_ = 0;   ///< of the source in the present row of the target
  std::vector<std::uint64_t> sums_;
  std::vector<int> from_; ///< first source column of each target column, and the end
  Raster out_;
};

Raster smaller(const Raster& source, int side);
/// As EXIF's orientation, 1 to 8, asks.
Raster turned(const Raster& source, int orientation);

} // namespace ankao::look
