// SPDX-License-Identifier: Apache-2.0
#include "db/conditions.hpp"

#include <sstream>

#include "base/ensure.hpp"
#include "db/columns.hpp"

namespace ankao::db {

namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

} // namespace

std::string like_pattern(const std::string& text) { return "%" + escaped(lower_case(text)) + "%"; }
std::string prefix_pattern(const std::string& text) { return escaped(text) + "%"; }

Conditions& Conditions::add(const std::string& condition, std::vector<Value> values) {
  std::string numbered;
  std::size_t next = 0;
  for (const char c : condition) {
    if (c != '?') {
      numbered += c;
      continue;
    }
    ensure(next < values.size(), "a value for each ? of a condition");
    numbered += put(std::move(values[next++]));
  }
  ensure(next == values.size(), "a ? for each value of a condition");
  text_ += (text_.empty() ? " WHERE " : " AND ") + numbered;
  return *this;
}

Conditions& Conditions::equals(const std::string& column, const std::string& text) { return text.empty() ? *this : add(column + " = ?", {text}); }

Conditions& Conditions::contains(const std::string& column, const std::string& text) { return text.empty() ? *this : add(column + " LIKE ? ESCAPE '\\'", {like_pattern(text)}); }

Conditions& Conditions::contains_words(const std::string& column, const std::string& text) {
  std::istringstream words(text);
  for (std::string word; words >> word;) contains(column, word);
  return *this;
}

std::string Conditions::put(Value value) {
  values_.push_back(std::move(value));
  return "$" + std::to_string(values_.size());
}

std::string Conditions::page(std::int64_t limit, std::int64_t offset) {
  const std::string most = put(limit);
  return " LIMIT " + most + " OFFSET " + put(offset);
}

} // namespace ankao::db
