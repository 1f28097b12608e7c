// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace ankao::paper {

/// The dark modules of a QR code (level M), row by row, without the quiet zone. `text` has at most 400 bytes.
std::vector<std::vector<bool>> qr_modules(const std::string& text);
/// The same as a PNG picture, eight dots a module, with the quiet zone.
std::string qr_png(const std::string& text);

} // namespace ankao::paper
