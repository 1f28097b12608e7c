// SPDX-License-Identifier: Apache-2.0
// Chinese text as printed: code points, widths, and the blanks that a line break leaves inside a word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ankao::registry {

/// Bytes that are no UTF-8 become U+FFFD.
std::u32string decode(std::string_view utf8);
std::string encode(std::u32string_view text);

bool is_han(char32_t c);
bool is_blank(char32_t c);
bool is_digit(char32_t c);
/// A control character that no cell may hold (white space is none).
bool is_control(char32_t c);

struct Cleaned {
  std::u32string text;
  bool closed_up = false;              ///< blanks between two Chinese characters were taken out (X-09)
  std::vector<std::u32string> doubled; ///< "石石": the same character on both sides of such a blank (X-10)
};

/// Takes blanks out, but leaves one between two Latin words or numbers; makes full-width letters, digits, brackets and signs half-width.
/// List separators keep their form.
Cleaned clean(std::string_view cell);

bool starts_with(std::u32string_view text, std::size_t at, std::u32string_view what);
/// Whether `c` stands in `set`.
bool is_one_of(char32_t c, std::u32string_view set);

} // namespace ankao::registry
