// SPDX-License-Identifier: Apache-2.0
// What both databases demand of values, names and SQL, checked in one place so that neither accepts what the other refuses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/db.hpp"

namespace ankao::db {

/// Text must be UTF-8 without U+0000 (PostgreSQL can store neither); throws Failure naming the parameter or column.
void check_text(std::string_view text, const std::string& place);
void check_values(const Values& values);
/// Table and column names come from code: lower-case letters, digits and '_'; anything else is a broken invariant.
void check_name(std::string_view name);
/// The statements of a script, separated by ';' at the end of a line; {bytes} becomes `bytes_type`.
std::vector<std::string> split_statements(std::string_view script, std::string_view bytes_type);

} // namespace ankao::db
