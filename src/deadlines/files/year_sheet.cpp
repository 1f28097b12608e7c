// SPDX-License-Identifier: Apache-2.0
#include "deadlines/files/year_sheet.hpp"

namespace ankao::deadlines {
namespace {

constexpr std::size_t k_most_rows = 120;

void take(YearSheet& sheet, const tables::FormRow& row) {
  const Date from = parse_date(row.value("from")).value();
  const Date to = parse_date(row.value("to")).value_or(from);
  YearEntry& entry = sheet.entry;
  if (row.value("kind") == "rest") {
    sheet.places["/rest/" + std::to_string(entry.rest.size())] = row.number;
    entry.rest.push_back({from, to, row.value("name")});
    return;
  }
  for (Date day = from; day <= to; day = day + 1) {
    sheet.places["/worked/" + std::to_string(entry.worked.size())] = row.number;
    entry.worked.push_back({day, row.value("name")});
    if (entry.worked.size() > k_most_rows) return; // the rules refuse so many; a range of years need not be walked
  }
}

} // namespace

tables::Form year_form() {
  using tables::CellKind;
  return {"放假安排",
          "holidays",
          {{.key = "kind", .zh = "类型", .en = "kind", .kind = CellKind::Choice, .needed = true, .example = "放假", .note_zh = "放假，或调休上班", .note_en = "holiday, or a weekend day that is worked", .clause = "G-63", .width = 12, .choices = {{"rest", "放假", "holiday", {}}, {"worked", "上班", "worked", {"调休上班"}}}},
           {.key = "from", .zh = "开始日期", .en = "from", .kind = CellKind::Date, .needed = true, .example = "2026-05-01", .note_zh = "第一天", .note_en = "first day", .width = 14},
           {.key = "to", .zh = "结束日期", .en = "to", .kind = CellKind::Date, .example = "2026-05-05", .note_zh = "最后一天，含当日；只有一天的可不填", .note_en = "last day, included; may be left out for a single day", .width = 14},
           {.key = "name", .zh = "节日", .en = "holiday", .needed = true, .example = "劳动节", .note_zh = "放假的节日，或调休所补的节日", .note_en = "the holiday, or the one it makes up for", .width = 16, .longest = 20}},
          k_most_rows};
}

Result<YearSheet> read_year_sheet(std::string_view bytes) {
  auto filled = tables::read_form(bytes, year_form());
  if (!filled.ok()) return filled.problem();
  YearSheet sheet;
  sheet.rows = static_cast<int>(filled->size());
  for (tables::FormRow& row : *filled) {
    if (row.faults.empty())
      take(sheet, row);
    else
      sheet.bad.push_back(std::move(row));
  }
  return sheet;
}

} // namespace ankao::deadlines
