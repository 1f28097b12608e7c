// SPDX-License-Identifier: Apache-2.0
// gzip and brotli of whole answers.
#pragma once

#include <string>
#include <string_view>

#include "http/words/fields.hpp"

namespace ankao::http {

enum class Effort { Quick, Thorough }; ///< Thorough: the answer is kept and sent often
/// Encoding::Identity gives the bytes back. A failure of the library is an exception.
std::string compressed(std::string_view bytes, Encoding encoding, Effort effort);

/// Text kinds; pictures and archives are small already.
bool is_compressible(std::string_view content_type);

} // namespace ankao::http
