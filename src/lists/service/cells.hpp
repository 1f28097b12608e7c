// SPDX-License-Identifier: Apache-2.0
// The text of a cell, read from the same row that the screen gets as JSON: what is masked there is masked here.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "api/types/type.hpp"
#include "lists/words/list.hpp"

namespace ankao::lists {

/// Reads rows of one type column by column. Numbers as digits, days "2024-03-05", moments "2024-03-05 09:30:00" on a Chinese clock,
/// codes and yes/no in words, elements of a list joined; nothing for what is missing.
class Cells {
public:
  /// A column that is no member of `row` and not made is a broken invariant.
  Cells(const api::Type& row, std::vector<const Column*> columns, Language language);
  std::vector<std::string> of(const void* row) const;

private:
  struct Reader {
    const Column* column;
    const api::Field* field; ///< nothing for a made column
    std::map<std::string, std::string> words;
  };
  std::vector<Reader> readers_;
  Language language_;
};

/// Every column is a member of the row or made: asked when the program starts.
void require_members(const List& list, const api::Type& row);

} // namespace ankao::lists
