// SPDX-License-Identifier: Apache-2.0
// A form with one column of each kind.
#pragma once

#include <string>
#include <vector>

#include "tables/form/form.hpp"

namespace ankao::tables::tests {

inline Form small() {
  Form form{"考生", "candidates", {}, 5};
  form.columns = {
      {.key = "name", .zh = "姓名", .en = "name", .needed = true, .example = "张三", .note_zh = "与证件一致", .note_en = "as on the document", .longest = 4},
      {.key = "count", .zh = "人数", .en = "people", .kind = CellKind::Number, .example = "24", .note_zh = "整数", .note_en = "whole number", .low = 1, .high = 2000},
      {.key = "opened", .zh = "开班日期", .en = "class opened", .kind = CellKind::Date, .needed = true, .example = "2024-03-05", .note_zh = "日期", .note_en = "a day"},
      {.key = "month", .zh = "月份", .en = "month", .kind = CellKind::Month, .example = "2024-04", .note_zh = "月份", .note_en = "a month"},
      {.key = "own", .zh = "本校", .en = "own school", .kind = CellKind::YesNo, .example = "否", .note_zh = "是或否", .note_en = "yes or no"},
      {.key = "kind", .zh = "类别", .en = "kind", .kind = CellKind::Choice, .example = "正考", .note_zh = "选择", .note_en = "choose",
       .choices = {{"regular", "正考", "regular"}, {"retake", "补考", "retake", {"重考"}}}},
  };
  return form;
}

inline std::string csv(const std::vector<std::vector<std::string>>& rows, const std::vector<std::string>& heads = {"姓名", "人数", "开班日期", "月份", "本校", "类别"}) {
  std::string text;
  const auto line = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) text += (i == 0 ? "" : ",") + cells[i];
    text += "\r\n";
  };
  line(heads);
  for (const auto& row : rows) line(row);
  return text;
}

inline const std::vector<std::string> k_good = {"李四", "30", "2024年3月5日", "2024-4", "是", "重考"};

} // namespace ankao::tables::tests
