// SPDX-License-Identifier: Apache-2.0
#include "planning/files/booking_sheet.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "tables/read.hpp"
#include "tables/write.hpp"

namespace ankao::planning {

namespace {

struct Column {
  std::string_view member;
  std::string_view heading;
  bool needed;
  double width;
};

constexpr std::array<Column, 16> k_columns{{{"institution", "培训机构", false, 30},
                                            {"class_id", "班级编号", true, 18},
                                            {"subject", "考试科目", true, 26},
                                            {"kind", "类别", false, 8},
                                            {"own_school", "本校学生", false, 10},
                                            {"candidates", "人数", true, 8},
                                            {"class_opened", "开班日期", true, 13},
                                            {"started", "培训开始日期", true, 13},
                                            {"planned_completed", "计划结业日期", true, 13},
                                            {"completed", "实际结业日期", false, 13},
                                            {"month", "报考月份", false, 10},
                                            {"not_before", "最早考试日期", false, 13},
                                            {"finish_by", "最迟考试日期", false, 13},
                                            {"regular_exam", "正考日期", false, 13},
                                            {"late_reason", "逾期说明", false, 30},
                                            {"note", "备注", false, 20}}};

std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  // The ideographic blank is three bytes of UTF-8.
  constexpr std::string_view wide = "\xe3\x80\x80";
  bool again = true;
  while (again) {
    again = false;
    while (!text.empty() && blanks.find(text.front()) != std::string_view::npos) text.remove_prefix(1), again = true;
    while (!text.empty() && blanks.find(text.back()) != std::string_view::npos) text.remove_suffix(1), again = true;
    if (text.starts_with(wide)) text.remove_prefix(wide.size()), again = true;
    if (text.ends_with(wide)) text.remove_suffix(wide.size()), again = true;
  }
  return std::string(text);
}

std::optional<int> whole(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// The numbers of "2024-3-5", "2024/03/05", "2024.3.5", "2024年3月5日".
std::vector<int> numbers_in(const std::string& text) {
  std::vector<int> numbers;
  std::string digits;
  const auto flush = [&] {
    if (!digits.empty() && digits.size() <= 4) numbers.push_back(std::stoi(digits));
    digits.clear();
  };
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      digits += c;
    else
      flush();
  }
  flush();
  return numbers;
}

std::string iso(const std::vector<int>& numbers) {
  std::string text;
  for (const int number : numbers) {
    std::string digits = std::to_string(number);
    if (!text.empty() && digits.size() < 2) digits.insert(0, "0");
    text += (text.empty() ? "" : "-") + digits;
  }
  return text;
}

bool only_date_signs(std::string text) {
  for (const std::string_view sign : {"年", "月", "日"})
    for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign)) text.replace(at, sign.size(), "-");
  return text.find_first_not_of("0123456789-/. :") == std::string::npos;
}

std::optional<Date> date_of_cell(const std::string& text) {
  if (!only_date_signs(text)) return std::nullopt;
  auto numbers = numbers_in(text);
  // A date cell of a spreadsheet may carry a time of 00:00:00.
  if (numbers.size() > 3) numbers.resize(3);
  return numbers.size() == 3 ? parse_date(iso(numbers)) : std::nullopt;
}

std::optional<Month> month_of_cell(const std::string& text) {
  if (!only_date_signs(text)) return std::nullopt;
  auto numbers = numbers_in(text);
  if (numbers.size() > 2) numbers.resize(2);
  return numbers.size() == 2 ? parse_month(iso(numbers)) : std::nullopt;
}

/// One row on its way into a BookingInput; faults are collected, none stops the others.
class RowReader {
public:
  RowReader(const tables::SheetRow& row, const std::map<std::string, std::size_t>& places, const SheetNames& names)
      : row_(row)
      , places_(places)
      , names_(names) {
    out_.row = row.number;
  }

  BookingRow read() {
    auto& in = out_.input;
    read_institution();
    in.class_id = cell("class_id");
    read_subject();
    read_kind();
    in.own_school = yes("own_school");
    read_candidates();
    take_needed("class_opened", in.class_opened);
    take_needed("started", in.started);
    take_needed("planned_completed", in.planned_completed);
    in.completed = maybe_date("completed");
    in.not_before = maybe_date("not_before");
    in.finish_by = maybe_date("finish_by");
    in.regular_exam = maybe_date("regular_exam");
    read_month();
    in.late_reason = cell("late_reason");
    return std::move(out_);
  }

private:
  std::string cell(const std::string& member) const {
    const auto place = places_.find(member);
    return place == places_.end() ? "" : trimmed(row_.cell(place->second));
  }

  void fault(const char* id, const std::string& member, const std::string& value) {
    out_.faults.push_back(problem(id, {{"value", value}}, member));
  }

  void read_institution() {
    const auto text = cell("institution");
    if (text.empty()) {
      out_.input.institution = names_.own;
      if (names_.own.empty()) fault("planning.cell_missing", "institution", text);
      return;
    }
    const auto known = names_.institutions.find(text);
    if (known == names_.institutions.end())
      fault("planning.booking_institution_unknown", "institution", text);
    else
      out_.input.institution = known->second;
  }

  void read_subject() {
    const auto text = cell("subject");
    if (text.empty()) return fault("planning.cell_missing", "subject", text);
    const auto known = names_.subjects.find(text);
    if (known == names_.subjects.end())
      fault("planning.booking_subject_unknown", "subject", text);
    else
      out_.input.subject = known->second;
  }

  void read_kind() {
    const auto text = cell("kind");
    if (text == "补考" || text == "retake")
      out_.input.kind = BookingKind::Retake;
    else if (!text.empty() && text != "正考" && text != "regular")
      fault("planning.cell_kind", "kind", text);
  }

  bool yes(const std::string& member) {
    const auto text = cell(member);
    if (text == "是" || text == "1" || text == "yes") return true;
    if (!text.empty() && text != "否" && text != "0" && text != "no") fault("planning.cell_yes_no", member, text);
    return false;
  }

  void read_candidates() {
    const auto text = cell("candidates");
    const auto number = whole(text);
    if (number)
      out_.input.candidates = *number;
    else
      fault(text.empty() ? "planning.cell_missing" : "planning.cell_number", "candidates", text);
  }

  std::optional<Date> maybe_date(const std::string& member) {
    const auto text = cell(member);
    if (text.empty()) return std::nullopt;
    const auto date = date_of_cell(text);
    if (!date) fault("planning.cell_date", member, text);
    return date;
  }

  void take_needed(const std::string& member, Date& into) {
    if (cell(member).empty()) return fault("planning.cell_missing", member, "");
    if (const auto date = maybe_date(member)) into = *date;
  }

  void read_month() {
    const auto text = cell("month");
    if (text.empty()) return;
    out_.input.month = month_of_cell(text);
    if (!out_.input.month) fault("planning.cell_month", "month", text);
  }

  const tables::SheetRow& row_;
  const std::map<std::string, std::size_t>& places_;
  const SheetNames& names_;
  BookingRow out_;
};

/// Member -> column of the heading row.
Result<std::map<std::string, std::size_t>> places_of(const tables::SheetRow& head) {
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < head.cells.size(); ++i) {
    const auto heading = trimmed(head.cells[i]);
    if (heading.empty()) continue;
    const auto column = std::find_if(k_columns.begin(), k_columns.end(), [&](const Column& one) { return one.heading == heading; });
    if (column == k_columns.end())
      return problem("planning.sheet_column_unknown", {{"value", heading}, {"row", std::to_string(head.number)}}, heading);
    if (!places.emplace(column->member, i).second)
      return problem("planning.sheet_column_doubled", {{"value", heading}, {"row", std::to_string(head.number)}}, heading);
  }
  for (const auto& column : k_columns)
    if (column.needed && !places.contains(std::string(column.member)))
      return problem("planning.sheet_column_missing", {{"value", std::string(column.heading)}}, std::string(column.heading));
  return places;
}

std::vector<tables::OutColumn> out_columns(bool all) {
  std::vector<tables::OutColumn> columns;
  if (all) columns.push_back({"预约编号", 12, tables::ColumnKind::Text});
  for (const auto& column : k_columns)
    if (column.member != "note")
      columns.push_back({std::string(column.heading), column.width,
                         column.member == "candidates" ? tables::ColumnKind::Number : tables::ColumnKind::Text});
  if (!all) return columns;
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

std::string heading_of(std::string_view member) {
  for (const auto& column : k_columns)
    if (column.member == member) return std::string(column.heading);
  return std::string(member);
}

Result<std::vector<BookingRow>> read_bookings(std::string_view bytes, const SheetNames& names) {
  auto sheets = tables::read(bytes);
  if (!sheets.ok()) return sheets.problem();
  const auto sheet =
      std::find_if(sheets->begin(), sheets->end(), [](const tables::Sheet& one) { return !one.hidden && !one.rows.empty(); });
  if (sheet == sheets->end()) return problem("planning.sheet_empty");
  const auto head = std::find_if(sheet->rows.begin(), sheet->rows.end(), [](const tables::SheetRow& row) { return !row.blank(); });
  if (head == sheet->rows.end()) return problem("planning.sheet_empty");
  const auto places = places_of(*head);
  if (!places.ok()) return places.problem();
  std::vector<BookingRow> rows;
  for (auto row = head + 1; row != sheet->rows.end(); ++row) {
    if (row->blank()) continue;
    if (rows.size() == k_max_booking_rows) return problem("planning.sheet_too_long", {{"limit", std::to_string(k_max_booking_rows)}});
    rows.push_back(RowReader(*row, *places, names).read());
  }
  if (rows.empty()) return problem("planning.sheet_empty");
  return rows;
}

Result<std::string> booking_template() { return tables::write_xlsx({{"考试预约", out_columns(false), {}}}); }

Result<std::string> write_bookings(const std::vector<Booking>& bookings, const std::map<std::string, std::string>& subject_names,
                                   bool csv) {
  tables::OutSheet sheet{"考试预约", out_columns(true), {}};
  for (const auto& booking : bookings) sheet.rows.push_back(out_row(booking, subject_names));
  return csv ? tables::write_text(sheet) : tables::write_xlsx({sheet});
}

} // namespace ankao::planning
