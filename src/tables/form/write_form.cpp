// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "tables/book.hpp"
#include "tables/form/cells.hpp"
#include "tables/form/form.hpp"

namespace ankao::tables {
namespace {

constexpr std::size_t k_longest_message = 250; ///< of Excel's, in characters

bool chinese(FormLanguage language) { return language == FormLanguage::Chinese; }
const std::string& heading(const FormColumn& column, FormLanguage language) { return chinese(language) || column.en.empty() ? column.zh : column.en; }
const std::string& note(const FormColumn& column, FormLanguage language) { return chinese(language) || column.note_en.empty() ? column.note_zh : column.note_en; }

std::string shortened(const std::string& text, std::size_t characters) {
  std::string out;
  std::size_t count = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U && ++count > characters) break;
    out += c;
  }
  return out;
}

struct Formats {
  lxw_format *head, *needed, *text, *number, *example;
};

Formats formats_of(lxw_workbook* book) {
  Formats f{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)};
  for (lxw_format* head : {f.head, f.needed}) {
    format_set_bold(head);
    format_set_border(head, LXW_BORDER_THIN);
    format_set_text_wrap(head);
    format_set_bg_color(head, head == f.needed ? 0xFFE699 : 0xE6E6E6);
  }
  format_set_num_format(f.text, "@");
  format_set_num_format(f.example, "@");
  format_set_italic(f.example);
  format_set_font_color(f.example, 0x808080);
  for (lxw_format* open : {f.text, f.number, f.example}) format_set_unlocked(open);
  return f;
}

std::vector<std::string> listed(const FormColumn& column, FormLanguage language) {
  if (column.kind == CellKind::YesNo) return chinese(language) ? std::vector<std::string>{"是", "否"} : std::vector<std::string>{"yes", "no"};
  std::vector<std::string> out;
  for (const Choice& one : column.choices) out.push_back(chinese(language) || one.en.empty() ? one.zh : one.en);
  return out;
}

/// What may be chosen stands on a hidden sheet: a list within the rule itself may have 255 characters only.
class Lists {
public:
  Lists(lxw_worksheet* sheet, std::string name)
      : sheet_(sheet)
      , name_(std::move(name)) {
    worksheet_hide(sheet_);
  }
  std::string add(const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) worksheet_write_string(sheet_, static_cast<lxw_row_t>(i), next_, words[i].c_str(), nullptr);
    char letter[LXW_MAX_COL_NAME_LENGTH];
    lxw_col_to_name(letter, next_, LXW_TRUE);
    ++next_;
    return "='" + name_ + "'!" + letter + "$1:" + letter + "$" + std::to_string(words.size());
  }

private:
  lxw_worksheet* sheet_;
  std::string name_;
  lxw_col_t next_ = 0;
};

void add_rule(lxw_worksheet* sheet, lxw_col_t place, const Form& form, const FormColumn& column, FormLanguage language, Lists& lists) {
  lxw_data_validation rule{};
  std::string source;
  rule.validate = LXW_VALIDATION_TYPE_ANY;
  rule.ignore_blank = LXW_VALIDATION_ON;
  const auto words = listed(column, language);
  if (!words.empty()) {
    source = lists.add(words);
    rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    rule.value_formula = source.data();
    // What other names mean is understood too: the list is a help, the import decides.
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  } else if (column.kind == CellKind::Number) {
    rule.validate = LXW_VALIDATION_TYPE_INTEGER;
    rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule.minimum_number = column.low;
    rule.maximum_number = column.high;
  }
  std::string title = shortened(heading(column, language), 30), message = shortened(note(column, language), k_longest_message);
  rule.input_title = title.data();
  rule.input_message = message.data();
  worksheet_data_validation_range(sheet, 1, place, static_cast<lxw_row_t>(form.most_rows + 1), place, &rule);
}

std::string example_of(const FormColumn& column) { return column.example; }

void fill_head(lxw_worksheet* sheet, const Form& form, FormLanguage language, const Formats& formats) {
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    const FormColumn& column = form.columns[i];
    const auto place = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet, place, place, column.width, column.kind == CellKind::Number ? formats.number : formats.text);
    worksheet_write_string(sheet, 0, place, heading(column, language).c_str(), column.needed ? formats.needed : formats.head);
    if (!example_of(column).empty()) worksheet_write_string(sheet, 1, place, example_of(column).c_str(), formats.example);
  }
  worksheet_write_comment(sheet, 1, 0, chinese(language) ? "示例行：导入时忽略，可以删除。" : "Example: left out by the import; may be deleted.");
  worksheet_freeze_panes(sheet, 1, 0);
}

void protect_head(lxw_worksheet* sheet) {
  lxw_protection allowed{};
  allowed.format_cells = allowed.format_columns = allowed.format_rows = 1;
  allowed.insert_rows = allowed.delete_rows = allowed.sort = allowed.autofilter = 1;
  worksheet_protect(sheet, nullptr, &allowed);
}

void explain(lxw_worksheet* sheet, const Form& form, FormLanguage language, const Formats& formats) {
  const bool zh = chinese(language);
  const std::vector<std::pair<const char*, double>> heads{{zh ? "列" : "column", 22}, {zh ? "必填" : "needed", 8}, {zh ? "说明" : "what it holds", 70}, {zh ? "示例" : "example", 26}, {zh ? "条款" : "clause", 12}};
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const auto place = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet, place, place, heads[i].second, nullptr);
    worksheet_write_string(sheet, 0, place, heads[i].first, formats.head);
  }
  lxw_row_t row = 1;
  for (const FormColumn& column : form.columns) {
    const std::vector<std::string> cells{heading(column, language), column.needed ? (zh ? "是" : "yes") : "", note(column, language), column.example, column.clause};
    for (std::size_t i = 0; i < cells.size(); ++i) worksheet_write_string(sheet, row, static_cast<lxw_col_t>(i), cells[i].c_str(), nullptr);
    ++row;
  }
  const std::string limit = std::to_string(form.most_rows);
  worksheet_write_string(sheet, row, 2, (zh ? "最多 " + limit + " 行；有任何一处错误时全部不写入；灰色斜体的示例行不导入。" : "At most " + limit + " rows; nothing is stored while anything is wrong; the grey example row is left out.").c_str(), nullptr);
}

} // namespace

Result<std::string> form_template(const Form& form, FormLanguage language) {
  Book book;
  const Formats formats = formats_of(book.get());
  lxw_worksheet* sheet = book.sheet(chinese(language) || form.en.empty() ? form.zh : form.en);
  explain(book.sheet(chinese(language) ? "填写说明" : "how to fill in"), form, language, formats);
  const std::string lists_name = chinese(language) ? "选项" : "choices";
  Lists lists(book.sheet(lists_name), lists_name);
  fill_head(sheet, form, language, formats);
  for (std::size_t i = 0; i < form.columns.size(); ++i) add_rule(sheet, static_cast<lxw_col_t>(i), form, form.columns[i], language, lists);
  protect_head(sheet);
  return book.bytes();
}

} // namespace ankao::tables
