// SPDX-License-Identifier: Apache-2.0
// A report of an own and of a strange institution, and files of both.
#pragma once

#include <string>

#include "db/db.hpp"

namespace ankao::tests {

inline constexpr const char* k_own_report = "R-own";
inline constexpr const char* k_strange_report = "R-strange";

void lay_report(db::Database& database, const std::string& id, const std::string& institution, const std::string& district);
/// The file that `account` added to the report; made when it is asked for the first time. Its content is on no disk.
std::string file_of(db::Database& database, const std::string& report, const std::string& account);
/// An upload of `account` that has only begun.
std::string upload_of(db::Database& database, const std::string& account);

} // namespace ankao::tests
