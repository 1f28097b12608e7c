// SPDX-License-Identifier: Apache-2.0
// Builds the WHERE of a list: conditions with ? for each value, numbered when the statement is made. Values never enter the text.
#pragma once

#include <string>
#include <vector>

#include "db/db.hpp"

namespace ankao::db {

class Conditions {
public:
  /// `condition` with as many ? as `values`.
  Conditions& add(const std::string& condition, std::vector<Value> values = {});
  /// Nothing when the text is empty.
  Conditions& equals(const std::string& column, const std::string& text);
  /// The column holds the text, whatever the case of ASCII letters; % and _ in it mean themselves. The column is in lower case.
  /// Nothing when the text is empty.
  Conditions& contains(const std::string& column, const std::string& text);
  /// The column holds every word of the text, wherever it stands.
  Conditions& contains_words(const std::string& column, const std::string& text);
  /// For a value that stands several times, or outside the WHERE: takes it and gives its name, "$3".
  std::string put(Value value);
  /// " WHERE a AND b", or nothing.
  const std::string& text() const { return text_; }
  /// " LIMIT $n OFFSET $m" with the values added: call it last.
  std::string page(std::int64_t limit, std::int64_t offset);
  const Values& values() const { return values_; }

private:
  std::string text_;
  Values values_;
};

/// Anything that holds the text, in lower case: for LIKE ? ESCAPE '\'.
std::string like_pattern(const std::string& text);
/// Anything that begins with the text, case kept.
std::string prefix_pattern(const std::string& text);

} // namespace ankao::db
