// SPDX-License-Identifier: Apache-2.0
#include "planning/routes/exports.hpp"

#include "tables/write.hpp"

namespace ankao::planning {

using ::ankao::api::Download;

Result<bool> wants_csv(const std::string& format) {
  if (format.empty() || format == "xlsx") return false;
  if (format == "csv") return true;
  return problem("planning.format_unknown", {{"value", format}}, "format");
}

Download download(const std::string& name, bool csv, std::string bytes) {
  return {name + (csv ? ".csv" : ".xlsx"),
          csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", std::move(bytes)};
}

std::string slot_text(const std::string& slot) {
  if (slot == "am") return "上午";
  if (slot == "pm") return "下午";
  if (slot == "eve") return "晚上";
  return slot;
}

namespace {

Result<Download> written(const tables::OutSheet& sheet, const std::string& name, bool csv) {
  auto bytes = csv ? tables::write_text(sheet) : tables::write_xlsx({sheet});
  if (!bytes.ok()) return bytes.problem();
  return download(name, csv, std::move(bytes).value());
}

constexpr auto k_number = tables::ColumnKind::Number;
constexpr auto k_text = tables::ColumnKind::Text;

} // namespace

Result<Download> export_sessions(const std::vector<dto::SessionItem>& items, const std::string& month, bool csv) {
  tables::OutSheet sheet{"考试场次",
                         {{"日期", 12, k_text},
                          {"时段", 8, k_text},
                          {"考试点", 34, k_text},
                          {"考场", 16, k_text},
                          {"考试科目", 26, k_text},
                          {"座位数", 8, k_number},
                          {"人数", 8, k_number},
                          {"报考批次", 60, k_text}},
                         {}};
  for (const auto& item : items) {
    std::string batches;
    for (const auto& seat : item.batches)
      batches += (batches.empty() ? "" : "；") + seat.batch + " " + seat.institution_name + " " + std::to_string(seat.candidates) + "人";
    sheet.rows.push_back({item.date, slot_text(item.slot), item.site_name, item.room_name, item.subject_name, std::to_string(item.seats),
                          std::to_string(item.candidates), batches});
  }
  return written(sheet, "考试场次-" + month, csv);
}

Result<Download> export_batches(const std::vector<dto::BatchItem>& items, const std::string& month, bool csv) {
  tables::OutSheet sheet{"报考批次",
                         {{"批次", 12, k_text},
                          {"培训机构", 34, k_text},
                          {"班级编号", 18, k_text},
                          {"考试科目", 26, k_text},
                          {"类别", 8, k_text},
                          {"本校学生", 10, k_text},
                          {"结业日期", 12, k_text},
                          {"人数", 8, k_number},
                          {"已安排", 8, k_number},
                          {"考试安排", 60, k_text}},
                         {}};
  for (const auto& item : items) {
    std::string places;
    for (const auto& place : item.places)
      places += (places.empty() ? "" : "；") + place.date + slot_text(place.slot) + " " + place.site_name + " " +
                std::to_string(place.candidates) + "人";
    sheet.rows.push_back({item.id, item.institution_name, item.class_id, item.subject_name,
                          item.kind == BookingKind::Retake ? "补考" : "正考", item.own_school ? "是" : "否", item.completed,
                          std::to_string(item.candidates), std::to_string(item.placed), places});
  }
  return written(sheet, "报考批次-" + month, csv);
}

} // namespace ankao::planning
