// SPDX-License-Identifier: Apache-2.0
#include "planning/files/booking_sheet.hpp"

#include "tables/write.hpp"

namespace ankao::planning {

namespace {

using tables::CellKind;
using tables::FormColumn;
using tables::FormRow;

std::vector<FormColumn> columns_of(const SheetNames& names) {
  const bool own = !names.own.empty();
  return {
      {.key = "institution", .zh = "培训机构", .en = "institution", .kind = CellKind::Choice, .needed = !own, .example = "广州市技师学院",
       .note_zh = own ? "本机构的账户可以不填" : "登记名称或编号", .note_en = own ? "may be left out by an institution's own account" : "registered name or id", .clause = "P-1.2b", .width = 30, .choices = names.institutions},
      {.key = "class_id", .zh = "班级编号", .en = "class", .needed = true, .example = "2024-0301", .note_zh = "字母、数字、点、横线和下划线，不超过40个", .note_en = "letters, digits, dots, dashes, underscores; at most 40", .width = 18, .longest = 40},
      {.key = "subject", .zh = "考试科目", .en = "subject", .kind = CellKind::Choice, .needed = true, .example = "低压电工作业", .note_zh = "科目名称或编号，从列表选择", .note_en = "name or id, see the list", .clause = "P-1.2a", .width = 26, .choices = names.subjects},
      {.key = "kind", .zh = "类别", .en = "kind", .kind = CellKind::Choice, .example = "正考", .note_zh = "正考或补考；不填为正考", .note_en = "regular or retake; regular when left out", .clause = "S-3.5", .width = 8,
       .choices = {{"regular", "正考", "regular"}, {"retake", "补考", "retake"}}},
      {.key = "own_school", .zh = "本校学生", .en = "own students", .kind = CellKind::YesNo, .example = "否", .note_zh = "教育、人社部门主管院校的在校学生填是", .note_en = "yes for students in attendance of schools under the education or human-resources departments", .clause = "S-1.2d", .width = 10},
      {.key = "candidates", .zh = "人数", .en = "candidates", .kind = CellKind::Number, .needed = true, .example = "24", .note_zh = "1 至 2000 的整数", .note_en = "a whole number from 1 to 2000", .width = 8, .low = 1, .high = 2000},
      {.key = "class_opened", .zh = "开班日期", .en = "class opened", .kind = CellKind::Date, .needed = true, .example = "2024-03-01", .note_zh = "开班后3个工作日内预约", .note_en = "book within three working days after it", .clause = "S-4.2", .width = 13},
      {.key = "started", .zh = "培训开始日期", .en = "training started", .kind = CellKind::Date, .needed = true, .example = "2024-03-01", .note_zh = "完成日期相同的，先开始的优先安排", .note_en = "decides where two were completed on one day", .clause = "S-3.7", .width = 13},
      {.key = "planned_completed", .zh = "计划结业日期", .en = "planned completion", .kind = CellKind::Date, .needed = true, .example = "2024-03-20", .note_zh = "不早于培训开始日期", .note_en = "not before the training starts", .clause = "S-3.7", .width = 13},
      {.key = "completed", .zh = "实际结业日期", .en = "completed", .kind = CellKind::Date, .note_zh = "结业后填写；未填的不参加排考", .note_en = "once it is completed; without it the class is not placed", .clause = "S-3.7", .width = 13},
      {.key = "month", .zh = "报考月份", .en = "month", .kind = CellKind::Month, .note_zh = "希望的月份；不填为结业的次月", .note_en = "wanted month; the month after completion when left out", .clause = "S-2.2", .width = 10},
      {.key = "not_before", .zh = "最早考试日期", .en = "not before", .kind = CellKind::Date, .note_zh = "可不填", .note_en = "may be left out", .width = 13},
      {.key = "finish_by", .zh = "最迟考试日期", .en = "finish by", .kind = CellKind::Date, .note_zh = "可不填", .note_en = "may be left out", .width = 13},
      {.key = "regular_exam", .zh = "正考日期", .en = "regular examination", .kind = CellKind::Date, .note_zh = "补考必填", .note_en = "needed for a retake", .clause = "S-3.5", .width = 13},
      {.key = "late_reason", .zh = "逾期说明", .en = "why late", .note_zh = "逾期预约必填", .note_en = "needed when the booking is late", .clause = "C-4.2.2", .width = 30, .longest = 500},
      {.key = "note", .zh = "备注", .en = "note", .note_zh = "不导入", .note_en = "not imported", .width = 20, .longest = 1000},
  };
}

BookingRow row_of(FormRow&& filled, const SheetNames& names) {
  BookingRow row;
  row.row = filled.number;
  row.faults = std::move(filled.faults);
  const auto date = [&](const char* key) { return parse_date(filled.value(key)); };
  BookingInput& in = row.input;
  in.institution = filled.value("institution").empty() ? names.own : filled.value("institution");
  in.class_id = filled.value("class_id");
  in.subject = filled.value("subject");
  in.kind = filled.value("kind") == "retake" ? BookingKind::Retake : BookingKind::Regular;
  in.own_school = filled.value("own_school") == "yes";
  if (const auto& people = filled.value("candidates"); !people.empty()) in.candidates = std::stoi(people);
  in.class_opened = date("class_opened").value_or(Date{});
  in.started = date("started").value_or(Date{});
  in.planned_completed = date("planned_completed").value_or(Date{});
  in.completed = date("completed");
  in.not_before = date("not_before");
  in.finish_by = date("finish_by");
  in.regular_exam = date("regular_exam");
  in.month = parse_month(filled.value("month"));
  in.late_reason = filled.value("late_reason");
  return row;
}

std::vector<tables::OutColumn> out_columns() {
  std::vector<tables::OutColumn> columns{{"预约编号", 12, tables::ColumnKind::Text}};
  for (const auto& column : columns_of({}))
    if (column.key != "note")
      columns.push_back({column.zh, column.width, column.kind == CellKind::Number ? tables::ColumnKind::Number : tables::ColumnKind::Text});
  for (const char* heading : {"已安排人数", "逾期工作日", "结转月数"}) columns.push_back({heading, 11, tables::ColumnKind::Number});
  for (const char* heading : {"状态", "数据性质"}) columns.push_back({heading, 10, tables::ColumnKind::Text});
  return columns;
}

std::vector<std::string> out_row(const Booking& b, const std::map<std::string, std::string>& subject_names) {
  const auto text = [](const std::optional<Date>& date) { return date ? to_string(*date) : std::string(); };
  const auto subject = subject_names.find(b.subject);
  const char* state = b.state == BookingState::Planned ? "已安排" : b.state == BookingState::Withdrawn ? "已撤回" : "待安排";
  return {b.id,
          b.institution_name,
          b.class_id,
          subject == subject_names.end() ? b.subject : subject->second,
          b.kind == BookingKind::Retake ? "补考" : "正考",
          b.own_school ? "是" : "否",
          std::to_string(b.candidates),
          to_string(b.class_opened),
          to_string(b.started),
          to_string(b.planned_completed),
          text(b.completed),
          to_string(b.month),
          text(b.not_before),
          text(b.finish_by),
          text(b.regular_exam),
          b.late_reason,
          std::to_string(b.placed),
          std::to_string(b.working_days_late),
          std::to_string(b.carried),
          state,
          b.demo ? "演示数据" : ""};
}

} // namespace

tables::Form booking_form(const SheetNames& names) { return {"考试预约", "bookings", columns_of(names), k_max_booking_rows}; }

Result<std::vector<BookingRow>> read_bookings(std::string_view bytes, const SheetNames& names) {
  auto filled = tables::read_form(bytes, booking_form(names));
  if (!filled.ok()) return filled.problem();
  std::vector<BookingRow> rows;
  for (FormRow& row : *filled) rows.push_back(row_of(std::move(row), names));
  return rows;
}

Result<std::string> write_bookings(const std::vector<Booking>& bookings, const std::map<std::string, std::string>& subject_names, bool csv) {
  tables::OutSheet sheet{"考试预约", out_columns(), {}};
  for (const auto& booking : bookings) sheet.rows.push_back(out_row(booking, subject_names));
  return csv ? tables::write_text(sheet) : tables::write_xlsx({sheet});
}

} // namespace ankao::planning
