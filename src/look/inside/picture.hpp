// SPDX-License-Identifier: Apache-2.0
// Draws a picture anew, small and large.
#pragma once

#include <string_view>

#include "look/ask.hpp"

namespace ankao::look {

/// Of a JPEG, PNG or WebP file (`found.type`): its size, its EXIF and the drawn pictures, or found.fault.
void draw(std::string_view bytes, const Drawing& drawing, Found& found);

} // namespace ankao::look
