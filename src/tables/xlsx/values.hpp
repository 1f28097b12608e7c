// SPDX-License-Identifier: Apache-2.0
// What a stored number of a cell looks like to its reader.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ankao::tables {

enum class DateSystem { From1900, From1904 };

/// Whether a number format shows dates or times ("yyyy-mm-dd", "h:mm", …), judged by its code; quoted text, colours and conditions do
/// not count.
bool is_date_format(std::string_view code);
/// The same of the formats that have a number but no code in the file.
bool is_builtin_date_format(int number);

/// "2024-03-05", "2024-03-05 09:30:00" or "09:30:00"; nothing for a number that is no day from 1900 to 9999.
std::optional<std::string> date_text(double serial, DateSystem system);

/// "13560488292" for 1.3560488292E10; at most 15 digits. Text that is no number comes back as it is.
std::string number_text(const std::string& stored);

/// Undoes the "_x000D_" that stands for a character XML cannot hold.
std::string unescape(std::string_view text);

} // namespace ankao::tables
