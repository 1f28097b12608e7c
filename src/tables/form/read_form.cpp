// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "tables/form/cells.hpp"
#include "tables/form/form.hpp"
#include "tables/form/words.hpp"
#include "tables/read.hpp"

namespace ankao::tables {
namespace {

using Places = std::map<std::string, std::size_t>; ///< key -> column

const FormColumn* headed(const Form& form, const std::string& heading) {
  for (const FormColumn& column : form.columns)
    if (column.zh == heading || column.en == heading) return &column;
  return nullptr;
}

Result<Places> places_of(const SheetRow& head, const Form& form) {
  Places places;
  for (std::size_t i = 0; i < head.cells.size(); ++i) {
    const std::string heading = trimmed(head.cells[i]);
    if (heading.empty() || heading == k_faults_zh || heading == k_faults_en) continue;
    const FormColumn* column = headed(form, heading);
    if (column == nullptr) return problem("tables.form_column_unknown", {{"value", heading}, {"row", std::to_string(head.number)}}, heading);
    if (!places.emplace(column->key, i).second)
      return problem("tables.form_column_doubled", {{"value", heading}, {"row", std::to_string(head.number)}}, heading);
  }
  for (const FormColumn& column : form.columns)
    if (column.needed && !places.contains(column.key)) return problem("tables.form_column_missing", {{"value", column.zh}}, column.zh);
  return places;
}

bool is_example(const SheetRow& row, const Places& places, const Form& form) {
  return std::all_of(form.columns.begin(), form.columns.end(), [&](const FormColumn& column) {
    const auto place = places.find(column.key);
    return place != places.end() && trimmed(row.cell(place->second)) == column.example;
  });
}

const Choice* chosen(const FormColumn& column, const std::string& text) {
  for (const Choice& one : column.choices)
    if (text == one.value || text == one.zh || text == one.en || std::find(one.also.begin(), one.also.end(), text) != one.also.end()) return &one;
  return nullptr;
}

/// At most eight of them, so that the remedy stays a sentence.
std::string known(const FormColumn& column) {
  std::string out;
  for (std::size_t i = 0; i < std::min<std::size_t>(column.choices.size(), 8); ++i) out += (i == 0 ? "" : "、") + column.choices[i].zh;
  return column.choices.size() > 8 ? out + "……" : out;
}

bool has_control(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

Result<std::string> understood(const FormColumn& column, const std::string& text) {
  switch (column.kind) {
  case CellKind::Text:
    if (has_control(text)) return problem("tables.form_cell_control", {}, column.key);
    if (characters_in(text) > column.longest) return problem("tables.form_cell_long", {{"count", std::to_string(characters_in(text))}, {"limit", std::to_string(column.longest)}}, column.key);
    return text;
  case CellKind::Number:
    if (const auto number = number_in(text); number && column.low <= *number && *number <= column.high) return std::to_string(*number);
    return problem("tables.form_cell_number", {{"value", text}, {"low", std::to_string(column.low)}, {"high", std::to_string(column.high)}}, column.key);
  case CellKind::Date:
    if (const auto date = date_in(text)) return to_string(*date);
    return problem("tables.form_cell_date", {{"value", text}}, column.key);
  case CellKind::Month:
    if (const auto month = month_in(text)) return to_string(*month);
    return problem("tables.form_cell_month", {{"value", text}}, column.key);
  case CellKind::YesNo:
    if (const auto yes = yes_in(text)) return std::string(*yes ? "yes" : "no");
    return problem("tables.form_cell_yes_no", {{"value", text}}, column.key);
  case CellKind::Choice:
    break;
  }
  if (const Choice* one = chosen(column, text)) return one->value;
  return problem("tables.form_cell_choice", {{"value", text}, {"known", known(column)}}, column.key);
}

FormRow filled(const SheetRow& row, const Places& places, const Form& form) {
  FormRow out;
  out.number = row.number;
  for (const FormColumn& column : form.columns) {
    const auto place = places.find(column.key);
    const std::string text = place == places.end() ? "" : trimmed(row.cell(place->second));
    if (text.empty()) {
      if (column.needed) out.faults.push_back(problem("tables.form_cell_missing", {}, column.key));
      continue;
    }
    auto value = understood(column, text);
    if (value.ok())
      out.values[column.key] = std::move(*value);
    else
      out.faults.push_back(value.problem());
  }
  return out;
}

} // namespace

const FormColumn* Form::find(std::string_view key) const {
  for (const FormColumn& column : columns)
    if (column.key == key) return &column;
  return nullptr;
}

const std::string& FormRow::value(const std::string& key) const {
  static const std::string nothing;
  const auto found = values.find(key);
  return found == values.end() ? nothing : found->second;
}

Result<std::vector<FormRow>> read_form(std::string_view bytes, const Form& form, const Limits& limits) {
  const auto sheets = read(bytes, limits);
  if (!sheets.ok()) return sheets.problem();
  const auto sheet = std::find_if(sheets->begin(), sheets->end(), [](const Sheet& one) { return !one.hidden && !one.rows.empty(); });
  if (sheet == sheets->end()) return problem("tables.form_empty");
  const auto head = std::find_if(sheet->rows.begin(), sheet->rows.end(), [](const SheetRow& row) { return !row.blank(); });
  if (head == sheet->rows.end()) return problem("tables.form_empty");
  const auto places = places_of(*head, form);
  if (!places.ok()) return places.problem();
  std::vector<FormRow> rows;
  for (auto row = head + 1; row != sheet->rows.end(); ++row) {
    if (row->blank() || is_example(*row, *places, form)) continue;
    if (rows.size() == form.most_rows) return problem("tables.form_rows", {{"limit", std::to_string(form.most_rows)}});
    rows.push_back(filled(*row, *places, form));
  }
  if (rows.empty()) return problem("tables.form_empty");
  return rows;
}

} // namespace ankao::tables
