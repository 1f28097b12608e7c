// SPDX-License-Identifier: Apache-2.0
#include "planning/files/past_sheet.hpp"

namespace ankao::planning {
namespace {

constexpr int k_most_rows = 20'000;

using tables::CellKind;

} // namespace

tables::Form past_form(const PastNames& names) {
  return {"历史场次",
          "past sessions",
          {{.key = "month", .zh = "月份", .en = "month", .kind = CellKind::Month, .needed = true, .example = "2023-05", .note_zh = "已经结束的月份；平台公示过计划的月份不需要导入", .note_en = "a month that is over; months with a published plan count themselves", .clause = "S-2.1", .width = 12},
           {.key = "site", .zh = "考试点", .en = "site", .kind = CellKind::Choice, .needed = true, .example = "", .note_zh = "登记名称或编号", .note_en = "registered name or id", .width = 34, .choices = names.sites},
           {.key = "subject", .zh = "考试科目", .en = "subject", .kind = CellKind::Choice, .needed = true, .example = "低压电工作业", .note_zh = "科目名称或编号", .note_en = "name or id", .width = 26, .choices = names.subjects},
           {.key = "sessions", .zh = "场次", .en = "sessions", .kind = CellKind::Number, .needed = true, .example = "6", .note_zh = "该月在该考试点举行的场次", .note_en = "sessions held there in the month", .width = 10, .low = 0, .high = 10'000},
           {.key = "note", .zh = "备注", .en = "note", .note_zh = "不导入", .note_en = "not imported", .width = 20, .longest = 1000}},
          k_most_rows};
}

Result<std::vector<PastRow>> read_past(std::string_view bytes, const PastNames& names) {
  auto filled = tables::read_form(bytes, past_form(names));
  if (!filled.ok()) return filled.problem();
  std::vector<PastRow> rows;
  for (auto& one : *filled) {
    PastRow row;
    row.row = one.number;
    row.faults = std::move(one.faults);
    row.past.month = parse_month(one.value("month")).value_or(Month{});
    row.past.site = one.value("site");
    row.past.subject = one.value("subject");
    if (const auto& count = one.value("sessions"); !count.empty()) row.past.sessions = std::stoll(count);
    rows.push_back(std::move(row));
  }
  return rows;
}

} // namespace ankao::planning
