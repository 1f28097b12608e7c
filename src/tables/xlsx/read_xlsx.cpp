// SPDX-License-Identifier: Apache-2.0
#include "tables/encoding.hpp"
#include "tables/read.hpp"
#include "tables/xlsx/worksheet.hpp"

namespace ankao::tables {
namespace {

/// pugixml takes bytes as they are; what comes out of here must be UTF-8 (a part may declare another encoding or lie).
Result<void> check_encoding(const Sheet& sheet) {
  for (const SheetRow& row : sheet.rows)
    for (const std::string& cell : row.cells)
      if (first_bad_utf8(cell)) return problem("tables.xlsx_damaged", {{"reason", "UTF-8"}}, "第 " + std::to_string(row.number) + " 行");
  if (first_bad_utf8(sheet.name)) return problem("tables.xlsx_damaged", {{"reason", "UTF-8"}});
  return {};
}

} // namespace

Result<std::vector<Sheet>> read_xlsx(std::string_view bytes, const Limits& limits) {
  auto archive = Archive::open(bytes, limits);
  if (!archive) return archive.problem();
  auto book = read_workbook(*archive, limits);
  if (!book) return book.problem();
  std::vector<Sheet> sheets;
  std::size_t text_left = limits.text_bytes;
  for (const SheetPart& part : book->sheets) {
    auto sheet = read_worksheet(*archive, *book, part, limits, text_left);
    if (!sheet) return sheet.problem();
    if (!*sheet) continue;
    if (auto checked = check_encoding(**sheet); !checked) return checked.problem();
    sheets.push_back(std::move(**sheet));
  }
  return sheets;
}

} // namespace ankao::tables
