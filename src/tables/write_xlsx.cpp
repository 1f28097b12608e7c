// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <optional>

#include "base/date.hpp"
#include "tables/book.hpp"
#include "tables/write.hpp"

namespace ankao::tables {
namespace {

constexpr std::size_t k_rows_in_memory = 5'000;
constexpr std::uint8_t k_a4 = 9;
/// A third of a day is no binary fraction: a program that cuts instead of rounding would show a second less.
constexpr double k_nudge = 0.0005; // seconds
constexpr double k_margin = 0.5; // inches

struct Formats {
  lxw_format* title;
  lxw_format* head;
  lxw_format* text;
  lxw_format* number;
  lxw_format* day;
  lxw_format* moment;
};

lxw_format* value_format(lxw_workbook* book, const char* shown) {
  lxw_format* format = workbook_add_format(book);
  if (shown != nullptr) format_set_num_format(format, shown);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

Formats make_formats(lxw_workbook* book) {
  Formats formats{workbook_add_format(book),       workbook_add_format(book),
                  value_format(book, "@"),         value_format(book, nullptr),
                  value_format(book, "yyyy-mm-dd"), value_format(book, "yyyy-mm-dd hh:mm:ss")};
  format_set_bold(formats.title);
  format_set_bold(formats.head);
  format_set_bg_color(formats.head, 0xE6E6E6);
  format_set_border(formats.head, LXW_BORDER_THIN);
  format_set_align(formats.head, LXW_ALIGN_VERTICAL_CENTER);
  format_set_text_wrap(formats.text);
  return formats;
}

lxw_format* format_of(ColumnKind kind, const Formats& formats) {
  switch (kind) {
  case ColumnKind::Number:
    return formats.number;
  case ColumnKind::Day:
    return formats.day;
  case ColumnKind::Moment:
    return formats.moment;
  case ColumnKind::Text:
    break;
  }
  return formats.text;
}

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  if (text.size() < at + count) return std::nullopt;
  const auto end = std::from_chars(text.data() + at, text.data() + at + count, value);
  return end.ec == std::errc() && end.ptr == text.data() + at + count ? std::optional(value) : std::nullopt;
}

/// "2024-03-05" or "2024-03-05 09:30:00".
std::optional<lxw_datetime> time_of(const std::string& text, ColumnKind kind) {
  if (text.size() != (kind == ColumnKind::Day ? 10U : 19U)) return std::nullopt;
  const auto day = parse_date(std::string_view(text).substr(0, 10));
  if (!day) return std::nullopt;
  lxw_datetime time{};
  time.year = day->year();
  time.month = static_cast<int>(day->month());
  time.day = static_cast<int>(day->day());
  if (kind == ColumnKind::Day) return time;
  const auto hour = digits(text, 11, 2);
  const auto minute = digits(text, 14, 2);
  const auto second = digits(text, 17, 2);
  if (!hour || !minute || !second) return std::nullopt;
  time.hour = *hour;
  time.min = *minute;
  time.sec = *second + k_nudge;
  return time;
}

lxw_error write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text, ColumnKind kind,
                     const Formats& formats) {
  if (text.empty()) return LXW_NO_ERROR;
  if (kind == ColumnKind::Number) {
    double number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    if (end.ec == std::errc() && end.ptr == text.data() + text.size())
      return worksheet_write_number(sheet, row, column, number, formats.number);
  }
  if (kind == ColumnKind::Day || kind == ColumnKind::Moment)
    if (auto time = time_of(text, kind)) return worksheet_write_datetime(sheet, row, column, &*time, format_of(kind, formats));
  return worksheet_write_string(sheet, row, column, text.c_str(), formats.text);
}

/// A4 landscape, as wide as the paper, the head row and the page number on every page.
void set_print(lxw_worksheet* sheet, const OutSheet& out, lxw_row_t head, std::size_t rows) {
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, k_a4);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_margins(sheet, k_margin, k_margin, k_margin, k_margin);
  worksheet_repeat_rows(sheet, 0, head);
  worksheet_set_footer(sheet, "&L&A&R&P / &N");
  if (!out.columns.empty())
    worksheet_print_area(sheet, 0, 0, head + static_cast<lxw_row_t>(rows), static_cast<lxw_col_t>(out.columns.size() - 1));
}

void write_head(lxw_worksheet* sheet, const OutSheet& out, lxw_row_t head, std::size_t rows, const Formats& formats) {
  for (std::size_t i = 0; i < out.columns.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet, column, column, out.columns[i].width, format_of(out.columns[i].kind, formats));
  }
  for (std::size_t i = 0; i < out.lead.size(); ++i)
    worksheet_write_string(sheet, static_cast<lxw_row_t>(i), 0, out.lead[i].c_str(), formats.title);
  for (std::size_t i = 0; i < out.columns.size(); ++i)
    worksheet_write_string(sheet, head, static_cast<lxw_col_t>(i), out.columns[i].title.c_str(), formats.head);
  worksheet_freeze_panes(sheet, head + 1, out.lead.empty() ? 0 : 1);
  if (!out.columns.empty())
    worksheet_autofilter(sheet, head, 0, head + static_cast<lxw_row_t>(rows), static_cast<lxw_col_t>(out.columns.size() - 1));
}

Result<void> fill_sheet(lxw_worksheet* sheet, const OutSheet& out, std::size_t rows, const Feed& feed, const Formats& formats) {
  const auto head = static_cast<lxw_row_t>(out.lead.size());
  write_head(sheet, out, head, rows, formats);
  set_print(sheet, out, head, rows);
  auto at = head;
  while (const auto* row = feed()) {
    ++at;
    for (std::size_t c = 0; c < row->size(); ++c) {
      const ColumnKind kind = c < out.columns.size() ? out.columns[c].kind : ColumnKind::Text;
      if (write_cell(sheet, at, static_cast<lxw_col_t>(c), (*row)[c], kind, formats) != LXW_NO_ERROR)
        return problem("tables.cell_too_long", {{"limit", "32767"}}, "第 " + std::to_string(at + 1) + " 行");
    }
  }
  return {};
}

/// Long tables go to disk row by row, so that memory does not grow with them.
Memory memory_for(std::size_t rows) { return rows > k_rows_in_memory ? Memory::Constant : Memory::Whole; }

} // namespace

Result<std::string> write_xlsx(const std::vector<OutSheet>& sheets) {
  std::size_t rows = 0;
  for (const OutSheet& sheet : sheets) rows += sheet.rows.size();
  Book book(memory_for(rows));
  const Formats formats = make_formats(book.get());
  Result<void> filled;
  for (const OutSheet& out : sheets) {
    lxw_worksheet* sheet = book.sheet(out.name);
    if (filled) filled = fill_sheet(sheet, out, out.rows.size(), feed_of(out), formats);
  }
  std::string bytes = book.bytes();
  if (!filled) return filled.problem();
  return bytes;
}

Result<std::string> write_xlsx(const OutSheet& sheet, std::size_t rows, const Feed& feed) {
  Book book(memory_for(rows));
  const Formats formats = make_formats(book.get());
  const Result<void> filled = fill_sheet(book.sheet(sheet.name), sheet, rows, feed, formats);
  std::string bytes = book.bytes();
  if (!filled) return filled.problem();
  return bytes;
}

} // namespace ankao::tables
