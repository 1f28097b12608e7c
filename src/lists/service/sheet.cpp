// SPDX-License-Identifier: Apache-2.0
#include "lists/service/sheet.hpp"

#include "tables/write.hpp"

namespace ankao::lists {
namespace {

std::string pick(Language language, const char* zh, const char* en) { return language == Language::English ? en : zh; }

std::string said(const Filter& filter, const std::string& value, Language language) {
  if (filter.kind == FilterKind::YesNo) return value == "true" || value == "1" ? pick(language, "是", "yes") : pick(language, "否", "no");
  if (!filter.options) return value;
  for (const Option& option : filter.options(language))
    if (option.value == value) return option.label;
  return value;
}

tables::ColumnKind kind_of(Kind kind) {
  switch (kind) {
  case Kind::Number:
    return tables::ColumnKind::Number;
  case Kind::Day:
    return tables::ColumnKind::Day;
  case Kind::Moment:
    return tables::ColumnKind::Moment;
  case Kind::Text:
  case Kind::Code:
  case Kind::YesNo:
    break;
  }
  return tables::ColumnKind::Text;
}

/// "2024-03-05 09:30:00" on a Chinese clock.
std::string moment(Instant at) {
  std::string text = to_string(at);
  text[10] = ' ';
  return text.substr(0, 19);
}

tables::OutSheet sheet_of(const Table& table, const std::string& digest) {
  const Language language = table.language;
  const std::string colon = pick(language, "：", ": ");
  tables::OutSheet out{table.list.name.in(language), {}, {}, {}};
  for (const Column* column : table.columns)
    out.columns.push_back({column->heading.in(language), static_cast<double>(column->width), kind_of(column->kind)});
  out.lead = {table.list.name.in(language), pick(language, "筛选", "Filter") + colon + filter_words(table.list, table.narrowed, language),
              pick(language, "导出时间", "Made") + colon + moment(table.at) + pick(language, "；共 ", "; ") + std::to_string(table.rows.size()) +
                  pick(language, " 条", " rows"),
              pick(language, "表格摘要 SM3", "SM3 of the table") + colon + digest};
  return out;
}

} // namespace

std::string filter_words(const List& list, const std::vector<std::pair<std::string, std::string>>& narrowed, Language language) {
  std::string out;
  for (const Filter& filter : list.filters)
    for (const auto& [name, value] : narrowed)
      if (name == filter.name && !value.empty())
        out += (out.empty() ? "" : pick(language, "；", "; ")) + filter.label.in(language) + pick(language, "：", ": ") + flat(said(filter, value, language));
  return out.empty() ? pick(language, "无", "none") : out;
}

std::vector<std::string> head_of(const std::vector<const Column*>& columns, Language language) {
  std::vector<std::string> head;
  for (const Column* column : columns) head.push_back(column->heading.in(language));
  return head;
}

Result<File> file_of(const Table& table, Format format) {
  const std::string digest = table.rows.digest();
  const tables::OutSheet sheet = sheet_of(table, digest);
  const bool workbook = format == Format::Xlsx;
  const bool gb = format == Format::CsvGb18030;
  const auto encoding = gb ? tables::TextEncoding::Gb18030 : tables::TextEncoding::Utf8WithMark;
  auto bytes = workbook ? tables::write_xlsx(sheet, table.rows.size(), table.rows.feed()) : tables::write_text(sheet, {.separator = ',', .encoding = encoding}, table.rows.feed());
  if (!bytes.ok()) return bytes.problem();
  const std::string type = workbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : gb ? "text/csv; charset=gb18030" : "text/csv; charset=utf-8";
  const std::string name = sheet.name + "-" + to_string(date_of(table.at)) + (workbook ? ".xlsx" : ".csv");
  return File{name, type, std::move(bytes).value(), digest};
}

} // namespace ankao::lists
