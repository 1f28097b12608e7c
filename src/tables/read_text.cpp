// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>

#include "tables/read.hpp"

namespace ankao::tables {
namespace {

constexpr std::size_t k_lines_to_look_at = 50;

/// How many cells each of the first lines would have; quoted separators and line ends do not count.
std::vector<std::size_t> separators_per_line(std::string_view text, char separator) {
  std::vector<std::size_t> counts{0};
  bool quoted = false;
  bool cell_start = true;
  for (const char c : text) {
    if (quoted) {
      quoted = c != '"';
      continue;
    }
    if (c == '"' && cell_start) quoted = true;
    cell_start = c == separator || c == '\n';
    if (c == separator) ++counts.back();
    if (c != '\n') continue;
    if (counts.size() == k_lines_to_look_at) return counts;
    counts.push_back(0);
  }
  return counts;
}

/// Lines that agree on the commonest count above none.
std::size_t agreeing_lines(const std::vector<std::size_t>& counts) {
  std::map<std::size_t, std::size_t> lines;
  for (const std::size_t count : counts)
    if (count > 0) ++lines[count];
  std::size_t most = 0;
  for (const auto& [count, number] : lines) most = std::max(most, number);
  return most;
}

char find_separator(std::string_view text) {
  char best = ',';
  std::size_t best_lines = 0;
  for (const char candidate : {'\t', ',', ';'}) {
    const std::size_t lines = agreeing_lines(separators_per_line(text, candidate));
    if (lines > best_lines) {
      best = candidate;
      best_lines = lines;
    }
  }
  return best;
}

/// Cuts text into rows; one object reads one file.
class TextReader {
public:
  TextReader(std::string_view text, const Limits& limits)
      : text_(text)
      , limits_(limits)
      , separator_(find_separator(text)) {}

  Result<Sheet> read() {
    while (at_ < text_.size()) {
      if (sheet_.rows.size() == limits_.rows) return too_large("tables.too_many_rows", limits_.rows);
      if (auto row = read_row(); !row) return row.problem();
    }
    while (!sheet_.rows.empty() && sheet_.rows.back().blank()) sheet_.rows.pop_back();
    return std::move(sheet_);
  }

private:
  Problem too_large(const char* id, std::size_t limit) const {
    return problem(id, {{"limit", std::to_string(limit)}}, "第 " + std::to_string(line_) + " 行");
  }

  Result<void> read_row() {
    SheetRow row;
    row.number = line_;
    for (;;) {
      auto cell = read_cell();
      if (!cell) return cell.problem();
      if (cell->size() > limits_.cell_bytes) return too_large("tables.cell_too_long", limits_.cell_bytes);
      row.cells.push_back(std::move(*cell));
      if (row.cells.size() > limits_.columns) return too_large("tables.too_many_columns", limits_.columns);
      if (at_ >= text_.size() || text_[at_] != separator_) break;
      ++at_;
    }
    end_line();
    sheet_.rows.push_back(std::move(row));
    return {};
  }

  void end_line() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  bool at_cell_end() const {
    return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' ||
           (text_[at_] == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] == '\n'));
  }

  Result<std::string> read_cell() {
    std::string cell;
    if (at_ < text_.size() && text_[at_] == '"') {
      auto quoted = read_quoted();
      if (!quoted) return quoted.problem();
      cell = std::move(*quoted);
    }
    while (!at_cell_end()) cell += text_[at_++];
    return cell;
  }

  Result<std::string> read_quoted() {
    const int opened = line_;
    std::string cell;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 == text_.size() || text_[at_ + 1] != '"') {
          ++at_;
          return cell;
        }
        ++at_;
      }
      if (text_[at_] == '\n') ++line_;
      cell += text_[at_];
    }
    return problem("tables.quote_open", {}, "第 " + std::to_string(opened) + " 行");
  }

  std::string_view text_;
  const Limits& limits_;
  char separator_;
  std::size_t at_ = 0;
  int line_ = 1;
  Sheet sheet_;
};

} // namespace

Result<Sheet> read_text(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.file_bytes) return problem("tables.too_large", {{"limit", std::to_string(limits.file_bytes >> 20)}});
  const auto text = decode_text(bytes);
  if (!text) return text.problem();
  return TextReader(*text, limits).read();
}

} // namespace ankao::tables
