// SPDX-License-Identifier: Apache-2.0
// Pictures with known contents, for tests.
#pragma once

#include <string>

namespace ankao::tests {

/// A JPEG whose left half is `left` and right half `right` (red, green, blue in hexadecimal).
std::string jpeg(int width, int height, unsigned left = 0x2060A0, unsigned right = 0xF0F0F0);
std::string png(int width, int height);
std::string webp(int width, int height);

struct Camera {
  int orientation = 1;
  std::string maker = "Ankao Optik";
  std::string model = "Feld 7";
  std::string taken = "2026:04:10 09:12:33";
  std::string zone = "+08:00";
  bool position = true; ///< 23°07'48.5"N 113°15'30.25"E
};
/// The TIFF block of a camera, little endian.
std::string exif(const Camera& camera);
/// The JPEG with the block behind its start.
std::string with_exif(const std::string& jpeg, const std::string& block);

} // namespace ankao::tests
