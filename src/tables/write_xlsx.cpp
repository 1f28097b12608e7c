// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>
#include <xlsxwriter.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

#include "tables/write.hpp"

namespace ankao::tables {
namespace {

constexpr std::size_t k_name_characters = 31;

/// A file of our own that goes when we go; libxlsxwriter of Debian 12 writes to files only.
class TemporaryFile {
public:
  TemporaryFile()
      : path_((std::filesystem::temp_directory_path() / "ankao-table-XXXXXX").string()) {
    const int handle = ::mkstemp(path_.data());
    if (handle < 0) throw std::runtime_error("cannot create a temporary file in " + std::filesystem::temp_directory_path().string());
    ::close(handle);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { ::unlink(path_.c_str()); }

  const std::string& path() const { return path_; }
  std::string bytes() const {
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }

private:
  std::string path_;
};

struct Formats {
  lxw_format* head;
  lxw_format* text;
  lxw_format* number;
};

Formats make_formats(lxw_workbook* book) {
  Formats formats{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)};
  format_set_bold(formats.head);
  format_set_bg_color(formats.head, 0xE6E6E6);
  format_set_border(formats.head, LXW_BORDER_THIN);
  format_set_align(formats.head, LXW_ALIGN_VERTICAL_CENTER);
  format_set_num_format(formats.text, "@");
  format_set_text_wrap(formats.text);
  format_set_align(formats.text, LXW_ALIGN_VERTICAL_TOP);
  format_set_align(formats.number, LXW_ALIGN_VERTICAL_TOP);
  return formats;
}

/// Excel's rules for names: no []:*?/\ , no apostrophe at the ends, 31 characters, distinct whatever the case.
std::string allowed_name(const std::string& wanted, std::set<std::string>& taken) {
  std::string name;
  std::size_t characters = 0;
  for (const char c : wanted) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U && ++characters > k_name_characters - 4) break;
    name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : '_';
  }
  if (name.empty()) name = "Sheet";
  std::string distinct = name;
  for (int i = 2; !taken.insert(distinct).second; ++i) distinct = name + "_" + std::to_string(i);
  return distinct;
}

lxw_error write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text, ColumnKind kind,
                     const Formats& formats) {
  if (text.empty()) return LXW_NO_ERROR;
  double number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
  if (kind == ColumnKind::Number && end.ec == std::errc() && end.ptr == text.data() + text.size())
    return worksheet_write_number(sheet, row, column, number, formats.number);
  return worksheet_write_string(sheet, row, column, text.c_str(), formats.text);
}

Result<void> fill_sheet(lxw_worksheet* sheet, const OutSheet& out, const Formats& formats) {
  for (std::size_t i = 0; i < out.columns.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet, column, column, out.columns[i].width,
                         out.columns[i].kind == ColumnKind::Text ? formats.text : formats.number);
    worksheet_write_string(sheet, 0, column, out.columns[i].title.c_str(), formats.head);
  }
  worksheet_freeze_panes(sheet, 1, 0);
  if (!out.columns.empty())
    worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(out.rows.size()), static_cast<lxw_col_t>(out.columns.size() - 1));
  for (std::size_t r = 0; r < out.rows.size(); ++r)
    for (std::size_t c = 0; c < out.rows[r].size(); ++c) {
      const ColumnKind kind = c < out.columns.size() ? out.columns[c].kind : ColumnKind::Text;
      if (write_cell(sheet, static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(c), out.rows[r][c], kind, formats) != LXW_NO_ERROR)
        return problem("tables.cell_too_long", {{"limit", "32767"}}, "第 " + std::to_string(r + 2) + " 行");
    }
  return {};
}

} // namespace

Result<std::string> write_xlsx(const std::vector<OutSheet>& sheets) {
  const TemporaryFile file;
  lxw_workbook* book = workbook_new(file.path().c_str());
  if (book == nullptr) throw std::runtime_error("cannot create a workbook in " + file.path());
  const Formats formats = make_formats(book);
  std::set<std::string> taken;
  Result<void> filled;
  for (const OutSheet& out : sheets) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, allowed_name(out.name, taken).c_str());
    ensure(sheet != nullptr, "the name of a sheet is allowed and distinct");
    if (filled) filled = fill_sheet(sheet, out, formats);
  }
  const lxw_error closed = workbook_close(book);
  if (!filled) return filled.problem();
  if (closed != LXW_NO_ERROR) throw std::runtime_error(std::string("cannot write a workbook: ") + lxw_strerror(closed));
  return file.bytes();
}

} // namespace ankao::tables
