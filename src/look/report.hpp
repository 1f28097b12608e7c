// SPDX-License-Identifier: Apache-2.0
// What was found in a content, and how the confined program says it: "name length\n", the bytes, "\n", again and again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace ankao::look {

/// In millionths of a degree, north and east positive.
struct Position {
  std::int64_t latitude = 0;
  std::int64_t longitude = 0;
  bool operator==(const Position&) const = default;
};

enum class Fault { None, TooManyPixels, Broken };

struct Found {
  std::string type; ///< "image/jpeg", as libmagic says
  int width = 0;
  int height = 0;
  std::string taken;    ///< "2026-04-10 09:12:33" by the camera's clock, "" unknown
  std::string zone;     ///< "+08:00" when the camera says it
  std::string camera;   ///< maker and model
  std::string software; ///< that wrote the file
  std::optional<Position> position;
  std::string small; ///< JPEG without EXIF
  std::string large;
  Fault fault = Fault::None;
};

inline constexpr std::size_t k_longest_text = 200;
inline constexpr std::size_t k_largest_drawn = std::size_t{8} << 20;

std::string write_report(const Found& found);
/// look.failed for anything that write_report does not write.
Result<Found> read_report(std::string_view report);

/// Printable UTF-8 of at most k_longest_text bytes: what is none becomes "?".
std::string clean_text(std::string_view text);
/// "2026-04-10 09:12:33" of a day and time that exist.
bool is_moment(std::string_view text);
/// "+08:00".
bool is_zone(std::string_view text);

} // namespace ankao::look
