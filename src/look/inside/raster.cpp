// SPDX-License-Identifier: Apache-2.0
#include "look/inside/raster.hpp"

#include <algorithm>

namespace ankao::look {
namespace {

int share(int part, int of, int whole) { return static_cast<int>(std::int64_t{part} * whole / of); }

} // namespace

std::pair<int, int> fitting(int width, int height, int side) {
  const int longest = std::max(width, height);
  if (longest <= side) return {width, height};
  return {std::max(1, share(side, longest, width)), std::max(1, share(side, longest, height))};
}

Sampler::Sampler(int width, int height, int to_width, int to_height)
    : height_(height)
    , sums_(static_cast<std::size_t>(to_width) * 3) {
  for (int x = 0; x <= to_width; ++x) from_.push_back(share(x, to_width, width));
  out_ = {to_width, to_height, std::vector<std::uint8_t>(static_cast<std::size_t>(to_width) * static_cast<std::size_t>(to_height) * 3, 255)};
}

void Sampler::feed(const std::uint8_t* row) {
  if (fed_ == height_) return;
  for (int x = 0; x < out_.width; ++x)
    for (int from = from_[static_cast<std::size_t>(x)]; from < from_[static_cast<std::size_t>(x) + 1]; ++from)
      for (std::size_t c = 0; c < 3; ++c) sums_[static_cast<std::size_t>(x) * 3 + c] += row[static_cast<std::size_t>(from) * 3 + c];
  ++fed_;
  ++rows_;
  if (fed_ >= share(filled_ + 1, out_.height, height_)) close_row();
}

void Sampler::close_row() {
  std::uint8_t* to = out_.rgb.data() + out_.row_bytes() * static_cast<std::size_t>(filled_);
  for (int x = 0; x < out_.width; ++x) {
    const auto count = static_cast<std::uint64_t>(from_[static_cast<std::size_t>(x) + 1] - from_[static_cast<std::size_t>(x)]) * static_cast<std::uint64_t>(rows_);
    for (std::size_t c = 0; c < 3; ++c) *to++ = static_cast<std::uint8_t>((sums_[static_cast<std::size_t>(x) * 3 + c] + count / 2) / count);
  }
  std::fill(sums_.begin(), sums_.end(), 0);
  rows_ = 0;
  ++filled_;
}

Raster smaller(const Raster& source, int side) {
  const auto [width, height] = fitting(source.width, source.height, side);
  Sampler sampler(source.width, source.height, width, height);
  for (int y = 0; y < source.height; ++y) sampler.feed(source.row(y));
  return sampler.take();
}

Raster turned(const Raster& source, int orientation) {
  if (orientation <= 1 || orientation > 8) return source;
  const bool across = orientation >= 5;
  Raster out{across ? source.height : source.width, across ? source.width : source.height, std::vector<std::uint8_t>(source.rgb.size())};
  const bool mirror_x = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool mirror_y = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  std::uint8_t* to = out.rgb.data();
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      const int u = across ? y : x;
      const int v = across ? x : y;
      const int from_x = mirror_x ? source.width - 1 - u : u;
      const int from_y = mirror_y ? source.height - 1 - v : v;
      const std::uint8_t* from = source.row(from_y) + static_cast<std::size_t>(from_x) * 3;
      to = std::copy(from, from + 3, to);
    }
  }
  return out;
}

} // namespace ankao::look
