// SPDX-License-Identifier: Apache-2.0
// Is a text UTF-8, and if not, what is it likely to be? Files of the draw are UTF-8 only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ankao::draw {

/// Length of the UTF-8 sequence at the start of the text, 1 to 4; 0 when it is none (overlong, surrogate, beyond U+10FFFF, cut off).
std::size_t utf8_length(std::string_view text);

/// The text is the beginning of one UTF-8 sequence and ends before it does.
bool is_cut_off_utf8(std::string_view text);

/// Appends a code point (no surrogate, at most U+10FFFF).
void append_utf8(std::string& out, std::uint32_t code_point);

/// "UTF-16", "UTF-32", "GB18030" or "?" for bytes that are not UTF-8.
std::string likely_encoding(std::string_view bytes);

/// UTF-16 or UTF-32, by byte order mark or by the zero bytes in its first characters.
bool looks_like_wide_characters(std::string_view bytes);

} // namespace ankao::draw
