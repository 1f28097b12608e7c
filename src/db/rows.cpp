// SPDX-License-Identifier: Apache-2.0
#include "base/ensure.hpp"
#include "db/db.hpp"

namespace ankao::db {
namespace {

template <class T>
const T& as(const Value& value, std::string_view column, const char* wanted) {
  const T* found = std::get_if<T>(&value);
  if (found == nullptr) ensure(false, std::string("column ") + std::string(column) + " is not " + wanted);
  return *found;
}

} // namespace

// A result has a dozen columns: comparing a few short names is quicker than any index over them.
const Value& Rows::at(std::size_t row, std::string_view column) const {
  if (row >= rows_.size()) ensure(false, "row " + std::to_string(row) + " of a result of " + std::to_string(rows_.size()) + " rows");
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (columns_[i] == column) return rows_[row][i];
  fail_invariant("no column " + std::string(column) + " in the result", __FILE__, __LINE__);
}

bool Rows::is_null(std::size_t row, std::string_view column) const { return std::holds_alternative<Null>(at(row, column)); }

std::int64_t Rows::integer(std::size_t row, std::string_view column) const {
  return as<std::int64_t>(at(row, column), column, "an integer");
}

const std::string& Rows::text(std::size_t row, std::string_view column) const { return as<std::string>(at(row, column), column, "text"); }

const std::string& Rows::bytes(std::size_t row, std::string_view column) const { return as<Bytes>(at(row, column), column, "bytes").data; }

std::optional<std::int64_t> Rows::maybe_integer(std::size_t row, std::string_view column) const {
  if (is_null(row, column)) return std::nullopt;
  return integer(row, column);
}

std::optional<std::string> Rows::maybe_text(std::size_t row, std::string_view column) const {
  if (is_null(row, column)) return std::nullopt;
  return text(row, column);
}

} // namespace ankao::db
