// SPDX-License-Identifier: Apache-2.0
// Asks the confined program what a content is.
#pragma once

#include <string>
#include <string_view>

#include "look/report.hpp"

namespace ankao::look {

struct Drawing {
  std::int64_t pixels = 0; ///< more are refused
  int small = 0;           ///< longest side of the drawn pictures
  int large = 0;
};

inline constexpr int k_patience_ms = 20'000;

class Looker {
public:
  /// `program`: "" takes `ankao-look` from the folder of the program that runs.
  explicit Looker(std::string program = "");
  /// look.failed when the program is missing, was ended or says what it should not; look.slow after k_patience_ms.
  Result<std::string> type_of(std::string_view bytes) const;
  /// Also look.too_many_pixels, look.broken_picture.
  Result<Found> picture_of(std::string_view bytes, const Drawing& drawing) const;

private:
  std::string program_;
};

} // namespace ankao::look
