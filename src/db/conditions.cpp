// SPDX-License-Identifier: Apache-2.0
#include "db/conditions.hpp"

#include "base/ensure.hpp"

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

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

} // namespace

std::string like_pattern(const std::string& text) { return "%" + escaped(lower_case(text)) + "%"; }
std::string prefix_pattern(const std::string& text) { return escaped(text) + "%"; }

void Conditions::add(std::string condition, std::vector<Value> values) {
  std::string numbered;
  std::size_t next = 0;
  for (const char c : condition) {
    if (c != '?') {
      numbered += c;
      continue;
    }
    ensure(next < values.size(), "a value for each ? of a condition");
    values_.push_back(std::move(values[next++]));
    numbered += '$' + std::to_string(values_.size());
  }
  ensure(next == values.size(), "a ? for each value of a condition");
  text_ += (text_.empty() ? " WHERE " : " AND ") + numbered;
}

void Conditions::contains(const std::string& column, const std::string& text) { add(column + " LIKE ? ESCAPE '\\'", {like_pattern(text)}); }

std::string Conditions::page(std::int64_t limit, std::int64_t offset) {
  values_.emplace_back(limit);
  values_.emplace_back(offset);
  return " LIMIT $" + std::to_string(values_.size() - 1) + " OFFSET $" + std::to_string(values_.size());
}

} // namespace ankao::db
