// SPDX-License-Identifier: Apache-2.0
// Hand-made .xlsx files, so that a test can write exactly the part it is about.
#pragma once

#include <map>
#include <string>

namespace ankao::tables {

/// A zip file of these parts.
std::string make_zip(const std::map<std::string, std::string>& parts);

/// The least that is a workbook with one sheet "表" of this sheetData, and with these further parts.
std::map<std::string, std::string> workbook_parts(const std::string& sheet_data, const std::string& after_data = "");
std::string make_workbook(const std::string& sheet_data, const std::string& after_data = "");

std::string read_test_file(const std::string& path_in_source);

} // namespace ankao::tables
