// SPDX-License-Identifier: Apache-2.0
// Conditions of a list query, put together with their parameters; no value ever stands in the SQL text.
#pragma once

#include <string>
#include <string_view>

#include "db/db.hpp"

namespace ankao::planning {

class Where {
public:
  /// `condition` has one `?`, which becomes the next parameter.
  Where& add(std::string_view condition, db::Value value);
  /// Only when the text is not empty.
  Where& equal(std::string_view column, const std::string& text);
  /// `column` holds every word of the text (blank-separated, case of ASCII letters ignored).
  Where& contains(std::string_view column, const std::string& text);
  /// A condition without parameter.
  Where& plain(std::string_view condition);

  /// " WHERE a AND b", or nothing.
  std::string sql() const;
  const db::Values& values() const { return values_; }
  /// The values with limit and offset after them, and the text " LIMIT $n OFFSET $n+1".
  std::string window(std::int64_t limit, std::int64_t offset);

private:
  std::string sql_;
  db::Values values_;
};

/// ASCII letters in lower case, everything else as it is: how the `search` columns are written.
std::string lower_case(std::string_view text);

} // namespace ankao::planning
