// SPDX-License-Identifier: Apache-2.0
// What people write into cells, understood. Nothing: the text means nothing of the kind.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace ankao::tables {

/// Without blanks at its ends, the ideographic one too.
std::string trimmed(std::string_view text);
std::size_t characters_in(std::string_view utf8);
std::optional<int> number_in(std::string_view text);
/// "2024-3-5", "2024/03/05", "2024.3.5", "2024年3月5日", with or without a time of day.
std::optional<Date> date_in(const std::string& text);
/// "2024-3", "2024年3月".
std::optional<Month> month_in(const std::string& text);
/// 是 / 否, yes / no, 1 / 0.
std::optional<bool> yes_in(std::string_view text);

} // namespace ankao::tables
