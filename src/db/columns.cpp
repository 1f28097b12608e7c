// SPDX-License-Identifier: Apache-2.0
#include "db/columns.hpp"

#include <algorithm>

namespace ankao::db {

Value day(const std::optional<Date>& date) { return date ? Value(to_string(*date)) : Value(Null{}); }
Value moment(const std::optional<Instant>& at) { return at ? Value(at->ms) : Value(Null{}); }

std::optional<Date> day_in(const Rows& rows, std::size_t row, std::string_view column) {
  const auto text = rows.maybe_text(row, column);
  return text ? parse_date(*text) : std::nullopt;
}

std::optional<Instant> moment_in(const Rows& rows, std::size_t row, std::string_view column) {
  const auto ms = rows.maybe_integer(row, column);
  return ms ? std::optional(Instant{*ms}) : std::nullopt;
}

std::string lines(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : "\n") + one;
  return out;
}

std::vector<std::string> of_lines(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

} // namespace ankao::db
