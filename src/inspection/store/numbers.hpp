// SPDX-License-Identifier: Apache-2.0
// "V-12" and 12, dates, moments, flags: how values travel between words and rows.
#pragma once

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "base/ensure.hpp"
#include "db/db.hpp"
#include "inspection/store/inspection.hpp"

namespace ankao::inspection::store {

/// 0 for what is no id of that kind.
inline std::int64_t number_of(const std::string& id, const char* start) {
  std::int64_t number = 0;
  if (id.rfind(start, 0) != 0 || id.size() < 3) return 0;
  const char* end = id.data() + id.size();
  const auto read = std::from_chars(id.data() + 2, end, number);
  return read.ec == std::errc{} && read.ptr == end ? number : 0;
}

inline db::Value day(const std::optional<Date>& date) { return date ? db::Value(to_string(*date)) : db::Value(db::Null{}); }
inline db::Value moment(const std::optional<Instant>& at) { return at ? db::Value(at->ms) : db::Value(db::Null{}); }
inline std::int64_t bit(bool value) { return value ? 1 : 0; }

inline Date day_in(const db::Rows& rows, std::size_t i, std::string_view column) {
  const auto date = parse_date(rows.text(i, column));
  ensure(date.has_value(), "a stored day is a day");
  return *date;
}
inline std::optional<Instant> moment_in(const db::Rows& rows, std::size_t i, std::string_view column) {
  const auto ms = rows.maybe_integer(i, column);
  return ms ? std::optional(Instant{*ms}) : std::nullopt;
}

/// Conditions joined by AND, with their values.
class Where {
public:
  /// Puts the value and gives its place, "$3".
  std::string put(db::Value value) {
    values_.push_back(std::move(value));
    return "$" + std::to_string(values_.size());
  }
  void add(const std::string& condition) { text_ += (text_.empty() ? " WHERE " : " AND ") + condition; }
  void equals(const char* column, const std::string& value) {
    if (!value.empty()) add(std::string(column) + " = " + put(value));
  }
  /// Within the lower-case text to be searched.
  void within(const char* column, std::string word) {
    if (word.empty()) return;
    std::string pattern = "%";
    for (char c : word) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      if (c == '%' || c == '_' || c == '\\') pattern += '\\';
      pattern += c;
    }
    add(std::string(column) + " LIKE " + put(pattern + "%") + " ESCAPE '\\'");
  }
  const std::string& text() const { return text_; }
  const db::Values& values() const { return values_; }

private:
  std::string text_;
  db::Values values_;
};

inline std::string window_of(Where& where, const Filter& filter, const char* tie) {
  const std::string order = filter.order.empty() ? tie : filter.order;
  return " ORDER BY " + order + " LIMIT " + where.put(std::int64_t{filter.limit}) + " OFFSET " + where.put(filter.offset);
}

/// Ids with a blank between them.
inline std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t from = 0; from < text.size();) {
    const auto to = std::min(text.find(' ', from), text.size());
    out.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return out;
}

inline std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

} // namespace ankao::inspection::store
