// SPDX-License-Identifier: Apache-2.0
// How what records say travels to columns and back: days, moments, several lines in one text, text to be searched.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "db/db.hpp"

namespace ankao::db {

/// 'YYYY-MM-DD', or null.
Value day(const std::optional<Date>& date);
/// Milliseconds, or null.
Value moment(const std::optional<Instant>& at);
std::optional<Date> day_in(const Rows& rows, std::size_t row, std::string_view column);
std::optional<Instant> moment_in(const Rows& rows, std::size_t row, std::string_view column);

/// One text with a line for each; none of them holds a line break.
std::string lines(const std::vector<std::string>& all);
std::vector<std::string> of_lines(const std::string& text);

/// ASCII letters in lower case, everything else as it is: how the columns that are searched are written.
std::string lower_case(std::string text);

} // namespace ankao::db
