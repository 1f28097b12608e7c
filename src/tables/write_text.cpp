// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "tables/encoding.hpp"
#include "tables/write.hpp"

namespace ankao::tables {
namespace {

bool looks_like_formula(const std::string& text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string quoted_if_needed(const std::string& text, char separator) {
  const bool needed = text.find_first_of("\"\r\n") != std::string::npos || text.find(separator) != std::string::npos;
  if (!needed) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string line_of(const std::vector<std::string>& cells, const OutSheet& sheet, const TextStyle& style) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool number = i < sheet.columns.size() && sheet.columns[i].kind == ColumnKind::Number;
    const bool guard = style.guard == FormulaGuard::Guarded && !number && looks_like_formula(cells[i]);
    if (i > 0) line += style.separator;
    line += quoted_if_needed(guard ? "'" + cells[i] : cells[i], style.separator);
  }
  return line + (style.separator == '\t' ? "\n" : "\r\n");
}

/// Text on its way into the encoding: piece by piece, each of whole lines.
class Out {
public:
  explicit Out(TextEncoding encoding)
      : encoding_(encoding)
      , done_(encoding == TextEncoding::Utf8WithMark ? "\xEF\xBB\xBF" : "") {}
  void add(const std::string& line) {
    if (encoding_ != TextEncoding::Gb18030) {
      done_ += line;
      return;
    }
    waiting_ += line;
    if (waiting_.size() > k_piece) turn();
  }
  std::optional<std::string> finish() {
    turn();
    if (bad_) return std::nullopt;
    return std::move(done_);
  }

private:
  static constexpr std::size_t k_piece = 65'536;
  void turn() {
    const auto converted = waiting_.empty() ? std::optional<std::string>("") : convert(waiting_, "UTF-8", "GB18030");
    if (converted) done_ += *converted;
    bad_ = bad_ || !converted;
    waiting_.clear();
  }
  TextEncoding encoding_;
  std::string done_, waiting_;
  bool bad_ = false;
};

} // namespace

Feed feed_of(const OutSheet& sheet) {
  return [&sheet, next = std::size_t{0}]() mutable { return next < sheet.rows.size() ? &sheet.rows[next++] : nullptr; };
}

Result<std::string> write_text(const OutSheet& sheet, const TextStyle& style, const Feed& feed) {
  std::vector<std::string> titles;
  for (const OutColumn& column : sheet.columns) titles.push_back(column.title);
  Out out(style.encoding);
  for (const std::string& line : sheet.lead) out.add(line_of({line}, {}, style));
  out.add(line_of(titles, {}, style));
  while (const auto* row = feed()) out.add(line_of(*row, sheet, style));
  if (auto text = out.finish()) return std::move(*text);
  return problem("tables.not_in_encoding", {{"encoding", "GB18030"}});
}

Result<std::string> write_text(const OutSheet& sheet, const TextStyle& style) { return write_text(sheet, style, feed_of(sheet)); }

} // namespace ankao::tables
