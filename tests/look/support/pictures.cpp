// SPDX-License-Identifier: Apache-2.0
#include "look/support/pictures.hpp"

#include <png.h>
#include <webp/encode.h>

#include <cstdint>
#include <vector>

#include "look/inside/codecs.hpp"

namespace ankao::tests {
namespace {

look::Raster halves(int width, int height, unsigned left, unsigned right) {
  look::Raster out{width, height, {}};
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      for (int shift = 16; shift >= 0; shift -= 8) out.rgb.push_back(static_cast<std::uint8_t>((x * 2 < width ? left : right) >> shift));
  return out;
}

std::string number(std::uint32_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
  return out;
}

/// A directory of TIFF: twelve bytes an entry, longer values behind it.
class Directory {
public:
  explicit Directory(std::size_t at, std::size_t entries)
      : next_(at + 2 + entries * 12 + 4) {}
  void add(unsigned tag, unsigned kind, unsigned count, std::string value) {
    entries_ += number(tag, 2) + number(kind, 2) + number(count, 4);
    ++count_;
    if (value.size() <= 4) {
      value.resize(4);
      entries_ += value;
      return;
    }
    entries_ += number(static_cast<std::uint32_t>(next_ + values_.size()), 4);
    values_ += value;
    if (values_.size() % 2 != 0) values_ += '\0';
  }
  void text(unsigned tag, const std::string& value) { add(tag, 2, static_cast<unsigned>(value.size() + 1), value + '\0'); }
  std::string bytes() const { return number(count_, 2) + entries_ + number(0, 4) + values_; }

private:
  std::size_t next_;
  unsigned count_ = 0;
  std::string entries_;
  std::string values_;
};

std::string degrees(unsigned whole, unsigned minutes, unsigned hundredths) {
  return number(whole, 4) + number(1, 4) + number(minutes, 4) + number(1, 4) + number(hundredths, 4) + number(100, 4);
}

} // namespace

std::string jpeg(int width, int height, unsigned left, unsigned right) { return look::write_jpeg(halves(width, height, left, right)); }

std::string png(int width, int height) {
  const look::Raster raster = halves(width, height, 0x2060A0, 0xF0F0F0);
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(width);
  image.height = static_cast<png_uint_32>(height);
  image.format = PNG_FORMAT_RGB;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string out(size, '\0');
  png_image_write_to_memory(&image, out.data(), &size, 0, raster.rgb.data(), 0, nullptr);
  out.resize(size);
  return out;
}

std::string webp(int width, int height) {
  const look::Raster raster = halves(width, height, 0x2060A0, 0xF0F0F0);
  std::uint8_t* bytes = nullptr;
  const std::size_t size = WebPEncodeRGB(raster.rgb.data(), width, height, width * 3, 80, &bytes);
  std::string out(reinterpret_cast<char*>(bytes), size);
  WebPFree(bytes);
  return out;
}

std::string exif(const Camera& camera) {
  constexpr std::size_t first = 8;
  const auto lay = [&](std::uint32_t exif_at, std::uint32_t gps_at) {
    Directory out(first, camera.position ? 5 : 4);
    out.text(0x010F, camera.maker);
    out.text(0x0110, camera.model);
    out.add(0x0112, 3, 1, number(static_cast<std::uint32_t>(camera.orientation), 2));
    out.add(0x8769, 4, 1, number(exif_at, 4));
    if (camera.position) out.add(0x8825, 4, 1, number(gps_at, 4));
    return out.bytes();
  };
  const std::size_t exif_at = first + lay(0, 0).size();
  Directory detail(exif_at, 2);
  detail.text(0x9003, camera.taken);
  detail.text(0x9011, camera.zone);
  const std::size_t gps_at = exif_at + detail.bytes().size();
  Directory gps(gps_at, 4);
  gps.text(1, "N");
  gps.add(2, 5, 3, degrees(23, 7, 4850));
  gps.text(3, "E");
  gps.add(4, 5, 3, degrees(113, 15, 3025));
  return "II" + number(42, 2) + number(first, 4) + lay(static_cast<std::uint32_t>(exif_at), static_cast<std::uint32_t>(gps_at)) + detail.bytes() +
         (camera.position ? gps.bytes() : "");
}

std::string with_exif(const std::string& jpeg, const std::string& block) {
  const std::string body = std::string("Exif\0\0", 6) + block;
  const auto size = body.size() + 2;
  return jpeg.substr(0, 2) + "\xFF\xE1" + static_cast<char>(size >> 8) + static_cast<char>(size & 255) + body + jpeg.substr(2);
}

} // namespace ankao::tests
