// SPDX-License-Identifier: Apache-2.0
// The names of the draw's file formats and the first question to a file: are you one?
#pragma once

#include <string>
#include <string_view>

#include "draw/files/reader.hpp"

namespace ankao::draw {

inline constexpr std::string_view k_bundle_format = "ankao-draw-bundle/1";
inline constexpr std::string_view k_instance_format = "ankao-draw-instance/2";
inline constexpr std::string_view k_plan_format = "ankao-draw-plan/2";
inline constexpr std::string_view k_bounds_format = "ankao-draw-bounds/1";
inline constexpr std::string_view k_lost_format = "ankao-draw-lost/1";

/// Another format is refused before anything else, so that a wrong file is not told about its many unknown members.
inline void check_format(Reader& in, std::string_view expected) {
  const auto found = in.peek_text("format");
  if (found && *found != expected)
    in.refuse_at("format", "draw.file.wrong_format", {{"expected", std::string(expected)}, {"found", Pointer::shorten(*found, 60)}});
}

} // namespace ankao::draw
