// SPDX-License-Identifier: Apache-2.0
// The workbook with which officials enter what the notice does not print (A6-F9): sites, institutions, rooms, seats, openings and
// exceptions, one sheet each; a text file is one of these sheets, known by its headings.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace ankao::registry {

enum class RoomSheet { Sites, Institutions, Rooms, Seats, Openings, Exceptions };

struct RoomHeading {
  std::string name;
  bool needed = false;    ///< the column must be there
  bool reference = false; ///< for the reader's eye; not imported
  std::string explanation;
  double width = 18;
};
struct RoomForm {
  RoomSheet sheet;
  std::string name; ///< of the sheet
  std::vector<RoomHeading> headings;
};
/// In the order in which they are applied.
const std::vector<RoomForm>& room_forms();
const RoomForm& form_of(RoomSheet sheet);

/// One row as filled in; cells without white space at their ends.
struct FilledRow {
  RoomSheet sheet = RoomSheet::Rooms;
  int number = 0; ///< of the sheet, from 1
  std::map<std::string, std::string> cells;
  /// The empty text for a column that is not there.
  const std::string& cell(const std::string& heading) const;
  /// "考场 第 3 行 · 容量".
  std::string place(const std::string& heading) const;
};

/// The filled rows, in the order of room_forms() and then of the file. Problems tables.*, register.template_empty, and register.invalid
/// with one part per heading that is unknown, missing or doubled.
Result<std::vector<FilledRow>> read_room_sheets(std::string_view bytes);

} // namespace ankao::registry
