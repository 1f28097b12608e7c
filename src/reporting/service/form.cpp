// SPDX-License-Identifier: Apache-2.0
#include "reporting/service/form.hpp"

#include "base/ensure.hpp"
#include "paper/fill.hpp"
#include "paper/read.hpp"
#include "reporting/files/law.hpp"

namespace ankao::reporting {
namespace {

constexpr const char* k_form = "annex_5";
constexpr std::size_t k_head = 2; ///< rows above the first figure

void put(paper::Cell& cell, const std::string& text) {
  cell.text = text;
  cell.style.align = paper::Align::Center;
}

/// The printed wording stands before the two empty cells of each row; the rows of the law follow the form.
void fill_table(paper::Table& table, const Whole& whole, const std::string& unit) {
  const auto& rows = shipped_law().rows;
  ensure(table.rows.size() == k_head + rows.size() + 1, "the form has its rows");
  put(table.rows.front().cells.at(1), unit);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto& cells = table.rows[k_head + i].cells;
    ensure(cells.size() >= 3 && cells[cells.size() - 3].text == rows[i].words.zh, "the form prints " + rows[i].words.zh);
    const auto found = whole.mine.value.find(rows[i].id);
    const Pair value = found == whole.mine.value.end() ? Pair{} : found->second;
    put(cells[cells.size() - 2], printed(rows[i], value.month));
    put(cells[cells.size() - 1], printed(rows[i], value.total));
  }
  auto& foot = table.rows.back().cells;
  put(foot.at(1), whole.mine.kept.filler);
  put(foot.at(3), whole.mine.kept.telephone);
}

/// The table is that of the campaign's year (G-03).
void set_year(std::string& text, int year) {
  if (const auto at = text.find("2023"); at != std::string::npos) text.replace(at, 4, std::to_string(year));
}

} // namespace

std::string printed(const RowLaw& row, std::int64_t value) {
  if (row.counts != Counts::Amount) return std::to_string(value);
  std::string out = std::to_string(value / 100);
  if (value % 100 != 0) out += "." + std::string(value % 100 < 10 ? "0" : "") + std::to_string(value % 100);
  return out;
}

Result<paper::Sheet> annex_5(const Whole& whole, const std::string& unit, Instant now) {
  const auto form = paper::shipped_forms().find(k_form);
  ensure(form != paper::shipped_forms().end(), "Annex 5 is carried");
  auto sheet = paper::fill(form->second, {}, now.ms / 1000);
  if (!sheet.ok()) return sheet;
  set_year(sheet.value().title, whole.year);
  for (paper::Block& block : sheet.value().blocks) {
    set_year(block.text, whole.year);
    if (block.kind == paper::Block::Kind::Table) fill_table(block.table, whole, unit);
  }
  return sheet;
}

} // namespace ankao::reporting
