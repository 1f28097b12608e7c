// SPDX-License-Identifier: Apache-2.0
// What the sheets of a workbook share: their list, the texts, which styles show dates.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "tables/xlsx/archive.hpp"
#include "tables/xlsx/values.hpp"

namespace ankao::tables {

struct SheetPart {
  std::string name;
  std::string part; ///< name inside the archive
  bool hidden = false;
};

struct Workbook {
  std::vector<SheetPart> sheets;
  std::vector<std::string> texts;
  std::vector<bool> style_is_date;
  DateSystem dates = DateSystem::From1900;
};

Result<Workbook> read_workbook(Archive& archive, const Limits& limits);

} // namespace ankao::tables
