// SPDX-License-Identifier: Apache-2.0
#include "planning/store/where.hpp"

#include <sstream>

#include "base/ensure.hpp"

namespace ankao::planning {

Where& Where::add(std::string_view condition, db::Value value) {
  const auto mark = condition.find('?');
  ensure(mark != std::string_view::npos, "a condition with a value has a ? in it");
  values_.push_back(std::move(value));
  sql_ += sql_.empty() ? " WHERE " : " AND ";
  sql_ += std::string(condition.substr(0, mark)) + "$" + std::to_string(values_.size()) + std::string(condition.substr(mark + 1));
  return *this;
}

Where& Where::equal(std::string_view column, const std::string& text) {
  if (!text.empty()) add(std::string(column) + " = ?", text);
  return *this;
}

Where& Where::contains(std::string_view column, const std::string& text) {
  std::istringstream words(lower_case(text));
  std::string word;
  while (words >> word) {
    std::string pattern = "%";
    for (const char c : word) {
      if (c == '%' || c == '_' || c == '!') pattern += '!';
      pattern += c;
    }
    add(std::string(column) + " LIKE ? ESCAPE '!'", pattern + "%");
  }
  return *this;
}

Where& Where::plain(std::string_view condition) {
  sql_ += sql_.empty() ? " WHERE " : " AND ";
  sql_ += condition;
  return *this;
}

std::string Where::sql() const { return sql_; }

std::string Where::window(std::int64_t limit, std::int64_t offset) {
  values_.push_back(limit);
  values_.push_back(offset);
  return " LIMIT $" + std::to_string(values_.size() - 1) + " OFFSET $" + std::to_string(values_.size());
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

} // namespace ankao::planning
