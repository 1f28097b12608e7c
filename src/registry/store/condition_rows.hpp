// SPDX-License-Identifier: Apache-2.0
// How rows of the conditions are read and written, for the two files that do so.
#pragma once

#include "registry/store/conditions.hpp"

namespace ankao::registry::condition_rows {

db::Value day_value(const std::optional<Date>& day);
std::optional<Date> day_in(const db::Rows& rows, std::size_t i, std::string_view column);
std::string lines(const std::vector<std::string>& all);
std::vector<std::string> of_lines(const std::string& text);
StaffRow person_at(const db::Rows& rows, std::size_t i);
ConditionStanding standing_at(const db::Rows& rows, std::size_t i);

} // namespace ankao::registry::condition_rows
