// SPDX-License-Identifier: Apache-2.0
// What a camera wrote into a picture.
#pragma once

#include <string>
#include <string_view>

#include "look/report.hpp"

namespace ankao::look {

/// The TIFF block of a JPEG, PNG or WebP file; "" when it has none. Never reads beyond `bytes`, whatever they say of themselves.
std::string exif_block(std::string_view bytes);

/// Fills taken, zone, camera, software, position; returns the orientation, 1 to 8.
int read_exif(std::string_view bytes, Found& found);

} // namespace ankao::look
