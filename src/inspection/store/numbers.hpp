// SPDX-License-Identifier: Apache-2.0
// "V-12" and 12, dates, moments, flags: how values travel between words and rows.
#pragma once

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "base/ensure.hpp"
#include "db/columns.hpp"
#include "db/conditions.hpp"
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

using db::day;
using db::moment;
using db::moment_in;
inline std::int64_t bit(bool value) { return value ? 1 : 0; }

inline Date stored_day(const db::Rows& rows, std::size_t i, std::string_view column) {
  const auto date = parse_date(rows.text(i, column));
  ensure(date.has_value(), "a stored day is a day");
  return *date;
}

inline std::string window_of(db::Conditions& where, const Filter& filter, const char* tie) {
  const std::string order = filter.order.empty() ? tie : filter.order;
  return " ORDER BY " + order + where.page(filter.limit, filter.offset);
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

} // namespace ankao::inspection::store
